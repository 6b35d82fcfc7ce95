import Journal
import RandomNumbers
import Testing

@testable import Checks

@Suite struct CheckerTests {
  private static let words = """
    lang: ja
    define:
      others: [上司, 監督, "{person}"]
      negation-after: ["^.{0,3}(ない|なく|ません)"]
      taken-back-after: ["と思(った|っていた)"]
      taken-back-next: ["^違った"]
      not-person: [客]
    """

  private func set(_ rules: String) -> CheckSet {
    let set = CheckSet(embedded: [], own: [("words.yml", Self.words), ("rules.yml", rules)])
    #expect(set.refused.isEmpty, "\(set.refused)")
    return set
  }

  private func found(
    _ rules: String, in text: String, kind: Kind? = .failure, dismissed: Set<String> = []
  ) -> [String] {
    var checker = Checker(set(rules))
    return checker.findings(in: Manuscript(body: text, kind: kind, dismissed: dismissed)).map(\.text)
  }

  private let blame = """
    lang: ja
    class: blame
    extends: existence
    message: m
    name: blame/x
    tokens: ["{others}の(せい|責任)"]
    """

  @Test func whatIsQuotedDeniedOrTakenBackIsNotFound() {
    #expect(found(blame, in: "負けたのは監督のせいだ。") == ["監督のせい"])
    #expect(found(blame, in: "岡部さんのせいだ。") == ["岡部さんのせい"])
    #expect(found(blame, in: "お客さんのせいだ。") == [])
    #expect(found(blame, in: "「監督のせいだ」と誰かが言った。") == [])
    #expect(found(blame, in: "監督のせいではない。") == [])
    #expect(found(blame, in: "監督のせいだと思っていた。") == [])
    #expect(found(blame, in: "監督のせいだ。違った。") == [])
    #expect(found(blame, in: "> 監督のせいだ。\n\n`監督のせい`\n```\n監督のせい\n```\n<!-- 監督のせい -->") == [])
    #expect(found(blame + "\nquoted: include", in: "「監督のせいだ」") == ["監督のせい"])
    #expect(found(blame + "\nnegated: include", in: "監督のせいではない。") == ["監督のせい"])
    #expect(found(blame + "\ntaken-back: include", in: "監督のせいだと思った。") == ["監督のせい"])
  }

  @Test(arguments: [
    ("clause", "私も悪い、監督のせいだ。", false), ("clause", "監督のせいで、私も負けた。", false), ("clause", "監督のせいで私も負けた。", true),
    ("before", "私も監督のせいだ。", true), ("before", "監督のせいで私も。", false), ("after", "監督のせいで私も。", true),
    ("left", "私も、監督のせいだ。", true), ("right", "監督のせいで、私も。", true), ("right", "私も、監督のせいだ。", false),
    ("sentence", "監督のせいで、私も。", true), ("previous", "私も。監督のせいだ。", true), ("next", "監督のせいだ。私も。", true),
    ("next", "監督のせいだ。\n\n私も。", true), ("next", "監督のせいだ。雨。私も。", false), ("near", "私も。監督のせいだ。", true),
    ("paragraph", "監督のせいだ。雨。私も。", true), ("paragraph", "監督のせいだ。\n\n私も。", false),
    ("rest", "監督のせいだ。雨。私も。", true),
    ("earlier", "私も。雨。監督のせいだ。", true), ("earlier", "監督のせいだ。私も。", false), ("text", "監督のせいだ。雨。\n\n私も。", true),
    ("first", "私も。雨。監督のせいだ。", true), ("first", "雨。私も。監督のせいだ。", false), ("last", "監督のせいだ。雨。私も。", true),
    ("ending", "監督のせいだ。雨。雨。雨。雨。私も。", true), ("ending", "監督のせいだ。私も。雨。雨。雨。雨。", false),
    ("heading", "## 私も\n監督のせいだ。", true), ("heading", "## 私も\n## 次\n監督のせいだ。", false),
  ])
  func conditionsLookAround(place: String, text: String, isThere: Bool) {
    #expect(found(blame + "\nunless: {\(place): [私も]}", in: text).isEmpty == isThere, "unless")
    #expect(found(blame + "\nwhen: {\(place): [私も]}", in: text).isEmpty != isThere, "when")
  }

  @Test func exceptionsTouchTheMatch() {
    let rule = "extends: existence\nmessage: m\ntokens: [せい]\nexceptions: [気のせい, せいろ]"
    #expect(found(rule, in: "気のせい、せいろ、せい。") == ["せい"])
  }

  @Test func whatIsMissingIsToldAtTheEnd() {
    let rule =
      "extends: occurrence\nscope: text\nmin: 1\nmessage: m\nkinds: [failure]\nheadings: [学び]\ntokens: [わかった]"
    var checker = Checker(set(rule))
    func findings(_ text: String, _ kind: Kind = .failure) -> [Finding] {
      checker.findings(in: Manuscript(body: text, kind: kind))
    }
    #expect(findings("落ちた。\n\n二行目だ。").map(\.place) == [.init(part: .body, line: 2, column: 5, length: 0)])
    #expect(findings("落ちた。なぜかわかった。").isEmpty)
    #expect(findings("## 学び\n控えを取る。").isEmpty)
    #expect(findings("落ちた。\n## 学び\n<!-- ask: 何を？ -->").count == 1)
    #expect(findings("落ちた。", .passion).isEmpty)
    #expect(findings("").isEmpty && findings("\n\n<!-- x -->\n").isEmpty)
  }

