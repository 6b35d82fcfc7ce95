internal import Typography

/// A run of "*" or "~" that may open or close emphasis, with what stands around it.
struct EmphasisRun {
  /// In scalars of the text.
  let range: Range<Int>
  let mark: Unicode.Scalar
  private let before: Neighbour
  private let after: Neighbour

  /// What the rules of emphasis tell apart (CommonMark 0.31.2, 6.2).
  private enum Neighbour {
    case space, punctuation, other
    /// By the CJK-friendly amendment (https://github.com/tats-u/markdown-cjk-friendly).
    case eastAsianPunctuation, eastAsian

    var isPunctuation: Bool { self == .punctuation || self == .eastAsianPunctuation }
    var isEastAsian: Bool { self == .eastAsian || self == .eastAsianPunctuation }
  }

  /// Both sides touch text, one of them Japanese, Chinese or Korean: by the amendment the run may open and close.
  var isFreed: Bool {
    before != .space && after != .space && (before.isEastAsian || after.isEastAsian)
  }

  /// Whether the run may open emphasis by CommonMark as it is.
  var opensStrictly: Bool {
    after != .space && (!after.isPunctuation || before == .space || before.isPunctuation)
  }

  /// Whether the run may close emphasis by CommonMark as it is.
  var closesStrictly: Bool {
    before != .space && (!before.isPunctuation || after == .space || after.isPunctuation)
  }
}

extension EmphasisRun {
  init(_ range: Range<Int>, in scalars: [Unicode.Scalar]) {
    self.range = range
    mark = scalars[range.lowerBound]
    before = Self.neighbour(before: range.lowerBound, in: scalars)
    after = range.upperBound < scalars.count ? Self.neighbour(scalars[range.upperBound]) : .space
  }

  /// All runs in a text that no backslash stands before: of stars, and of two tildes or more.
  static func all(in scalars: [Unicode.Scalar]) -> [EmphasisRun] {
    var runs: [EmphasisRun] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      guard scalar == "*" || scalar == "~" else {
        place += scalar == "\\" ? 2 : 1
        continue
      }
      let end = scalars[place...].prefix { $0 == scalar }.endIndex
      if scalar == "*" || end - place >= 2 { runs.append(EmphasisRun(place..<end, in: scalars)) }
      place = end
    }
    return runs
  }

  /// A selector of a character's shape is passed over: 〰︎ is the character before it.
  private static func neighbour(before place: Int, in scalars: [Unicode.Scalar]) -> Neighbour {
    guard place > 0 else { return .space }
    let last = scalars[place - 1]
    let isSelector = (0xFE00...0xFE0E).contains(last.value) || (0xE0100...0xE01EF).contains(last.value)
    return neighbour(isSelector && place > 1 ? scalars[place - 2] : last)
  }

  private static func neighbour(_ scalar: Unicode.Scalar) -> Neighbour {
    if scalar.properties.isWhitespace { return .space }
    let isEastAsian = scalar.isEastAsian
    if scalar.isMarkdownPunctuation { return isEastAsian ? .eastAsianPunctuation : .punctuation }
    return isEastAsian ? .eastAsian : .other
  }
}

extension Unicode.Scalar {
  /// Punctuation and symbols, as CommonMark 0.31 has them.
  fileprivate var isMarkdownPunctuation: Bool {
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
