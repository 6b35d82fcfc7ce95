import Journal
import Testing

@testable import Checks

@Suite struct ClassifierTests {
  /// One classifier, "dark": in the text "雨" weighs 1 and "傘" -2, in a sentence "雨" weighs 1 and "嵐" 3.
  private static let table = """
    # For readers.
    gram\tdark\t
    is|any\t\t-150
    is|failure\t50\t
    雨\t100\t100
    傘\t-200\t
    嵐\t\t300
    {quote}\t400\t
    000\t400\t
    """

  private func found(
    _ text: String, kind: Kind? = .free, rule: String = "at-least: 0.5", besides other: String = "",
    table: String = table
  ) throws -> [Finding] {
    let classifiers = try #require(Classifiers(table: table, .japanese))
    let rules = """
      lang: ja
      rules:
        - {name: negative/dark, class: negative, extends: learned, classifier: dark, message: m, \(rule)}
      \(other)
      """
    let set = CheckSet(embedded: [], own: [("rules.yml", rules)], classifiers: [.japanese: classifiers])
    #expect(set.refused.isEmpty, "\(set.refused)")
    var checker = Checker(set)
    return checker.findings(in: Manuscript(body: text, kind: kind, language: .japanese))
  }

  @Test(arguments: [
    // 1 + 1 - 1.5
    ("雨だ。", true), ("晴れだ。", false),
    // A gram counts once in a text, and once in a sentence.
    ("雨と雨と雨だ。傘を。", false),
    // The best sentence alone counts.
    ("雨だ。雨だ。傘を。", false), ("雨だ。傘を。嵐だ。", true),
    // A quotation is one token, whatever it says; every digit is the same.
    ("「晴れ」と。", true), ("「雨」と書くだけ。", true), ("123円だ。", true), ("12円だ。", false),
    // What is no text of the writer's body is not read.
    ("晴れだ。\n\n> 嵐だ。\n\n```\n嵐だ。\n```\n<!-- 嵐だ。 -->", false), ("## 嵐だ\n\n晴れだ。", false),
  ])
  func theWeightsOfGramsAddUp(text: String, isFound: Bool) throws {
    #expect(try found(text).isEmpty != isFound)
  }

  @Test func theSentenceThatSpeaksMostIsShown() throws {
    let finding = try #require(try found("晴れた朝です。\n\n雨でした。嵐が来ました！").first)
    #expect(finding.text == "嵐が来ました" && finding.message == "m")
    #expect(finding.place == Finding.Place(part: .body, line: 2, column: 5, length: 6))
  }

  @Test func theKindOfATextIsKnown() throws {
    #expect(try found("雨だ。傘を。嵐だ。", kind: .failure, rule: "at-least: 0.7").count == 1)
    #expect(try found("雨だ。傘を。嵐だ。", kind: .vector, rule: "at-least: 0.7").isEmpty)
  }

  /// The same words are less in a long text.
  @Test func aLongTextIsJudgedMoreMildly() throws {
    let long = String(repeating: "晴れた日に犬と川の土手を歩いて帰った。", count: 100)
    #expect(try found("123円だ。", rule: "at-least: 0.9").count == 1)
    #expect(try found("123円だ。" + long, rule: "at-least: 0.9").isEmpty)
  }

  /// In one sentence or two there is little that can speak for anything.
  @Test(arguments: [("雨だ。", true), ("雨だ。曇だ。", true), ("雨だ。曇だ。曇だ。", false)])
  func aTextOfOneSentenceOrTwoIsJudgedByItself(text: String, isFound: Bool) throws {
    let table = "gram\tdark\t\nis|one\t\t300\nis|two\t\t200\nis|any\t\t-250\n雨\t\t100"
    #expect(try found(text, table: table).isEmpty != isFound)
  }

  /// 2 of "雨", less what "晴" says for itself: nothing below 0.
  @Test(arguments: [
    ("雨だ。", true), ("雨だ。曇だ。", true), ("雨だ。晴だ。", true), ("雨だ。晴だ。虹と晴だ。", false),
  ])
  func whatAnotherClassifierSaysForItselfSpeaksAgainst(text: String, isFound: Bool) throws {
    let table = """
      gram\tdark\t\tlight\t
      雨\t100\t100\t\t
      曇\t\t\t\t-500
      晴\t\t\t\t100
      虹\t\t\t\t150
      """
    #expect(try found(text, rule: "at-least: 0.5, against: light", table: table).isEmpty != isFound)
    #expect(try found(text, rule: "at-least: 0.5", table: table).isEmpty == false)
  }

  @Test func aRuleThatKnowsWhereIsHeardFirst() throws {
    let other = "  - {name: negative/storm, class: negative, extends: existence, message: n, tokens: [嵐]}"
    #expect(try found("雨だ。嵐だ。", besides: other).map(\.text) == ["嵐"])
    #expect(try found("雨だ。", besides: other).map(\.text) == ["雨だ"])
  }

