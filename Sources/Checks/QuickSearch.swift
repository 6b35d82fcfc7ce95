internal import Journal

/// What is looked for in one text of a sentence.
struct SearchScope: Hashable, Sendable {
  let language: Language
  /// The patterns that read quotations, those that do not, or both where the sentence has none.
  let readings: Readings

  enum Readings: Hashable, Sendable {
    case all, quoting, unquoting
  }

  func includes(_ entry: ProbeIndex.Entry) -> Bool {
    guard entry.language == nil || entry.language == language else { return false }
    switch readings {
    case .all: return true
    case .quoting: return entry.readsQuotations
    case .unquoting: return !entry.readsQuotations
    }
  }
}

/// Looks for many automata at once: at each place only for those that can begin with the two letters that stand there.
/// Which these are is found out once for each pair of letters.
struct QuickSearch: Sendable {
  private var beginnings: [Beginning: [Start]] = [:]
  /// How far each search's last match in the text goes.
  private var resumptions: [Int] = []

  /// A search that is tried at a place.
  private struct Start {
    /// Its number in the index.
    let search: Int
    let entry: Int
    let table: Int
  }

  /// What a match would begin with.
  private struct Beginning: Hashable {
    let first: Alphabet.Symbol
    /// Nil at the text's end.
    let second: Alphabet.Symbol?
    /// The entities that begin and end with the first letter.
    let flags: EntityFlags
    let isAtStart: Bool
    let isInsideWord: Bool
    let scope: SearchScope
  }

  /// More pairs of letters are forgotten, and found out again.
  private static let mostBeginnings = 20_000

  /// The matches in a text, from left to right, each the longest at its place; those of one search do not touch.
  mutating func matches(
    of index: ProbeIndex, in text: ScalarText, _ scope: SearchScope, _ tables: inout MatchingRoom
  ) -> [(entry: Int, range: Range<Int>)] {
    let reading = text.all
    let symbols = text.symbols
    resumptions.removeAll(keepingCapacity: true)
    resumptions += repeatElement(0, count: index.quick.count)
    var matches: [(entry: Int, range: Range<Int>)] = []
    for place in symbols.indices {
      let beginning = Beginning(
        first: symbols[place], second: place + 1 < symbols.count ? symbols[place + 1] : nil,
        flags: text.entities.isEmpty ? EntityFlags() : text.entityFlags[place],
        isAtStart: place == reading.start,
        isInsideWord: text.isInsideWord(place), scope: scope)
      for start in starts(of: index, beginning, &tables) where place >= resumptions[start.search] {
        guard let end = tables.end(table: start.table, from: place, in: reading) else { continue }
        matches.append((start.entry, place..<end))
        resumptions[start.search] = end
      }
    }
    return matches
  }

  private mutating func starts(
    of index: ProbeIndex, _ beginning: Beginning, _ tables: inout MatchingRoom
  ) -> [Start] {
    if let known = beginnings[beginning] { return known }
    let starts = index.searches(beginningWith: beginning.first).compactMap { number -> Start? in
      let search = index.quick[number]
      guard beginning.scope.includes(index.entries[search.entry]),
        !beginning.isInsideWord || !search.automaton.isWholeWord,
        let table = tables.table(
          for: search.automaton, ifItBeginsWith: beginning.first, beginning.second, beginning.flags,
          isAtStart: beginning.isAtStart)
      else { return nil }
      return Start(search: number, entry: search.entry, table: table)
    }
    if beginnings.count >= Self.mostBeginnings { beginnings = [:] }
    beginnings[beginning] = starts
    return starts
  }
}
