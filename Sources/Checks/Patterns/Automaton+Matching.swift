/// What matching keeps between calls: room, so that none is asked for again for each sentence.
struct MatchingRoom: Sendable {
  private let alphabet: Alphabet?
  private var tables: [TransitionTable] = []
  /// Where each automaton's table is, by the automaton's number; -1 where it has none yet.
  private var tableIndices: [Int] = []
  fileprivate var marks: [UInt32] = []
  fileprivate var generation: UInt32 = 0
  fileprivate var current: [Thread] = []
  fileprivate var next: [Thread] = []

  /// A state that the text has led to, and where it began.
  fileprivate struct Thread {
    let state: Int
    let start: Int
  }

  /// - Parameter alphabet: without one, nothing that is found out is kept.
  init(alphabet: Alphabet? = nil) {
    self.alphabet = alphabet
  }

  /// The first of an automaton's longest matches at or behind a place.
  fileprivate mutating func firstMatch(table number: Int, from place: Int, in reading: Reading) -> Range<Int>?
  {
    tables[number].firstMatch(from: place, in: reading)
  }

  /// The end of the longest match that begins at a place, of the automaton with a table.
  mutating func end(table: Int, from place: Int, in reading: Reading) -> Int? {
    tables[table].end(from: place, in: reading)
  }

  /// The number of an automaton's table, if a match can begin with two letters; with one where the text ends behind it.
  mutating func table(
    for automaton: Automaton, ifItBeginsWith first: Alphabet.Symbol, _ second: Alphabet.Symbol?,
    _ flags: EntityFlags, isAtStart: Bool
  ) -> Int? {
    guard let table = table(for: automaton),
      tables[table].canBegin(with: first, second, flags, isAtStart: isAtStart)
    else { return nil }
    return table
  }

  fileprivate mutating func table(for automaton: Automaton, _ reading: Reading) -> Int? {
    reading.text.symbols.count == reading.text.scalars.count ? table(for: automaton) : nil
  }

  /// The number of an automaton's table; nil where it can have none.
  private mutating func table(for automaton: Automaton) -> Int? {
    guard let alphabet, let number = automaton.number, !automaton.hasWordEdges else { return nil }
    if tableIndices.count <= number {
      tableIndices += Array(repeating: -1, count: number + 1 - tableIndices.count)
    }
    if tableIndices[number] < 0 {
      tableIndices[number] = tables.count
      tables.append(TransitionTable(automaton, alphabet))
    }
    return tableIndices[number]
  }

  fileprivate mutating func prepare(for automaton: Automaton) {
    current.removeAll(keepingCapacity: true)
    next.removeAll(keepingCapacity: true)
    if marks.count < automaton.states.count {
      marks += Array(repeating: 0, count: automaton.states.count - marks.count)
    }
    beginStep()
  }

  fileprivate mutating func beginStep() {
    if generation == .max {
      for index in marks.indices { marks[index] = 0 }
      generation = 0
    }
    generation += 1
  }

  /// Whether the state is a new one in this step.
  fileprivate mutating func visit(_ state: Int) -> Bool {
    guard marks[state] != generation else { return false }
    marks[state] = generation
    return true
  }
}

extension Automaton {
  /// The first of the longest matches at or behind a place.
  func firstMatch(in reading: Reading, _ room: inout MatchingRoom) -> Range<Int>? {
    if let number = room.table(for: self, reading) {
      return room.firstMatch(table: number, from: reading.bounds.lowerBound, in: reading)
    }
    return match(in: reading, from: reading.bounds.lowerBound, &room)
  }

  /// The matches from left to right, the longest at each place, none touching another.
  func matches(in reading: Reading, _ room: inout MatchingRoom) -> [Range<Int>] {
    var matches: [Range<Int>] = []
    var place = reading.bounds.lowerBound
    if let number = room.table(for: self, reading) {
      while let match = room.firstMatch(table: number, from: place, in: reading) {
        matches.append(match)
        place = match.upperBound
      }
      return matches
    }
    while let match = match(in: reading, from: place, &room) {
      matches.append(match)
      place = match.upperBound
    }
    return matches
  }

