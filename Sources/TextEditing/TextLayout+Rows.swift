package import Typography

/// A row as it is drawn.
package struct VisibleRow: Sendable {
  package let position: RowPosition
  package let row: LineLayout.Row
  /// The row's text, with the spaces that hang beyond the width.
  package let text: Substring

  /// The place before the row's first grapheme.
  package var start: Position { Position(line: position.line, character: row.characters.lowerBound) }
}

extension TextLayout {
  /// The nearest row that exists.
  package func clamped(_ row: RowPosition, in buffer: TextBuffer) -> RowPosition {
    guard row.line >= 0 else { return RowPosition(line: 0, row: 0) }
    let isBeyond = row.line >= buffer.lineCount
    let line = isBeyond ? buffer.lineCount - 1 : row.line
    let last = rowCount(ofLine: line, in: buffer, through: isBeyond ? .end : .row(row.row)) - 1
    return RowPosition(line: line, row: isBeyond ? last : min(max(0, row.row), last))
  }

  /// The row `count` rows further down, or up if it is negative; the first or last one where there are fewer.
  /// Lays out the lines on the way.
  package func advance(_ row: RowPosition, by count: Int, in buffer: TextBuffer) -> RowPosition {
    var place = clamped(row, in: buffer)
    place.row += min(max(count, -Int.max / 2), Int.max / 2)
    while place.row < 0, place.line > 0 {
      place.line -= 1
      place.row += rowCount(ofLine: place.line, in: buffer, through: .end)
    }
    while place.line < buffer.lineCount - 1 {
      let rows = rowCount(ofLine: place.line, in: buffer, through: .row(place.row))
      guard place.row >= rows else { break }
      place.line += 1
      place.row -= rows
    }
    return clamped(place, in: buffer)
  }

  /// The top row of a view of `rows` rows that shows a place, moved as little as possible from `top`.
  package func top(
    from top: RowPosition, showing position: Position, rows: Int, in buffer: TextBuffer
  ) -> RowPosition {
    let row = row(of: position, in: buffer)
    let highest = advance(row, by: 1 - max(1, rows), in: buffer)
    return max(highest, min(row, clamped(top, in: buffer)))
  }

  /// The rows from `top` on, at most `count`; fewer where the text ends.
  package func visibleRows(from top: RowPosition, count: Int, in buffer: TextBuffer) -> [VisibleRow] {
    let top = clamped(top, in: buffer)
    var visible: [VisibleRow] = []
    var (line, firstRow) = (top.line, top.row)
    while visible.count < count, line < buffer.lineCount {
      let last = firstRow + count - visible.count - 1
      let rows = layout(ofLine: line, in: buffer, through: .row(last)).rows[firstRow...]
      visible += cut(line, of: buffer, into: rows.prefix(count - visible.count))
      (line, firstRow) = (line + 1, 0)
    }
    return visible
  }

  /// How many rows a line has, or how many of them are laid out: more than up to the extent.
  private func rowCount(
    ofLine line: Int, in buffer: TextBuffer, through extent: LineLayout.Extent
  ) -> Int {
    layout(ofLine: line, in: buffer, through: extent).rows.count
  }

  private func cut(
    _ line: Int, of buffer: TextBuffer, into rows: ArraySlice<LineLayout.Row>
  ) -> [VisibleRow] {
    let text = buffer.line(line)
    let offset = rows.first?.characters.lowerBound ?? 0
    var index = buffer.place(at: Position(line: line, character: offset)).index
    return zip(rows.indices, rows).map { number, row in
      let start = index
      index = text.index(start, offsetBy: row.characters.count, limitedBy: text.endIndex) ?? text.endIndex
      return VisibleRow(
        position: RowPosition(line: line, row: number), row: row, text: text[start..<index])
    }
  }
}
