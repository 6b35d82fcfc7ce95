import Foundation
import Testing

/// `kiseki check` as scripts and writers use it.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CheckCommandTests {
  private struct Report: Decodable {
    let findings: [Found]

    struct Found: Decodable {
      let rule: String
      let `class`: String
      let level: String
      let line: Int
      let column: Int
      let length: Int
      let text: String
      let message: String
      let why: String
      let `try`: [String]
    }
  }

  private func findings(_ outcome: Outcome) throws -> [Report.Found] {
    try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8)).findings
  }

  /// A rule that no later rule file of ours will contradict.
  private let ownRule = """
    name: private/zebra
    class: private
    level: warning
    extends: existence
    message: 「%s」が出てきます
    why: 人のしまうまだからです。
    try: [名前を伏せる]
    tokens: [しまうま]
    specs: {flag: [しまうまを見た。], pass: [「しまうま」と言った。]}
    """

  @Test func findingsAreToldWithTheFilesLines() throws {
    let sandbox = try Sandbox()
    try sandbox.put(ownRule, at: "rules/zebra.yml")
    try sandbox.put("---\ntitle: 題\n---\n一行目。\n\n今日は**しまうま**を見た。\n", at: "2026/2026-01-02-x.md")
    let outcome = try sandbox.kiseki("check", "last", "--format", "json")
    #expect(outcome.status == 1 && outcome.errors.isEmpty, "\(outcome.errors)")
    let found = try #require(try findings(outcome).first { $0.rule == "private/zebra" })
    #expect(found.class == "private" && found.level == "warning")
    #expect(found.line == 6 && found.column == 6 && found.length == 4 && found.text == "しまうま")
    #expect(found.message == "「しまうま」が出てきます" && found.try == ["名前を伏せる"])
    let text = try sandbox.kiseki("check", "last")
    #expect(text.status == 1 && text.output.contains("6:6") && text.output.contains("名前を伏せる"))
  }

  @Test func wordsThatTheMessageDoesNotSayAreShown() throws {
    let sandbox = try Sandbox()
    try sandbox.put(ownRule, at: "rules/zebra.yml")
    let said = try sandbox.kiseki("check", "-", input: "今日はしまうまを見た。")
    #expect(!said.output.contains("    > "))
    try sandbox.put(ownRule.replacing("「%s」が出てきます", with: "動物が出てきます"), at: "rules/zebra.yml")
    let care = try sandbox.kiseki("check", "-", input: "もう死にたい。疲れた。")
    #expect(care.output.contains("care/") && !care.output.contains("    > "))
    let unsaid = try sandbox.kiseki("check", "-", input: "今日はしまうまを見た。")
    #expect(unsaid.output.hasPrefix("1:4  private/zebra  動物が出てきます\n    > しまうま\n"), "\(unsaid.output)")
  }

  @Test func nothingFoundIsStatusZero() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.kiseki("check", "-", "--format", "json", input: "朝、川まで歩いた。\n")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(try findings(outcome).isEmpty)
    let text = try sandbox.kiseki("check", "-", input: "朝、川まで歩いた。\n")
    #expect(text.status == 0 && text.output.isEmpty)
  }

  @Test func theKindDecidesWhatMayBeMissing() throws {
    let sandbox = try Sandbox()
    let input = "配信が三度落ちました。\n"
    let plain = try sandbox.kiseki("check", "-", "--format", "json", input: input)
    #expect(try !findings(plain).contains { $0.class == "learning-missing" })
    let failure = try sandbox.kiseki("check", "-", "--kind", "failure", "--format", "json", input: input)
    #expect(try findings(failure).contains { $0.class == "learning-missing" })
    let told = try sandbox.kiseki(
      "check", "-", "--format", "json", input: "---\nkind: failure\n---\n" + input)
    #expect(try findings(told).contains { $0.class == "learning-missing" })
  }

  @Test func theWriterSwitchesChecksOff() throws {
    let sandbox = try Sandbox()
    try sandbox.put(ownRule, at: "rules/zebra.yml")
    for text in [
      "---\nchecks_off: [private]\n---\nしまうまを見た。", "---\nchecks_off: private/zebra\n---\nしまうまを見た。",
      "<!-- kiseki off private -->\nしまうまを見た。",
    ] {
      #expect(try sandbox.kiseki("check", "-", input: text).status == 0, "\(text)")
    }
    let config = sandbox.folder.appending(path: "config/kiseki")
    try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
    try Data("checks_off: [private]\n".utf8).write(to: config.appending(path: "config.yml"))
    #expect(try sandbox.kiseki("check", "-", input: "しまうまを見た。").status == 0)
  }

  @Test func aBrokenRuleIsNamedAndTheOthersWork() throws {
    let sandbox = try Sandbox()
    try sandbox.put(ownRule, at: "rules/zebra.yml")
    try sandbox.put("name: half\nextends: existence\nmessage: m\ntokens:\n  - '(('\n", at: "rules/half.yml")
    let outcome = try sandbox.kiseki("check", "-", input: "しまうまを見た。")
    #expect(outcome.status == 1 && outcome.output.contains("private/zebra"))
    #expect(
      outcome.errors.contains("rules/half.yml") && outcome.errors.contains("5")
        && outcome.errors.contains("half"))
  }

  @Test func aRuleIsShownAsItsFileHasIt() throws {
    let sandbox = try Sandbox()
    try sandbox.put(ownRule, at: "rules/zebra.yml")
    let outcome = try sandbox.kiseki("check", "--explain", "private/zebra")
    #expect(
      outcome.status == 0 && outcome.output.contains("rules/zebra.yml:1")
        && outcome.output.contains("tokens: [しまうま]"))
    #expect(try sandbox.kiseki("check", "--explain", "nothing-like-it").status == 1)
    #expect(try sandbox.kiseki("check").status == 2)
    #expect(try sandbox.kiseki("check", "no-such-entry").status == 1)
  }
}
