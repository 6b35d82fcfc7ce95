/// A line's characters by what counts for its layout: their columns, and which are spaces.
struct MeasuredLine {
  let columns: [UInt8]
  private let isSpace: [Bool]

  init(_ line: String, widths: ColumnWidths) {
    columns = line.map { UInt8(clamping: widths.columns(of: $0)) }
    isSpace = line.map(\.isHangingSpace)
  }

  /// The rows at a width. `breaks` is asked only where there is more than one.
  func rows(width: Int, breaks: () -> RowBreaks) -> [LineLayout.Row] {
    var filling = RowFilling(width: width)
    guard !fits(width) else {
      for offset in columns.indices { filling.take(Int(columns[offset]), isSpace: isSpace[offset]) }
      return filling.finished()
    }
    let mayBreak = breaks().isBreak
    for offset in columns.indices {
      if mayBreak[offset], !isSpace[offset] { filling.noteBreak() }
      filling.take(Int(columns[offset]), isSpace: isSpace[offset])
    }
    return filling.finished()
  }

  private func fits(_ width: Int) -> Bool {
    var end = 0
    for offset in columns.indices {
      end += Int(columns[offset])
      guard end <= width || isSpace[offset] else { return false }
    }
    return true
  }
}

/// Rows being filled, character after character.
private struct RowFilling {
  let width: Int
  private var rows: [LineLayout.Row] = []
  private var start = 0
  private var offset = 0
  /// The columns of all that stands in the row, and of that without the spaces at its end.
  private var filled = 0
  private var written = 0
  /// The last place in the row where it may end, with both counts up to there.
  private var lastBreak: (offset: Int, filled: Int, written: Int)?

  init(width: Int) { self.width = width }

  /// The row may end before the next character.
  mutating func noteBreak() {
    guard offset > start else { return }
    lastBreak = (offset, filled, written)
  }

  mutating func take(_ columns: Int, isSpace: Bool) {
    while !isSpace, filled + columns > width, offset > start { endRow() }
    offset += 1
    filled += columns
    if !isSpace { written = filled }
  }

  mutating func finished() -> [LineLayout.Row] {
    append(upTo: offset, filled: filled, written: written)
    return rows
  }

  private mutating func endRow() {
    let end = lastBreak ?? (offset, filled, written)
    append(upTo: end.offset, filled: end.filled, written: end.written)
    start = end.offset
    filled -= end.filled
    written = max(0, written - end.filled)
    lastBreak = nil
  }

  private mutating func append(upTo end: Int, filled: Int, written: Int) {
    rows.append(LineLayout.Row(characters: start..<end, columns: max(written, min(filled, width))))
  }
}

extension Character {
  /// A space that may stand beyond a row's end: all but those that forbid a break.
  var isHangingSpace: Bool {
    switch self {
    case " ", "\t", "\u{3000}", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}": true
    default: false
    }
  }
}
