internal import CICU

/// Text in the form in which it is kept.
package enum CanonicalText {
  /// The text with its marks composed where Unicode has a character for it (NFC): か + U+3099 becomes が.
  package static func composed(_ text: String) -> String {
    text.unicodeScalars.allSatisfy(isAlwaysComposed) ? text : normalized(text, to: KISEKI_COMPOSED)
  }
}

extension CanonicalText {
  /// Whether the scalar is the same in NFC, whatever stands around it: most of what is written in Latin and Japanese.
  private static func isAlwaysComposed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x300, 0x2010...0x2027, 0x3000...0x3098, 0x309B...0x30FF, 0x4E00...0x9FFF, 0xFF01...0xFF60: true
    default: false
    }
  }
}

/// Text in the form in which it is searched.
package enum FoldedText {
  /// The text without what a reader does not tell apart when searching: case, width, compatibility forms,
  /// invisible characters, and katakana from hiragana ("ｶﾞｰﾃﾞﾝ" and "ガーデン" become "がーでん"). Sound marks count:
  /// が and か stay two letters. Folding twice changes nothing.
  package static func fold(_ text: String) -> String {
    guard !text.isASCII else { return text.lowercased() }
    return normalized(text, to: KISEKI_FOLDED).unicodeScalars.reduce(into: "") { folded, scalar in
      folded.append(hiragana: scalar)
    }
  }
}

extension String {
  fileprivate var isASCII: Bool { utf8.allSatisfy { $0 < 0x80 } }
}

extension String {
  /// Appends the hiragana for a katakana, and another scalar as it is. Small katakana for Ainu have no hiragana.
  fileprivate mutating func append(hiragana scalar: Unicode.Scalar) {
    switch scalar {
    case "ァ"..."ヶ", "ヽ"..."ヾ": unicodeScalars.append(Unicode.Scalar(scalar.value - 0x60) ?? scalar)
    case "ヷ": append("わ\u{3099}")
    case "ヸ": append("ゐ\u{3099}")
    case "ヹ": append("ゑ\u{3099}")
    case "ヺ": append("を\u{3099}")
    default: unicodeScalars.append(scalar)
    }
  }
}

/// The text itself where ICU cannot.
private func normalized(_ text: String, to form: kiseki_normal_form) -> String {
  let units = Array(text.utf16)
  guard let length = Int32(exactly: units.count) else { return text }
  var capacity = length + length / 2
  for _ in 0..<2 {
    var needed: Int32 = -1
    let result = [UInt16](unsafeUninitializedCapacity: Int(capacity)) { buffer, count in
      needed = kiseki_normalize(form, units, length, buffer.baseAddress, capacity)
      count = Int(max(0, min(needed, capacity)))
    }
    guard needed >= 0 else { return text }
    guard needed > capacity else { return String(decoding: result, as: UTF16.self) }
    capacity = needed
  }
  return text
}
