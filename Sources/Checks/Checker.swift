internal import Journal

/// Checks texts, and keeps what it has read: of a text that is being written only what changed is read again.
package struct Checker: Sendable {
  package let rules: CheckSet
  private var language: Language?
  private var paragraphs: [ParagraphSource: ReadParagraph] = [:]
  private var room: MatchingRoom

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
    defer { room = evaluation.room }
    return body(&evaluation)
  }

  private mutating func evaluation(of manuscript: Manuscript, _ language: Language) -> Evaluation {
    let reader = ManuscriptReader(manuscript)
    let read = readParagraphs(of: reader, language)
    let room = room
    // Held by two, it would be copied at the first letter.
    self.room = MatchingRoom()
    return Evaluation(
      rules: rules, manuscript: manuscript, language: language, paragraphs: read,
      suppressions: reader.suppressions, room: room)
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
    var isSeen = Array(repeating: false, count: rules.probes.entries.count)
    for (number, sentence) in paragraph.sentences.enumerated() {
      let role = sentence.isTagHeap && source.role == .body ? .tags : source.role
      for index in rules.probes.candidates(
        for: sentence.whole, hasQuotations: sentence.isQuoting, &isSeen)
      {
        let entry = rules.probes.entries[index]
        let rule = rules.rules[entry.rule]
        guard entry.roles.contains(role), rule.language == nil || rule.language == language else {
          continue
        }
        let text = sentence.text(quoted: entry.readsQuotations)
        for range in entry.matcher.matches(in: text.all, &room) {
          hits.append(
            Hit(probe: entry.probe, sentence: number, range: range, isQuoting: entry.readsQuotations))
        }
      }
    }
    return ReadParagraph(paragraph: paragraph, hits: hits)
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
}

/// A paragraph that is read, where it stands.
struct PlacedParagraph: Sendable {
  let placed: PlacedSource
  let read: ReadParagraph
}