  @Test func aClassIsJudgedOnceThoughTwoRulesAsk() throws {
    let milder =
      "  - {name: negative/milder, class: negative, extends: learned, classifier: dark, message: n, at-least: 0.4}"
    #expect(try found("雨だ。", besides: milder).map(\.message) == ["m"])
    #expect(try found("雨だ。", rule: "at-least: 0.9", besides: milder).map(\.message) == ["n"])
  }

  @Test func whatARuleAsksForBesidesHasToBeThere() throws {
    #expect(try found("雨だ。私も。", rule: "at-least: 0.5, unless: {text: [私]}").isEmpty)
    #expect(try found("雨だ。私も。", rule: "at-least: 0.5, unless: {sentence: [私]}").count == 1)
    #expect(try found("雨だ。", rule: "at-least: 0.5, when: {text: [私]}").isEmpty)
    #expect(try found("晴れだ。私も。", rule: "below: 0.5, unless: {text: [私]}").isEmpty)
    #expect(try found("晴れだ。彼も。", rule: "below: 0.5, unless: {text: [私]}").count == 1)
  }

  @Test func aFilledHeadingIsWhatIsMissing() throws {
    let rule = "below: 0.5, headings: [学び]"
    #expect(try found("晴れだ。", rule: rule).map(\.text) == [""])
    #expect(try found("雨だ。", rule: rule).isEmpty)
    #expect(try found("## 学び\n晴れだ。", rule: rule).isEmpty)
    #expect(try found("## 学び\n\n## 次\n晴れだ。", rule: rule).count == 1)
  }

  /// What was read before gives the same as a text that is read anew.
  @Test func typingChangesNothingButTheText() throws {
    let classifiers = try #require(Classifiers(table: Self.table, .japanese))
    let rule =
      "{name: x, lang: ja, class: negative, extends: learned, classifier: dark, message: m, at-least: 0.5}"
    let set = CheckSet(embedded: [], own: [("x.yml", rule)], classifiers: [.japanese: classifiers])
    let text = "雨だ。\n\n「雨」と言う。123円。\n\n傘を。嵐が来て、雨。"
    var typing = Checker(set)
    for end in text.indices {
      let manuscript = Manuscript(body: String(text[...end]), kind: .free, language: .japanese)
      var fresh = Checker(set)
      #expect(typing.findings(in: manuscript) == fresh.findings(in: manuscript))
    }
  }

  @Test(arguments: [
    ("extends: learned\nclassifier: dark\nat-least: 0.5", RuleFault.Reason.missingKey("lang")),
    ("extends: learned\nlang: ja\nat-least: 0.5", .missingKey("classifier")),
    ("extends: learned\nlang: ja\nclassifier: light\nat-least: 0.5", .invalidValue("classifier")),
    ("extends: learned\nlang: ja\nclassifier: dark\nagainst: light\nat-least: 0.5", .invalidValue("against")),
    ("extends: learned\nlang: en\nclassifier: dark\nat-least: 0.5", .invalidValue("classifier")),
    ("extends: learned\nlang: ja\nclassifier: dark", .missingKey("at-least")),
    ("extends: learned\nlang: ja\nclassifier: dark\nat-least: 1", .invalidValue("at-least")),
    ("extends: learned\nlang: ja\nclassifier: dark\nbelow: much", .invalidValue("below")),
    ("extends: learned\nlang: ja\nclassifier: dark\nbelow: 0.5\ntoken: x", .unknownKey("token")),
  ])
  func aRuleThatAsksNobodyIsRefused(rule: String, reason: RuleFault.Reason) throws {
    let classifiers = try #require(Classifiers(table: Self.table, .japanese))
    let set = CheckSet(
      embedded: [], own: [("x.yml", "name: x\nmessage: m\n" + rule)],
      classifiers: [.japanese: classifiers])
    #expect(set.refused.first?.fault.reason == reason)
  }

  @Test(arguments: [
    "", "gram", "gram\tdark", "gram\tdark\t\n雨", "gram\tdark\t\n雨\t1", "gram\tdark\t\n雨\t1\t2\t3",
    "gram\tdark\t\n雨\tone\t2", "gram\tdark\t\n雨\t1\t2\n雨\t1\t2", "# only words",
  ])
  func whatIsNoTableIsRefused(table: String) {
    #expect(Classifiers(table: table, .japanese) == nil)
  }

  @Test func wordsOfEnglishAreReadWhole() {
    let line = "I DIDN’T mail a@b.example \"at all\", see https://a.example!"
    let source = ParagraphSource(lines: [line], hidden: [:], role: .body)
    let sentence = ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil)).sentences[0]
    let tokens = SentenceTokens(sentence, .english)
    let text = String(String.UnicodeScalarView(tokens.scalars))
    #expect(text == "^ i didn't mail {email} \" {quote} \" , see {url} ! $")
    var grams: [String] = []
    tokens.forEachGram { _, range in grams.append(tokens.text(of: range)) }
    #expect(grams.contains("^ i didn't") && grams.contains("mail {email}") && !grams.contains("idn't"))
  }
}
