/// A position that exists, and where that is in the line's text. Valid until the next edit.
struct Place {
  let position: Position
  let index: String.Index
}

extension TextBuffer {
  /// The nearest place that exists. Takes time in proportion to what stands before it in the line.
  func place(at position: Position) -> Place {
    let number = min(max(0, position.line), storage.count - 1)
    let line = storage[number].text
    let character = position.line < 0 ? 0 : position.line > number ? Int.max : max(0, position.character)
    if let index = line.index(line.startIndex, offsetBy: character, limitedBy: line.endIndex) {
      return Place(position: Position(line: number, character: character), index: index)
    }
    return Place(position: endOfLine(number), index: line.endIndex)
  }

  func text(from start: Place, to end: Place) -> String {
    let (first, last) = (start.position.line, end.position.line)
    guard first < last else {
      return String(storage[first].text[start.index..<end.index])
    }
    return textAfter(start) + storage[(first + 1)..<last].map(\.textWithEnding).joined() + textBefore(end)
  }

  /// What of its line stands before a place.
  func textBefore(_ place: Place) -> Substring {
    storage[place.position.line].text[..<place.index]
  }

  /// What of its line stands after a place, with the line's ending.
  func textAfter(_ place: Place) -> String {
    let line = storage[place.position.line]
    return line.text[place.index...] + line.ending.rawValue
  }

  func grapheme(before position: Position) -> Character? {
    guard position.character > 0 else { return nil }
    let line = storage[position.line].text
    return line[line.index(line.startIndex, offsetBy: position.character - 1)]
  }
}
