/// A text as an array of lines.
///
/// Lines end in "\n" or "\r\n", each in its own; a text that ends in a line break has an empty last line.
/// What was put in comes out again byte for byte. An edit costs what its lines are long, whatever the
/// size of the text.
package struct TextBuffer: Equatable, Sendable {
  /// Never empty. Only the last line has no ending.
  var storage: [Line]

  /// Takes a text apart into lines, in one pass over its bytes.
  package init(_ text: String) {
    storage = Line.lines(of: text)
  }

  /// Exactly the text that went in, with the edits since.
  package var text: String {
    var text = ""
    text.reserveCapacity(byteCount)
    for line in storage {
      text += line.text
      text += line.ending.rawValue
    }
    return text
  }

  /// How long the text is, in bytes. Takes time in proportion to the number of lines.
  package var byteCount: Int {
    storage.reduce(0) { $0 + $1.text.utf8.count + $1.ending.rawValue.utf8.count }
  }

  /// How many lines there are, at least 1.
  package var lineCount: Int { storage.count }

  /// The lines without their endings.
  package var lines: some RandomAccessCollection<String> { storage.lazy.map(\.text) }

  /// A line without its ending.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func line(_ index: Int) -> String { storage[index].text }

  /// How many graphemes a line has. Takes time in proportion to the line, but none where it is long.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func characterCount(ofLine index: Int) -> Int { storage[index].characterCount }

  /// The text of some graphemes of a line, as far as there are so many.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func text(ofLine index: Int, characters range: Range<Int>) -> Substring {
    storage[index].text(ofCharacters: range)
  }

  package var start: Position { Position(line: 0, character: 0) }

  package var end: Position { endOfLine(storage.count - 1) }

  /// The place before a line's ending.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func endOfLine(_ index: Int) -> Position {
    Position(line: index, character: characterCount(ofLine: index))
  }

  /// The nearest place that exists: a place right of a line's end becomes that end.
  package func clamped(_ position: Position) -> Position {
    place(at: position).position
  }

  package func clamped(_ range: Range<Position>) -> Range<Position> {
    clamped(range.lowerBound)..<clamped(range.upperBound)
  }

  /// The text between two places, with the line endings as they are.
  package func text(in range: Range<Position>) -> String {
    text(from: place(at: range.lowerBound), to: place(at: range.upperBound))
  }
}
