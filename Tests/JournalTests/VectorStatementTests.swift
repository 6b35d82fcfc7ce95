import Journal
import Testing

@Suite struct VectorStatementTests {
  private static func template(_ language: Language, _ headings: [String]) -> Template {
    let ids = ["past", "turning-point", "present", "destination", "next-step", "sentence"]
    return Template(
      reference: TemplateName(family: "vector", name: "statement"), language: language, title: "",
      kind: .vector,
      sections: zip(ids, headings).map { Template.Section(id: $0, heading: $1) })
  }
  private static let japanese = template(.japanese, ["過去", "転機", "現在", "目的地", "次の一歩", "一文にすると"])
  private static let english = template(
    .english, ["Past", "Turning point", "Now", "Destination", "Next step", "In one sentence"])

  private func statement(_ body: String, _ template: Template = Self.japanese) -> VectorStatement? {
    VectorStatement(GuidedText(body: body, template: template))
  }

  @Test("What is written in the sections is the statement")
  func sections() {
    let body = "## 過去\n\n看護師でした。\n\n## 目的地\n病棟へ。\n二行目\n## 次の一歩\n<!-- まだ -->\n"
    #expect(statement(body) == VectorStatement(past: "看護師でした。", destination: "病棟へ。\n二行目"))
    #expect(statement("## 過去\n\n## 自分の\n書いた") == nil)
    #expect(statement("## Past\nA nurse.", Self.english)?.past == "A nurse.")
  }

  @Test("The line is the sentence's first paragraph")
  func sentence() {
    #expect(statement("## 一文にすると\n私は、いま練習を続け、\n病棟へ向かっています。\n\n二段落目")?.line == "私は、いま練習を続け、病棟へ向かっています。")
    #expect(
      statement("## In one sentence\nI practise,\nand go on.", Self.english)?.line == "I practise, and go on."
    )
    #expect(statement("## 一文にすると\n私はSwift\nを書く。")?.line == "私はSwiftを書く。")
  }

  @Test("Without it, the first sentence about the destination, or about what is nearest to it")
  func nearest() {
    #expect(statement("## 目的地\n病棟へ。そして町へ。")?.line == "病棟へ。")
    #expect(
      statement("## Destination\nTo v2.0 of example.com. And on.", Self.english)?.line
        == "To v2.0 of example.com.")
    #expect(statement("## 目的地\n「なぜ？」と聞ける病棟へ。次")?.line == "「なぜ？」と聞ける病棟へ。")
    #expect(statement("## 目的地\n誰もこわがらない（本当に！）病棟")?.line == "誰もこわがらない（本当に！）病棟")
    #expect(statement("## 過去\n看護師！")?.line == "看護師！")
    #expect(statement("## 過去\nむかし。\n## 現在\nいま。")?.line == "いま。")
    #expect(VectorStatement().line == nil)
  }
}
