internal import CICU

/// Where a line may be broken, by character.
struct RowBreaks {
  /// For each character, whether a break may stand before it. Never true for the first.
  let isBreak: [Bool]

  /// Places by UAX 14 for Japanese with strict kinsoku.
  init(in line: String) {
    self.init(in: line, kind: KISEKI_BREAK_ROW)
  }

  /// Places between phrases (文節) and words.
  init(betweenPhrasesOf line: String) {
    self.init(in: line, kind: KISEKI_BREAK_PHRASE)
  }

  private init(in line: String, kind: kiseki_break_kind) {
    let units = Array(line.utf16)
    var marked = [Bool](repeating: false, count: units.count + 1)
    if let length = Int32(exactly: units.count) { _ = kiseki_mark_breaks(kind, units, length, &marked) }
    var unit = 0
    isBreak = line.map { character in
      defer { unit += character.utf16.count }
      return marked[unit]
    }
  }
}
