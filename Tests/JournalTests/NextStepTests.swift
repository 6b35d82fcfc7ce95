import Journal
import Testing

@Suite struct NextStepTests {
  private static let template = Template(
    reference: TemplateName(family: "failure", name: "a"), language: .japanese, title: "", kind: .failure,
    sections: [
      Template.Section(id: "did", heading: "したこと"), Template.Section(id: "next-step", heading: "次の一歩"),
      Template.Section(id: "next-due", heading: "いつ"),
    ])

  private func step(_ body: String) -> NextStep? {
    NextStep(GuidedText(body: body, template: Self.template).sections)
  }

  @Test("It is the section's first paragraph, on one line")
  func firstParagraph() {
    #expect(step("## 次の一歩\n\n金曜の昼に、\n食堂で誘う。\n\nだめなら月曜。\n") == NextStep(text: "金曜の昼に、食堂で誘う。"))
    #expect(step("## 次の一歩\n<!-- まだ -->\nAsk two\nof them.") == NextStep(text: "Ask two of them."))
    #expect(step("## 次の一歩\n歩く\n## いつ\n来週\n\n月曜\n") == NextStep(text: "歩く", due: "来週"))
  }

  @Test("Without a next step there is no promise, whatever is said of when")
  func nothingPromised() {
    #expect(step("## 次の一歩\n\n## いつ\n来週\n") == nil)
    #expect(step("## したこと\n歩いた\n") == nil)
    #expect(step("## 自分の次の一歩\n歩く\n") == nil)
  }

  @Test(
    "Of a list it is the first item, without its mark",
    arguments: [
      ("- 走る\n- 歩く", "走る"), ("1. 走る\n   朝に\n2. 歩く", "走る朝に"), ("・走る\n・歩く", "走る"), ("- [ ] 走る", "走る"),
      ("-5度でも走る", "-5度でも走る"), ("10.5キロ走る", "10.5キロ走る"),
    ])
  func lists(text: String, expected: String) {
    #expect(step("## 次の一歩\n\(text)\n")?.text == expected)
  }

  @Test("What is longer than a front matter should hold is cut between two characters")
  func limit() throws {
    let text = try #require(step("## 次の一歩\n" + String(repeating: "歩く。👨‍👩‍👧", count: 5_000))?.text)
    #expect(text.utf8.count <= NextStep.sizeLimit && text.utf8.count > NextStep.sizeLimit - 30)
    #expect("歩く。👨‍👩‍👧".contains(try #require(text.last)))
    #expect(step("## 次の一歩\na" + String(repeating: "\u{301}", count: 5_000)) == nil)
  }

  @Test("The front matter of a failure follows the text")
  func following() {
    var metadata = EntryMetadata()
    metadata.kind = .failure
    metadata.keep(NextStep(text: "歩く", due: "来週"), before: nil)
    #expect(metadata.nextStep == "歩く" && metadata.nextDue == "来週")
    metadata.keep(nil, before: NextStep(text: "歩く", due: "来週"))
    #expect(metadata.nextStep == nil && metadata.nextDue == nil)
  }

  @Test("What was put there by hand stays until the text says something else")
  func byHand() {
    var metadata = EntryMetadata()
    metadata.kind = .failure
    metadata.nextDue = "いつか"
    metadata.keep(nil, before: nil)
    #expect(metadata.nextDue == "いつか")
    metadata.nextStep = "走る"
    metadata.keep(NextStep(text: "歩く"), before: NextStep(text: "歩く"))
    #expect(metadata.nextStep == "走る")
    metadata.keep(nil, before: nil)
    #expect(metadata.nextStep == "走る")
    metadata.keep(NextStep(text: "泳ぐ"), before: NextStep(text: "歩く"))
    #expect(metadata.nextStep == "泳ぐ")
  }

  @Test("Other kinds keep their next step in the text alone")
  func otherKinds() {
    var metadata = EntryMetadata()
    metadata.kind = .vector
    metadata.keep(NextStep(text: "歩く"), before: nil)
    #expect(metadata.nextStep == nil)
  }
}
