/// What may follow a link's domain: port, path and query, in scalars of the text.
struct LinkTail {
  /// Where the link ends.
  private(set) var end: Int
  private(set) var hasPath = false
  private let scalars: [Unicode.Scalar]

  init(_ scalars: [Unicode.Scalar], from start: Int) {
    self.scalars = scalars
    end = start
    takePort()
    takePath()
    takeQuery()
  }

  /// A query alone.
  init(_ scalars: [Unicode.Scalar], queryFrom start: Int) {
    self.scalars = scalars
    end = start
    takeQuery()
  }

  private func scalar(at place: Int) -> Unicode.Scalar? {
    place < scalars.count ? scalars[place] : nil
  }

  private mutating func takePort() {
    guard scalar(at: end) == ":" else { return }
    let digits = scalars[(end + 1)...].prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty { end = digits.endIndex }
  }

  /// As far as the path's characters go, without those at the end that are punctuation of the sentence around.
  private mutating func takePath() {
    guard scalar(at: end) == "/" else { return }
    hasPath = true
    var place = end + 1
    end = place
    while let next = scalar(at: place) {
      if next.isPathScalar {
        place += 1
        if next.mayEndPath { end = place }
      } else if next == "(", let closing = endOfBrackets(at: place) {
        place = closing
        end = place
      } else {
        return
      }
    }
  }

  /// Behind balanced brackets with at most one pair inside: "(v=VS.100)", "(a(b)c)".
  private func endOfBrackets(at start: Int) -> Int? {
    let outer = pathEnd(from: start + 1)
    if scalar(at: outer) == ")" { return outer > start + 1 ? outer + 1 : nil }
    guard scalar(at: outer) == "(" else { return nil }
    let inner = pathEnd(from: outer + 1)
    guard inner > outer + 1, scalar(at: inner) == ")" else { return nil }
    let rest = pathEnd(from: inner + 1)
    return scalar(at: rest) == ")" ? rest + 1 : nil
  }

  private func pathEnd(from start: Int) -> Int {
    scalars[start...].prefix { $0.isPathScalar }.endIndex
  }

  private mutating func takeQuery() {
    guard scalar(at: end) == "?" else { return }
    let query = scalars[(end + 1)...].prefix { $0.isQueryScalar }
    if let last = query.lastIndex(where: { $0.mayEndQuery }) { end = last + 1 }
  }
}

extension Unicode.Scalar {
  fileprivate var isPathScalar: Bool {
    isASCIIAlphanumeric || isLatinAccent || isCyrillic
      || "!*';:=+,.$/%#[]-\u{2013}_~@|&".unicodeScalars.contains(self)
  }

  fileprivate var mayEndPath: Bool {
    isASCIIAlphanumeric || isLatinAccent || isCyrillic || "+-=_#/".unicodeScalars.contains(self)
  }

  fileprivate var isQueryScalar: Bool {
    isASCIIAlphanumeric || "!?*'@();:&=+$/%#[]-_.,~|".unicodeScalars.contains(self)
  }

  fileprivate var mayEndQuery: Bool {
    isASCIIAlphanumeric || "-_&=#/".unicodeScalars.contains(self)
  }

  private var isCyrillic: Bool { ("\u{0400}"..."\u{04FF}").contains(self) }
}
