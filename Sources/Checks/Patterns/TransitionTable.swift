/// What matching with an automaton has found out so far: sets of its states, and where each letter leads from them.
/// The next text that leads the same way only looks up numbers.
struct TransitionTable: Sendable {
  private let automaton: Automaton
  private let isWholeWord: Bool
  private let hasEntities: Bool
  /// The automaton's own number of each symbol: it tells fewer letters apart than the alphabet does.
  private let letters: [UInt16]
  /// A scalar of each letter.
  private let members: [Unicode.Scalar]
  /// How many letters there are, and so how long a row is.
  private let width: Int
  private var rows: [Int32] = []
  /// The states that are reached together, by number.
  private var sets: [[Int32]] = []
  /// Whether each of these sets accepts, always or where what is read ends.
  private var acceptances: [Acceptance] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var flagged: [FlaggedStep: Int32] = [:]
  /// How often all was forgotten: numbers from before mean nothing.
  private var age = 0
  private var initial: (atStart: Int32, elsewhere: Int32) = (0, 0)

  private enum Acceptance: UInt8 {
    case no, atEnd, always
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
    isWholeWord = automaton.isWholeWord
    hasEntities = automaton.hasEntities
    (letters, members) = Self.letters(of: automaton, alphabet)
    width = members.count
    reset()
  }

  /// The first of the longest matches at or behind a place.
  mutating func firstMatch(in reading: Reading, from first: Int) -> Range<Int>? {
    let text = reading.text
    let start = reading.start
    let last = reading.end
    let bound = reading.bounds.upperBound
    for place in first..<max(first, bound) {
      guard mayBegin(in: text, at: place),
        let end = end(from: place, in: text, start, last, bound),
        !isWholeWord || !text.isInsideWord(place)
      else { continue }
      return place..<end
    }
    return nil
  }

  /// The end of the longest match that begins at a place.
  mutating func end(from place: Int, in reading: Reading) -> Int? {
    end(from: place, in: reading.text, reading.start, reading.end, reading.bounds.upperBound)
  }

  /// False where it is known that no match begins.
  private func mayBegin(in text: ScalarText, at place: Int) -> Bool {
    if hasEntities, !text.entityFlags.isEmpty, !text.entityFlags[place].isEmpty { return true }
    let letter = Int(letters[Int(text.symbols[place])])
    return rows[Int(initial.elsewhere) * width + letter] != Self.dead
      || rows[Int(initial.atStart) * width + letter] != Self.dead
  }

  private mutating func end(
    from place: Int, in text: ScalarText, _ start: Int, _ last: Int, _ bound: Int
  ) -> Int? {
    var set = place == start ? initial.atStart : initial.elsewhere
    let limit = min(bound, place + Self.longestMatch)
    var best: Int?
    var next = place
    while next < limit {
      set = step(from: set, over: letters[Int(text.symbols[next])], text, at: next)
      if set == Self.dead { break }
      next += 1
      switch acceptances[Int(set)] {
      case .no: continue
      case .atEnd: if next != last { continue }
      case .always: break
      }
      if !isWholeWord || !text.isInsideWord(next) { best = next }
    }
    return best
  }

  private mutating func step(from set: Int32, over letter: UInt16, _ text: ScalarText, at place: Int) -> Int32
  {
    if hasEntities, !text.entityFlags.isEmpty {
      let flags = text.entityFlags[place]
      if !flags.isEmpty { return flaggedStep(FlaggedStep(set: set, letter: letter, flags: flags)) }
    }
    let index = Int(set) * width + Int(letter)
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
    let isAccepting: Int32 = (closure.accepts ? 1 : 0) + (closure.acceptsAtEnd ? 2 : 0)
    let key = states + [-1 - isAccepting]
    if let number = numbers[key] { return number }
    let number = Int32(sets.count)
    numbers[key] = number
    sets.append(states)
    acceptances.append(closure.accepts ? .always : closure.acceptsAtEnd ? .atEnd : .no)
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
