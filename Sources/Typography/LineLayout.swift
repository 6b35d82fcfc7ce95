/// One line of a text laid out in rows of a given width: a soft wrap by the Japanese rules (kinsoku: closing signs,
/// small kana and ー begin no row, opening signs end none) and between words in English.
///
/// Every row fits the width but for two cases: spaces at a row's end hang beyond it, so that no row begins with the
/// space that a word ends with; and a character broader than the width has a row to itself. What has no place to
/// break for a whole row is broken between characters.
package struct LineLayout: Equatable, Sendable {
  /// One row on the screen.
  package struct Row: Hashable, Sendable {
    /// Offsets of characters in the line.
    package let characters: Range<Int>
    /// The columns the row fills. Hanging spaces do not count.
    package let columns: Int
  }

  /// In order, without a gap; all of them where the layout `isComplete`. Never empty: an empty line has one empty row.
  package let rows: [Row]
  /// The columns a row has, at least 1.
  package let width: Int
  let columns: [UInt8]

  /// Lays out a line without its line ending. Widths below 1 are taken as 1. Takes time in proportion to the line;
  /// a line that fits in one row never reaches ICU.
  package init(_ line: String, width: Int, widths: ColumnWidths) {
    let measured = MeasuredLine(line, widths: widths)
    self.width = max(1, width)
    columns = measured.columns
    rows = measured.rows(width: self.width, breaks: { RowBreaks(in: line) })
  }

  init(rows: [Row], width: Int, columns: [UInt8]) {
    self.rows = rows
    self.width = width
    self.columns = columns
  }

  /// The line's characters.
  package var characterCount: Int { columns.count }

  /// The row in which the caret stands before a character. An offset at a row's end belongs to the next row; offsets
  /// outside the line are taken as its ends.
  package func row(ofCharacter offset: Int) -> Int {
    var low = 0
    var high = rows.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if rows[middle].characters.lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The caret's place before a character. The column is at most the width: beside the last cell of a full row.
  package func place(ofCharacter offset: Int) -> (row: Int, column: Int) {
    let row = row(ofCharacter: offset)
    let start = rows[row].characters.lowerBound
    let end = min(max(start, offset), rows[row].characters.upperBound)
    return (row, min(width, columns[start..<end].reduce(0) { $0 + Int($1) }))
  }

  /// The caret's offset that is in the row and nearest to the column, at it or left of it; of offsets in one column
  /// (among hanging spaces) the last. Rows outside are taken as the nearest one.
  package func character(inRow row: Int, column: Int) -> Int {
    let row = min(max(0, row), rows.count - 1)
    let last = row == rows.count - 1 ? rows[row].characters.upperBound : rows[row].characters.upperBound - 1
    var offset = rows[row].characters.lowerBound
    var end = 0
    while offset < last {
      end += Int(columns[offset])
      guard min(width, end) <= column else { break }
      offset += 1
    }
    return offset
  }

  /// The column in which each character of a row begins, for drawing. Hanging spaces begin at or beyond the width.
  package func startColumns(inRow row: Int) -> [Int] {
    guard rows.indices.contains(row) else { return [] }
    var end = 0
    return columns[rows[row].characters].map { columns in
      defer { end += Int(columns) }
      return end
    }
  }
}
