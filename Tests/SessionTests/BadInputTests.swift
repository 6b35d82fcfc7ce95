import Foundation
import Testing

/// Files that are not as they should be, and that change while they are open: nothing is lost, and it is said.
@Suite(.serialized, .timeLimit(.minutes(3))) struct BadInputTests {
  private func open(_ sandbox: Sandbox, showing text: String) async throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start("open last")
    try await terminal.waitUntilShows(text)
    return terminal
  }

  private func bytes(_ sandbox: Sandbox, _ path: String) throws -> Data {
    try Data(contentsOf: sandbox.journal.appending(path: path))
  }

  @Test func entryChangedOutsideWhileOpenIsKeptAndOursTooAndBothAreListed() async throws {
    let sandbox = try Sandbox()
    try sandbox.put("元の文\n", at: "2026/2026-01-01-a.md")
    let terminal = try await open(sandbox, showing: "元の文")
    try sandbox.put("外で変えた文\n", at: "2026/2026-01-01-a.md")
    try terminal.type("ここで書いた")
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows("両方を残しました")
    #expect(sandbox.entryTexts.sorted() == ["元の文ここで書いた\n", "外で変えた文\n"])
    let listed = try sandbox.kiseki("list").output
    #expect(listed.contains("元の文ここで書いた") && listed.contains("外で変えた文"), "\(listed)")
  }

  @Test func entryDeletedOutsideWhileOpenIsWrittenAnew() async throws {
    let sandbox = try Sandbox()
    try sandbox.put("消される文\n", at: "2026/2026-01-01-a.md")
    let terminal = try await open(sandbox, showing: "消される文")
    try FileManager.default.removeItem(at: sandbox.journal.appending(path: "2026/2026-01-01-a.md"))
    try terminal.type("の続き")
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows("消されていた")
    #expect(sandbox.entryTexts == ["消される文の続き\n"])
  }

  @Test func frontMatterThatDoesNotParseIsShownAsTextAndSavedAsThat() async throws {
    let sandbox = try Sandbox()
    try sandbox.put("---\ntitle: [\n---\n本文\n", at: "2026/2026-01-01-a.md")
    let terminal = try await open(sandbox, showing: "title: [")
    try await terminal.waitUntilShows("3行目", "YAML")
    try terminal.type("と続き")
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    #expect(sandbox.entryTexts == ["---\ntitle: [\n---\n本文と続き\n"])
  }

  @Test func fileThatIsNotUTF8IsShownAndNeverChanged() async throws {
    let sandbox = try Sandbox()
    let foreign = Data([0x61, 0x93, 0xfa, 0x96, 0x7b, 0x0a])
    try sandbox.put(foreign, at: "2026/2026-01-01-a.md")
    let terminal = try await open(sandbox, showing: "UTF-8 ではありません")
    try terminal.type("あ")
    try terminal.press(Keys.save, Keys.quit)
    try await terminal.waitUntilGivenBack()
    #expect(try bytes(sandbox, "2026/2026-01-01-a.md") == foreign)
    #expect(sandbox.entryPaths.count == 1)
  }

  @Test func tenMegabytesAreOpenedWrittenInAndSaved() async throws {
    let sandbox = try Sandbox()
    let lines = String(repeating: "朝から雨が降っていて、市場のテントの下で考えていました。\n", count: 125_000)
    try sandbox.put("始まり\n" + lines, at: "2026/2026-01-01-a.md")
    #expect(try bytes(sandbox, "2026/2026-01-01-a.md").count > 10_000_000)
    let terminal = try await open(sandbox, showing: Phrases.unchanged)
    try terminal.press("C-Home")
    try terminal.type("書き足した")
    try await terminal.waitUntilShows("書き足した始まり")
    try terminal.press("C-End", Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    #expect(sandbox.entryTexts.first?.utf8.elementsEqual("書き足した始まり\n\(lines)".utf8) == true)
  }

  @Test(arguments: ["../../x", String(repeating: "長い題", count: 100), "ＡＢＣ？", "カ\u{3099}ラス"])
  func titleThatIsTypedStaysInTheJournalAndWhole(title: String) async throws {
    let sandbox = try Sandbox()
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.startBlankEntry()
    let before = sandbox.pathsOutsideTheJournal
    try terminal.press("Up")
    try terminal.type(title)
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    #expect(sandbox.entryTexts.first?.contains("title: \(title)\n") == true, "\(sandbox.entryTexts)")
    #expect(sandbox.pathsOutsideTheJournal == before)
  }
}

extension Sandbox {
  fileprivate var pathsOutsideTheJournal: Set<String> { allPaths.filter { !$0.hasPrefix("journal") } }
}
