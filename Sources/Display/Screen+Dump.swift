extension Screen {
  /// The text of every row between "|", so that blanks at its end count. Rows end in "\n".
  package var textDump: String {
    dump { row in row.reduce(into: "") { $0 += $1.text } }
  }

  /// The letter of its style for every cell, in the same form.
  package var styleDump: String {
    dump { row in row.reduce(into: "") { $0.append($1.style.rawValue) } }
  }

  private func dump(_ text: (ArraySlice<Cell>) -> String) -> String {
    (0..<size.rows).reduce(into: "") { $0 += "|\(text(row($1)))|\n" }
  }
}
