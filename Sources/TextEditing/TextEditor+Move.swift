import Typography

extension TextEditor {
  /// Puts the caret at the nearest place that exists.
  package mutating func move(to position: Position) {
    setCaret(buffer.clamped(position))
  }

  package mutating func moveToTextStart() { setCaret(buffer.start) }
  package mutating func moveToTextEnd() { setCaret(buffer.end) }

  /// One grapheme to the left; from a line's start to the end of the line above.
  package mutating func moveLeft() { setCaret(positionLeft) }

  /// One grapheme to the right; from a line's end to the start of the line below.
  package mutating func moveRight() { setCaret(positionRight) }

  /// To the nearest start of a word or phrase (文節) at the left; from a line's start to the line above.
  package mutating func moveWordLeft() { setCaret(positionWordLeft) }

  /// To the start of the next word or phrase (文節), or the line's end; from there to the line below.
  package mutating func moveWordRight() { setCaret(positionWordRight) }

  var positionLeft: Position {
    guard caret.character == 0 else { return Position(line: caret.line, character: caret.character - 1) }
    return caret.line == 0 ? caret : buffer.endOfLine(caret.line - 1)
  }

  var positionRight: Position {
    guard caret == buffer.endOfLine(caret.line) else {
      return Position(line: caret.line, character: caret.character + 1)
    }
    return caret.line == buffer.lineCount - 1 ? caret : Position(line: caret.line + 1, character: 0)
  }

  var positionWordLeft: Position {
    guard caret.character > 0 else { return positionLeft }
    let words = WordWindow(of: caret.line, in: buffer, around: caret.character)
    return Position(line: caret.line, character: words.last(before: caret.character))
  }

  private var positionWordRight: Position {
    guard caret < buffer.endOfLine(caret.line) else { return positionRight }
    let words = WordWindow(of: caret.line, in: buffer, around: caret.character)
    return Position(line: caret.line, character: words.first(after: caret.character))
  }
}

/// Where words begin near a place of a line. Finding all words of a line of a megabyte takes a tenth of a
/// second, so that only a part of a very long line is looked at.
private struct WordWindow {
  /// How many graphemes are looked at on each side.
  private static let reach = 2_000

  private let boundaries: [Int]

  init(of line: Int, in buffer: TextBuffer, around character: Int) {
    let start = max(0, character - WordWindow.reach)
    let window = buffer.text(ofLine: line, characters: start..<(character + WordWindow.reach))
    boundaries = WordBoundaries.offsets(in: String(window)).map { start + $0 }
  }

  func last(before character: Int) -> Int {
    boundaries.last { $0 < character } ?? 0
  }

  func first(after character: Int) -> Int {
    boundaries.first { $0 > character } ?? character
  }
}
