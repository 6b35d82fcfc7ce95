import TextEditing

/// The model to compare with: a text as nothing but bytes, with every question answered by going through all of it.
struct PlainText {
  var bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Every place where a caret can stand, with its byte offset.
  var places: [(position: Position, byte: Int)] {
    var position = Position(line: 0, character: 0)
    var byte = 0
    var places = [(position, byte)]
    for character in text {
      byte += character.utf8.count
      if character == "\n" || character == "\r\n" {
        position = Position(line: position.line + 1, character: 0)
      } else {
        position.character += 1
      }
      places.append((position, byte))
    }
    return places
  }

  /// What ends the line of a place; where nothing does, what ends the line above.
  func lineBreak(at byte: Int) -> String {
    func isFeed(_ index: Int) -> Bool { bytes[index] == 10 }
    guard let feed = (byte..<bytes.count).first(where: isFeed) ?? bytes.indices.last(where: isFeed) else {
      return "\n"
    }
    return feed > 0 && bytes[feed - 1] == 13 ? "\r\n" : "\n"
  }

  /// Replaces bytes, and gives the first place that is at or after what was inserted.
  mutating func replace(_ range: Range<Int>, with inserted: String) -> Position? {
    bytes.replaceSubrange(range, with: inserted.utf8)
    return places.first { $0.byte >= range.lowerBound + inserted.utf8.count }?.position
  }
}

extension String {
  var bytes: [UInt8] { Array(utf8) }

  /// Every line break made into another one, scalar by scalar.
  func withLineBreaks(_ lineBreak: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in unicodeScalars {
      if scalar == "\n" {
        if scalars.last == "\r" { scalars.removeLast() }
        scalars += Array(lineBreak.unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }
}
