import Journal
import RandomNumbers
import Testing

/// What holds for every text, tried on texts put together at random from what Markdown gives a meaning.
@Suite struct MarkdownPropertyTests {
  private static let pieces = [
    "\n", "\n", "\n", "\r\n", "\r", " ", "　", "#", "# ", "## ", "```", "~~~", "`", "<!--", "-->",
    "<!-- a -->", "-", ">", "\\",
    "一", "学び", "本文。", "a", "か\u{3099}", "\u{3099}", "👨‍👩‍👧", "{{", "}}", "{#a}", "ask:", "optional",
  ]

  private func text(_ pieces: [String] = Self.pieces, seed: Int) -> String {
    var random = SplitMix64(seed: seed)
    return (0..<Int.random(in: 0...60, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  @Test("Sections cover all lines below the opening, in order", arguments: 1...400)
  func sectionsCoverLines(seed: Int) {
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

  @Test("A draft holds nothing that was not written, and is a draft already", arguments: 1...400)
  func drafts(seed: Int) {
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

  @Test("What a template starts with, it knows again", arguments: 1...400)
  func startingText(seed: Int) throws {
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
