/// How long a text is for Mastodon: graphemes, every link with a protocol as one length, `@user@server` as `@user`.
///
/// Source: status_length_validator.rb and account.rb (MENTION_RE) of Mastodon 4.
enum MastodonLength {
  static func of(_ text: String, linkLength: Int) -> Int {
    let scalars = Array(text.unicodeScalars)
    let links = LinkScan(scalars).links.filter(\.hasProtocol).map(\.range)
    var length = 0
    var place = 0
    for link in links {
      length += graphemes(of: scalars[place..<link.lowerBound]) + linkLength
      place = link.upperBound
    }
    return length + graphemes(of: scalars[place...])
  }

  private static func graphemes(of scalars: ArraySlice<Unicode.Scalar>) -> Int {
    var counted = String.UnicodeScalarView()
    var place = scalars.startIndex
    while place < scalars.endIndex {
      if let mention = RemoteMention(at: place, in: scalars) {
        counted += scalars[place..<mention.nameEnd]
        place = mention.end
      } else {
        counted.append(scalars[place])
        place += 1
      }
    }
    return String(counted).count
  }
}

/// "@user@example.social" at a place of a text.
private struct RemoteMention {
  let nameEnd: Int
  let end: Int

  init?(at start: Int, in scalars: ArraySlice<Unicode.Scalar>) {
    guard scalars[start] == "@" else { return nil }
    if start > scalars.startIndex {
      let before = scalars[start - 1]
      guard before != "=", before != "/", !before.isWord else { return nil }
    }
    let name = scalars[(start + 1)...].prefix { $0.isASCIIAlphanumeric || "_.-".unicodeScalars.contains($0) }
    guard let first = name.first, first.isPlainName, name.last?.isPlainName == true,
      name.endIndex < scalars.endIndex, scalars[name.endIndex] == "@"
    else { return nil }
    let server = scalars[(name.endIndex + 1)...].prefix { $0.isWord || $0 == "." || $0 == "-" }
    guard let last = server.lastIndex(where: \.isWord), last > server.startIndex else { return nil }
    nameEnd = name.endIndex
    end = last + 1
  }
}

extension Unicode.Scalar {
  fileprivate var isPlainName: Bool { isASCIIAlphanumeric || self == "_" }

  /// Ruby's `[[:word:]]`: letters, marks, decimal digits and connecting punctuation.
  fileprivate var isWord: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}
