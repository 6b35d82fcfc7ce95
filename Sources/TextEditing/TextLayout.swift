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
    layout(ofLine: index, in: buffer, through: .end)
  }

  /// The same, as far as it is needed.
  func layout(ofLine index: Int, in buffer: TextBuffer, through extent: LineLayout.Extent) -> LineLayout {
    let line = buffer.storage[index]
    let layout = cache.layout(of: line) ?? newLayout(of: line)
    guard !layout.reaches(extent) else { return layout }
    return layout.laidOut(through: extent, widths: widths) { String(line.text(ofCharacters: $0)) }
  }

  /// Of a line that was long before it was edited, only what has changed is laid out.
  private func newLayout(of line: Line) -> LineLayout {
    cache.layout(ofChanged: line, widths: widths) ?? LineLayout(line.text, width: width, widths: widths)
  }

  /// Remembers the layouts of the lines that show in so many rows, and forgets the longest unused.
  package mutating func keepRows(from top: RowPosition, count: Int, in buffer: TextBuffer) {
    var line = min(max(0, top.line), buffer.lineCount - 1)
    var missing = count + max(0, top.row)
    while missing > 0, line < buffer.lineCount {
      let layout = layout(ofLine: line, in: buffer, through: .row(missing - 1))
      cache.keep(buffer.storage[line], layout)
      missing -= layout.rows.count
      line += 1
    }
  }

  /// Remembers the layout of a line up to a place.
  package mutating func keepRow(of position: Position, in buffer: TextBuffer) {
    let line = buffer.clamped(position).line
    cache.keep(
      buffer.storage[line], layout(ofLine: line, in: buffer, through: .character(position.character)))
  }

  /// The row in which the caret stands at a place.
  package func row(of position: Position, in buffer: TextBuffer) -> RowPosition {
    place(of: position, in: buffer).row
  }

  /// The row and column in which the caret stands at a place. The column is at most the width.
  package func place(of position: Position, in buffer: TextBuffer) -> (row: RowPosition, column: Int) {
    let position = buffer.clamped(position)
    let place = layout(ofLine: position.line, in: buffer, through: .character(position.character))
      .place(ofCharacter: position.character)
    return (RowPosition(line: position.line, row: place.row), place.column)
  }

  /// The place in a row that is nearest to a column, at it or left of it.
  package func position(in row: RowPosition, column: Int, of buffer: TextBuffer) -> Position {
    let row = clamped(row, in: buffer)
    let layout = layout(ofLine: row.line, in: buffer, through: .row(row.row))
    return Position(line: row.line, character: layout.character(inRow: row.row, column: column))
  }
}
