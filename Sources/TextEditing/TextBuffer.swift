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
    text.reserveCapacity(storage.reduce(0) { $0 + $1.text.utf8.count + $1.ending.rawValue.utf8.count })
    for line in storage {
      text += line.text
      text += line.ending.rawValue
    }
    return text
  }

  /// How many lines there are, at least 1.
  package var lineCount: Int { storage.count }

  /// The lines without their endings.
  package var lines: some RandomAccessCollection<String> { storage.lazy.map(\.text) }

  /// A line without its ending.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func line(_ index: Int) -> String { storage[index].text }

  /// How many graphemes a line has. Takes time in proportion to the line.
  ///
  /// - Precondition: `index` is one of `0..<lineCount`.
  package func characterCount(ofLine index: Int) -> Int { storage[index].text.count }

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
    guard position.line >= 0 else { return start }
    guard position.line < storage.count else { return end }
    let line = storage[position.line].text
    let index = line.index(line.startIndex, offsetBy: max(0, position.character), limitedBy: line.endIndex)
    guard index == nil else { return Position(line: position.line, character: max(0, position.character)) }
    return endOfLine(position.line)
  }

  package func clamped(_ range: Range<Position>) -> Range<Position> {
    clamped(range.lowerBound)..<clamped(range.upperBound)
  }

  /// The text between two places, with the line endings as they are.
  package func text(in range: Range<Position>) -> String {
    let range = clamped(range)
    let (first, last) = (range.lowerBound.line, range.upperBound.line)
    guard first < last else {
      let line = storage[first].text
      return String(
        line[line.index(at: range.lowerBound.character)..<line.index(at: range.upperBound.character)])
    }
    let between = storage[(first + 1)..<last].map(\.textWithEnding).joined()
    return textAfter(range.lowerBound) + between + textBefore(range.upperBound)
  }

  /// What of its line stands before a place that exists.
  func textBefore(_ position: Position) -> Substring {
    let line = storage[position.line].text
    return line[..<line.index(at: position.character)]
  }

  /// What of its line stands after a place that exists, with the line's ending.
  func textAfter(_ position: Position) -> String {
    let line = storage[position.line]
    return line.text[line.text.index(at: position.character)...] + line.ending.rawValue
  }
}

extension String {
  /// The place behind so many graphemes; the end where there are fewer.
  func index(at character: Int) -> Index {
    index(startIndex, offsetBy: character, limitedBy: endIndex) ?? endIndex
  }
}
