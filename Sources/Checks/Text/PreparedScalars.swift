internal import CICU
internal import Typography

/// The writer's letters in the form in which they are compared.
enum PreparedScalars {
  /// Stands for the inside of a quotation.
  static let quote: Unicode.Scalar = "\u{10FFF0}"
  /// Stands for a web address.
  static let webAddress: Unicode.Scalar = "\u{10FFF1}"
  /// Stands for code.
  static let code: Unicode.Scalar = "\u{10FFF2}"

  /// The scalars that stand for one grapheme: none for what nobody sees. Full and half width, composed and
  /// decomposed, curly and straight apostrophes are the same; of an emoji only its first scalar is kept. Kana and
  /// case stay.
  static func append(_ character: Character, to scalars: inout [Unicode.Scalar]) {
    var iterator = character.unicodeScalars.makeIterator()
    guard let first = iterator.next() else { return }
    if iterator.next() == nil {
      if let scalar = prepared(first) { scalars.append(scalar) }
    } else if first.isASCII, first.isControl {
      scalars.append("\n")
    } else {
      appendCluster(character, first, to: &scalars)
    }
  }

  /// A whole text, as a pattern is written: what is repeated for emphasis stands once.
  static func normalized(_ text: String) -> [Unicode.Scalar] {
    text.reduce(into: []) { append($1, to: &$0) }
  }

  /// Letters that writers repeat for emphasis, and that are read once.
  static func isEmphasis(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "ー", "〜", "!", "?", "…", "・": true
    default: false
    }
  }

  /// Nil for what nobody sees.
  private static func prepared(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar == "\t" || scalar == "\r" ? " " : scalar }
    switch scalar.value {
    case 0x3041...0x30FF, 0x4E00...0x9FFF: return scalar
    case 0xFF01...0xFF5D: return Unicode.Scalar(scalar.value - 0xFEE0)
    default: return folded(scalar)
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "\u{3000}", "\u{00A0}", "\u{2002}"..."\u{200A}", "\u{202F}": return " "
    case "\u{2028}", "\u{2029}", "\u{0085}": return "\n"
    case "’", "‘", "ʼ", "＇": return "'"
    case "‐", "‑", "‒", "−": return "-"
    case "～": return "〜"
    case "｡": return "。"
    case "､": return "、"
    case "｢": return "「"
    case "｣": return "」"
    case "\u{FF66}"..."\u{FF9F}":
      return compatible(String(scalar)).first ?? scalar
    default:
      return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }

  private static func appendCluster(
    _ character: Character, _ first: Unicode.Scalar, to scalars: inout [Unicode.Scalar]
  ) {
    let visible = character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    if first.properties.isEmojiPresentation
      || (first.value >= 0x2190 && visible.contains { $0.value >= 0x1F000 })
    {
      scalars.append(first)
    } else if ("\u{FF66}"..."\u{FF9F}").contains(first) {
      scalars += compatible(String(character))
    } else if visible.count == 1 {
      if let scalar = prepared(visible[visible.startIndex]) { scalars.append(scalar) }
    } else {
      scalars += CanonicalText.composed(String(character)).unicodeScalars.prefix(4).compactMap(prepared)
    }
  }

  /// Half-width katakana as full-width ones.
  private static func compatible(_ text: String) -> [Unicode.Scalar] {
    let units = Array(text.utf16.prefix(32))
    var count: Int32 = 0
    let result = [UInt16](unsafeUninitializedCapacity: 64) { buffer, used in
      count = kiseki_normalize(KISEKI_FOLDED, units, Int32(units.count), buffer.baseAddress, 64)
      used = Int(max(0, min(count, 64)))
    }
    return Array(String(decoding: result, as: UTF16.self).unicodeScalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || value == 0x7F }

  /// Kana and kanji, and the marks that go with them.
  var isJapanese: Bool {
    switch value {
    case 0x3001...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  var isEmoji: Bool { ScalarSet.emoji.contains(self) || value == 0x2764 || value == 0x203C }
}
