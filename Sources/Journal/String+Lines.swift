extension StringProtocol {
  /// Without white space at its start and its end; that includes the Japanese space.
  var trimmed: String {
    let head = drop(while: \.isWhitespace)
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }

  /// With spaces for line breaks.
  var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

  /// There is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The first lines up to a blank one, as one line: Latin words are parted by a space, Japanese ones are not.
  var firstParagraph: String {
    let lines = trimmed.lines.map(\.trimmed).prefix { !$0.isEmpty }
    return lines.reduce(into: "") { paragraph, line in
      let needsSpace = paragraph.last.map { !$0.isJapanese } ?? false && !(line.first?.isJapanese ?? true)
      paragraph += (needsSpace ? " " : "") + line
    }
  }
}

extension Substring {
  /// The lines, without their endings.
  var lines: [Substring] {
    linesWithEndings.map { $0[..<$0.lineEnding.startIndex] }
  }

  /// "\n" or "\r\n" at the end of a line, or nothing.
  var lineEnding: Substring {
    guard utf8.last == UInt8(ascii: "\n") else { return self[endIndex...] }
    let content = utf8.dropLast()
    return Substring(utf8[(content.last == UInt8(ascii: "\r") ? content.dropLast() : content).endIndex...])
  }

  /// The lines with their endings: together they are the text, byte for byte.
  var linesWithEndings: [Substring] {
    var lines: [Substring] = []
    var start = startIndex
    while let feed = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
      let next = utf8.index(after: feed)
      lines.append(self[start..<next])
      start = next
    }
    lines.append(self[start...])
    return lines
  }
}

extension String {
  /// The lines, without their endings "\n" and "\r\n". Text that ends in a line ending has an empty last line,
  /// as an editor shows it.
  package var lines: [Substring] { self[...].lines }
}

extension Character {
  /// Kana, kanji, and the punctuation and full-width forms that go with them.
  fileprivate var isJapanese: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
