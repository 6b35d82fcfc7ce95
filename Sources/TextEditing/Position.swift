/// A place between two graphemes of a text: where a caret can stand.
package struct Position: Hashable, Comparable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// How many graphemes (Swift's `Character`) of the line stand before the place.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }

  /// The place behind a text that begins here and ends at a grapheme boundary.
  func advanced(by extent: TextExtent) -> Position {
    extent.lineBreaks == 0
      ? Position(line: line, character: character + extent.lastLineCharacters)
      : Position(line: line + extent.lineBreaks, character: extent.lastLineCharacters)
  }
}

/// How far a text reaches from where it begins.
struct TextExtent: Equatable {
  let lineBreaks: Int
  /// The graphemes behind the last line break, or of the whole text where there is none.
  let lastLineCharacters: Int

  init(of text: String) {
    lineBreaks = text.utf8.count { $0 == LineEnding.newline }
    lastLineCharacters = text.lastLine.count
  }
}
