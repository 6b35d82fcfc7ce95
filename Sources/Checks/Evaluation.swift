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
  var room: MatchingRoom
  let sentences: [PlacedSentence]
  /// The sentences of the body, by number.
  let body: [Int]
  /// The hits of each probe, in order.
  private let hits: [Int: [Match]]

  init(
    rules: CheckSet, manuscript: Manuscript, language: Language, paragraphs: [PlacedParagraph],
    suppressions: [Suppression], room: MatchingRoom
  ) {
    self.rules = rules
    self.manuscript = manuscript
    self.language = language
    self.paragraphs = paragraphs
    self.suppressions = suppressions
    self.room = room
    var sentences: [PlacedSentence] = []
    var body: [Int] = []
    var hits: [Int: [Match]] = [:]
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
      for hit in paragraph.read.hits {
        hits[hit.probe, default: []].append(
          Match(sentence: first + hit.sentence, range: hit.range, isQuoting: hit.isQuoting))
      }
    }
    self.sentences = sentences
    self.body = body
    self.hits = hits
  }

  mutating func findings() -> [Finding] {
    guard !sentences.isEmpty || !manuscript.body.isEmpty else { return [] }
    var findings: [Finding] = []
    for rule in rules.rules where rule.applies(to: language, manuscript.kind) {
      let found = self.findings(of: rule)
      findings += rule.limit.map { Array(found.prefix($0)) } ?? found
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

  /// The sentences of the body in the units in which a rule counts.
  private func units(of rule: Rule) -> [[Int]] {
    if rule.scopes.contains(.text) { return [body] }
    if rule.scopes.contains(.paragraph) {
      return Dictionary(grouping: body) { sentences[$0].paragraph }.sorted { $0.key < $1.key }.map(\.value)
    }
    let others = sentences.indices.filter { sentences[$0].bodyNumber == nil && sentences[$0].role != .body }
    return (body + others).map { [$0] }
  }

  private mutating func occurrences(of rule: Rule, _ probe: Probe, _ min: Int?, _ max: Int?) -> [Finding] {
    let matches = matches(of: probe)
    let headings = filledHeadings(matching: probe.headings).count
    var findings: [Finding] = []
    for unit in units(of: rule) where !unit.isEmpty {
      let inside = matches.filter { unit.contains($0.sentence) }
      let count = inside.count + headings
      if let min, count < min { findings.append(missing(rule)) }
      if let max, count > max, let extra = inside.dropFirst(max).first {
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
    let found = signs.map { sign in
      (sign, matches(of: sign.probe), filledHeadings(matching: sign.probe.headings))
    }
    return units(of: rule).filter { !$0.isEmpty }.map { unit in
      let members = Set(unit)
      var sum = ScoreSum()
      for (sign, matches, headings) in found {
        let inside = matches.filter { members.contains($0.sentence) || sentences[$0.sentence].role != .body }
        sum.add(sign, inside + headings)
      }
      return sum
    }
  }

  mutating func filledHeadings(matching matcher: Matcher?) -> [Match] {
    guard let matcher else { return [] }
    var found: [Match] = []
    for (number, placed) in sentences.enumerated() where placed.role == .heading {
      guard paragraphs[placed.paragraph].placed.isFilled else { continue }
      let reading = placed.sentence.whole.all
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
    case .sentence: own = 0..<text.scalars.count
    default: own = nil
    }
    if let own { return matcher.isFound(in: Reading(text: text, bounds: own), &room) }
    for number in sentencesAround(match, place) {
      if matcher.isFound(in: sentences[number].sentence.text(quoted: quoted).all, &room) { return true }
    }
    return false
  }

  private func sentencesAround(_ match: Match, _ place: Place) -> [Int] {
    let number = sentences[match.sentence].bodyNumber
    switch place {
    case .previous: return [neighbour(of: match, by: -1)].compactMap(\.self)
    case .next: return [neighbour(of: match, by: 1)].compactMap(\.self)
    case .near:
      return [neighbour(of: match, by: -1), match.sentence, neighbour(of: match, by: 1)].compactMap(\.self)
    case .paragraph:
      return sentences.indices.filter { sentences[$0].paragraph == sentences[match.sentence].paragraph }
    case .earlier: return number.map { Array(body[..<$0]) } ?? []
    case .rest: return number.map { Array(body[($0 + 1)...]) } ?? []
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
    case .heading:
      return sentences.indices.filter {
        sentences[$0].role == .heading && paragraphs[sentences[$0].paragraph].placed.isFilled
      }
    case .title: return sentences.indices.filter { sentences[$0].role == .title }
    case .tags:
      return sentences.indices.filter { sentences[$0].role == .tags || sentences[$0].sentence.isTagHeap }
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
