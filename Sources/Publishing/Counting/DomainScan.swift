/// The domain names in a text: labels with dots between them, and a known top-level domain at the end.
struct DomainScan {
  private let scalars: [Unicode.Scalar]
  /// For each place, where the run of label characters that stands there ends.
  private let runEnds: [Int]
  /// For each dot that ends a label, what the domain goes on to behind it.
  private let tails: [Int: Tail]

  private struct Tail {
    let end: Int
    /// The top-level domain follows at once: the label before the dot must have no underscore.
    let needsPlainLabel: Bool
  }

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    runEnds = Self.runEnds(in: scalars)
    var tails: [Int: Tail] = [:]
    for dot in scalars.indices.reversed() where scalars[dot] == "." {
      tails[dot] = Self.tail(behind: dot, in: scalars, runEnds, tails)
    }
    self.tails = tails
  }

  private static func runEnds(in scalars: [Unicode.Scalar]) -> [Int] {
    var ends = Array(repeating: scalars.count, count: scalars.count + 1)
    for place in scalars.indices.reversed() {
      let isInLabel = scalars[place].isLabelScalar || scalars[place] == "-" || scalars[place] == "_"
      ends[place] = isInLabel ? ends[place + 1] : place
    }
    return ends
  }

  /// As many further labels as there are, else the top-level domain itself.
  private static func tail(
    behind dot: Int, in scalars: [Unicode.Scalar], _ runEnds: [Int], _ tails: [Int: Tail]
  ) -> Tail? {
    if let end = end(ofLabelsAt: dot + 1, in: scalars, runEnds, tails) {
      return Tail(end: end, needsPlainLabel: false)
    }
    return TopLevelDomainMatch.end(at: dot + 1, in: scalars).map { Tail(end: $0, needsPlainLabel: true) }
  }

  private static func end(
    ofLabelsAt start: Int, in scalars: [Unicode.Scalar], _ runEnds: [Int], _ tails: [Int: Tail]
  ) -> Int? {
    let dot = runEnds[min(start, scalars.count)]
    guard dot > start, let tail = tails[dot] else { return nil }
    guard scalars[start].isLabelScalar, scalars[dot - 1].isLabelScalar else { return nil }
    if tail.needsPlainLabel, scalars[start..<dot].contains("_") { return nil }
    return tail.end
  }

  /// Where the domain that starts at a place ends; nil where none does.
  func end(ofDomainAt start: Int) -> Int? {
    Self.end(ofLabelsAt: start, in: scalars, runEnds, tails)
  }

  /// The domains of Latin letters inside a domain.
  func latinDomains(in domain: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = domain.lowerBound
    while place < domain.upperBound {
      let chain = latinDomain(at: place, in: domain)
      if let end = chain.end { found.append(place..<end) }
      place = chain.end ?? chain.next
    }
    return found
  }

  /// The domain of as many Latin labels as there are before a top-level domain.
  ///
  /// - Returns: its end, if there is one, and where to look next if not: what is passed over holds none.
  private func latinDomain(at start: Int, in domain: Range<Int>) -> (end: Int?, next: Int) {
    var end: Int?
    var place = start
    while true {
      let label = scalars[place..<domain.upperBound].prefix { $0.isLatinLabelScalar }
      let dot = label.endIndex
      guard !label.isEmpty, dot < domain.upperBound, scalars[dot] == "." else {
        return (end, max(dot, start + 1))
      }
      place = dot + 1
      end = TopLevelDomainMatch.end(at: place, in: scalars, upTo: domain.upperBound) ?? end
    }
  }
}

/// A known top-level domain at a place.
private enum TopLevelDomainMatch {
  /// Where it ends: not before a letter, a digit, "@", "+" or "-".
  static func end(at start: Int, in scalars: [Unicode.Scalar], upTo limit: Int? = nil) -> Int? {
    let limit = limit ?? scalars.count
    guard start < limit else { return nil }
    return latin(at: start, in: scalars[..<limit]) ?? other(at: start, in: scalars[..<limit])
      ?? punycode(at: start, in: scalars[..<limit])
  }

  private static func latin(at start: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let longestName = 24
    let name = scalars[start...].prefix(longestName + 1).prefix { $0.isASCIIAlphanumeric }
    guard (2...longestName).contains(name.count), isEnd(name.endIndex, in: scalars) else { return nil }
    let text = String(String.UnicodeScalarView(name)).lowercased()
    return TopLevelDomains.latin.contains(text) ? name.endIndex : nil
  }

  private static func other(at start: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars[start].isASCII, let names = TopLevelDomains.others[scalars[start].lowercased] else {
      return nil
    }
    let isSame = { (scalar: Unicode.Scalar, other: Unicode.Scalar) in scalar.lowercased == other }
    return names.lazy.filter { scalars[start...].starts(with: $0, by: isSame) }.map { start + $0.count }
      .first { isEnd($0, in: scalars) }
  }

  private static func punycode(at start: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    let mark = scalars[start...].prefix(4).map(\.asciiLowercased)
    guard mark == Array("xn--".unicodeScalars) else { return nil }
    let name = scalars[(start + 4)...].prefix { $0.isASCIIAlphanumeric || $0 == "-" }
    return name.isEmpty ? nil : name.endIndex
  }

  private static func isEnd(_ place: Int, in scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    guard place < scalars.endIndex else { return true }
    return !scalars[place].isASCIIAlphanumeric && !"@+-".unicodeScalars.contains(scalars[place])
  }
}

extension Unicode.Scalar {
  var isASCIIAlphanumeric: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: false
    }
  }

  var asciiLowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 0x20) : self
  }

  fileprivate var lowercased: Unicode.Scalar {
    let mapped = properties.lowercaseMapping.unicodeScalars
    return mapped.count == 1 ? mapped.first ?? self : self
  }

  /// What stands at a label's start and end: no ASCII punctuation, space or mark of direction.
  fileprivate var isLabelScalar: Bool {
    switch self {
    case "!", "'", "#", "%", "&", "(", ")", "*", "+", ",", "\\", "-", ".", "/", ":", ";", "<", "=", ">", "?",
      "@", "[", "]", "^", "_", "{", "|", "}", "~", "$":
      false
    case "\u{09}"..."\u{0D}", " ", "\u{85}", "\u{A0}", "\u{1680}", "\u{180E}", "\u{2000}"..."\u{200A}",
      "\u{2028}", "\u{2029}", "\u{202F}", "\u{205F}", "\u{3000}":
      false
    case "\u{FFFE}", "\u{FEFF}", "\u{FFFF}": false
    case "\u{202A}"..."\u{202E}", "\u{061C}", "\u{200E}", "\u{200F}", "\u{2066}"..."\u{2069}": false
    default: true
    }
  }

  fileprivate var isLatinLabelScalar: Bool { isASCIIAlphanumeric || self == "-" || isLatinAccent }

  /// Latin letters with marks, and the marks themselves, as twitter-text lists them.
  var isLatinAccent: Bool {
    switch self {
    case "\u{C0}"..."\u{D6}", "\u{D8}"..."\u{F6}", "\u{F8}"..."\u{24F}", "\u{253}", "\u{254}", "\u{256}",
      "\u{257}",
      "\u{259}", "\u{25B}", "\u{263}", "\u{268}", "\u{26F}", "\u{272}", "\u{289}", "\u{28B}", "\u{2BB}",
      "\u{300}"..."\u{36F}", "\u{1E00}"..."\u{1EFF}":
      true
    default: false
    }
  }
}
