import Journal
import Testing

@Suite struct GuidedTextTests {
  private static let template = Template(
    reference: TemplateName(family: "failure", name: "ywt"), language: .japanese, title: "YWT",
    kind: .failure,
    sections: [
      Template.Section(id: "did", heading: "やったこと", prompt: Prompt(question: "何をしましたか。")),
      Template.Section(id: "learned", heading: "わかったこと", startingText: "- よかった点\n- {{date}}"),
      Template.Section(id: "next", heading: "Next Step", isOptional: true),
    ])

  private func guided(_ body: String, _ template: Template? = Self.template) -> GuidedText {
    GuidedText(body: body, template: template)
  }

  private func ids(_ body: String) -> [String?] { guided(body).sections.map { $0.section?.id } }

  @Test("Sections are known by their headings, in any order and at any level")
  func matching() {
    #expect(ids("## やったこと\n## わかったこと\n## Next Step") == ["did", "learned", "next"])
    #expect(ids("# next  step\n### 　やったこと　\n") == ["next", "did"])
    #expect(ids("## 自分の見出し\n## やったこと {#did}") == [nil, "did"])
    #expect(ids("## やったこと\n## やったこと") == ["did", nil])
    #expect(ids("前書き\n## やったこと") == [nil, "did"])
  }

  @Test("A heading in another normal form is the same heading")
  func normalForms() {
    let template = Template(
      reference: TemplateName(family: "a", name: "b"), language: .japanese, title: "", kind: .free,
      sections: [
        Template.Section(id: "a", heading: "が\u{3099}くび"), Template.Section(id: "b", heading: "学び は"),
      ])
    #expect(guided("## 学び　は\n## が\u{3099}くび", template).sections.map { $0.section?.id } == ["b", "a"])
    #expect(guided("## か\u{3099}", nil).sections.first?.section == nil)
    let composed = Template(
      reference: TemplateName(family: "a", name: "b"), language: .japanese, title: "", kind: .free,
      sections: [Template.Section(id: "a", heading: "が")])
    #expect(guided("## か\u{3099}", composed).sections.map { $0.section?.id } == ["a"])
  }

  @Test("Of two headings in the format that read the same, each is found once")
  func repeatedHeadings() {
    let template = Template(
      reference: TemplateName(family: "a", name: "b"), language: .japanese, title: "", kind: .free,
      sections: [Template.Section(id: "a", heading: "理由"), Template.Section(id: "b", heading: "理由")])
    #expect(guided("## 理由\n## 理由\n## 理由", template).sections.map { $0.section?.id } == ["a", "b", nil])
  }

  @Test(
    "A section is done when a sentence is, or when there is enough",
    arguments: [
      ("", SectionState.empty), ("\n　\n", .empty), ("<!-- 考え中。 -->", .empty), ("### 小見出し", .empty),
      ("朝市", .begun), ("朝市をひらいた。", .done), ("「ひらけた！」", .done), ("I opened it.", .done), ("**学んだ。**", .done),
      ("なぜ？）\n", .done), ("朝市、", .begun), ("朝市。<!-- メモ", .begun), ("朝市。 <!-- メモ -->", .done),
      (String(repeating: "あ", count: 39), .begun), (String(repeating: "あ", count: 40), .done),
      (String(repeating: "か\u{3099}", count: 39), .begun), ("```\nlet a\n```", .begun),
    ])
  func states(text: String, state: SectionState) {
    #expect(guided("## やったこと\n\(text)\n## わかったこと").sections.first?.state == state)
  }

  @Test("Starting text as it was is no text")
  func startingText() {
    var metadata = EntryMetadata()
    metadata.date = Timestamp("2026-11-20T21:04:00+09:00")
    func state(_ body: String) -> SectionState? {
      GuidedText(body: body, template: Self.template, metadata: metadata).sections.last?.state
    }
    #expect(state("## わかったこと\r\n\r\n- よかった点\r\n- 2026-11-20\r\n\r\n") == .empty)
    #expect(state("## わかったこと\n\n- よかった点\n- 2026-11-21\n") == .begun)
    #expect(state("## わかったこと\n\n- よかった点：声をかけた。\n- 2026-11-20\n") == .begun)
  }

  @Test("The writer's own headings below a section belong to it")
  func ownHeadings() {
    let text = guided("## やったこと\n### 朝\n朝市をひらいた。\n## わかったこと")
    #expect(text.sections.map(\.state) == [.done, .done, .empty])
    #expect(text.text(ofSection: "did") == "### 朝\n朝市をひらいた。")
    #expect(text.text(ofSection: "learned") == nil)
    #expect(text.sections.map(\.body) == [1..<1, 2..<3, 4..<4])
  }

  @Test("Progress counts what the format does not call optional")
  func progress() {
    #expect(guided("").progress == nil)
    #expect(guided("## やったこと\n終わった。\n## わかったこと\n途中").progress == Progress(done: 1, total: 2))
    #expect(guided("## やったこと\n終わった。\n## Next Step\n## 自分の\n").progress == Progress(done: 1, total: 1))
    #expect(guided("# 題\n## 一\n書いた。\n## 二\n", nil).progress == Progress(done: 1, total: 2))
    #expect(guided("# 題\n本文\n## 一\n書いた。", nil).progress == Progress(done: 1, total: 2))
  }

  @Test("A format may lead the writer before the first heading")
  func opening() {
    var template = Self.template
    template.openingPrompt = Prompt(question: "いま、何を書きたいですか。")
    #expect(guided("\n\n## やったこと", template).sections.map { $0.section?.id } == ["", "did"])
    #expect(guided("\n\n## やったこと", template).sections.first?.section?.prompt.question == "いま、何を書きたいですか。")
    #expect(guided("## やったこと", template).sections.map { $0.section?.id } == ["did"])
    #expect(guided("\n\n## やったこと").sections.map { $0.section?.id } == ["did"])

    let blank = Template(
      reference: TemplateName(family: "free", name: "blank"), language: .japanese, title: "白紙", kind: .free,
      openingPrompt: Prompt(question: "いま"))
    let text = guided("書いた。\n\n## 見出し\n", blank)
    #expect(text.sections.map { $0.section?.prompt.question } == ["いま", nil])
    #expect(text.sections.map(\.state) == [.done, .empty])
    #expect(guided("", blank).sections.map(\.body) == [0..<1])
  }

  @Test("The sections of lines are those of the text")
  func sectionsOfLines() {
    let body = "## やったこと\r\n書いた。\r\n"
    let lines = ["## やったこと\r\n", "書いた。\r\n", ""]
    #expect(GuidedSection.sections(of: lines, in: Self.template) == guided(body).sections)
  }

  @Test("An entry's format is the one in its language, else the one whose headings it has")
  func languageVersions() {
    let english = Template(
      reference: TemplateName(family: "failure", name: "ywt"), language: .english, title: "YWT",
      kind: .failure,
      sections: [Template.Section(id: "did", heading: "What I did")])
    let versions = [Self.template, english]
    var entry = Entry(body: "## What I did\n")
    #expect(versions.version(of: entry)?.language == .english)
    entry.metadata.language = .japanese
    #expect(versions.version(of: entry)?.language == .japanese)
    #expect([english].version(of: entry)?.language == .english)
    #expect([].version(of: entry) == nil)
    #expect(versions.version(of: Entry())?.language == .japanese)
  }
}