  @Test func scoresAddUpTheirSigns() {
    let rule = """
      extends: score
      scope: text
      at-least: 3
      message: m
      signs:
        - {weight: 2, tokens: [もうだめ], in: ending}
        - {weight: 1, tokens: [どうせ], most: 2}
        - {weight: -2, tokens: [ありがとう]}
      """
    #expect(found(rule, in: "どうせ無理。もうだめだ。") == ["もうだめ"])
    #expect(found(rule, in: "もうだめだ。どうせ。雨。雨。雨。雨。") == [])
    #expect(found(rule, in: "どうせ、どうせ、どうせだ。") == [])
    #expect(found(rule, in: "ありがとう。どうせ。もうだめだ。") == [])
  }

  @Test func careSilencesWhatWouldHurt() {
    let rules = """
      - {name: c, class: care, extends: existence, message: m, tokens: [消えたい]}
      - {name: n, class: negative, extends: existence, message: m, tokens: [もうだめ]}
      - {name: p, class: private, extends: existence, message: m, tokens: ["{phone}"]}
      """
    #expect(found(rules, in: "もうだめだ。電話は 090-1234-5678。") == ["もうだめ", "090-1234-5678"])
    #expect(found(rules, in: "もうだめだ。消えたい。電話は 090-1234-5678。") == ["消えたい", "090-1234-5678"])
  }

  @Test func theWriterCanSwitchRulesOff() {
    let text = "監督のせいだ。\n<!-- kiseki off blame -->\n監督のせいだ。\n<!-- kiseki on -->\n監督のせいだ。\n"
    #expect(found(blame, in: text).count == 2)
    #expect(found(blame, in: text.replacing("off blame", with: "off")).count == 2)
    #expect(found(blame, in: text.replacing("off blame", with: "off blame/x")).count == 2)
    #expect(found(blame, in: text.replacing("off blame", with: "off care")).count == 3)
    #expect(found(blame, in: "監督のせいだ。", dismissed: ["blame"]) == [])
    #expect(found(blame, in: "監督のせいだ。", dismissed: ["blame/x"]) == [])
    #expect(found(blame, in: "監督のせいだ。", dismissed: ["care"]).count == 1)
  }

  @Test func placesCountGraphemesOfTheWritersLines() {
    var checker = Checker(set(blame))
    let text = "一行目👨‍👩‍👧。\r\n\r\n- これは**監督**のせいだ。"
    let finding = checker.findings(in: Manuscript(body: text)).first
    #expect(finding?.place == .init(part: .body, line: 2, column: 7, length: 7))
    #expect(finding?.text == "監督**のせい")
  }

  @Test func titleAndTagsAreReadWhereARuleSaysSo() {
    let rule = "extends: existence\nmessage: m\nscope: [title, tags]\ntokens: [監督]"
    var checker = Checker(set(rule))
    let manuscript = Manuscript(body: "監督です。#監督", title: "監督", tags: ["a", "監督"])
    #expect(checker.findings(in: manuscript).map(\.place.part) == [.title, .tags])
  }

  /// Whatever is typed, what was read before changes nothing.
  @Test(arguments: 0..<20)
  func whatWasReadBeforeChangesNothing(seed: Int) {
    var random = SplitMix64(seed: seed)
    let rules = """
      - {name: e, lang: ja, extends: existence, message: m, tokens: ["{others}の.{0,4}せい"], unless: {next: [私も]}}
      - {name: s, extends: score, scope: paragraph, at-least: 2, message: m, signs: [{weight: 1, tokens: [雨, 監督], most: 3}]}
      - {name: o, extends: occurrence, scope: text, max: 1, message: m, tokens: [だ]}
      """
    let set = set(rules)
    var kept = Checker(set)
    var body = ""
    let pieces = [
      "監督の", "せい", "だ。", "雨", "\n", "\n\n", "私も", "「", "」", "#見 ", "## ", "```\n", "<!-- ", " -->", "岡部さん",
      "、", "a ",
    ]
    for _ in 0..<80 {
      if Int.random(in: 0..<5, using: &random) == 0, !body.isEmpty {
        body.remove(at: body.index(body.startIndex, offsetBy: Int.random(in: 0..<body.count, using: &random)))
      } else {
        let place = body.index(body.startIndex, offsetBy: Int.random(in: 0...body.count, using: &random))
        body.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)], at: place)
      }
      var fresh = Checker(set)
      let manuscript = Manuscript(body: body)
      #expect(kept.findings(in: manuscript) == fresh.findings(in: manuscript), "\(body)")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func hugeAndBrokenTextsEnd() {
    var checker = Checker(set(blame + "\nunless: {text: [\"私.*も\"]}"))
    for piece in [
      "監督のせい", "「", "<!--", "<!-- -->", "監督のせいだ。\n\n", "#a ", "1-", "a@", "A ", "市", "e\u{301}", "](", "`a",
      "## a\n", "a.b", "(",
    ] {
      _ = checker.findings(in: Manuscript(body: String(repeating: piece, count: 5_000)))
    }
    _ = checker.findings(in: Manuscript(body: "a\r\rb\u{2028}c\u{85}d"))
    #expect(checker.findings(in: Manuscript(body: String(repeating: "あ", count: Checker.sizeLimit))).isEmpty)
  }
}
