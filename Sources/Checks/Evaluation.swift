internal import Journal

/// A match that a rule counts, and the sentence it stands in.
struct Match {
  /// Which of the evaluation's sentences.
  let sentence: Int
  let range: Range<Int>
  /// In the sentence with its quotations.
  let isQuoting: Bool
}

/// A sentence where it stands in a text.
struct PlacedSentence {
  let paragraph: Int
  let role: ParagraphSource.Role
  let sentence: Sentence
  /// Its number among the sentences of the body; nil elsewhere.
  let bodyNumber: Int?
}

/// Puts what was found in a text's paragraphs together to findings.
struct Evaluation {
  let rules: CheckSet
  let manuscript: Manuscript
  let language: Language
  let paragraphs: [PlacedParagraph]
  let suppressions: [Suppression]
  var room = MatchingRoom()
  let sentences: [PlacedSentence]
  /// The sentences of the body, by number.
  let body: [Int]
  /// The headings with text below them, the title, and the tags with heaps of them.
  let headings: [Int]
  let titles: [Int]
  let tags: [Int]
  /// The lines of the body.
  let lines: [Substring]
  /// The hits of each probe, in order.
  let hits: [Int: [Match]]
  /// The sentences of each paragraph.
  let members: [Range<Int>]
  /// In which sentences of the body an automaton matches, where a condition looks at all of it.
  var sweeps: [Sweep: [Int]] = [:]
  /// In which sentences an automaton was looked for, and whether it matches.
  var looks: [Look: Bool] = [:]
  /// What the classifiers make of the text; nil until it is asked for.
  var classification: Classification?

  struct Sweep: Hashable {
    let automaton: Int
    let quoted: Bool
  }

  struct Look: Hashable {
    let automaton: Int
    let sentence: Int
    let quoted: Bool
  }

  /// More findings of one rule help nobody.
  private static let mostFindings = 200
  /// In sentences; of a longer paragraph only the beginning is looked at.
  static let longestParagraph = 100

  init(
    rules: CheckSet, manuscript: Manuscript, language: Language, paragraphs: [PlacedParagraph],
    suppressions: [Suppression]
  ) {
    self.rules = rules
    self.manuscript = manuscript
    self.language = language
    self.paragraphs = paragraphs
    self.suppressions = suppressions
    var sentences: [PlacedSentence] = []
    var body: [Int] = []
    var hits: [Int: [Match]] = [:]
    var members: [Range<Int>] = []
    for (number, paragraph) in paragraphs.enumerated() {
      let first = sentences.count
      let role = paragraph.placed.source.role
      for sentence in paragraph.read.paragraph.sentences {
        let isBody = role == .body && !sentence.isTagHeap
        sentences.append(
          PlacedSentence(
            paragraph: number, role: role, sentence: sentence, bodyNumber: isBody ? body.count : nil))
        if isBody { body.append(sentences.count - 1) }
      }
      members.append(first..<sentences.count)
      for hit in paragraph.read.hits {
        hits[hit.probe, default: []].append(
          Match(sentence: first + hit.sentence, range: hit.range, isQuoting: hit.isQuoting))
      }
    }
    self.hits = hits
    self.sentences = sentences
    self.body = body
    self.members = members
    headings = sentences.indices.filter { number in
      sentences[number].role == .heading && paragraphs[sentences[number].paragraph].placed.isFilled
    }
    titles = sentences.indices.filter { sentences[$0].role == .title }
    tags = sentences.indices.filter { sentences[$0].role == .tags || sentences[$0].sentence.isTagHeap }
    lines = manuscript.body.lines
  }

  mutating func findings() -> [Finding] {
    guard !sentences.isEmpty || !manuscript.body.isEmpty else { return [] }
    var findings: [Finding] = []
    let rules = rules.rules.filter { $0.applies(to: language, manuscript.kind) }
    for rule in rules {
      let found = self.findings(of: rule)
      findings += found.prefix(min(rule.limit ?? Self.mostFindings, Self.mostFindings))
    }
    findings += judgements(of: rules, besides: findings)
    if findings.contains(where: { $0.class == .care }) {
      findings.removeAll { FindingClass.silencedByCare.contains($0.class) }
    }
    findings.removeAll(where: isSuppressed)
    return Self.withoutRepetitions(findings)
  }

