/// What matching with an automaton has found out so far: sets of its states, and where each letter leads from them.
/// The next text that leads the same way only looks up numbers.
struct TransitionTable: Sendable {
  private let automaton: Automaton
  /// The automaton's own number of each symbol: it tells fewer letters apart than the alphabet does.
  private let letters: [UInt16]
  /// The symbols that a match can begin with; nil where a match does not begin with one of some letters.
  private let beginnings: [Bool]?
  /// A scalar of each letter.
  private let members: [Unicode.Scalar]
  private var rows: [Int32] = []
  /// The states of each set.
  private var sets: [[Int32]] = []
  private var acceptances: [Acceptance] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var flagged: [FlaggedStep: Int32] = [:]
  /// How often all was forgotten: numbers from before mean nothing.
  private var age = 0
  private var initial: (atStart: Int32, elsewhere: Int32) = (0, 0)

  /// Whether a match ends where a set of states is reached: there, or only where what is read ends.
  private struct Acceptance: OptionSet {
    let rawValue: UInt8
    static let anywhere = Acceptance(rawValue: 1)
    static let atEnd = Acceptance(rawValue: 2)
  }

  /// A step over a letter with which an entity begins or ends.
  private struct FlaggedStep: Hashable {
    let set: Int32
    let letter: UInt16
    let flags: EntityFlags
  }

  private static let unknown: Int32 = -1
  /// The set of no states.
  private static let dead: Int32 = 0
  /// More sets are forgotten, and found out again.
  private static let mostSets = 4_000
  /// The longest match, in scalars.
  static let longestMatch = 200

  init(_ automaton: Automaton, _ alphabet: Alphabet) {
    self.automaton = automaton
    (letters, members) = Self.letters(of: automaton, alphabet)
    beginnings =
      if case .scalars(let scalars) = automaton.beginning { alphabet.members.map(scalars.contains) } else {
        nil
      }
    reset()
  }

  /// The first of the longest matches at or behind a place.
  mutating func firstMatch(from first: Int, in reading: Reading) -> Range<Int>? {
    var place = first
    while let next = candidate(in: reading, from: place) {
      if !automaton.isWholeWord || !reading.text.isInsideWord(next), let end = end(from: next, in: reading) {
        return next..<end
      }
      place = next + 1
    }
    return nil
  }

  /// The next place where a match can begin.
  private func candidate(in reading: Reading, from first: Int) -> Int? {
    if case .anything = automaton.beginning {
      return (first..<max(first, reading.bounds.upperBound)).first { mayBegin(in: reading.text, at: $0) }
    }
    guard let beginnings else {
      let place = automaton.candidate(in: reading, from: first)
      return place.flatMap { $0 < reading.bounds.upperBound ? $0 : nil }
    }
    var place = first
    while place < reading.bounds.upperBound {
      if beginnings[Int(reading.text.symbols[place])] { return place }
      place += 1
    }
    return nil
  }

  /// False where it is known that no match begins.
  private func mayBegin(in text: ScalarText, at place: Int) -> Bool {
    if automaton.hasEntities, !text.entityFlags.isEmpty, !text.entityFlags[place].isEmpty { return true }
    let letter = Int(letters[Int(text.symbols[place])])
    return rows[Int(initial.elsewhere) * members.count + letter] != Self.dead
      || rows[Int(initial.atStart) * members.count + letter] != Self.dead
  }

  /// Whether a match can begin with these two letters; with the first alone, where the text ends behind it.
  ///
  /// - Parameters:
  ///   - flags: which entities begin and end with the first letter.
  ///   - isAtStart: `^` holds before it.
  mutating func canBegin(
    with first: Alphabet.Symbol, _ second: Alphabet.Symbol?, _ flags: EntityFlags, isAtStart: Bool
  ) -> Bool {
    if automaton.hasEntities, !flags.isEmpty { return true }
    let set = step(from: isAtStart ? initial.atStart : initial.elsewhere, over: letters[Int(first)])
    guard set != Self.dead else { return false }
    // Where an entity begins, the second letter is not read as itself.
    if automaton.hasEntities || !acceptances[Int(set)].isEmpty { return true }
    return second.map { step(from: set, over: letters[Int($0)]) != Self.dead } ?? false
  }

  /// The end of the longest match that begins at a place.
  mutating func end(from place: Int, in reading: Reading) -> Int? {
    var set = place == reading.start ? initial.atStart : initial.elsewhere
    let limit = min(reading.bounds.upperBound, place + Self.longestMatch)
    var best: Int?
    var next = place
    while next < limit {
      set = step(from: set, over: letters[Int(reading.text.symbols[next])], reading.text, at: next)
      if set == Self.dead { break }
      next += 1
      let reached = acceptances[Int(set)]
      if !reached.isEmpty, reached.contains(.anywhere) || next == reading.end {
        if !automaton.isWholeWord || !reading.text.isInsideWord(next) { best = next }
      }
    }
    return best
  }

  private mutating func step(from set: Int32, over letter: UInt16, _ text: ScalarText, at place: Int) -> Int32
  {
    if automaton.hasEntities, !text.entities.isEmpty {
      let flags = text.entityFlags[place]
      if !flags.isEmpty { return flaggedStep(FlaggedStep(set: set, letter: letter, flags: flags)) }
    }
    return step(from: set, over: letter)
  }

  private mutating func step(from set: Int32, over letter: UInt16) -> Int32 {
    let index = Int(set) * members.count + Int(letter)
    let known = rows[index]
    if known != Self.unknown { return known }
    let age = age
    let next = target(from: set, over: letter, EntityFlags())
    if age == self.age { rows[index] = next }
    return next
  }

