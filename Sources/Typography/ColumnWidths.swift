/// How many terminal columns text takes, and what of it may be drawn.
package struct ColumnWidths: Hashable, Sendable {
  /// How the terminal shows characters of East Asian Width "Ambiguous" (※ ○ → … “).
  package enum Ambiguous: String, CaseIterable, Hashable, Sendable {
    case narrow
    case wide
  }

  package let ambiguous: Ambiguous

  /// Narrow is what terminals do unless they are told otherwise.
  package init(ambiguous: Ambiguous = .narrow) {
    self.ambiguous = ambiguous
  }

  /// The columns of one character: the sum of its glyphs' columns. Never less than 1, never more than
  /// `mostColumns`: whatever stands in a text can be seen and passed by the caret.
  package func columns(of character: Character) -> Int {
    if let plain = PlainGlyph(character) { return plain.columns }
    return ScalarReadings(of: character, ambiguous: ambiguous).reduce(0) { $0 + $1.columns }
  }

  /// The columns of a text, drawn in one row.
  package func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  /// The most columns that one character can take.
  package static let mostColumns = ScalarReadings.mostColumns + Substitute.rest.columns

  /// What may reach the terminal for a character, in order from the left. Never empty.
  package func glyphs(for character: Character) -> [Glyph] {
    ScalarReadings(of: character, ambiguous: ambiguous).reduce(into: []) { glyphs, reading in
      switch reading {
      case .nothing:
        break
      case .spacing(let scalar, let columns):
        glyphs.append(Glyph(text: String(scalar), columns: columns, isSubstitute: false))
      case .mark(let scalar):
        glyphs.append(mark: scalar)
      case .substitute(let substitute):
        glyphs += substitute.glyphs
      }
    }
  }

  /// The beginning of a text that fits into so many columns. Never cuts a character. Reads no more of the text than
  /// that.
  package func prefix(of text: String, fitting columns: Int) -> Substring {
    var room = max(0, columns)
    return text.prefix { character in
      room -= self.columns(of: character)
      return room >= 0
    }
  }

  /// The text, cut to so many columns where it is longer; it then ends in "..." (the sign … is ambiguous).
  package func shortened(_ text: String, to columns: Int) -> String {
    guard prefix(of: text, fitting: columns).endIndex < text.endIndex else { return text }
    let ellipsis = String(repeating: ".", count: min(3, max(0, columns)))
    return prefix(of: text, fitting: columns - ellipsis.count) + ellipsis
  }
}

extension [Glyph] {
  fileprivate mutating func append(mark: Unicode.Scalar) {
    guard let last = popLast() else { return }
    append(Glyph(text: last.text + String(mark), columns: last.columns, isSubstitute: last.isSubstitute))
  }
}
