/// How large a screen or a part of it is, in terminal cells. Never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  /// Negative numbers are taken as 0: a window may be resized to less than what a layout asks for.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place on the screen: column and row, both from 0 at the top left.
package struct ScreenPosition: Hashable, Sendable {
  package var column: Int
  package var row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// A rectangle of cells. Its size is never negative, whatever is cut off.
package struct Rect: Hashable, Sendable {
  package let column: Int
  package let row: Int
  package let size: Size

  package var columns: Int { size.columns }
  package var rows: Int { size.rows }
  /// The first column right of the rectangle.
  package var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  package var endRow: Int { row + rows }

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    size = Size(columns: columns, rows: rows)
  }

  /// What both rectangles cover; a rectangle of no cells where they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let column = max(self.column, other.column)
    let row = max(self.row, other.row)
    return Rect(
      column: column, row: row, columns: min(endColumn, other.endColumn) - column,
      rows: min(endRow, other.endRow) - row)
  }

  /// The rectangle without `left`, `top`, `right` and `bottom` cells at its sides.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: column + left, row: row + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }

  /// The rectangle cut in two: `columns` cells at the left, the rest at the right.
  package func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, columns), self.columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + cut, row: row, columns: self.columns - cut, rows: rows)
    )
  }

  /// The rectangle cut in two: `rows` cells at the top, the rest below.
  package func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: self.rows - cut)
    )
  }

  /// The rectangle cut in two: `rows` cells at the bottom, the rest above.
  package func splitBottom(_ rows: Int) -> (bottom: Rect, rest: Rect) {
    let cut = min(max(0, rows), self.rows)
    let parts = splitTop(self.rows - cut)
    return (parts.rest, parts.top)
  }
}
