/// Reads a pattern.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private let ignoresCase: Bool
  private let words: [String: Pattern]
  private var place = 0
  private var depth = 0

  private static let deepestGroup = 20
  private static let longest = 2_000
  private static let mostRepetitions = 100

  /// - Parameters:
  ///   - ignoresCase: nil where capital letters in the text decide.
  ///   - words: the classes of words by name.
  static func pattern(
    _ text: String, ignoresCase: Bool? = nil, words: [String: Pattern]
  ) throws(PatternFault) -> Pattern {
    var source = PreparedScalars.normalized(text)
    var ignoresCase = ignoresCase
    if source.starts(with: "(?i)".unicodeScalars) {
      source.removeFirst(4)
      ignoresCase = true
    }
    guard source.count <= longest else { throw .tooLarge }
    let ignores = ignoresCase ?? !hasCapital(source)
    var parser = PatternParser(scalars: source, ignoresCase: ignores, words: words)
    let pattern = try parser.choice()
    guard parser.place == source.count else { throw .syntax(")") }
    return pattern
  }

  private init(
    scalars: [Unicode.Scalar], ignoresCase: Bool, words: [String: Pattern]
  ) {
    self.scalars = scalars
    self.ignoresCase = ignoresCase
    self.words = words
  }

  /// A capital letter that is no name of a set, as in "\S".
  private static func hasCapital(_ scalars: [Unicode.Scalar]) -> Bool {
    var isEscaped = false
    for scalar in scalars {
      if !isEscaped, ScalarSet.upper.contains(scalar) { return true }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return false
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  private mutating func choice() throws(PatternFault) -> Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestGroup else { throw .tooLarge }
    var alternatives = [try sequence()]
    while take("|") { alternatives.append(try sequence()) }
    return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
  }

  private mutating func sequence() throws(PatternFault) -> Pattern {
    var parts: [Pattern] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      let part = try repeated(try atom())
      if case .literal(let tail, let ignores) = part, case .literal(let head, ignores) = parts.last {
        parts[parts.count - 1] = .literal(head + tail, ignoresCase: ignores)
      } else {
        parts.append(part)
      }
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() throws(PatternFault) -> Pattern {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try set())
    case "{": return try named()
    case ".": return .anything
    case "^": return .start
    case "$": return .end
    case "\\": return try escaped()
    case "?", "*", "+": throw .syntax(String(scalar))
    default: return .literal([scalar], ignoresCase: ignoresCase)
    }
  }

  private mutating func group() throws(PatternFault) -> Pattern {
    if take("?") {
      guard take(":") else { throw .syntax("(?") }
    }
    let inside = try choice()
    guard take(")") else { throw .syntax("(") }
    return inside
  }

  private mutating func escaped() throws(PatternFault) -> Pattern {
    guard let scalar = next else { throw .syntax("\\") }
    place += 1
    if scalar == "b" { return .wordEdge }
    if let set = Self.set(named: scalar) { return .set(set) }
    guard !scalar.isWordScalar else { throw .syntax("\\\(scalar)") }
    return .literal([scalar], ignoresCase: false)
  }

  private static func set(named scalar: Unicode.Scalar) -> ScalarSet? {
    switch scalar {
    case "d": .digits
    case "D": .digits.inverted
    case "w": .wordScalars
    case "W": .wordScalars.inverted
    case "s": .spaces
    case "S": .spaces.inverted
    default: nil
    }
  }

  /// What stands behind "[".
  private mutating func set() throws(PatternFault) -> ScalarSet {
    var set = ScalarSet(ranges: [], isInverted: take("^"), ignoresCase: ignoresCase)
    while let scalar = next, scalar != "]" || set.ranges.isEmpty {
      place += 1
      if scalar == "\\", let escaped = next {
        place += 1
        set.ranges += Self.set(named: escaped)?.ranges ?? [escaped...escaped]
      } else if next == "-", place + 1 < scalars.count, scalars[place + 1] != "]" {
        let last = scalars[place + 1]
        guard scalar <= last else { throw .syntax("[") }
        place += 2
        set.ranges.append(scalar...last)
      } else {
        set.ranges.append(scalar...scalar)
      }
    }
    guard take("]") else { throw .syntax("[") }
    return set
  }

  /// What stands behind "{".
  private mutating func named() throws(PatternFault) -> Pattern {
    guard let end = scalars[place...].firstIndex(of: "}") else { throw .syntax("{") }
    var name = ""
    name.unicodeScalars.append(contentsOf: scalars[place..<end])
    place = end + 1
    guard let pattern = Self.shape(named: name) ?? words[name] else { throw .unknownClass(name) }
    return pattern
  }

  private static func shape(named name: String) -> Pattern? {
    switch name {
    case "kanji": .set(.kanji)
    case "hiragana": .set(.hiragana)
    case "katakana": .set(.katakana)
    case "upper": .set(.upper)
    case "emoji": .set(.emoji)
    case "quote": .literal([PreparedScalars.quote], ignoresCase: false)
    case "url": .literal([PreparedScalars.webAddress], ignoresCase: false)
    default: Entity.Kind(rawValue: name).map { .entity($0) }
    }
  }

  private mutating func repeated(_ part: Pattern) throws(PatternFault) -> Pattern {
    guard let (min, max) = try quantity() else { return part }
    _ = take("?")
    if case .start = part { throw .syntax("^") }
    return .repetition(part, min: min, max: max)
  }

  private mutating func quantity() throws(PatternFault) -> (min: Int, max: Int?)? {
    if take("?") { return (0, 1) }
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    guard next == "{", place + 1 < scalars.count, ScalarSet.digits.contains(scalars[place + 1]) else {
      return nil
    }
    place += 1
    let min = number()
    var max: Int? = min
    if take(",") { max = next == "}" ? nil : number() }
    guard take("}"), min <= max ?? min, Swift.max(min, max ?? 0) <= Self.mostRepetitions else {
      throw .syntax("{")
    }
    return (min, max)
  }

  private mutating func number() -> Int {
    var number = 0
    while let scalar = next, ScalarSet.digits.contains(scalar), number <= Self.mostRepetitions {
      number = number * 10 + Int(scalar.value - 48)
      place += 1
    }
    return number
  }
}

/// Why a pattern cannot be used.
enum PatternFault: Error, Hashable, Sendable {
  /// Something that is not supported, or that lacks its other end, at this sign.
  case syntax(String)
  /// No such class of words, or a class that uses itself.
  case unknownClass(String)
  /// Longer, deeper or with more states than can be matched quickly.
  case tooLarge
  /// It matches the empty text, and so everywhere.
  case matchesNothing
  /// No text has what it looks for.
  case neverMatches
}
