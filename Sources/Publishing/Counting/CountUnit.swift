internal import Typography

/// What a place counts a text's length in.
package enum CountUnit: String, CaseIterable, Hashable, Sendable {
  /// X's weights: `WeightedLength`.
  case weighted
  /// What a reader takes for one character, as Unicode's grapheme clusters have it.
  case graphemes
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16: most platforms' "characters", in which an emoji is 2 or more.
  case utf16
  /// Unicode scalars.
  case characters
  /// Graphemes, with every link that has a protocol as one length, and mentions without their server.
  case mastodon
  /// Unicode scalars, but an emoji as the bytes of its UTF-8.
  case threads
  /// Lines, as a card has room for them.
  case lines
}

extension CountUnit {
  /// How long a text is. Line endings count once, however they are written.
  ///
  /// - Parameter linkLength: what a link counts where links have one length.
  func length(of text: String, linkLength: Int) -> Int {
    let text = text.withPlainLineEndings
    return switch self {
    case .weighted: WeightedLength.of(text, linkLength: linkLength)
    case .graphemes: text.count
    case .utf8: text.utf8.count
    case .utf16: text.utf16.count
    case .characters: text.unicodeScalars.count
    case .mastodon: MastodonLength.of(text, linkLength: linkLength)
    case .threads: text.reduce(0) { $0 + Self.threadsLength(of: $1) }
    case .lines: text.isEmpty ? 0 : 1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// Source: developers.facebook.com/documentation/threads/posts, read 2026-04-14: "Emojis are counted as the number of
  /// UTF-8 bytes". What is not said there, how other text counts, is taken as scalars.
  private static func threadsLength(of character: Character) -> Int {
    EmojiSequence.isRecommended(character) ? character.utf8.count : character.unicodeScalars.count
  }
}

extension String {
  /// With "\n" for every "\r\n" and "\r".
  var withPlainLineEndings: String {
    guard utf8.contains(UInt8(ascii: "\r")) else { return self }
    return String(map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
  }
}