  private func match(in reading: Reading, from first: Int, _ room: inout MatchingRoom) -> Range<Int>? {
    guard var place = candidate(in: reading, from: first) else { return nil }
    room.prepare(for: self)
    var best: Range<Int>?
    while true {
      if best == nil { begin(at: place, in: reading, &room, &best) }
      if room.current.isEmpty {
        if let best { return best }
        guard let next = candidate(in: reading, from: place + 1) else { return nil }
        place = next
        room.beginStep()
        continue
      }
      guard place < reading.bounds.upperBound else { return best }
      step(at: place, in: reading, &room, &best)
      place += 1
    }
  }

  /// The next place where a match can begin.
  func candidate(in reading: Reading, from first: Int) -> Int? {
    let bounds = reading.bounds
    guard first <= bounds.upperBound else { return nil }
    switch beginning {
    case .scalars(let scalars):
      let text = reading.text.scalars
      return (first..<max(first, bounds.upperBound)).first { scalars.contains(text[$0]) }
    case .entities(let kinds):
      let entity = reading.text.entities.first { kinds.contains($0.kind) && $0.range.lowerBound >= first }
      return entity.flatMap { $0.range.lowerBound < bounds.upperBound ? $0.range.lowerBound : nil }
    case .start:
      return first <= reading.start ? reading.start : nil
    case .anything:
      return first < bounds.upperBound ? first : nil
    }
  }

  private func begin(
    at place: Int, in reading: Reading, _ room: inout MatchingRoom, _ best: inout Range<Int>?
  ) {
    if isWholeWord, reading.text.isInsideWord(place) { return }
    follow(initial, start: place, at: place, in: reading, &room, &best)
    room.current += room.next
    room.next.removeAll(keepingCapacity: true)
  }

  /// Reads one scalar in all threads.
  private func step(at place: Int, in reading: Reading, _ room: inout MatchingRoom, _ best: inout Range<Int>?)
  {
    let scalar = reading.text.scalars[place]
    room.beginStep()
    for thread in room.current {
      if let best, thread.start > best.lowerBound { continue }
      guard
        let state = target(of: states[thread.state], thread.state, reading: scalar, at: place, in: reading)
      else {
        continue
      }
      follow(state, start: thread.start, at: place + 1, in: reading, &room, &best)
    }
    swap(&room.current, &room.next)
    room.next.removeAll(keepingCapacity: true)
  }

  /// Where a state leads over a scalar.
  private func target(
    of state: State, _ number: Int, reading scalar: Unicode.Scalar, at place: Int, in reading: Reading
  ) -> Int? {
    switch state {
    case .scalar(let expected, let next): return expected == scalar ? next : nil
    case .set(let set, let next): return set.contains(scalar) ? next : nil
    case .anything(let next): return next
    case .branches(let branches): return branches[scalar]
    case .insideEntity(let kind, let next):
      return reading.text.endsEntity(kind, at: place) ? next : number
    case .entity(let kind, let inside, let next):
      return reading.text.endsEntity(kind, at: place) ? next : inside
    case .several, .start, .end, .wordEdge, .match: return nil
    }
  }

  /// Takes a match that begins earlier than the best one, or with it and ends later.
  private func accept(_ match: Range<Int>, in reading: Reading, _ best: inout Range<Int>?) {
    guard !match.isEmpty, !isWholeWord || !reading.text.isInsideWord(match.upperBound) else { return }
    if let known = best, (known.lowerBound, match.upperBound) <= (match.lowerBound, known.upperBound) {
      return
    }
    best = match
  }

  /// Adds what a state leads to without reading anything.
  private func follow(
    _ state: Int, start: Int, at place: Int, in reading: Reading, _ room: inout MatchingRoom,
    _ best: inout Range<Int>?
  ) {
    guard room.visit(state) else { return }
    switch states[state] {
    case .several(let several):
      for next in several { follow(next, start: start, at: place, in: reading, &room, &best) }
    case .start(let next):
      if place == reading.start, place == start {
        follow(next, start: start, at: place, in: reading, &room, &best)
      }
    case .end:
      if place == reading.end, finalEnds.contains(state) { accept(start..<place, in: reading, &best) }
    case .wordEdge(let next):
      if reading.text.isWordEdge(place) { follow(next, start: start, at: place, in: reading, &room, &best) }
    case .match: accept(start..<place, in: reading, &best)
    case .entity(let kind, _, _):
      guard reading.text.startsEntity(kind, at: place) else { return }
      room.next.append(MatchingRoom.Thread(state: state, start: start))
    default:
      room.next.append(MatchingRoom.Thread(state: state, start: start))
    }
  }
}
