/// Patterns made ready for matching: a nondeterministic automaton whose states are all followed at once, so that
/// matching takes time linear in the text, whatever the pattern.
struct Automaton: Sendable {
  enum State: Sendable {
    case scalar(Unicode.Scalar, next: Int)
    case set(ScalarSet, next: Int)
    case anything(next: Int)
    /// The letters of many words at once.
    case branches([Unicode.Scalar: Int])
    case several([Int])
    case start(next: Int)
    case end(next: Int)
    case wordEdge(next: Int)
    case entity(Entity.Kind, inside: Int, next: Int)
    case insideEntity(Entity.Kind, next: Int)
    case match
  }

  let states: [State]
  let initial: Int
  /// Matches begin and end at the edges of Latin words.
  let isWholeWord: Bool
  let beginning: Beginning
  /// Patterns with entities, or with edges of words, are matched with more care.
  let hasEntities: Bool
  let hasWordEdges: Bool
  /// The states for an end that a match can end with: what stands behind `$` is never read.
  let finalEnds: Set<Int>
  /// Its number among the automata of a check set, by which its table is kept; nil outside one.
  var number: Int?
  /// The class of words that it is made of; automata of one name are the same.
  var name: String?

  /// What a match can begin with: most places of a text need not be tried.
  enum Beginning: Sendable {
    case scalars(Set<Unicode.Scalar>)
    case entities(Set<Entity.Kind>)
    /// Only at the start of what is read.
    case start
    case anything
  }

  static let mostStates = 6_000

  init(_ patterns: [Pattern], isWholeWord: Bool) throws(PatternFault) {
    guard !patterns.contains(where: \.matchesNothing) else { throw .matchesNothing }
    var builder = AutomatonBuilder()
    initial = try builder.state(for: .choice(patterns), next: builder.add(.match))
    states = builder.states
    self.isWholeWord = isWholeWord
    beginning = Self.beginning(of: initial, in: states)
    finalEnds = Self.finalEnds(in: states)
    hasEntities = states.contains { if case .entity = $0 { true } else { false } }
    hasWordEdges = states.contains { if case .wordEdge = $0 { true } else { false } }
  }

  private static func finalEnds(in states: [State]) -> Set<Int> {
    Set(
      states.indices.filter { state in
        guard case .end = states[state] else { return false }
        return reachesMatch(from: state, in: states)
      })
  }

  /// Without reading anything more.
  private static func reachesMatch(from state: Int, in states: [State]) -> Bool {
    var pending = [state]
    var seen: Set<Int> = [state]
    while let state = pending.popLast() {
      switch states[state] {
      case .match: return true
      case .end(let next): if seen.insert(next).inserted { pending.append(next) }
      case .several(let several):
        for next in several where seen.insert(next).inserted { pending.append(next) }
      default: continue
      }
    }
    return false
  }

  private static func beginning(of initial: Int, in states: [State]) -> Beginning {
    var scalars: Set<Unicode.Scalar> = []
    var entities: Set<Entity.Kind> = []
    var pending = [initial]
    var isStart = false
    var seen: Set<Int> = [initial]
    func add(_ state: Int) { if seen.insert(state).inserted { pending.append(state) } }
    while let state = pending.popLast() {
      switch states[state] {
      case .scalar(let scalar, _): scalars.insert(scalar)
      case .branches(let branches): scalars.formUnion(branches.keys)
      case .set(let set, _):
        guard let members = set.fewMembers else { return .anything }
        scalars.formUnion(members)
      case .entity(let kind, _, _): entities.insert(kind)
      case .several(let several): several.forEach(add)
      case .wordEdge(let next): add(next)
      case .start: isStart = true
      case .anything, .end, .insideEntity, .match: return .anything
      }
    }
    if isStart { return scalars.isEmpty && entities.isEmpty ? .start : .anything }
    guard !entities.isEmpty else { return .scalars(scalars) }
    return scalars.isEmpty ? .entities(entities) : .anything
  }
}

extension ScalarSet {
  /// The members, where they are few enough to be listed.
  fileprivate var fewMembers: [Unicode.Scalar]? {
    let count = ranges.reduce(0) { $0 + Int($1.upperBound.value - $1.lowerBound.value) + 1 }
    guard !isInverted, count <= 64 else { return nil }
    let members = ranges.flatMap { range in
      (range.lowerBound.value...range.upperBound.value).compactMap { Unicode.Scalar($0) }
    }
    return ignoresCase ? members.flatMap(\.caseVariants) : members
  }
}

