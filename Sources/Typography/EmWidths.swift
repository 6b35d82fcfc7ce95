internal import CICU

/// How broad text is in a proportional sans font with Japanese letters, for text that stands on no grid, as in a picture.
///
/// In thousandths of the font's size (em). Rather too much than too little: nobody knows the font that a reader has.
package enum EmWidths {
  package static let em = 1_000

  package static func width(of character: Character) -> Int {
    if let plain = PlainGlyph(character) { return plain.columns == 2 ? em : width(ofLatin: plain.scalar) }
    if isEmoji(character) {
      // A font that does not know a sequence shows its parts one behind the other.
      let parts = character.unicodeScalars.count { !$0.properties.isDefaultIgnorableCodePoint }
      return max(emoji, parts * emojiPart)
    }
    return character.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func isEmoji(_ character: Character) -> Bool {
    EmojiSequence.isRecommended(character) || character.unicodeScalars.contains("\u{FE0F}")
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return width(ofLatin: scalar) }
    switch kiseki_scalar_columns(scalar.value, false) {
    case 0: return 0
    case 2: return em
    default:
      let isHalfWidthKana = (0xFF61...0xFF9F).contains(scalar.value)
      return isHalfWidthKana ? em / 2 : scalar.properties.isLowercase ? lowercase : em
    }
  }

  private static func width(ofLatin scalar: Unicode.Scalar) -> Int {
    let place = Int(scalar.value) - 0x20
    return latin.indices.contains(place) ? latin[place] : em
  }

  /// Noto Color Emoji is the broadest of those in use, with 1.245 em.
  private static let emoji = 1_250
  private static let emojiPart = 750
  /// Small letters beyond ASCII.
  private static let lowercase = 800

  /// From the space to "~": the mean of Noto Sans CJK JP and of DejaVu Sans, one of the broadest in use, and nowhere less
  /// than the first.
  private static let latin = [
    271, 362, 474, 697, 596, 936, 730, 278, 364, 364, 484, 697, 298, 354, 298, 392, 596, 596, 596, 596, 596,
    596, 596,
    596, 596, 596, 308, 308, 697, 697, 697, 503, 973, 646, 672, 668, 729, 611, 564, 732, 740, 294, 535, 651,
    550, 838,
    736, 765, 633, 765, 665, 616, 605, 727, 630, 934, 629, 571, 644, 364, 392, 364, 697, 559, 606, 588, 627,
    530, 628,
    585, 339, 600, 621, 277, 277, 566, 284, 950, 622, 609, 628, 628, 400, 495, 385, 621, 557, 810, 545, 557,
    500, 487,
    304, 487, 697,
  ]
}
