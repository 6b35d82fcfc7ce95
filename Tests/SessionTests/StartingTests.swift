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

  @Test(.enabled("root may write everywhere") { getuid() != 0 })
  func journalThatMayNotBeWrittenIsNamed() async throws {
    let sandbox = try Sandbox()
    try FileManager.default.createDirectory(
      at: sandbox.journal, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o500])
    let outcome = try sandbox.kiseki("new", "--body", "-", input: "text")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains(sandbox.journal.path))
  }
}
