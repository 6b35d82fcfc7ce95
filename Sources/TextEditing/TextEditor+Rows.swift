extension TextEditor {
  /// One row up, in the column from which the vertical moves began. False in the first row.
  @discardableResult
  package mutating func moveUp(in layout: TextLayout) -> Bool { move(rows: -1, in: layout) }

  /// One row down, in the column from which the vertical moves began. False in the last row.
  @discardableResult
  package mutating func moveDown(in layout: TextLayout) -> Bool { move(rows: 1, in: layout) }

  /// So many rows down, or up if it is negative, as far as the text goes. False if it goes no further.
  @discardableResult
  package mutating func movePage(rows: Int, in layout: TextLayout) -> Bool { move(rows: rows, in: layout) }

  /// To the row's first grapheme.
  package mutating func moveToRowStart(in layout: TextLayout) {
    let row = layout.row(of: caret, in: buffer)
    setCaret(layout.position(in: row, column: 0, of: buffer))
  }

  /// To the last place in the row: the line's end, or before the row's last grapheme where the line goes on
  /// in the next row.
  package mutating func moveToRowEnd(in layout: TextLayout) {
    let row = layout.row(of: caret, in: buffer)
    setCaret(layout.position(in: row, column: layout.width, of: buffer))
  }

  private mutating func move(rows: Int, in layout: TextLayout) -> Bool {
    let here = layout.place(of: caret, in: buffer)
    let row = layout.advance(here.row, by: rows, in: buffer)
    guard row != here.row else { return false }
    let column = desiredColumn ?? here.column
    setCaret(layout.position(in: row, column: column, of: buffer), desiredColumn: column)
    return true
  }
}
