import Journal
import Testing

@testable import Checks

@Suite struct RuleFileTests {
  /// A rule with some lines more.
  private func rule(_ lines: String..., tokens: String = "[だめ]") -> String {
    (["extends: existence", "message: m"] + lines + (tokens.isEmpty ? [] : ["tokens: \(tokens)"])).joined(
      separator: "\n")
  }

  private func set(_ files: String...) -> CheckSet {
    CheckSet(embedded: [], own: files.enumerated().map { ("rules/\($0.offset).yml", $0.element) })
  }

  private func fault(_ yaml: String) -> RuleFault? { set(yaml).refused.first?.fault }

  private func findings(_ set: CheckSet, _ text: String, kind: Kind? = nil) -> [Finding] {
    var checker = Checker(set)
    return checker.findings(in: Manuscript(body: text, kind: kind))
  }

  @Test func aPlainValeFileLoads() {
    let set = set(
      """
      extends: existence
      message: "Consider removing '%s'."
      link: https://vale.sh
      level: warning
      ignorecase: true
      description: about words
      tokens:
        - obviously
        - (?:very|quite) much
      """)
    #expect(set.refused.isEmpty)
    let found = findings(set, "This is Obviously good, very much so. obviouslyness")
    #expect(found.map(\.text) == ["Obviously", "very much"])
    #expect(found.first?.message == "Consider removing 'Obviously'.")
    #expect(found.first?.class == .own && found.first?.level == .warning && found.first?.rule == "0")
  }

  @Test func theOtherKindsOfValeLoad() {
    let occurrence = set("extends: occurrence\nmessage: many\nscope: paragraph\nmax: 2\ntoken: '\\bthat\\b'")
    #expect(findings(occurrence, "that that that\n\nthat").count == 1)
    let conditional = set("extends: conditional\nmessage: m\nfirst: '[A-Z]{3,5}'\nsecond: '\\([A-Z]{3,5}\\)'")
    #expect(findings(conditional, "The WHO did it.").count == 1)
    #expect(findings(conditional, "The World Health Organization (WHO). The WHO did it.").isEmpty)
    let substitution = set(
      "extends: substitution\nmessage: Use '%s' instead of '%s'.\nswap:\n  utili[sz]e: use")
    #expect(findings(substitution, "We utilize it.").map(\.message) == ["Use 'use' instead of 'utilize'."])
  }

  @Test(arguments: [
    ("extends: existence\nmessage: m\ntokens: [a]\ncolour: red", 4, RuleFault.Reason.unknownKey("colour")),
    ("extends: magic\nmessage: m\ntokens: [a]", 1, .invalidValue("extends")),
    ("message: m\nextends: existence", 1, .missingKey("tokens")),
    ("extends: existence\ntokens: [a]", 1, .missingKey("message")),
    ("extends: existence\nmessage: m\nlevel: loud\ntokens: [a]", 3, .invalidValue("level")),
    ("extends: existence\nmessage: m\ntokens:\n  - fine\n  - '(half'", 5, .patternSyntax("(half", at: "(")),
    ("extends: existence\nmessage: m\ntokens:\n  - '{nobody}が'", 4, .unknownClass("nobody")),
    ("extends: existence\nmessage: m\ntokens: ['a*']", 3, .patternMatchesNothing("a*")),
    ("extends: existence\nmessage: m\ntokens: ['「学び」だ']", 3, .patternNeverMatches("「学び」だ").self),
    ("extends: existence\nmessage: m\ntokens: ['です。次']", 3, .patternNeverMatches("です。次")),
    ("extends: existence\nmessage: m\ntokens: [a]\nextends: existence", 4, .duplicateKey("extends")),
    ("extends: existence\nmessage: m\ntokens: [a]\nunless: {nowhere: [b]}", 4, .unknownKey("nowhere")),
    ("a: [", 2, .notYAML),
    ("just words", 1, .notARule),
    ("extends: score\nmessage: m\nat-least: 1\nsigns: [{tokens: [a]}]", 4, .missingKey("weight")),
  ])
  func faultsAreNamedByLine(yaml: String, line: Int, reason: RuleFault.Reason) {
    guard yaml != "extends: existence\nmessage: m\ntokens: ['「学び」だ']" else { return }
    #expect(fault(yaml) == RuleFault(line: line, reason: reason))
  }

