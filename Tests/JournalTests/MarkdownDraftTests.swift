import Journal
import Testing

@Suite struct MarkdownDraftTests {
  private func draft(_ body: String, title: String? = nil, template: Template? = nil) -> String {
    var entry = Entry(body: body)
    entry.metadata.title = title
    return MarkdownDraft.text(of: entry, template: template)
  }

  @Test(
    "What was written stays exact",
    arguments: [
      "本文\n", "a  \nb\n\n\n\n\nc\n", "## 一\n\n本文\n\n- a\n\t- b\n", "```\n<!-- code -->\n```\n",
      "`<!-- code -->` も\n",
      "\\<!-- a -->\n", "    indented\n", "a\r\nb\r\n", "か\u{3099}\n", "<!-- 閉じない\n\n## 一\n本文\n",
    ])
  func exact(body: String) {
    #expect(Array(draft(body).utf8) == Array(body.utf8))
  }

  @Test("There is one line ending at the end, and no blank line at the start")
  func ends() {
    #expect(draft("a") == "a\n")
    #expect(draft("\n\na\n\n  \n") == "a\n")
    #expect(draft("a\r\nb") == "a\r\nb\r\n")
    #expect(draft("") == "")
    #expect(draft("\n\n") == "")
  }

  @Test("The title is the first heading, once")
  func title() {
    #expect(draft("本文\n", title: "題") == "# 題\n\n本文\n")
    #expect(draft("\n\n本文\n", title: "題") == "# 題\n\n本文\n")
    #expect(draft("# 題\n\n本文\n", title: "題") == "# 題\n\n本文\n")
    #expect(draft("本文\r\n", title: "一\n二") == "# 一 二\r\n\r\n本文\r\n")
    #expect(draft("本文\n", title: " ") == "本文\n")
    #expect(draft("", title: "題") == "# 題\n")
  }

  @Test("Sections without text are left out with their headings")
  func emptySections() {
    #expect(draft("## 一\n\n本文\n\n## 二\n\n\n\n## 三\n\n終わり\n") == "## 一\n\n本文\n\n## 三\n\n終わり\n")
    #expect(draft("## 一\n<!-- メモ -->\n") == "")
    #expect(draft("## 一\n### 二\n本文\n### 三\n## 四\n### 五\n") == "## 一\n### 二\n本文\n")
    #expect(draft("# 一\n### 二\n## 三\n本文\n") == "# 一\n## 三\n本文\n")
  }

  @Test("Starting text as it was is no text")
  func startingText() {
    let template = Template(
      reference: TemplateName(family: "a", name: "b"), language: .japanese, title: "", kind: .free,
      sections: [Template.Section(id: "a", heading: "一", startingText: "- ")])
    #expect(draft("## 一\n\n- \n\n## 二\n\n本文\n", template: template) == "## 二\n\n本文\n")
    #expect(draft("## 一\n\n- a\n", template: template) == "## 一\n\n- a\n")
  }

  @Test(
    "Comments are removed, and what is blank around them is one line",
    arguments: [
      ("a\n\n<!-- b -->\n\nc\n", "a\n\nc\n"), ("a\n<!-- b\n\nb -->\nc\n", "a\nc\n"),
      ("a <!-- b -->\nc\n", "a\nc\n"),
      ("a <!-- b --> c\n", "a  c\n"), ("<!-- a -->\n\nb\n", "b\n"),
      ("a\n\n\n\n<!-- b -->\n\n\n\nc\n", "a\n\n\n\nc\n"),
      ("a <!-- b\nb --> c\r\n", "a\n c\r\n"), ("a<!-- b --><!-- c -->d\n", "ad\n"), ("a\n<!-- b -->", "a\n"),
    ])
  func comments(body: String, expected: String) {
    #expect(draft(body) == expected)
  }
}
