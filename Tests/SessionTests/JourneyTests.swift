import Foundation
import Testing

/// The main job, as a writer does it: by keyboard alone, in Japanese, in a real terminal.
@Suite(.serialized, .timeLimit(.minutes(3))) struct JourneyTests {
  @Test func vectorStatementBecomesTheLineOnTheHome() async throws {
    let sandbox = try Sandbox()
    let terminal = try TmuxTerminal(in: sandbox)
    let sections = AnsweredSection.vectorStatement
    try await terminal.start()
    try await terminal.waitUntilShows(Phrases.home)
    try await terminal.startEntry(filter: "ベクトル", firstQuestion: sections[0].question)
    try terminal.press("Up", "Up", "Up")
    try terminal.type("私の向かう先")
    try terminal.press("Down")
    try await terminal.answer(sections)
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    try terminal.press(Keys.back)
    try await terminal.waitUntilShows(Phrases.home, "黙っていた私は、誰もが話せる会議へ")
    try expectVectorStatement(in: sandbox)
    let draft = try sandbox.kiseki("export", "last", "--to", "markdown")
    #expect(draft.status == 0)
    #expect(draft.output.hasPrefix("# 私の向かう先\n"))
    for section in sections { #expect(draft.output.contains("## \(section.heading)\n")) }
    #expect(!draft.output.contains("---") && !draft.output.contains("<!--"))
  }

  /// The entry is plain Markdown that other tools read: front matter, then headings with the answers.
  private func expectVectorStatement(in sandbox: Sandbox) throws {
    let path = try #require(sandbox.entryPaths.first)
    #expect(path.wholeMatch(of: #/\d{4}/\d{4}-\d\d-\d\d-私の向かう先\.md/#) != nil, "\(path)")
    let text = try #require(sandbox.entryTexts.first)
    let parts = text.split(separator: "---\n", maxSplits: 2, omittingEmptySubsequences: false)
    try #require(parts.count == 3 && parts[0].isEmpty, "no front matter: \(text)")
    let keys = ["title: 私の向かう先\n", "template: vector/statement\n", "kind: vector\n", "lang: ja\n"]
    for key in keys { #expect(parts[1].contains(key), "\(parts[1])") }
    for section in AnsweredSection.vectorStatement {
      #expect(parts[2].contains(section.answer + "\n"), "\(parts[2])")
      #expect(parts[2].contains("## \(section.heading)\n"))
    }
    #expect(!text.contains("<!--"))
  }

  @Test func whatWasAutosavedIsThereAfterTheTerminalWasKilled() async throws {
    let sandbox = try Sandbox()
    let sections = AnsweredSection.ywt
    let first = try TmuxTerminal(in: sandbox)
    try await first.start()
    try await first.waitUntilShows(Phrases.home)
    try await first.startEntry(filter: "ywt", firstQuestion: sections[0].question)
    try await first.answer(sections)
    try await first.waitUntilShows(Phrases.saved)
    let program = try first.program()
    kill(program, SIGKILL)
    try first.kill()
    let second = try TmuxTerminal(in: sandbox)
    try await second.start("open last")
    for section in sections {
      try await second.waitUntilShows(section.heading, String(section.answer.prefix(8)))
    }
  }

  @Test func aCheckPutAsideForGoodIsInTheSettingsAndContactsMayBeTheWritersOwn() async throws {
    let sandbox = try Sandbox()
    let settings = sandbox.folder.appending(path: "config/kiseki")
    try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
    try Data("# 私の\njournal: \(sandbox.journal.path)\n".utf8).write(
      to: settings.appending(path: "config.yml"))
    try Data("ja:\n  姉: 夜でもよい\n".utf8).write(to: settings.appending(path: "contacts.yml"))
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.startBlankEntry()
    try terminal.type("遅れたのは、担当の人のせいです。")
    try terminal.press(Keys.findings)
    try await terminal.waitUntilShows("責任の置き方")
    try terminal.press("C-r")
    try await terminal.waitUntilShows("checks_off", "気になるところは見つかりませんでした")
    let text = try String(contentsOf: settings.appending(path: "config.yml"), encoding: .utf8)
    #expect(text.hasPrefix("# 私の\njournal: \(sandbox.journal.path)\nchecks_off: [blame/"), "\(text)")
    try terminal.press(Keys.back)
    try terminal.type("もう消えてしまいたい。")
    try terminal.press(Keys.findings)
    try await terminal.waitUntilShows("姉", "夜でもよい")
  }

  @Test func homeListsWhatWasWrittenAndEscapeGoesBack() async throws {
    let sandbox = try Sandbox()
    _ = try sandbox.kiseki("new", "--title", "朝の散歩", "--body", "-", input: "犬と川まで歩いた。\n")
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start()
    try await terminal.waitUntilShows(Phrases.home, "朝の散歩")
    try terminal.press(Keys.newEntry)
    try await terminal.waitUntilShows(Phrases.picker)
    try terminal.press(Keys.back)
    try await terminal.waitUntilShows(Phrases.home, "朝の散歩")
    #expect(sandbox.entryPaths.count == 1, "looking at the formats makes no entry")
  }

  @Test(arguments: [("１", "full-width digit"), ("ｙｗｔ", "full-width letters"), ("わいだ", "kana")])
  func pickerUnderstandsAnInputMethodLeftOn(typed: String, what: Comment) async throws {
    let terminal = try TmuxTerminal(in: Sandbox())
    try await terminal.start()
    try await terminal.waitUntilShows(Phrases.home)
    try terminal.press(Keys.newEntry)
    try await terminal.waitUntilShows(Phrases.picker)
    try terminal.type(typed)
    if typed != "１" { try terminal.press(Keys.enter) }
    try await terminal.waitUntilGone(Phrases.picker)
  }

  @Test func homeSpeaksEnglishWhenAsked() async throws {
    let terminal = try TmuxTerminal(in: Sandbox())
    try await terminal.start("--lang en")
    try await terminal.waitUntilShows(Phrases.homeInEnglish)
  }
}