/// Puts an automaton together, from its end to its beginning.
private struct AutomatonBuilder {
  private(set) var states: [Automaton.State] = []

  mutating func add(_ state: Automaton.State) throws(PatternFault) -> Int {
    guard states.count < Automaton.mostStates else { throw .tooLarge }
    states.append(state)
    return states.count - 1
  }

  mutating func state(for pattern: Pattern, next: Int) throws(PatternFault) -> Int {
    switch pattern {
    case .literal(let scalars, let ignoresCase):
      return try word(scalars[...], ignoresCase: ignoresCase, next: next)
    case .set(let set): return try add(.set(set, next: next))
    case .anything: return try add(.anything(next: next))
    case .sequence(let parts):
      var state = next
      for part in parts.reversed() { state = try self.state(for: part, next: state) }
      return state
    case .choice(let parts): return try choice(of: parts, next: next)
    case .repetition(let part, let min, let max): return try repetition(of: part, min, max, next: next)
    case .start: return try add(.start(next: next))
    case .end: return try add(.end(next: next))
    case .wordEdge: return try add(.wordEdge(next: next))
    case .entity(let kind):
      let inside = try add(.insideEntity(kind, next: next))
      return try add(.entity(kind, inside: inside, next: next))
    }
  }

  private mutating func word(
    _ scalars: ArraySlice<Unicode.Scalar>, ignoresCase: Bool, next: Int
  ) throws(PatternFault) -> Int {
    var state = next
    for scalar in scalars.reversed() {
      let variants = ignoresCase ? scalar.caseVariants : [scalar]
      state = try add(
        variants.count == 1
          ? .scalar(scalar, next: state)
          : .branches(Dictionary(variants.map { ($0, state) }) { first, _ in first }))
    }
    return state
  }

  private mutating func repetition(
    of part: Pattern, _ min: Int, _ max: Int?, next: Int
  ) throws(PatternFault) -> Int {
    var state = next
    if let max {
      for _ in min..<max {
        let inside = try self.state(for: part, next: state)
        state = try add(.several([inside, next]))
      }
    } else {
      let loop = try add(.several([]))
      let inside = try self.state(for: part, next: loop)
      states[loop] = .several([inside, next])
      state = loop
    }
    for _ in 0..<min { state = try self.state(for: part, next: state) }
    return state
  }

  /// Words share their beginnings: a class of a hundred words is followed in one state, not in a hundred.
  private mutating func choice(of parts: [Pattern], next: Int) throws(PatternFault) -> Int {
    var flat: [Pattern] = []
    for part in parts { part.collectAlternatives(into: &flat) }
    var words: [[Unicode.Scalar]: Bool] = [:]
    var entries: [Int] = []
    for part in flat {
      if case .literal(let scalars, let ignoresCase) = part {
        let word = ignoresCase ? scalars.map(\.lowercased) : scalars
        words[word] = ignoresCase || words[word] ?? false
      } else {
        entries.append(try state(for: part, next: next))
      }
    }
    for ignoresCase in [false, true] {
      let list = words.filter { $0.value == ignoresCase }.map { $0.key[...] }
      guard !list.isEmpty else { continue }
      entries.append(try tree(of: list, ignoresCase: ignoresCase, next: next))
    }
    return entries.count == 1 ? entries[0] : try add(.several(entries))
  }

  private mutating func tree(
    of words: [ArraySlice<Unicode.Scalar>], ignoresCase: Bool, next: Int
  ) throws(PatternFault) -> Int {
    if words.count == 1 { return try word(words[0], ignoresCase: ignoresCase, next: next) }
    var groups: [Unicode.Scalar: [ArraySlice<Unicode.Scalar>]] = [:]
    for word in words {
      if let first = word.first { groups[first, default: []].append(word.dropFirst()) }
    }
    var branches: [Unicode.Scalar: Int] = [:]
    for (first, tails) in groups.sorted(by: { $0.key < $1.key }) {
      let state = try tree(of: tails, ignoresCase: ignoresCase, next: next)
      for variant in ignoresCase ? first.caseVariants : [first] { branches[variant] = state }
    }
    let state = try add(.branches(branches))
    return words.contains(where: \.isEmpty) ? try add(.several([next, state])) : state
  }
}

extension Pattern {
  fileprivate func collectAlternatives(into list: inout [Pattern]) {
    if case .choice(let parts) = self {
      for part in parts { part.collectAlternatives(into: &list) }
    } else {
      list.append(self)
    }
  }
}
