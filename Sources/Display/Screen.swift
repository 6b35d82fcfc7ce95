package import Typography

/// A grid of cells: everything that a terminal shows at a moment, as a value.
///
/// It never has half a wide character: a wide cell is followed by its right half, and overwriting one half
/// makes the other a blank, also beyond the rectangle that is drawn in. Whatever lies outside the screen is
/// left out, so that nobody who draws needs to measure first.
package struct Screen: Equatable, Sendable {
  package let size: Size
  /// How the terminal measures text.
  package let widths: ColumnWidths
  /// Where the terminal's own cursor stands. It shows where typed text goes, and is where an input method
  /// opens its window.
  package var caret: ScreenPosition?
  /// Row by row.
  private var cells: [Cell]

  /// More than any window has.
  static let largest = Size(columns: 4_096, rows: 2_048)

  /// A blank screen, of at most 4,096 columns and 2,048 rows.
  package init(size: Size, widths: ColumnWidths) {
    self.size = Size(
      columns: min(size.columns, Screen.largest.columns), rows: min(size.rows, Screen.largest.rows))
    self.widths = widths
    cells = Array(repeating: .blank(.plain), count: self.size.columns * self.size.rows)
  }

  /// The whole screen.
  package var bounds: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }

  /// The cell at a place of the screen.
  ///
  /// - Precondition: The place is on the screen.
  package subscript(column: Int, row: Int) -> Cell {
    precondition(0..<size.columns ~= column, "column outside the screen")
    return cells[row * size.columns + column]
  }

  /// A row's cells from the left. Their columns add up to the screen's.
  ///
  /// - Precondition: `0..<size.rows` has the index.
  package func row(_ index: Int) -> ArraySlice<Cell> {
    cells[(index * size.columns)..<((index + 1) * size.columns)]
  }

  /// The rows that a terminal that shows `previous` has to draw anew: all of them if the size is another.
  package func rowsDiffering(from previous: Screen) -> [Int] {
    guard size == previous.size else { return Array(0..<size.rows) }
    return (0..<size.rows).filter { row($0) != previous.row($0) }
  }

  /// Makes a rectangle blank, in a style.
  package mutating func fill(_ rect: Rect, _ style: Style) {
    let rect = rect.intersection(bounds)
    guard rect.columns > 0 else { return }
    for row in rect.row..<rect.endRow {
      separate(at: rect.column, row: row)
      separate(at: rect.endColumn, row: row)
      for column in rect.column..<rect.endColumn {
        set(.blank(style), column, row)
      }
    }
  }

  /// Gives what stands in a rectangle another style. A wide character that is half inside changes as a whole.
  package mutating func restyle(_ rect: Rect, _ style: Style) {
    let rect = rect.intersection(bounds)
    guard rect.columns > 0 else { return }
    for row in rect.row..<rect.endRow {
      let start = self[rect.column, row].columns == 0 ? rect.column - 1 : rect.column
      let end = self[rect.endColumn - 1, row].columns == 2 ? rect.endColumn + 1 : rect.endColumn
      for column in start..<end {
        set(self[column, row].restyled(style), column, row)
      }
    }
  }

  /// Draws text in one row, and gives the column behind it, where more could be drawn.
  ///
  /// Only glyphs that are safe for a terminal are drawn; those that stand for another character get the
  /// style `substitute`. Only what lies in `clip` (the whole screen if there is none) is drawn: what is
  /// left of it counts, and drawing ends at its right edge. Of a wide character that an edge cuts, a blank
  /// is drawn.
  @discardableResult
  package mutating func draw(
    _ text: some StringProtocol, column: Int, row: Int, in clip: Rect? = nil, style: Style = .plain
  ) -> Int {
    let clip = clip.map { $0.intersection(bounds) } ?? bounds
    guard clip.row..<clip.endRow ~= row else { return column }
    var column = column
    for character in text {
      guard column < clip.endColumn else { break }
      if column >= clip.column, let plain = PlainGlyph(character), column + plain.columns <= clip.endColumn {
        put(Cell(plain, style: style), column, row)
        column += plain.columns
      } else {
        for glyph in widths.glyphs(for: character) {
          draw(glyph, column: column, row: row, in: clip, style: style)
          column = min(column + glyph.columns, max(column, clip.endColumn))
        }
      }
    }
    return column
  }

  /// Draws what of a glyph lies in `clip`, which lies on the screen.
  private mutating func draw(_ glyph: Glyph, column: Int, row: Int, in clip: Rect, style: Style) {
    let cell = Cell(glyph.text, columns: glyph.columns, style: glyph.isSubstitute ? .substitute : style)
    let end = column + glyph.columns
    guard end > clip.column, column < clip.endColumn else { return }
    guard column >= clip.column, end <= clip.endColumn else {
      let place = Rect(column: column, row: row, columns: glyph.columns, rows: 1)
      fill(place.intersection(clip), cell.style)
      return
    }
    put(cell, column, row)
  }

  private mutating func put(_ cell: Cell, _ column: Int, _ row: Int) {
    separate(at: column, row: row)
    separate(at: column + cell.columns, row: row)
    set(cell, column, row)
    if cell.columns == 2 {
      set(.rightHalf(cell.style), column + 1, row)
    }
  }

  /// Makes both halves of a wide character blanks where it reaches over the left edge of a cell.
  private mutating func separate(at column: Int, row: Int) {
    guard column > 0, column < size.columns, self[column, row].columns == 0 else { return }
    set(.blank(self[column - 1, row].style), column - 1, row)
    set(.blank(self[column, row].style), column, row)
  }

  private mutating func set(_ cell: Cell, _ column: Int, _ row: Int) {
    cells[row * size.columns + column] = cell
  }
}
