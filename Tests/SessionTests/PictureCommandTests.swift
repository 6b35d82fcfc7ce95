import Foundation
import Testing

/// `kiseki export --as svg|png`.
@Suite(.serialized, .timeLimit(.minutes(3))) struct PictureCommandTests {
  private static let canDraw = FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert")

  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.put(
      "---\ntitle: 焦げた\n---\n14時。まっ黒です。\n\n---\n\n次は、火の前で電話に出ません。\n", at: "2026/2026-01-01-a.md")
    try sandbox.put("一枚だけです。\n", at: "2026/2026-01-02-b.md")
    try sandbox.put("---\nprivate: true\n---\n内緒です。\n", at: "2026/2026-01-03-c.md")
    return sandbox
  }

  private func files(_ folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test func writesAPictureForEachCard() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    let outcome = try sandbox.kiseki("export", "--all", "--to", "story", "--as", "svg", "--out", out.path)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.contains("1件"), "\(outcome)")
    #expect(files(out) == ["2026-01-01-a-1.svg", "2026-01-01-a-2.svg", "2026-01-02-b-1.svg"])
    let svg = try String(contentsOf: out.appending(path: "2026-01-01-a-2.svg"), encoding: .utf8)
    #expect(svg.contains("width=\"1080\" height=\"1920\"") && svg.contains(">2/2<"))
    try Data("自分で直した".utf8).write(to: out.appending(path: "2026-01-01-a-2.svg"))
    let again = try sandbox.kiseki("export", "2026-01-01", "--to", "story", "--as", "svg", "--out", out.path)
    #expect(
      again.status == 3 && again.errors.contains("2026-01-01-a-2.svg") && again.errors.contains("--force"))
    #expect(try Data(contentsOf: out.appending(path: "2026-01-01-a-2.svg")) == Data("自分で直した".utf8))
  }

  @Test func tellsWhichCardsAreFromBefore() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    func export() throws -> Outcome {
      try sandbox.kiseki("export", "2026-01-01", "--to", "story", "--as", "svg", "--force", "--out", out.path)
    }
    #expect(try export().errors.isEmpty)
    try sandbox.put("---\ntitle: 焦げた\n---\n14時。まっ黒です。\n", at: "2026/2026-01-01-a.md")
    let fewer = try export()
    #expect(fewer.status == 0 && fewer.errors.contains("2026-01-01-a-2.svg"), "\(fewer)")
    #expect(files(out).count == 2, "and nothing is taken away")
  }

  @Test(.enabled(if: canDraw, "needs librsvg2-bin")) func drawsThemAsPNG() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    for _ in 1...2 {
      let outcome = try sandbox.kiseki(
        "export", "2026-01-01", "--to", "story", "--as", "png", "--out", out.path)
      #expect(outcome.status == 0, "\(outcome)")
    }
    #expect(files(out) == ["2026-01-01-a-1.png", "2026-01-01-a-2.png"])
    for name in files(out) {
      // The signature, then the chunk IHDR with the width and the height.
      let head = try Data(contentsOf: out.appending(path: name)).prefix(24)
      #expect(head.prefix(8) == Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
      #expect(head.suffix(8) == Data([0, 0, 0x04, 0x38, 0, 0, 0x07, 0x80]), "1080x1920")
    }
  }

  @Test(.enabled(if: canDraw, "needs librsvg2-bin")) func tellsATerminalHowFarItIs() async throws {
    let sandbox = try Sandbox()
    for number in 10..<40 { try sandbox.put("一\n\n---\n\n二\n", at: "2026/2026-01-\(number).md") }
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start("export --all --to story --as png --out out")
    try await terminal.wait(for: "how many of the entries are done") {
      try terminal.screen().contains(/(?m)^[1-9][0-9]*\/30$/)
    }
    try await terminal.waitUntilShows("ended=0")
    #expect(try !terminal.screen().contains("/30"), "it is gone at the end")
    let out = sandbox.folder.appending(path: "out2").path
    let piped = try sandbox.kiseki("export", "--all", "--to", "story", "--as", "png", "--out", out)
    #expect(piped.status == 0 && piped.errors.isEmpty && piped.output.isEmpty)
  }

  @Test func tellsWhatIsMissing() throws {
    let sandbox = try sandbox()
    let out = sandbox.folder.appending(path: "out")
    let outcome = try sandbox.kiseki(
      "export", "2026-01-01", "--to", "story", "--as", "png", "--out", out.path,
      changes: ["PATH": "relative:" + sandbox.folder.path])
    #expect(
      outcome.status == 3 && outcome.errors.contains("librsvg2-bin") && outcome.errors.contains("--as svg"))
    #expect(files(out).isEmpty)
    let noPicture = try sandbox.kiseki(
      "export", "2026-01-01", "--to", "note", "--as", "svg", "--out", out.path)
    #expect(noPicture.status == 2 && noPicture.errors.contains("story"))
  }

  @Test func printsASingleSVG() throws {
    let sandbox = try sandbox()
    let one = try sandbox.kiseki("export", "2026-01-02", "--to", "story", "--as", "svg")
    #expect(one.status == 0 && one.output.hasPrefix("<?xml") && one.output.hasSuffix("</svg>\n"))
    for arguments in [("2026-01-01", "svg"), ("2026-01-02", "png")] {
      let refused = try sandbox.kiseki("export", arguments.0, "--to", "story", "--as", arguments.1)
      #expect(refused.status != 0 && refused.output.isEmpty && !refused.errors.isEmpty, "\(arguments)")
    }
  }

  @Test func takesColoursFromTheSettings() throws {
    let sandbox = try sandbox()
    let settings = try sandbox.putSettings(Data("story_theme: dark\nstory_accent: \"#ff8800\"\n".utf8))
    let dark = try sandbox.kiseki("export", "2026-01-02", "--to", "story", "--as", "svg")
    #expect(dark.output.contains("#17191d") && dark.output.contains("#ff8800") && dark.errors.isEmpty)
    try sandbox.putSettings(Data("story_background: \"#777777\"\n".utf8))
    let pale = try sandbox.kiseki("export", "2026-01-02", "--to", "story", "--as", "svg")
    #expect(pale.status == 0 && pale.errors.contains("4.5"))
    for (text, line) in [("journal: \n\nstory_text: #fff\n", "3行目"), ("story_theme: neon\n", "1行目")] {
      try sandbox.putSettings(Data(text.utf8))
      let broken = try sandbox.kiseki("export", "2026-01-02", "--to", "story", "--as", "svg")
      #expect(broken.status == 3 && broken.errors.contains(settings.path) && broken.errors.contains(line))
      #expect(try sandbox.kiseki("list").status == 0, "what has nothing to do with pictures goes on")
    }
  }
}
