/// The links in a text, as X and Mastodon recognise them: by the regular expressions that twitter-text 3.1.0 publishes,
/// read off in one pass. Takes time linear in the text, whatever it holds.
struct LinkScan {
  /// A link by its place, in scalars of the text.
  struct Link: Equatable {
    let range: Range<Int>
    /// Whether it begins with "http://" or "https://".
    let hasProtocol: Bool
  }

  /// In the text's order.
  private(set) var links: [Link] = []
  private let scalars: [Unicode.Scalar]
  private let domains: DomainScan

  /// In characters, the protocol added where there is none.
  private static let longestLink = 4_096

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    guard scalars.contains(".") else {
      domains = DomainScan([])
      return
    }
    domains = DomainScan(scalars)
    var place = 0
    while place < scalars.count { place = scan(at: place) }
  }

  /// Looks for a link that starts behind the scalar at a place, or with it at the text's start.
  ///
  /// - Returns: where to look next.
  private mutating func scan(at place: Int) -> Int {
    if scalars[place].mayStandBeforeLink, let match = match(at: place + 1) {
      take(match, after: scalars[place])
      return match.end
    }
    if place == 0, let match = match(at: 0) {
      take(match, after: nil)
      return match.end
    }
    return place + 1
  }

  /// A link before it is known to be valid.
  private struct Match {
    let start: Int
    /// Behind "https://", or the start where there is none.
    let domain: Range<Int>
    let hasPath: Bool
    let end: Int

    var hasProtocol: Bool { domain.lowerBound > start }
  }

  private func match(at start: Int) -> Match? {
    let domainStart = endOfProtocol(at: start)
    guard let domainEnd = domains.end(ofDomainAt: domainStart) else { return nil }
    let tail = LinkTail(scalars, from: domainEnd)
    return Match(
      start: start, domain: domainStart..<domainEnd, hasPath: tail.hasPath, end: tail.end)
  }

  private func endOfProtocol(at start: Int) -> Int {
    for name in ["https://", "http://"] {
      let end = start + name.unicodeScalars.count
      guard end <= scalars.count else { continue }
      let isSame = zip(scalars[start..<end], name.unicodeScalars).allSatisfy { $0.asciiLowercased == $1 }
      if isSame { return end }
    }
    return start
  }

  private mutating func take(_ match: Match, after before: Unicode.Scalar?) {
    guard isValid(match) else { return }
    if match.hasProtocol {
      links += shortened(match).map { [Link(range: $0, hasProtocol: true)] } ?? []
    } else if before.map({ !"-_./".unicodeScalars.contains($0) }) ?? true {
      takeBare(match)
    }
  }

  /// Of a domain without a protocol only the Latin parts are links: they may touch Japanese text.
  private mutating func takeBare(_ match: Match) {
    let parts = domains.latinDomains(in: match.domain)
    for part in parts {
      let isLast = part == parts.last
      let end = isLast && match.hasPath ? match.end : part.upperBound
      links.append(Link(range: part.lowerBound..<end, hasProtocol: false))
    }
  }

  private func isValid(_ match: Match) -> Bool {
    let domain = scalars[match.domain]
    guard let asciiLength = InternationalDomain.asciiLength(of: domain) else { return false }
    let length = match.end - match.start - domain.count + asciiLength
    return length + (match.hasProtocol ? match.domain.lowerBound - match.start : 8) <= Self.longestLink
  }

  /// Links to t.co end behind their code, which has at most 40 characters.
  private func shortened(_ match: Match) -> Range<Int>? {
    let domain = scalars[match.domain].map(\.asciiLowercased)
    guard domain == Array("t.co".unicodeScalars), match.domain.upperBound < match.end,
      scalars[match.domain.upperBound] == "/"
    else { return match.start..<match.end }
    let code = scalars[(match.domain.upperBound + 1)..<match.end].prefix { $0.isASCIIAlphanumeric }
    guard !code.isEmpty else { return match.start..<match.end }
    guard code.count <= 40 else { return nil }
    let query = LinkTail(scalars, queryFrom: code.endIndex)
    return match.start..<query.end
  }
}

extension Unicode.Scalar {
  fileprivate var mayStandBeforeLink: Bool {
    switch self {
    case "@", "＠", "$", "#", "＃", "\u{FFFE}", "\u{FEFF}", "\u{FFFF}": false
    default: !isASCIIAlphanumeric
    }
  }
}
