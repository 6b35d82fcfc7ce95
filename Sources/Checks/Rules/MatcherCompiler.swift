/// Makes matchers of the patterns of a rule.
struct MatcherCompiler {
  let words: LanguageWords
  let ignoresCase: Bool?
  let isWholeWord: Bool
  /// Patterns that no text can match are looked for and refused.
  let verifies: Bool

  func matcher(
    _ tokens: [RuleText], raw: [RuleText] = [], exceptions: [RuleText] = [], mayNeverMatch: Bool = false
  ) throws(RuleFault) -> Matcher {
    var matcher = Matcher()
    for (texts, isWholeWord) in [(tokens, isWholeWord), (raw, false)] where !texts.isEmpty {
      var rest: [RuleText] = []
      for text in texts {
        if isWholeWord, let shared = words.automata[text.text] {
          matcher.automata += shared
        } else {
          if verifies, !mayNeverMatch { try refuseUnmatchable(text, isWholeWord: isWholeWord) }
          rest.append(text)
        }
      }
      if !rest.isEmpty { matcher.automata += try automata(rest[...], isWholeWord: isWholeWord) }
    }
    return matcher
  }

  /// One automaton, or as many as are needed so that none is too large.
  private func automata(_ texts: ArraySlice<RuleText>, isWholeWord: Bool) throws(RuleFault) -> [Automaton] {
    var patterns: [Pattern] = []
    for text in texts { patterns.append(try pattern(text)) }
    do throws(RuleFault) {
      return [try automaton(patterns, Array(texts), isWholeWord: isWholeWord)]
    } catch {
      guard texts.count > 1 else { throw error }
      let middle = texts.startIndex + texts.count / 2
      return try automata(texts[..<middle], isWholeWord: isWholeWord)
        + automata(texts[middle...], isWholeWord: isWholeWord)
    }
  }

  private func pattern(_ text: RuleText) throws(RuleFault) -> Pattern {
    do throws(PatternFault) {
      let pattern = try PatternParser.pattern(text.text, ignoresCase: ignoresCase, words: words.classes)
      guard !pattern.matchesNothing else { throw PatternFault.matchesNothing }
      return pattern
    } catch {
      throw RuleFault(error, in: text.text, line: text.line)
    }
  }

  private func automaton(
    _ patterns: [Pattern], _ texts: [RuleText], isWholeWord: Bool
  ) throws(RuleFault) -> Automaton {
    do throws(PatternFault) {
      return try Automaton(patterns, isWholeWord: isWholeWord)
    } catch {
      throw RuleFault(error, in: texts.map(\.text).joined(separator: " "), line: texts[0].line)
    }
  }

  /// A pattern is tried on the shortest text that it describes, read as any other text is.
  private func refuseUnmatchable(_ text: RuleText, isWholeWord: Bool) throws(RuleFault) {
    let pattern = try pattern(text)
    let automaton = try automaton([pattern], [text], isWholeWord: isWholeWord)
    let source = ParagraphSource(lines: [pattern.sample], hidden: [:], role: .body)
    let sentences = ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil)).sentences
    var room = MatchingRoom()
    let isMatched = sentences.contains { sentence in
      automaton.firstMatch(in: sentence.whole.all, &room) != nil
        || automaton.firstMatch(in: sentence.unquoted.all, &room) != nil
    }
    guard isMatched else { throw RuleFault(.neverMatches, in: text.text, line: text.line) }
  }
}

extension Pattern {
  /// A short text that the pattern describes.
  var sample: String {
    switch self {
    case .literal(let scalars, _): Self.text(of: scalars)
    case .set(let set): set.sample
    case .anything: "の"
    case .sequence(let parts): parts.map(\.sample).joined()
    case .choice(let parts): parts.first?.sample ?? ""
    case .repetition(let part, let min, _): String(repeating: part.sample, count: min)
    case .start, .end, .wordEdge: ""
    case .entity(let kind): kind.sample
    }
  }

  private static func text(of scalars: [Unicode.Scalar]) -> String {
    scalars.reduce(into: "") { text, scalar in
      switch scalar {
      case PreparedScalars.quote: text += "x"
      case PreparedScalars.webAddress: text += "https://a.example"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension ScalarSet {
  fileprivate var sample: String {
    guard isInverted else { return ranges.first.map { String($0.lowerBound) } ?? "" }
    let candidates: [Unicode.Scalar] = ["a", "の", "1", " ", "漢"]
    return candidates.first(where: contains).map { String($0) } ?? "-"
  }
}

extension Entity.Kind {
  fileprivate var sample: String {
    switch self {
    case .phone: "090-1234-5678"
    case .email: "a@b.example"
    case .card: "4111 1111 1111 1111"
    case .postcode: "〒100-0001"
    case .address: "千代田区丸の内1-2-3"
    case .person: "山田さん"
    case .account: "@abcdef"
    case .hashtag: "#abc"
    case .idNumber: "1234 5678 9018"
    }
  }
}
