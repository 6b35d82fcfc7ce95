import Journal
import Testing

@Suite struct TemplateBodyTests {
  private func body(_ text: String) throws -> TemplateBody { try TemplateBody(parsing: text.lines) }

  private func fault(_ text: String, firstLine: Int = 1) -> TemplateBodyFault? {
    do throws(TemplateBodyFault) {
      _ = try TemplateBody(parsing: text.lines, firstLine: firstLine)
      return nil
    } catch {
      return error
    }
  }

  @Test("Headings are sections, their comments guide the writer")
  func sections() throws {
    let text = """
      ## 学び {#learning}
      <!-- ask: 何を学びましたか。 -->
      <!-- hint: ひとつで十分です。 -->
      <!-- hint: 友人に話すなら？ -->
      <!-- example:
        不安なことほど、
          先に口に出す。

        それだけ。
      -->
      <!-- CAUTION：責めない -->
      <!-- optional -->
      <!-- 作者のメモ: 消さない -->

      - はじめ <!-- note --> ここから

        二行目

      ### 小見出し ###
      """
    let sections = try body(text).sections
    #expect(
      sections == [
        Template.Section(
          id: "learning", heading: "学び", level: 2,
          prompt: Prompt(
            question: "何を学びましたか。", hint: "ひとつで十分です。\n友人に話すなら？",
            example: "不安なことほど、\n  先に口に出す。\n\nそれだけ。", caution: "責めない"),
          isOptional: true, startingText: "- はじめ  ここから\n\n  二行目"),
        Template.Section(id: "section-2", heading: "小見出し", level: 3),
      ])
  }

  @Test("Above the first heading is the opening")
  func opening() throws {
    let parsed = try body("<!-- ask: いま？ -->\n\nはじめに\n\n## a <!-- hint: 次 -->\n")
    #expect(parsed.opening == "はじめに")
    #expect(parsed.openingPrompt == Prompt(question: "いま？"))
    #expect(parsed.sections == [Template.Section(id: "section-1", heading: "a", prompt: Prompt(hint: "次"))])
  }

  @Test("Code is starting text")
  func code() throws {
    let parsed = try body("## a {#a}\n```\n## no {#a}\n<!-- ask: no -->\n```\n")
    #expect(parsed.sections.map(\.startingText) == ["```\n## no {#a}\n<!-- ask: no -->\n```"])
  }

  @Test("Line endings make no difference")
  func lineEndings() throws {
    let text = "<!-- ask:\n  a\n  b -->\nc\n\n## d {#d}\n<!-- hint: e\nf -->\ng\n"
    #expect(try body(text.replacing("\n", with: "\r\n")) == body(text))
  }

  @Test("Faults say where and why")
  func faults() {
    #expect(
      fault("## a {#a}\n## b {#a}", firstLine: 10) == TemplateBodyFault(line: 11, reason: .duplicateID("a")))
    #expect(fault("## a {#A}") == TemplateBodyFault(line: 1, reason: .invalidID("A")))
    #expect(fault("## a {#}") == TemplateBodyFault(line: 1, reason: .invalidID("")))
    #expect(fault("\n## a {#学び}") == TemplateBodyFault(line: 2, reason: .invalidID("学び")))
    #expect(fault("## a\n<!-- ask: b\n## c\n") == TemplateBodyFault(line: 2, reason: .unclosedComment))
    #expect(fault("## a {#section-2}\n## b") == TemplateBodyFault(line: 2, reason: .duplicateID("section-2")))
    let many = String(repeating: "## a\n", count: 201)
    #expect(fault(many) == TemplateBodyFault(line: 201, reason: .tooManySections))
    #expect(fault(String(repeating: "## a\n", count: 200)) == nil)
  }
}

@Suite struct StartingBodyTests {
  private func template(_ text: String, language: Language = .japanese) throws -> Template {
    let body = try TemplateBody(parsing: text.lines)
    return Template(
      reference: TemplateName(family: "a", name: "b"), language: language, title: "", kind: .free,
      opening: body.opening, openingPrompt: body.openingPrompt, sections: body.sections)
  }

  private func starting(
    _ text: String, title: String = "朝", language: Language = .japanese, vector: VectorStatement? = nil
  ) throws -> String {
    let moment = try #require(Timestamp("2026-11-20T21:04:00+09:00"))
    return try template(text, language: language).startingBody(title: title, at: moment, vector: vector)
  }

  @Test("Headings with room to write, without guidance")
  func layout() throws {
    #expect(
      try starting("## a {#a}\n<!-- ask: b -->\n## c\nd\n## e {#e}") == "## a\n\n\n\n## c\n\nd\n\n## e\n\n\n")
    #expect(try starting("## a\nb") == "## a\n\nb\n")
    #expect(try starting("前\n### a") == "前\n\n### a\n\n\n")
    #expect(try starting("<!-- ask: b -->\n## a") == "\n\n## a\n\n\n")
    #expect(try starting("前\n") == "前\n")
    #expect(try starting("<!-- ask: b -->\n") == "\n")
  }

  @Test(
    "Placeholders are filled, others stay",
    arguments: [
      ("{{title}}", "朝"), ("{{ title }}は", "朝は"), ("{{date}} {{time}}", "2026-11-20 21:04"),
      ("{{date:YYYY年M月D日(ddd)}}", "2026年11月20日(金)"), ("{{time:H時}}", "21時"), ("{{date:}}", "2026-11-20"),
      ("{{name}}", "{{name}}"), ("{{title", "{{title"), ("{{title}", "{{title}"), ("{title}}", "{title}}"),
      ("{{{{title}}", "{{朝"), ("{{tit\nle}}", "{{tit\nle}}"), ("{{vector.past}}", "看護師"),
      ("{{vector.future}}", "病棟へ。"),
      ("{{vector.destination}}", "病棟へ。"), ("{{vector.line}}", "病棟へ。"), ("[{{vector.sentence}}]", "[]"),
      ("{{vector.other}}", "{{vector.other}}"), ("{{Title}}", "{{Title}}"), ("a {{}} b", "a {{}} b"),
    ])
  func placeholders(text: String, expected: String) throws {
    let vector = VectorStatement(past: "看護師", destination: "病棟へ。")
    #expect(try starting(text, vector: vector) == expected + "\n")
  }

  @Test("Values are not looked into, and follow the format's language")
  func values() throws {
    #expect(
      try starting("{{title}}{{date:dddd}}", title: "{{date}}\n二", language: .english) == "{{date}} 二Friday\n"
    )
    #expect(try starting("# {{title}}", title: "夜") == "# 夜\n\n\n")
    #expect(try starting("a{{vector.past}}b", vector: nil) == "ab\n")
  }

  @Test("A new entry has every section, and none is begun")
  func roundTrip() throws {
    let text = "前 {{date}}\n# {{title}}\n## a\n## b {#b}\nx {{time}}\n## a\n"
    let template = try template(text)
    var metadata = EntryMetadata()
    metadata.title = "朝"
    metadata.date = Timestamp("2026-11-20T21:04:00+09:00")
    let sections = GuidedText(body: try starting(text), template: template, metadata: metadata).sections
    #expect(sections.map { $0.section?.id } == ["", "section-1", "section-2", "b", "section-4"])
    #expect(sections.allSatisfy { $0.state == .empty })
  }
}
