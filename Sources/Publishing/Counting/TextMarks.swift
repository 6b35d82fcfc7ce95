/// The links, hashtags and mentions in a text, by their places in its scalars.
struct TextMarks {
  let links: [Range<Int>]
  let hashtags: [Range<Int>]
  let mentions: [Range<Int>]

  init(_ text: String) {
    self.init(Array(text.unicodeScalars))
  }

  init(_ scalars: [Unicode.Scalar]) {
    let links = LinkScan(scalars).links.map(\.range)
    self.links = links
    let hashtags = Self.runs(behind: "#＃", in: scalars, outside: links) { $0.isHashtagScalar }
    self.hashtags = hashtags.filter { tag in
      scalars[(tag.lowerBound + 1)..<tag.upperBound].contains { !$0.isDigit }
    }
    mentions = Self.runs(behind: "@＠", in: scalars, outside: links) { $0.isMentionScalar }
  }

  /// A sign with what belongs to it; not in the middle of a word of Latin letters or digits.
  private static func runs(
    behind signs: String, in scalars: [Unicode.Scalar], outside links: [Range<Int>],
    belongs: (Unicode.Scalar) -> Bool
  ) -> [Range<Int>] {
    let signs = Set(signs.unicodeScalars)
    var runs: [Range<Int>] = []
    var rest = links[...]
    var place = 0
    while place < scalars.count {
      while let link = rest.first, link.upperBound <= place { rest.removeFirst() }
      if let link = rest.first, link.contains(place) {
        place = link.upperBound
        continue
      }
      var end = place + 1
      if signs.contains(scalars[place]), !isAfterWord(place, in: scalars) {
        end = scalars[end...].prefix(while: belongs).endIndex
        if end > place + 1 { runs.append(place..<end) }
      }
      place = end
    }
    return runs
  }

  private static func isAfterWord(_ place: Int, in scalars: [Unicode.Scalar]) -> Bool {
    place > 0 && (scalars[place - 1].isASCIIAlphanumeric || scalars[place - 1] == "&")
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { properties.generalCategory == .decimalNumber }

  /// Letters, marks, digits, and what twitter-text allows besides.
  fileprivate var isHashtagScalar: Bool {
    switch self {
    case "_", "\u{200C}", "\u{200D}", "\u{A67E}", "\u{05BE}", "\u{05F3}", "\u{05F4}", "\u{FF5E}", "\u{301C}",
      "\u{309B}", "\u{309C}", "\u{30A0}", "\u{30FB}", "\u{3003}", "\u{0F0B}", "\u{0F0C}", "\u{B7}":
      return true
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber:
      return true
    default: return false
    }
  }

  fileprivate var isMentionScalar: Bool {
    isASCIIAlphanumeric || "_.-@".unicodeScalars.contains(self)
  }
}
