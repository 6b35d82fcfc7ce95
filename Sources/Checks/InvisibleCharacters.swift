internal import Journal

/// Characters that a reader cannot see, or that change how others appear.
enum InvisibleCharacters {
  /// Runs of them; those that belong to an emoji, a kanji's shape or a script's spelling are none.
  static func places(in text: String) -> [Finding.Place] {
    var places: [Finding.Place] = []
    for (number, line) in text.lines.enumerated() where line.unicodeScalars.contains(where: \.isInvisible) {
      append(line, number, to: &places)
    }
    return places
  }

  private static func append(_ line: Substring, _ number: Int, to places: inout [Finding.Place]) {
    let isRightToLeft = line.unicodeScalars.contains(where: \.isRightToLeft)
    var before: Character?
    var start: Int?
    let characters = Array(line)
    for (column, character) in characters.enumerated() {
      let behind = column + 1 < characters.count ? characters[column + 1] : nil
      if hides(character, before, behind, isRightToLeft) {
        start = start ?? column
      } else if let first = start {
        places.append(Finding.Place(part: .body, line: number, column: first, length: column - first))
        start = nil
      }
      before = character
    }
    if let start {
      places.append(Finding.Place(part: .body, line: number, column: start, length: characters.count - start))
    }
  }

  private static func hides(
    _ character: Character, _ before: Character?, _ behind: Character?, _ isRightToLeft: Bool
  ) -> Bool {
    let scalars = Array(character.unicodeScalars)
    if scalars.count == 1, scalars[0].isASCII {
      return scalars[0].value < 0x20 && scalars[0] != "\t" || scalars[0].value == 0x7F
    }
    for (index, scalar) in scalars.enumerated() where scalar.isInvisible {
      let previous = index > 0 ? scalars[index - 1] : before?.unicodeScalars.last
      let next = index + 1 < scalars.count ? scalars[index + 1] : behind?.unicodeScalars.first
      if !belongs(scalar, in: scalars, previous, next, isRightToLeft) { return true }
    }
    return false
  }

  private static func belongs(
    _ scalar: Unicode.Scalar, in cluster: [Unicode.Scalar], _ previous: Unicode.Scalar?,
    _ next: Unicode.Scalar?,
    _ isRightToLeft: Bool
  ) -> Bool {
    switch scalar.value {
    case 0x200D: return previous.map { $0.isEmojiPart || $0.isJoining } ?? false
    case 0x200C: return previous?.isJoining ?? false
    case 0x200E, 0x200F, 0x061C: return isRightToLeft
    case 0xFE00...0xFE0F:
      return previous.map {
        $0.properties.isEmoji || $0.properties.isIdeographic || $0.value >= 0x2000 && !$0.isInvisible
      } ?? false
    case 0xE0100...0xE01EF: return previous?.properties.isIdeographic ?? false
    case 0xE0020...0xE007F: return cluster.first?.value == 0x1F3F4
    case 0x2800:
      return previous.map { (0x2801...0x28FF).contains($0.value) } ?? false
        || next.map { (0x2801...0x28FF).contains($0.value) } ?? false
    default: return false
    }
  }
}

extension Unicode.Scalar {
  /// Draws nothing of its own: controls, format characters, fillers.
  fileprivate var isInvisible: Bool {
    if isASCII { return value < 0x20 && self != "\t" || value == 0x7F }
    switch value {
    case 0x3001...0x3163, 0x3165...0xD7FF, 0xFF01...0xFF9F: return false
    case 0x2800: return true
    default: break
    }
    if properties.isDefaultIgnorableCodePoint { return true }
    switch properties.generalCategory {
    case .control: return true
    case .format: return !(0x0600...0x0605).contains(value) && value != 0x06DD
    default: return false
    }
  }

  fileprivate var isEmojiPart: Bool { properties.isEmoji || properties.isEmojiModifier || value == 0xFE0F }

  /// A letter of a script whose letters join, or change shape beside each other.
  fileprivate var isJoining: Bool {
    switch value {
    case 0x0600...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1780...0x18AF, 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      true
    default: false
    }
  }

  fileprivate var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
    default: false
    }
  }
}
