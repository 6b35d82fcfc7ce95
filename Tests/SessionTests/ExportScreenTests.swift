import Foundation
import Testing

/// From an entry to what is pasted elsewhere, in a real terminal.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ExportScreenTests {
  private let sentences = (1...8).map { "朝市の\($0)日目のことを、忘れないうちに書いておきます。" }.joined()

  private func open(_ frontMatter: String = "channels: [x]") async throws -> (Sandbox, TmuxTerminal) {
    let sandbox = try Sandbox()
    try sandbox.put("---\ntitle: 朝市\n\(frontMatter)\n---\n\(sentences)\n", at: "2026/2026-01-02-朝市.md")
    let terminal = try TmuxTerminal(in: sandbox)
    try terminal.allowCopying()
    try await terminal.start("open last")
    try await terminal.waitUntilShows("朝市の1日目")
    return (sandbox, terminal)
  }

  @Test func aPartReachesTheClipboardAndTheDraftItsFile() async throws {
    let (sandbox, terminal) = try await open()
    try terminal.press("C-e")
    try await terminal.waitUntilShows("--- 1/2", "X", "2x ")
    try terminal.press("Enter", "Down", "Enter")
    try terminal.type("そして、")
    try await terminal.waitUntilShows("そして、")
    try terminal.press("C-c")
    try await terminal.waitUntilShows("端末に 2/2 のコピーを頼みました")
    try await terminal.wait(for: "the part in tmux's buffer") {
      let copied = try terminal.buffer()
      return copied.hasPrefix("そして、朝市の") && copied.hasSuffix(" (2/2)")
    }
    let draft = sandbox.journal.appending(path: "drafts/2026-01-02-朝市/x.md")
    try await terminal.wait(for: "the draft's file") {
      (try? String(contentsOf: draft, encoding: .utf8))?.contains("\n---\n\nそして、朝市の") == true
    }
    #expect(try mode(of: draft) == 0o600 && mode(of: draft.deletingLastPathComponent()) == 0o700)
    try terminal.press("C-x")
    try await terminal.waitUntilShows("発信したことを記事に書きました")
    try terminal.press("C-q")
    try await terminal.waitUntilGivenBack()
    let entry = try #require(sandbox.entryTexts.first { $0.contains("title: 朝市") })
    #expect(entry.contains("\nstatus: shared\n") && entry.contains("\nshared_x: 20"))
    let listed = try sandbox.kiseki("list", "--format", "json").output
    #expect(listed.components(separatedBy: "\"path\"").count == 2, "a draft is no entry")
  }

  @Test func draftsOutliveATerminalThatGoesAway() async throws {
    let (sandbox, terminal) = try await open()
    try terminal.press("C-e")
    try await terminal.waitUntilShows("--- 1/2")
    try terminal.press("Enter", "Enter")
    try terminal.type("消えないように。")
    try await terminal.waitUntilShows("消えないように。")
    try terminal.kill()
    let draft = sandbox.journal.appending(path: "drafts/2026-01-02-朝市/x.md")
    try await terminal.wait(for: "the draft's file") {
      (try? String(contentsOf: draft, encoding: .utf8))?.contains("消えないように。") == true
    }
  }

  @Test func aDraftThatIsNoneOfOursStays() async throws {
    let (sandbox, terminal) = try await open()
    try sandbox.put("わたしのメモ\n", at: "drafts/2026-01-02-朝市/x.md")
    try terminal.press("C-e")
    try await terminal.waitUntilShows("--- 1/2")
    try terminal.press("C-s")
    try await terminal.waitUntilShows(Phrases.saved)
    let folder = sandbox.journal.appending(path: "drafts/2026-01-02-朝市")
    #expect(try String(contentsOf: folder.appending(path: "x.md"), encoding: .utf8) == "わたしのメモ\n")
    #expect(try String(contentsOf: folder.appending(path: "x-2.md"), encoding: .utf8).contains("朝市の1日目"))
  }
}

extension TmuxTerminal {
  /// Makes tmux take what programs ask it to copy, as terminals do that allow it.
  fileprivate func allowCopying() throws { try configure(["set-option", "-s", "set-clipboard", "on"]) }

  /// What was copied last.
  fileprivate func buffer() throws -> String { (try? configure(["show-buffer"])) ?? "" }
}