  private mutating func findings(of rule: Rule) -> [Finding] {
    switch rule.body {
    case .existence(let probe):
      return matches(of: probe).map { finding(of: rule, at: $0) }
    case .occurrence(let probe, let min, let max):
      return occurrences(of: rule, probe, min, max)
    case .conditional(let first, let second, let within):
      guard
        let match = matches(of: first).first(where: { !isFound(second, in: within, from: $0, quoted: true) })
      else { return [] }
      return [finding(of: rule, at: match)]
    case .substitution(let list):
      return list.flatMap { substitution in
        matches(of: substitution.probe).map {
          finding(of: rule, at: $0, replacement: substitution.replacement)
        }
      }
    case .score(let signs, let atLeast, let below):
      return scored(rule, signs, atLeast, below)
    case .learned:
      return []
    case .invisible:
      return InvisibleCharacters.places(in: manuscript.body).map { finding(of: rule, $0) }
    }
  }

  // MARK: - Counting

  /// The units in which a rule counts, as the number of each sentence's unit. What is no sentence of the body, as a
  /// title, counts in all units of paragraphs and texts.
  private func units(of rule: Rule) -> [Int?] {
    sentences.indices.map { number in
      let placed = sentences[number]
      if rule.scopes.contains(.text) { return placed.bodyNumber == nil ? nil : 0 }
      if rule.scopes.contains(.paragraph) { return placed.bodyNumber == nil ? nil : placed.paragraph }
      return placed.bodyNumber == nil && placed.role == .body ? nil : number
    }
  }

  /// Matches by unit, with the units that have none.
  private func counted(_ matches: [Match], in units: [Int?]) -> (byUnit: [Int: [Match]], everywhere: [Match])
  {
    var byUnit: [Int: [Match]] = [:]
    var everywhere: [Match] = []
    for match in matches {
      if let unit = units[match.sentence] {
        byUnit[unit, default: []].append(match)
      } else {
        everywhere.append(match)
      }
    }
    return (byUnit, everywhere)
  }

  private mutating func occurrences(of rule: Rule, _ probe: Probe, _ min: Int?, _ max: Int?) -> [Finding] {
    let units = units(of: rule)
    let matches = counted(matches(of: probe), in: units)
    let others = matches.everywhere.count + filledHeadings(matching: probe.headings).count
    var findings: [Finding] = []
    for unit in Set(units.compactMap(\.self)).sorted() {
      let inside = matches.byUnit[unit] ?? []
      if let min, inside.count + others < min { findings.append(missing(rule)) }
      if let max, inside.count + others > max, let extra = inside.dropFirst(Swift.max(0, max - others)).first
      {
        findings.append(finding(of: rule, at: extra))
      }
    }
    return findings
  }

  private mutating func scored(_ rule: Rule, _ signs: [Sign], _ atLeast: Double?, _ below: Double?)
    -> [Finding]
  {
    sums(of: rule, signs).compactMap { sum in
      if let below { return sum.total < below ? missing(rule) : nil }
      guard let atLeast, sum.total >= atLeast else { return nil }
      return sum.heaviest.map { finding(of: rule, at: $0) }
    }
  }

  /// What the signs come to in each unit of the text.
  mutating func sums(of rule: Rule, _ signs: [Sign]) -> [ScoreSum] {
    let units = units(of: rule)
    var sums: [Int: ScoreSum] = [:]
    for unit in units { if let unit { sums[unit] = ScoreSum() } }
    for sign in signs {
      let matches = counted(matches(of: sign.probe), in: units)
      let others = matches.everywhere + filledHeadings(matching: sign.probe.headings)
      for unit in others.isEmpty ? Array(matches.byUnit.keys) : Array(sums.keys) {
        sums[unit]?.add(sign, (matches.byUnit[unit] ?? []) + others)
      }
    }
    return sums.sorted { $0.key < $1.key }.map(\.value)
  }

  mutating func filledHeadings(matching matcher: Matcher?) -> [Match] {
    guard let matcher else { return [] }
    var found: [Match] = []
    for number in headings {
      let reading = sentences[number].sentence.whole.all
      if matcher.isFound(in: reading, &room) {
        found.append(Match(sentence: number, range: reading.bounds, isQuoting: true))
      }
    }
    return found
  }
}
