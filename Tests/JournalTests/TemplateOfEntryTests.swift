import Journal
import Testing

@Suite struct TemplateOfEntryTests {
  private static let ywt = Template(
    reference: TemplateName(family: "failure", name: "ywt"), language: .japanese, title: "YWT",
    kind: .failure,
    next: [TemplateName(family: "failure", name: "follow-up")],
    sections: [
      Template.Section(id: "did", heading: "やったこと", prompt: Prompt(question: "何を？", example: "例。")),
      Template.Section(id: "part-1", heading: "わかったこと", isOptional: true),
    ])

  private func made(_ body: String, template: Template? = Self.ywt) -> Template {
    var metadata = EntryMetadata()
    metadata.kind = .failure
    metadata.channels = ["note"]
    return Template(
      of: Entry(metadata: metadata, body: body), in: template, title: "題\n二", language: .english)
  }

  @Test("The format's sections keep their guidance, in the entry's order, and none of its text")
  func knownSections() {
    let template = made("## わかったこと\n\n秘密\n\n## やったこと\n\n秘密\n")
    #expect(template.sections == [Self.ywt.sections[1], Self.ywt.sections[0]])
    #expect(template.reference == TemplateName(family: "own", name: "ywt"))
    #expect(template.title == "題 二" && template.language == .japanese && template.kind == .failure)
    #expect(template.channels == ["note"] && template.next == Self.ywt.next)
  }

  @Test("A heading of the writer's own becomes a section, its first words the example")
  func ownSections() {
    let long = String(repeating: "長い文。", count: 40)
    let template = made("## やったこと\n\n### 数字\n300人です。\(long)\n## 空\n", template: nil)
    #expect(template.sections.map(\.heading) == ["やったこと", "数字", "空"])
    #expect(template.sections.map(\.level) == [2, 3, 2])
    #expect(template.sections.map(\.id) == ["part-1", "part-2", "part-3"])
    #expect(template.sections[1].prompt.example?.hasPrefix("300人です。長い文。") == true)
    #expect(template.sections.allSatisfy { ($0.prompt.example?.count ?? 0) <= 90 })
    #expect(template.language == .english && template.reference.name == "format")
    #expect(made("## 足した\n\n## わかったこと\n").sections.map(\.id) == ["part-2", "part-1"])
  }

  @Test("A text without headings leads to its opening")
  func opening() {
    let template = made("今日は雨。\n", template: nil)
    #expect(template.sections.isEmpty && template.openingPrompt.example == "今日は雨。")
  }

  @Test("What could end a comment is no example")
  func comments() {
    #expect(made("## a\n`-->` と書く。\n", template: nil).sections[0].prompt == Prompt())
  }
}
