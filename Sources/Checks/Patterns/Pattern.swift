/// What a rule looks for within one sentence: a small part of regular expressions, with classes of words. The form
/// is described in docs/rules.md.
indirect enum Pattern: Hashable, Sendable {
  case literal([Unicode.Scalar], ignoresCase: Bool)
  case set(ScalarSet)
  case anything
  case sequence([Pattern])
  case choice([Pattern])
  case repetition(Pattern, min: Int, max: Int?)
  /// The beginning or the end of what is read.
  case start, end
  /// The edge of a Latin word.
  case wordEdge
  case entity(Entity.Kind)
}

/// Some scalars, or all but some.
struct ScalarSet: Hashable, Sendable {
  var ranges: [ClosedRange<Unicode.Scalar>]
  var isInverted = false
  var ignoresCase = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let isListed = holds(scalar) || (ignoresCase && scalar.caseVariants.contains(where: holds))
    return isListed != isInverted
  }

  private func holds(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar) } }
}

extension ScalarSet {
  static let digits = ScalarSet(ranges: ["0"..."9"])
  static let spaces = ScalarSet(ranges: ["\t"..."\t", " "..." "])
  static let wordScalars = ScalarSet(
    ranges: ["0"..."9", "A"..."Z", "a"..."z", "_"..."_", "À"..."Ö", "Ø"..."ö", "ø"..."ɏ"])
  static let upper = ScalarSet(ranges: ["A"..."Z", "À"..."Ö", "Ø"..."Þ"])
  static let kanji = ScalarSet(
    ranges: [
      "々"..."〇", "\u{3400}"..."\u{4DBF}", "\u{4E00}"..."\u{9FFF}", "\u{20000}"..."\u{3FFFF}", "ヶ"..."ヶ",
    ])
  static let hiragana = ScalarSet(ranges: ["ぁ"..."ゟ", "ー"..."ー"])
  static let katakana = ScalarSet(ranges: ["ァ"..."ヺ", "ー"..."ー"])
  static let emoji = ScalarSet(ranges: ["\u{2600}"..."\u{27BF}", "\u{1F000}"..."\u{1FAFF}"])

  var inverted: ScalarSet { ScalarSet(ranges: ranges, isInverted: !isInverted, ignoresCase: ignoresCase) }
}

extension Unicode.Scalar {
  /// A letter, digit or low line of a script that parts its words by spaces.
  var isWordScalar: Bool {
    isASCII
      ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self) || self == "_"
      : ("À"..."ɏ").contains(self) && self != "×" && self != "÷"
  }

  /// The small letter, where that is one scalar.
  var lowercased: Unicode.Scalar {
    if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value + 32)) : self }
    let mapping = properties.lowercaseMapping.unicodeScalars
    return mapping.count == 1 ? mapping.first ?? self : self
  }

  /// The scalar and what it is in the other case, where that is one scalar.
  var caseVariants: [Unicode.Scalar] {
    if isJapanese { return [self] }
    let mappings = [properties.lowercaseMapping, properties.uppercaseMapping]
    let others = mappings.compactMap { mapping in
      mapping.unicodeScalars.count == 1 ? mapping.unicodeScalars.first : nil
    }
    return [self] + others.filter { $0 != self }
  }
}

extension Pattern {
  /// It can match the empty text.
  var matchesNothing: Bool {
    switch self {
    case .literal(let scalars, _): scalars.isEmpty
    case .set, .anything, .entity: false
    case .start, .end, .wordEdge: true
    case .sequence(let parts): parts.allSatisfy(\.matchesNothing)
    case .choice(let parts): parts.contains(where: \.matchesNothing)
    case .repetition(let part, let min, _): min == 0 || part.matchesNothing
    }
  }
}
