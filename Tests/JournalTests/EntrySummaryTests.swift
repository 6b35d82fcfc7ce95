import Journal
import Testing

@Suite struct EntrySummaryTests {
  private func summary(_ body: String, kind: Kind? = nil, _ template: Template? = nil) -> EntrySummary {
    var metadata = EntryMetadata()
    metadata.kind = kind
    return EntrySummary(path: "2026/a.md", metadata: metadata, body: body, template: template)
  }

  @Test(
    "The excerpt is the first words on one line",
    arguments: [
      ("", ""), ("## 見出し\n\n<!-- メモ\n二行 -->\n　本文 です。\r\n\r\n続き", "本文 です。 続き"),
      ("```\ncode\n```\nafter", "after"),
      ("a <!-- b --> c", "a c"), ("<!-- a", "<!-- a"),
    ])
  func excerpt(body: String, expected: String) {
    #expect(summary(body).excerpt == expected)
  }

  @Test("The excerpt ends at 120 graphemes")
  func longText() {
    #expect(summary(String(repeating: "👨‍👩‍👧", count: 500)).excerpt == String(repeating: "👨‍👩‍👧", count: 120))
    #expect(
      summary(String(repeating: "ab ", count: 500)).excerpt == String(repeating: "ab ", count: 40).dropLast())
  }

  @Test("Only a vector statement has a vector line")
  func vectorLine() {
    let template = Template(
      reference: TemplateName(family: "vector", name: "statement"), language: .japanese, title: "",
      kind: .vector,
      sections: [Template.Section(id: "sentence", heading: "一文")])
    #expect(summary("## 一文\n向かう。", kind: .vector, template).vector?.line == "向かう。")
    #expect(summary("## 一文\n", kind: .vector, template).vector?.line == nil)
    #expect(summary("## 一文\n向かう。", kind: .vector).vector?.line == nil)
    var other = template
    other.kind = .free
    #expect(summary("## 一文\n向かう。", kind: .free, other).vector?.line == nil)
  }

  @Test("Progress is that of the sections")
  func progress() {
    #expect(summary("## 一\n書いた。\n## 二\n").progress == Progress(done: 1, total: 2))
    #expect(summary("書いた。").progress == nil)
  }
}
