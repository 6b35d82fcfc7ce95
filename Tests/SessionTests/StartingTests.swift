import Foundation
import Testing

/// Where the program cannot work, it says why and what to do, and leaves the terminal alone.
@Suite(.serialized, .timeLimit(.minutes(3))) struct StartingTests {
  @Test func withoutATerminalItSaysSo() throws {
    let outcome = try Sandbox().kiseki()
    #expect(outcome.status == 2 || outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("端末"), "\(outcome.errors)")
  }

  @Test(arguments: [
    (["TERM": "nonsense"], "nonsense"), (["TERM": "dumb"], "dumb"), (["LC_ALL": "ja_JP.EUC-JP"], "UTF-8"),
  ])
  func terminalItCannotUseIsNamed(changes: [String: String], named: String) async throws {
    let terminal = try TmuxTerminal(in: Sandbox(), changes: changes)
    try await terminal.start()
    try await terminal.waitUntilShows("ended=", named)
    let screen = try terminal.screen()
    #expect(screen.contains("ended=2") || screen.contains("ended=3"), "\(screen)")
    #expect(try !terminal.isInProgram)
  }

  @Test func journalThatIsAFileIsNamed() async throws {
    let sandbox = try Sandbox()
    try Data("x".utf8).write(to: sandbox.journal)
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start()
    try await terminal.waitUntilShows("ended=3", "journal")
    #expect(try Data(contentsOf: sandbox.journal) == Data("x".utf8))
  }

  @Test func journalThatMayNotBeReadOrWrittenIsNamed() throws {
    let sandbox = try Sandbox()
    try sandbox.put("本文\n", at: "2026/2026-01-01-a.md")
    try setMode(0o000, of: sandbox.journal)
    let refused = try sandbox.kisekiAsWriter("list")
    #expect(refused.status == 3 && refused.output.isEmpty)
    #expect(refused.errors.contains(sandbox.journal.path) && refused.errors.contains("権限"))
    try setMode(0o555, of: sandbox.journal)
    #expect(try sandbox.kisekiAsWriter("list").status == 0)
    let unwritten = try sandbox.kisekiAsWriter("new", "--body", "-", input: "text")
    #expect(unwritten.status == 3 && unwritten.output.isEmpty)
    #expect(unwritten.errors.contains(sandbox.journal.path), "\(unwritten.errors)")
    #expect(sandbox.entryPaths == ["2026/2026-01-01-a.md"])
  }

  @Test func settingsThatMeanNothingAreNamedAndTheOthersAreInForce() async throws {
    let sandbox = try Sandbox()
    try sandbox.putSettings(Data("lang: jp\nambiguous: wide\n".utf8))
    let outcome = try sandbox.kiseki("list")
    for words in ["lang", "jp", "ja, en"] { #expect(outcome.errors.contains(words), "\(outcome.errors)") }
    #expect(!outcome.errors.contains("ambiguous"))
    try sandbox.putSettings(
      Data("everywhere:\n  <f2>: palette\n  <f3>: fly\n".utf8), in: "keys.yml")
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start()
    try await terminal.waitUntilShows(Phrases.home, "keys.yml", "3行目", "fly")
    try terminal.press("F2")
    try await terminal.waitUntilShows(Phrases.suspendCommand)
  }

  private func setMode(_ mode: Int, of file: URL) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
  }
}
