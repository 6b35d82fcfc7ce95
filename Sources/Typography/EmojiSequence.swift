internal import CICU

/// Emoji as the people who use them count them.
package enum EmojiSequence {
  /// Whether a character as a whole is one emoji that Unicode recommends for interchange (the RGI set of UTS 51),
  /// with or without its variation selectors: 👨‍👩‍👧, 🇯🇵 and 1️⃣. A single scalar is one where it is shown as emoji by
  /// itself: 😷, but neither 1 nor ©.
  package static func isRecommended(_ character: Character) -> Bool {
    isRecommended(character.unicodeScalars)
  }

  /// The same for some scalars of a character.
  package static func isRecommended(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first else { return false }
    if scalars.dropFirst().isEmpty { return first.properties.isEmojiPresentation }
    guard first.properties.isEmoji else { return false }
    let units = qualified(scalars).utf16.map { $0 }
    return Int32(exactly: units.count).map { kiseki_is_recommended_emoji(units, $0) } ?? false
  }

  /// The scalars with U+FE0F behind each emoji that is text without it, as UTS 51 writes emoji in full.
  private static func qualified(_ scalars: some Collection<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    var isOpen = false
    for scalar in scalars {
      if isOpen, scalar != selector, !scalar.properties.isEmojiModifier { result.append(selector) }
      result.append(scalar)
      isOpen = scalar.properties.isEmoji && !scalar.properties.isEmojiPresentation
    }
    if isOpen { result.append(selector) }
    return String(result)
  }

  private static let selector: Unicode.Scalar = "\u{FE0F}"
}
