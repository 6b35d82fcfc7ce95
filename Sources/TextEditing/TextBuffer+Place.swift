/// A position that exists, and where that is in the line's text. Valid until the next edit.
struct Place {
  let position: Position
  let index: String.Index
}

extension TextBuffer {
  /// The nearest place that exists. Takes time in proportion to what stands before it in the line, but not more in a
  /// long one.
  func place(at position: Position) -> Place {
    let number = min(max(0, position.line), storage.count - 1)
    let character = position.line < 0 ? 0 : position.line > number ? Int.max : max(0, position.character)
    if let index = storage[number].index(ofCharacter: character) {
      return Place(position: Position(line: number, character: character), index: index)
    }
    return Place(position: endOfLine(number), index: storage[number].text.endIndex)
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

  /// What of its line stands after a place, with the line's ending; of a long line the next graphemes.
  func textAfter(_ place: Place, characters: Int) -> String {
    let line = storage[place.position.line]
    let end = line.text.index(place.index, offsetBy: characters, limitedBy: line.text.endIndex)
    return end.map { String(line.text[place.index..<$0]) } ?? textAfter(place)
  }

  /// What of its line stands after a place, with the line's ending.
  func textAfter(_ place: Place) -> String {
    let line = storage[place.position.line]
    return line.text[place.index...] + line.ending.rawValue
  }

  func grapheme(before position: Position) -> Character? {
    guard position.character > 0 else { return nil }
    let place = place(at: Position(line: position.line, character: position.character - 1))
    return storage[place.position.line].text[place.index]
  }
}
