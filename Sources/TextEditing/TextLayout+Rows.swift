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
    let last = rowCount(ofLine: line, in: buffer) - 1
    return RowPosition(line: line, row: isBeyond ? last : min(max(0, row.row), last))
  }

  /// The row `count` rows further down, or up if it is negative; the first or last one where there are fewer.
  /// Lays out the lines on the way.
  package func advance(_ row: RowPosition, by count: Int, in buffer: TextBuffer) -> RowPosition {
    var place = clamped(row, in: buffer)
    place.row += min(max(count, -Int.max / 2), Int.max / 2)
    while place.row < 0, place.line > 0 {
      place.line -= 1
      place.row += rowCount(ofLine: place.line, in: buffer)
    }
    while place.line < buffer.lineCount - 1 {
      let rows = rowCount(ofLine: place.line, in: buffer)
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
      let rows = layout(ofLine: line, in: buffer).rows[firstRow...]
      visible += cut(buffer.line(line), of: line, into: rows.prefix(count - visible.count))
      (line, firstRow) = (line + 1, 0)
    }
    return visible
  }

  private func rowCount(ofLine line: Int, in buffer: TextBuffer) -> Int {
    layout(ofLine: line, in: buffer).rows.count
  }

  private func cut(_ text: String, of line: Int, into rows: ArraySlice<LineLayout.Row>) -> [VisibleRow] {
    let offset = rows.first?.characters.lowerBound ?? 0
    var index = text.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
    return zip(rows.indices, rows).map { number, row in
      let start = index
      index = text.index(start, offsetBy: row.characters.count, limitedBy: text.endIndex) ?? text.endIndex
      return VisibleRow(
        position: RowPosition(line: line, row: number), row: row, text: text[start..<index])
    }
  }
}
