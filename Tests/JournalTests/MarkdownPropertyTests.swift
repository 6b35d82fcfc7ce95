import Journal
import Testing

/// What holds for every text, tried on texts put together at random from what Markdown gives a meaning.
@Suite struct MarkdownPropertyTests {
  private static let pieces = [
    "\n", "\n", "\n", "\r\n", "\r", " ", "　", "#", "# ", "## ", "```", "~~~", "`", "<!--", "-->",
    "<!-- a -->", "-", ">", "\\",
    "一", "学び", "本文。", "a", "か\u{3099}", "\u{3099}", "👨‍👩‍👧", "{{", "}}", "{#a}", "ask:", "optional",
  ]

  private func text(_ pieces: [String] = Self.pieces, seed: UInt64) -> String {
    var random = SeededNumbers(seed: seed)
    return (0..<Int.random(in: 0...60, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("Sections cover all lines below the opening, in order", arguments: UInt64(1)...400)
  func sectionsCoverLines(seed: UInt64) {
    let text = text(seed: seed)
    let lines = text.lines
    let sections = Outline(lines: lines).sections
    var next = sections.first?.heading?.line ?? 0
    for section in sections {
      if let heading = section.heading {
        #expect(heading.line == next, "\(text)")
        next += 1
      }
      #expect(section.body.lowerBound == next, "\(text)")
      next = section.body.upperBound
    }
    #expect(next == lines.count, "\(text)")
  }

  @Test("A draft holds nothing that was not written, and is a draft already", arguments: UInt64(1)...400)
  func drafts(seed: UInt64) {
    let text = text(seed: seed)
    let draft = MarkdownDraft.text(of: Entry(body: text))
    var rest = Array(text.utf8)[...]
    for byte in draft.utf8.reversed().drop(while: { $0 == 10 || $0 == 13 }).reversed() {
      let found = rest.firstIndex(of: byte)
      #expect(found != nil, "\(text) became \(draft)")
      rest = found.map { rest[($0 + 1)...] } ?? []
    }
    #expect(draft.isEmpty || (draft.utf8.last == UInt8(ascii: "\n") && !draft.hasSuffix("\n\n")))
    #expect(
      !GuidedText(body: draft, template: nil).sections.contains { $0.heading == nil && $0.text.isEmpty }
        || draft.isEmpty)
  }

  @Test("What a template starts with, it knows again", arguments: UInt64(1)...400)
  func startingText(seed: UInt64) throws {
    let pieces = Self.pieces.filter { !["\r", "\r\n", "`", "<!--", "-->", "<!-- a -->"].contains($0) }
    let text = text(pieces + ["\n<!-- ask: a -->\n", "\n<!-- a\n## b -->\n"], seed: seed)
    guard let body = try? TemplateBody(parsing: text.lines) else { return }
    let template = Template(
      reference: TemplateName(family: "a", name: "b"), language: .japanese, title: "", kind: .free,
      opening: body.opening,
      openingPrompt: body.openingPrompt, sections: body.sections)
    let starting = template.startingBody(title: "", at: Timestamp(seconds: 0, offset: 0), vector: nil)
    let summary = EntrySummary(path: "", metadata: EntryMetadata(), body: starting, template: template)
    #expect(summary.excerpt.count <= EntrySummary.excerptLimit)
    #expect((summary.progress?.done ?? 0) == 0, "\(starting)")
  }
}

/// SplitMix64: the same numbers for the same seed, so that a failure repeats.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