  private mutating func flaggedStep(_ step: FlaggedStep) -> Int32 {
    if let known = flagged[step] { return known }
    let age = age
    let next = target(from: step.set, over: step.letter, step.flags)
    if age == self.age { flagged[step] = next }
    return next
  }

  private mutating func target(from set: Int32, over letter: UInt16, _ flags: EntityFlags) -> Int32 {
    let scalar = members[Int(letter)]
    var closure = Closure(automaton: automaton, isAtStart: false)
    for state in sets[Int(set)] {
      if let next = automaton.states[Int(state)].target(Int(state), over: scalar, flags) { closure.add(next) }
    }
    if sets.count >= Self.mostSets { reset() }
    return number(of: closure)
  }

  private mutating func number(of closure: Closure) -> Int32 {
    let states = closure.states.sorted()
    var acceptance = Acceptance()
    if closure.accepts { acceptance.insert(.anywhere) }
    if closure.acceptsAtEnd { acceptance.insert(.atEnd) }
    let key = states + [-1 - Int32(acceptance.rawValue)]
    if let number = numbers[key] { return number }
    let number = Int32(sets.count)
    numbers[key] = number
    sets.append(states)
    acceptances.append(acceptance)
    rows += Array(repeating: Self.unknown, count: members.count)
    return number
  }

  private mutating func reset() {
    age += 1
    rows = []
    sets = []
    acceptances = []
    numbers = [:]
    flagged = [:]
    _ = number(of: Closure(automaton: automaton, isAtStart: false))
    for letter in members.indices { rows[letter] = Self.dead }
    initial = (start(isAtStart: true), start(isAtStart: false))
  }

  private mutating func start(isAtStart: Bool) -> Int32 {
    var closure = Closure(automaton: automaton, isAtStart: isAtStart)
    closure.add(automaton.initial)
    return number(of: closure)
  }

  private static func letters(
    of automaton: Automaton, _ alphabet: Alphabet
  ) -> (letters: [UInt16], members: [Unicode.Scalar]) {
    var literals: Set<Unicode.Scalar> = []
    var sets: [ScalarSet] = []
    for state in automaton.states {
      switch state {
      case .scalar(let scalar, _): literals.insert(scalar)
      case .branches(let branches): literals.formUnion(branches.keys)
      case .set(let set, _): if !sets.contains(set) { sets.append(set) }
      default: continue
      }
    }
    // Of very many sets nothing is put together.
    let areTold = sets.count <= 64
    var numbers: [UInt64: UInt16] = [:]
    var members: [Unicode.Scalar] = []
    let letters = alphabet.members.map { member -> UInt16 in
      let isLiteral = !areTold || literals.contains(member)
      var memberships: UInt64 = 0
      for (index, set) in sets.enumerated() where areTold && set.contains(member) {
        memberships |= 1 << UInt64(index)
      }
      if !isLiteral, let number = numbers[memberships] { return number }
      if !isLiteral { numbers[memberships] = UInt16(members.count) }
      members.append(member)
      return UInt16(members.count - 1)
    }
    return (letters, members)
  }
}

/// The states that are reached without reading anything.
private struct Closure {
  let automaton: Automaton
  let isAtStart: Bool
  private(set) var states: [Int32] = []
  private(set) var accepts = false
  private(set) var acceptsAtEnd = false
  private var seen: Set<Int> = []

  init(automaton: Automaton, isAtStart: Bool) {
    self.automaton = automaton
    self.isAtStart = isAtStart
  }

  mutating func add(_ state: Int) {
    guard seen.insert(state).inserted else { return }
    switch automaton.states[state] {
    case .several(let several): for next in several { add(next) }
    case .start(let next): if isAtStart { add(next) }
    case .end: acceptsAtEnd = acceptsAtEnd || automaton.finalEnds.contains(state)
    case .match: accepts = true
    case .wordEdge: return
    default: states.append(Int32(state))
    }
  }
}

/// Which entities begin and end with a letter.
struct EntityFlags: Hashable, Sendable {
  private(set) var beginning: UInt16 = 0
  private(set) var ending: UInt16 = 0

  init() {}

  init(in text: ScalarText, at place: Int) {
    for entity in text.entities {
      if entity.range.lowerBound == place { beginning |= entity.kind.bit }
      if entity.range.upperBound == place + 1 { ending |= entity.kind.bit }
    }
  }

  var isEmpty: Bool { beginning | ending == 0 }
  func begins(_ kind: Entity.Kind) -> Bool { beginning & kind.bit != 0 }
  func ends(_ kind: Entity.Kind) -> Bool { ending & kind.bit != 0 }
}

extension Entity.Kind {
  fileprivate var bit: UInt16 { 1 << UInt16(Self.allCases.firstIndex(of: self) ?? 15) }
}

extension Automaton.State {
  /// Where the state leads over a letter.
  fileprivate func target(_ number: Int, over scalar: Unicode.Scalar, _ flags: EntityFlags) -> Int? {
    switch self {
    case .scalar(let expected, let next): expected == scalar ? next : nil
    case .set(let set, let next): set.contains(scalar) ? next : nil
    case .anything(let next): next
    case .branches(let branches): branches[scalar]
    case .entity(let kind, let inside, let next):
      flags.begins(kind) ? (flags.ends(kind) ? next : inside) : nil
    case .insideEntity(let kind, let next): flags.ends(kind) ? next : number
    case .several, .start, .end, .wordEdge, .match: nil
    }
  }
}
