internal import Journal

/// Which matches of a probe count, and what stands in the places around them.
extension Evaluation {
  mutating func matches(of probe: Probe) -> [Match] {
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
    return meets(probe.required, probe.refused, match, quoted: probe.readsQuotations)
  }

  mutating func meets(_ required: [Condition], _ refused: [Condition], _ match: Match, quoted: Bool) -> Bool {
    for condition in required
    where !isFound(condition.matcher, in: condition.place, from: match, quoted: quoted) {
      return false
    }
    for condition in refused
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

  mutating func isFound(_ matcher: Matcher, in place: Place, from match: Match, quoted: Bool) -> Bool {
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
