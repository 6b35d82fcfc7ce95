internal import Typography

/// How long a text is for X: by the weights of twitter-text's configuration 3, in which 280 is a post.
///
/// The text counts in NFC. A link is 23, a recommended emoji 2; of what is left, Latin and the scripts up to U+10FF
/// and common punctuation are 1 each, everything else 2.
/// Source: twitter-text 3.1.0, config/v3.json; docs.x.com/fundamentals/counting-characters.
enum WeightedLength {
  static func of(_ text: String, linkLength: Int) -> Int {
    let scalars = Array(CanonicalText.composed(text).unicodeScalars)
    var length = 0
    var place = 0
    for link in LinkScan(scalars).links {
      length += weight(of: scalars[place..<link.range.lowerBound]) + linkLength
      place = link.range.upperBound
    }
    return length + weight(of: scalars[place...])
  }

  private static func weight(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    String(String.UnicodeScalarView(scalars)).reduce(0) { $0 + weight(of: $1) }
  }

  private static func weight(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    if scalars.dropFirst().isEmpty { return scalars.reduce(0) { $0 + weight(of: $1) } }
    if EmojiSequence.isRecommended(character) { return 2 }
    let parts = scalars.split(separator: joiner, omittingEmptySubsequences: false)
    return parts.reduce(parts.count - 1) { length, part in
      length + (EmojiSequence.isRecommended(part) ? 2 : part.reduce(0) { $0 + weight(of: $1) })
    }
  }

  private static let joiner: Unicode.Scalar = "\u{200D}"

  private static func weight(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0...0x10FF, 0x2000...0x200D, 0x2010...0x201F, 0x2032...0x2037: 1
    default: 2
    }
  }
}
