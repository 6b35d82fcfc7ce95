/// Writes texts as YAML scalars: plain where every YAML reader takes them for the same text, else in
/// double quotes.
package enum YAMLScalar {
  /// On one line, right in block and in flow context.
  package static func written(_ text: String) -> String {
    isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func isPlain(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, first != " ", scalars.last != " ", scalars.last != ":" else {
      return false
    }
    guard !leadingIndicators.contains(first), scalars.allSatisfy(isPlain) else { return false }
    guard !text.utf8Contains(": "), !text.utf8Contains(" #") else { return false }
    return !words.contains(text.lowercased()) && !looksLikeNumber(scalars)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    isPrintable(scalar) && !",[]{}\"\\".unicodeScalars.contains(scalar)
  }

  /// What may stand in a YAML text, without its line breaks, tabs and byte order mark (YAML 1.2.2, 5.1).
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2028, 0x2029, 0xFEFF: false
    case 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default:
      if isPrintable(scalar) { return String(scalar) }
      let hex = String(scalar.value, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    }
  }

  /// Numbers, dates and times: YAML 1.1 readers change "0123", "12:34" and "1e3".
  private static func looksLikeNumber(_ scalars: String.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, "0123456789+.".unicodeScalars.contains(first) else { return false }
    return scalars.allSatisfy { numeric.contains($0) }
  }

  private static let leadingIndicators = Set("-?:,[]{}#&*!|>'\"%@`=~<".unicodeScalars)
  private static let numeric = Set("0123456789abcdefABCDEFxoTZz_+-.: ".unicodeScalars)
  /// What readers of YAML 1.1 take for truth values and for nothing, and the numbers that are words.
  private static let words: Set<String> = [
    "y", "yes", "n", "no", "true", "false", "on", "off", "null", ".inf", "+.inf", ".nan",
  ]
}

extension String {
  fileprivate func utf8Contains(_ pattern: String) -> Bool {
    zip(utf8, utf8.dropFirst()).contains { [$0, $1] == Array(pattern.utf8) }
  }
}
