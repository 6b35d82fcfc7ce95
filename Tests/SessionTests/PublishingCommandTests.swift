import Foundation
import Testing

/// `kiseki count` and `kiseki export`.
@Suite(.serialized, .timeLimit(.minutes(3))) struct PublishingCommandTests {
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.put("---\ntitle: 一\nstatus: ready\n---\n**「学び」**です。\n", at: "2026/2026-01-01-a.md")
    try sandbox.put(
      "---\ntitle: 二\nstatus: draft\n---\n" + String(repeating: "長い文章です。", count: 60),
      at: "2026/2026-01-02-b.md")
    try sandbox.put("---\ntitle: 三\nstatus: ready\nprivate: true\n---\n内緒\n", at: "2026/2026-01-03-c.md")
    return sandbox
  }

  @Test func whatAPlaceWouldNotTakeIsSaid() throws {
    let sandbox = try Sandbox()
    let hashtags = try sandbox.kiseki("count", "-", "--to", "instagram", input: "#a #b #c #d #e #f 本文")
    #expect(hashtags.output == "1  20/2200 utf16\n" && hashtags.errors.contains("6個"))
    let links = (1...6).map { "https://a\($0).com" }.joined(separator: " ")
    #expect(try sandbox.kiseki("count", "-", "--to", "threads", input: links).errors.contains("リンクが6個"))
    let long = try sandbox.kiseki("count", "-", "--to", "x", input: String(repeating: "あ", count: 141))
    #expect(long.status == 1 && long.errors.contains("2 超えて"))
  }

  @Test func countsAnyText() throws {
    let sandbox = try sandbox()
    let outcome = try sandbox.kiseki("count", "-", "--to", "x", input: "https://example.com あ👨‍👩‍👧‍👦")
    #expect(outcome.status == 0 && outcome.output == "1  28/280 weighted\n")
    #expect(
      try sandbox.kiseki("count", "-", "--to", "x", input: String(repeating: "あ", count: 141)).status == 1)
    let json = try sandbox.kiseki("count", "2026-01-02", "--to", "bluesky", "--format", "json")
    #expect(
      json.status == 0 && json.output.contains("\"fits\" : true") && json.output.contains("\"limit\" : 300"))
  }

  @Test func exportsWhatIsReadyToFiles() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    let outcome = try sandbox.kiseki("export", "--status", "ready", "--to", "zenn", "--out", out.path)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("1件"), "the private one: \(outcome.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: out.path) == ["2026-01-01-a.md"])
    let text = try String(contentsOf: out.appending(path: "2026-01-01-a.md"), encoding: .utf8)
    #expect(text.hasPrefix("---\ntitle: 一\n") && text.hasSuffix("---\n\n「**学び**」です。\n"))
  }

  @Test func leavesOtherTextsAlone() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    let file = out.appending(path: "2026-01-01-a.txt")
    #expect(try sandbox.kiseki("export", "2026-01-01", "--to", "x", "--out", out.path).status == 0)
    try Data("自分で直した".utf8).write(to: file)
    let again = try sandbox.kiseki("export", "2026-01-01", "--to", "x", "--out", out.path)
    #expect(again.status == 3 && again.errors.contains("--force"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "自分で直した")
    #expect(try sandbox.kiseki("export", "2026-01-01", "--to", "x", "--out", out.path, "--force").status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == "「学び」です。\n")
  }

  @Test func keepsPrivateEntriesPrivate() throws {
    let sandbox = try sandbox()
    let refused = try sandbox.kiseki("export", "2026-01-03", "--to", "text")
    #expect(refused.status == 3 && refused.output.isEmpty)
    let told = try sandbox.kiseki("export", "2026-01-03", "--to", "text", "--include-private")
    #expect(told.status == 0 && told.output == "三\n\n内緒\n")
  }

  @Test func printsThreadsAndTellsWhatIsWrong() throws {
    let sandbox = try sandbox()
    let thread = try sandbox.kiseki("export", "2026-01-02", "--to", "x")
    #expect(thread.output.contains("(1/4)\n\n---\n\n") && thread.output.hasSuffix("(4/4)\n"))
    let long = try sandbox.kiseki("export", "2026-01-02", "--to", "profile-x")
    #expect(long.status == 0 && long.errors.contains("420"))
    #expect(try sandbox.kiseki("export", "2026-01-02", "--to", "nowhere").status == 2)
    #expect(try sandbox.kiseki("export", "--to", "x").status == 2)
    #expect(try sandbox.kiseki("export", "--kind", "vector", "--to", "x").status == 1)
  }

  @Test func takesTheWritersOwnChannels() throws {
    let sandbox = try sandbox()
    try sandbox.put("name: 小さな掲示板\nlimits:\n  - {length: 40, unit: characters}\n", at: "channels/board.yml")
    try sandbox.put("name: x\nlimts: 1\n", at: "channels/broken.yml")
    let outcome = try sandbox.kiseki("count", "2026-01-02", "--to", "board")
    #expect(outcome.status == 0 && outcome.output.hasPrefix("1  35/40 characters\n"), "\(outcome.output)")
    #expect(outcome.errors.contains("channels/broken.yml") && outcome.errors.contains("limts"))
  }
}
