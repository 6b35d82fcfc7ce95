import Display
import Typography

extension Screen {
  /// Draws text wrapped at the rectangle's width, cut at its height.
  /// - Returns: the rows used.
  @discardableResult
  mutating func drawParagraph(
    _ text: String, in rect: Rect, style: Style, widths: ColumnWidths
  ) -> Int {
    guard rect.columns > 0, rect.rows > 0 else { return 0 }
    let rows = wrappedRows(of: text, width: rect.columns, widths: widths)
    for (index, row) in rows.prefix(rect.rows).enumerated() {
      let isCut = index == rect.rows - 1 && rows.count > rect.rows
      let shown = isCut ? widths.shortened(row + " ...", to: rect.columns) : row
      draw(shown, column: rect.column, row: rect.row + index, in: rect, style: style)
    }
    return min(rows.count, rect.rows)
  }

  /// Draws pieces of one line one after the other. What doesn't fit is cut.
  /// - Returns: the column after the last.
  @discardableResult
  mutating func drawLine(_ spans: [Span], in rect: Rect, row: Int) -> Int {
    var column = rect.column
    for span in spans {
      column = draw(span.text, column: column, row: row, in: rect, style: span.style)
    }
    return column
  }

  /// A thin line across the rectangle, from a character that is narrow everywhere.
  mutating func drawRule(in rect: Rect, row: Int) {
    draw(String(repeating: "-", count: rect.columns), column: rect.column, row: row, in: rect, style: .rule)
  }
}

/// A piece of a line, with its role.
struct Span: Equatable {
  let text: String
  let style: Style

  init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}

/// The rows that text takes at this width, without the white space at their ends.
func wrappedRows(of text: String, width: Int, widths: ColumnWidths) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
    let line = String(line)
    let characters = Array(line)
    return LineLayout(line, width: width, widths: widths).rows.map { row in
      var slice = characters[row.characters]
      while slice.last?.isWhitespace == true { slice.removeLast() }
      return String(slice)
    }
  }
}
