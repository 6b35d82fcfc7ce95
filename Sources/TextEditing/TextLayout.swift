package import Typography

/// The rows of a text at a width.
///
/// A line is laid out when it is asked for; `keepRows` remembers those that are on the screen. Nothing here
/// counts the rows of a whole text, so that a place is found as quickly in a large text as in a small one.
/// Two layouts are equal if they lay out in the same way, whatever they remember.
package struct TextLayout: Equatable, Sendable {
  /// In columns, at least 1.
  package let width: Int
  package let widths: ColumnWidths
  private var cache = LayoutCache()

  /// Widths below 1 are taken as 1.
  package init(width: Int, widths: ColumnWidths) {
    self.width = max(1, width)
    self.widths = widths
  }

  package static func == (left: TextLayout, right: TextLayout) -> Bool {
    left.width == right.width && left.widths == right.widths
  }

  /// How a line is laid out.
  ///
  /// - Precondition: `index` is a line of the buffer.
  package func layout(ofLine index: Int, in buffer: TextBuffer) -> LineLayout {
    let line = buffer.line(index)
    return cache.layout(of: line) ?? LineLayout(line, width: width, widths: widths)
  }

  /// Remembers the layouts of the lines that show in so many rows, and forgets the longest unused.
  package mutating func keepRows(from top: RowPosition, count: Int, in buffer: TextBuffer) {
    var line = min(max(0, top.line), buffer.lineCount - 1)
    var missing = count + max(0, top.row)
    while missing > 0, line < buffer.lineCount {
      let text = buffer.line(line)
      cache.keep(text) { LineLayout(text, width: width, widths: widths) }
      missing -= layout(ofLine: line, in: buffer).rows.count
      line += 1
    }
  }

  /// The row in which the caret stands at a place.
  package func row(of position: Position, in buffer: TextBuffer) -> RowPosition {
    place(of: position, in: buffer).row
  }

  /// The row and column in which the caret stands at a place. The column is at most the width.
  package func place(of position: Position, in buffer: TextBuffer) -> (row: RowPosition, column: Int) {
    let position = buffer.clamped(position)
    let place = layout(ofLine: position.line, in: buffer).place(ofCharacter: position.character)
    return (RowPosition(line: position.line, row: place.row), place.column)
  }

  /// The place in a row that is nearest to a column, at it or left of it.
  package func position(in row: RowPosition, column: Int, of buffer: TextBuffer) -> Position {
    let row = clamped(row, in: buffer)
    let layout = layout(ofLine: row.line, in: buffer)
    return Position(line: row.line, character: layout.character(inRow: row.row, column: column))
  }
}
