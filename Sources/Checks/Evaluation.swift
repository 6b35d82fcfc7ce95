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
  private let headings: [Int]
  private let titles: [Int]
  private let tags: [Int]
  /// The lines of the body.
  let lines: [Substring]
  /// The hits of each probe, in order.
  private let hits: [Int: [Match]]
  /// The sentences of each paragraph.
  private let members: [Range<Int>]
  /// In which sentences of the body an automaton matches, where a condition looks at all of it.
  private var sweeps: [Sweep: [Int]] = [:]
  /// In which sentences an automaton was looked for, and whether it matches.
  private var looks: [Look: Bool] = [:]

  private struct Sweep: Hashable {
    let automaton: Int
    let quoted: Bool
  }

  private struct Look: Hashable {
    let automaton: Int
    let sentence: Int
    let quoted: Bool
  }

  /// More findings of one rule help nobody.
  private static let mostFindings = 200
  /// In sentences; of a longer paragraph only the beginning is looked at.
  private static let longestParagraph = 100

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
    for rule in rules.rules where rule.applies(to: language, manuscript.kind) {
      let found = self.findings(of: rule)
      findings += found.prefix(min(rule.limit ?? Self.mostFindings, Self.mostFindings))
    }
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

  // MARK: - Matches that count

  private mutating func matches(of probe: Probe) -> [Match] {
    guard let hits = hits[probe.number] else { return [] }
    let part = probe.place.map { Set(sentencesOfText(in: $0)) }
    return hits.filter { match in
      if let part, sentences[match.sentence].role == .body, !part.contains(match.sentence) { return false }
      return counts(match, probe)
    }
  }

  private mutating func counts(_ match: Match, _ probe: Probe) -> Bool {
    let text = sentences[match.sentence].sentence.text(quoted: probe.readsQuotations)
    if let exceptions = probe.exceptions {
      let touching = exceptions.matches(in: text.all, &room)
      if touching.contains(where: { $0.overlaps(match.range) }) { return false }
    }
    let words = rules.words[language]
    if !probe.takesNegated, let words, isNegated(match, text, words) { return false }
    if !probe.takesTakenBack, let words, isTakenBack(match, text, words) { return false }
    let quoted = probe.readsQuotations
    for condition in probe.required
    where !isFound(condition.matcher, in: condition.place, from: match, quoted: quoted) {
      return false
    }
    for condition in probe.refused
    where isFound(condition.matcher, in: condition.place, from: match, quoted: quoted) {
      return false
    }
    return true
  }

  private mutating func isNegated(_ match: Match, _ text: ScalarText, _ words: LanguageWords) -> Bool {
    let clause = text.clause(around: match.range)
    return words.negationAfter.isFound(
      text, match.range.upperBound..<max(match.range.upperBound, clause.upperBound), &room)
      || words.negationBefore.isFound(
        text, min(clause.lowerBound, match.range.lowerBound)..<match.range.lowerBound, &room)
  }

  private mutating func isTakenBack(_ match: Match, _ text: ScalarText, _ words: LanguageWords) -> Bool {
    if words.takenBackAfter.isFound(text, match.range.upperBound..<text.scalars.count, &room) { return true }
    if words.takenBackBefore.isFound(text, 0..<match.range.lowerBound, &room) { return true }
    guard let next = neighbour(of: match, by: 1) else { return false }
    let following = sentences[next].sentence.unquoted
    return words.takenBackNext.isFound(following, 0..<following.scalars.count, &room)
  }

  // MARK: - Places

  private func neighbour(of match: Match, by distance: Int) -> Int? {
    guard let number = sentences[match.sentence].bodyNumber, body.indices.contains(number + distance) else {
      return nil
    }
    return body[number + distance]
  }

  private mutating func isFound(_ matcher: Matcher, in place: Place, from match: Match, quoted: Bool) -> Bool
  {
    let text = sentences[match.sentence].sentence.text(quoted: quoted)
    let clause = text.clause(around: match.range)
    let own: Range<Int>?
    switch place {
    case .clause: own = clause
    case .before: own = min(clause.lowerBound, match.range.lowerBound)..<match.range.lowerBound
    case .after: own = match.range.upperBound..<max(match.range.upperBound, clause.upperBound)
    case .left: own = 0..<match.range.lowerBound
    case .right: own = match.range.upperBound..<text.scalars.count
    case .sentence: return isFound(matcher, inSentence: match.sentence, quoted)
    default: own = nil
    }
    if let own { return matcher.isFound(in: Reading(text: text, bounds: own), &room) }
    switch place {
    case .text: return reach(matcher, quoted) != nil
    case .rest:
      let number = sentences[match.sentence].bodyNumber ?? .max
      return reach(matcher, quoted).map { $0.last > number } ?? false
    case .earlier:
      let number = sentences[match.sentence].bodyNumber ?? 0
      return reach(matcher, quoted).map { $0.first < number } ?? false
    default:
      return sentencesAround(match, place).contains { isFound(matcher, inSentence: $0, quoted) }
    }
  }

  /// The first and the last sentence of the body, by number, in which there is a match.
  private mutating func reach(_ matcher: Matcher, _ quoted: Bool) -> (first: Int, last: Int)? {
    let sweeps = matcher.automata.map { sweep($0, quoted) }.filter { !$0.isEmpty }
    guard let first = sweeps.compactMap(\.first).min(), let last = sweeps.compactMap(\.last).max() else {
      return nil
    }
    return (first, last)
  }

  /// The sentences of the body, by number, in which an automaton matches.
  private mutating func sweep(_ automaton: Automaton, _ quoted: Bool) -> [Int] {
    let key = Sweep(automaton: automaton.number ?? -1, quoted: quoted)
    if let known = sweeps[key] { return known }
    let found = body.indices.filter { isFound(automaton, inSentence: body[$0], quoted) }
    sweeps[key] = found
    return found
  }

  private mutating func isFound(_ matcher: Matcher, inSentence number: Int, _ quoted: Bool) -> Bool {
    for automaton in matcher.automata where isFound(automaton, inSentence: number, quoted) { return true }
    return false
  }

  private mutating func isFound(_ automaton: Automaton, inSentence number: Int, _ quoted: Bool) -> Bool {
    let key = Look(automaton: automaton.number ?? -1, sentence: number, quoted: quoted)
    if let known = looks[key] { return known }
    let reading = sentences[number].sentence.text(quoted: quoted).all
    let isFound = automaton.firstMatch(in: reading, &room) != nil
    looks[key] = isFound
    return isFound
  }

  private func sentencesAround(_ match: Match, _ place: Place) -> [Int] {
    switch place {
    case .previous: return [neighbour(of: match, by: -1)].compactMap(\.self)
    case .next: return [neighbour(of: match, by: 1)].compactMap(\.self)
    case .near:
      return [neighbour(of: match, by: -1), match.sentence, neighbour(of: match, by: 1)].compactMap(\.self)
    case .paragraph: return Array(members[sentences[match.sentence].paragraph].prefix(Self.longestParagraph))
    default: return sentencesOfText(in: place)
    }
  }

  /// The sentences of a place that is the same from every match.
  private func sentencesOfText(in place: Place) -> [Int] {
    switch place {
    case .first: return Array(body.prefix(1))
    case .last: return Array(body.suffix(1))
    case .opening: return opening
    case .ending: return Array(body.suffix(min(5, (body.count + 2) / 3)))
    case .heading: return headings
    case .title: return titles
    case .tags: return tags
    default: return body
    }
  }

  /// What is read before anything is unfolded: X folds at 140 full-width letters, Instagram at 125.
  private var opening: [Int] {
    let limit = language == .japanese ? 120 : 240
    var length = 0
    var lines: Set<Int> = []
    return body.prefix { number in
      let placed = sentences[number]
      lines.insert(paragraphs[placed.paragraph].placed.firstLine + placed.sentence.start.line)
      defer { length += placed.sentence.whole.scalars.count }
      return lines.count <= 3 && length < limit
    }
  }
}

extension Automaton? {
  fileprivate func isFound(_ text: ScalarText, _ bounds: Range<Int>, _ room: inout MatchingRoom) -> Bool {
    self?.firstMatch(in: Reading(text: text, bounds: bounds), &room) != nil
  }
}
