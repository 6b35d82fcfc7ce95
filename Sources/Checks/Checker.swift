internal import Journal

/// Checks texts, and keeps what it has read: of a text that is being written only what changed is read again.
package struct Checker: Sendable {
  package let rules: CheckSet
  private var language: Language?
  private var paragraphs: [ParagraphSource: ReadParagraph] = [:]
  private var room: MatchingRoom
  private var quickSearch = QuickSearch()

  /// The longest text that is checked, in UTF-8 bytes. Above it nothing is found.
  package static let sizeLimit = 1 << 20

  package init(_ rules: CheckSet) {
    self.rules = rules
    room = MatchingRoom(alphabet: rules.alphabet)
  }

  /// What the rules find in a text, in the text's order.
  package mutating func findings(in manuscript: Manuscript) -> [Finding] {
    guard manuscript.body.utf8.count <= Self.sizeLimit else { return [] }
    let language = manuscript.textLanguage
    return findings(in: manuscript, language)
  }

  /// What the rules find in a spec, which may be too short to tell its language.
  mutating func findings(inSpec text: String, of rule: Rule) -> [Finding] {
    let kind = rule.kinds.map(\.rawValue).min().map(Kind.init(rawValue:))
    let language = rule.language ?? .japanese
    var manuscript = Manuscript(body: text, kind: kind, language: language)
    if !rule.scopes.isDisjoint(with: [.title]) { manuscript.title = text }
    return findings(in: manuscript, rule.language ?? manuscript.textLanguage)
  }

  private mutating func findings(in manuscript: Manuscript, _ language: Language) -> [Finding] {
    evaluate(manuscript, language) { $0.findings() }
  }

  /// Does something with a text that is read.
  mutating func evaluate<Result>(
    _ manuscript: Manuscript, _ language: Language, _ body: (inout Evaluation) -> Result
  ) -> Result {
    var evaluation = evaluation(of: manuscript, language)
    // Held by two, it would be copied at the first letter.
    swap(&room, &evaluation.room)
    let result = body(&evaluation)
    swap(&room, &evaluation.room)
    return result
  }

  private mutating func evaluation(of manuscript: Manuscript, _ language: Language) -> Evaluation {
    let reader = ManuscriptReader(manuscript)
    let read = readParagraphs(of: reader, language)
    return Evaluation(
      rules: rules, manuscript: manuscript, language: language, paragraphs: read,
      suppressions: reader.suppressions)
  }

  private mutating func readParagraphs(of reader: ManuscriptReader, _ language: Language) -> [PlacedParagraph]
  {
    if self.language != language { paragraphs = [:] }
    self.language = language
    var kept: [ParagraphSource: ReadParagraph] = [:]
    let placed = reader.paragraphs.map { placed in
      let read = kept[placed.source] ?? paragraphs[placed.source] ?? self.read(placed.source, language)
      kept[placed.source] = read
      return PlacedParagraph(placed: placed, read: read)
    }
    paragraphs = kept
    return placed
  }

  private mutating func read(_ source: ParagraphSource, _ language: Language) -> ReadParagraph {
    let entities = EntityReader(alphabet: rules.alphabet, notPerson: rules.words[language]?.notPerson)
    let paragraph = ParagraphReader.paragraph(source, entities: entities)
    var hits: [Hit] = []
    for (number, sentence) in paragraph.sentences.enumerated() {
      let role = sentence.isTagHeap && source.role == .body ? .tags : source.role
      for (entryNumber, range) in matches(in: sentence, language) {
        let entry = rules.probes.entries[entryNumber]
        guard entry.roles.contains(role) else { continue }
        hits.append(
          Hit(probe: entry.probe, sentence: number, range: range, isQuoting: entry.readsQuotations))
      }
    }
    let grams = rules.classifiers[language].map { classifiers in
      paragraph.sentences.map { classifiers.grams(of: $0) }
    }
    return ReadParagraph(paragraph: paragraph, hits: hits, grams: grams ?? [])
  }

  /// The matches of all probes in a sentence, by entry; those of an entry from left to right.
  private mutating func matches(
    in sentence: Sentence, _ language: Language
  ) -> [(entry: Int, range: Range<Int>)] {
    let index = rules.probes
    let scope = SearchScope(language: language, readings: sentence.isQuoting ? .quoting : .all)
    var matches = quickSearch.matches(of: index, in: sentence.whole, scope, &room)
    if sentence.isQuoting {
      let scope = SearchScope(language: language, readings: .unquoting)
      matches += quickSearch.matches(of: index, in: sentence.unquoted, scope, &room)
    }
    let both = SearchScope(language: language, readings: .all)
    for search in index.slow {
      let entry = index.entries[search.entry]
      guard both.includes(entry) else { continue }
      let text = sentence.text(quoted: entry.readsQuotations)
      matches += search.automaton.matches(in: text.all, &room).map { (search.entry, $0) }
    }
    return matches.sorted { ($0.entry, $0.range.lowerBound) < ($1.entry, $1.range.lowerBound) }
  }
}

/// A match of a probe, in a sentence of a paragraph.
struct Hit: Sendable {
  let probe: Int
  let sentence: Int
  let range: Range<Int>
  /// In the sentence with its quotations.
  let isQuoting: Bool
}

/// A paragraph with everything that was found in it by itself.
struct ReadParagraph: Sendable {
  let paragraph: Paragraph
  let hits: [Hit]
  /// By sentence, what classifiers know of it; empty without classifiers.
  let grams: [SentenceGrams]
}

/// A paragraph that is read, where it stands.
struct PlacedParagraph: Sendable {
  let placed: PlacedSource
  let read: ReadParagraph
}