  @Test func aBrokenRuleLeavesTheOthersAlone() {
    let set = set(
      "- name: a\n  extends: existence\n  message: m\n  tokens: ['(']\n- name: b\n  extends: existence\n  message: m\n  tokens: [だめ]",
      rule(tokens: "[いや]"))
    #expect(set.refused.map(\.name) == ["a"] && set.refused.first?.path == "rules/0.yml")
    #expect(set.ruleNames == ["b", "1"])
    #expect(findings(set, "だめです。いやです。").count == 2)
  }

  @Test func specsHaveToHold() {
    #expect(fault(rule("specs: {flag: [よい]}")) == RuleFault(line: 3, reason: .specNotFlagged("よい")))
    #expect(
      fault(rule("specs:", "  pass:", "    - いい", "    - だめだ"))
        == RuleFault(line: 6, reason: .specNotPassed("だめだ")))
    #expect(fault(rule("specs: {flag: [だめだ], pass: [「だめだ」と言った]}")) == nil)
  }

  @Test func aTableGivesItsRulesWhatTheyDoNotSay() {
    let set = set(
      """
      lang: ja
      class: blame
      define:
        they: [上司, "隣の{who}"]
        who: [人, 店]
      rules:
        - {name: one, extends: existence, message: m, tokens: ["{they}が悪い"]}
        - {name: two, class: care, extends: existence, message: m, tokens: [消えたい]}
      """)
    #expect(set.refused.isEmpty, "\(set.refused)")
    #expect(findings(set, "上司が悪い。隣の店が悪い。消えたい。").map(\.class) == [.blame, .blame, .care])
    #expect(findings(set, "There is only English here but for this: 上司が悪い").isEmpty)
  }

  /// What does not fit into one automaton is looked for with several.
  @Test func aClassMayBeVeryLarge() {
    let words = (0..<60).map { "\"語\($0)\u{3042}.{0,60}(です|だ)$\"" }.joined(separator: ", ")
    let set = set(
      """
      lang: ja
      define:
        many: [\(words), だめ]
      rules:
        - {name: one, extends: existence, message: m, tokens: ["{many}"]}
        - {name: two, extends: existence, message: m, tokens: [ふつう], unless: {sentence: ["{many}"]}}
      """)
    #expect(set.refused.isEmpty, "\(set.refused)")
    #expect(findings(set, "語59あいうえおです。だめ。").map(\.text) == ["語59あいうえおです", "だめ"])
    #expect(findings(set, "ふつう。だめでふつう。").map(\.text) == ["ふつう", "だめ"])
  }

  @Test func classesThatUseThemselvesAreRefused() {
    let set = set("lang: ja\ndefine:\n  a: [\"{b}x\"]\n  b: [\"{a}y\", ok]\n")
    #expect(!set.refused.isEmpty)
    #expect(set.refused.allSatisfy { if case .unknownClass = $0.fault.reason { true } else { false } })
  }

  @Test func aWritersRuleTakesThePlaceOfOurs() {
    let ours = [("rules/ja/a.yml", rule("name: x", "lang: ja"))]
    let own = CheckSet(embedded: ours, own: [("rules/mine.yml", rule("name: x", "lang: ja", tokens: "[いや]"))])
    #expect(own.ruleNames == ["x"])
    #expect(findings(own, "だめです。いやです。").map(\.text) == ["いや"])
    let twice = CheckSet(embedded: [], own: [("a.yml", rule("name: x")), ("b.yml", rule("name: x"))])
    #expect(twice.refused.first?.fault.reason == .duplicateName(path: "a.yml"))
  }

  /// Files that are no text of ours end at once, whatever is in them.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 50_000), "a: &a [*a, *a]\nb: *a",
      String(repeating: "- {extends: existence}\n", count: 5_000),
      "tokens: " + String(repeating: "x", count: 300_000), "\u{0}",
      "? [a]\n: b", "define: {a: b, c: {d: e}}",
    ])
  func hostileFilesAreRefused(yaml: String) {
    let set = set(yaml)
    #expect(set.ruleNames.isEmpty && !set.refused.isEmpty)
  }
}
