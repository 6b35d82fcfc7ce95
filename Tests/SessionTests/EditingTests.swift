import Testing

/// Writing in a real terminal: where the caret stands, what a paste is, what a resize does.
@Suite(.serialized, .timeLimit(.minutes(3))) struct EditingTests {
  @Test func caretStandsWhereTheInputMethodOpens() async throws {
    let terminal = try TmuxTerminal(in: Sandbox())
    try await terminal.startBlankEntry()
    try await terminal.wait(for: "a visible caret") { try terminal.value(of: "cursor_flag") == "1" }
    try terminal.type("日本語")
    try await terminal.waitUntilShows("日本語")
    let start = try #require(try terminal.place(of: "日本語"))
    try await terminal.waitUntil(caret: Caret(column: start.column + 6, row: start.row))
    try terminal.press("Left")
    try await terminal.waitUntil(caret: Caret(column: start.column + 4, row: start.row))
    try terminal.press("Home")
    try await terminal.waitUntil(caret: start)
    #expect(try terminal.value(of: "cursor_flag") == "1")
  }

  @Test func pasteIsTextAndOneStepOfUndo() async throws {
    let sandbox = try Sandbox()
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.startBlankEntry()
    try terminal.type("前")
    try await terminal.waitUntilShows("前")
    try terminal.paste("一行目\n\t二行目 \u{1b}[31mq\n三行目")
    try await terminal.waitUntilShows("一行目", "三行目")
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    let text = try #require(sandbox.entryTexts.first)
    #expect(text.contains("前一行目\n\t二行目 [31mq\n三行目"), "\(text)")
    try terminal.press(Keys.undo)
    try await terminal.waitUntilGone("一行目")
    try await terminal.waitUntilShows("前")
  }

  @Test func burstFromAnInputMethodLosesNothing() async throws {
    let sandbox = try Sandbox()
    let terminal = try TmuxTerminal(in: sandbox)
    let sentences = (1...40).map { "\($0)番目の文を、変換を確定して一度に送る。" }.joined()
    try await terminal.startBlankEntry()
    try terminal.type(sentences)
    try terminal.press(Keys.save)
    try await terminal.waitUntilShows(Phrases.saved)
    try await terminal.wait(for: "the whole burst in the file") {
      sandbox.entryTexts.first?.contains(sentences) == true
    }
  }

  @Test func windowOfAnySizeIsSurvived() async throws {
    let terminal = try TmuxTerminal(in: Sandbox())
    try await terminal.startBlankEntry()
    try terminal.type("窓の大きさ")
    try await terminal.waitUntilShows("窓の大きさ")
    for (columns, rows) in [(1, 1), (200, 60), (2, 50), (160, 1), (3, 3), (1, 24), (80, 2), (10, 5)] {
      try terminal.resize(columns: columns, rows: rows)
      try terminal.type("字")
    }
    try terminal.resize(columns: 80, rows: 24)
    try await terminal.waitUntilShows("窓の大きさ字字字字字字字字")
  }

  @Test func tooSmallWindowSaysSo() async throws {
    let terminal = try TmuxTerminal(in: Sandbox())
    try await terminal.startBlankEntry()
    try terminal.resize(columns: 18, rows: 4)
    try await terminal.waitUntilShows(Phrases.tooSmall)
  }

  @Test func textOfOthersDoesNotReachTheTerminalAsCommands() async throws {
    let sandbox = try Sandbox()
    let title = "\u{1b}]2;stolen\u{7}"
    try sandbox.put("---\ntitle: \"\\e]2;stolen\\a\"\n---\n\(title)本文\u{1b}[2J\n", at: "2026/2026-01-01-x.md")
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.start("show last; kiseki list; kiseki open last")
    try await terminal.waitUntilShows("本文")
    #expect(try terminal.value(of: "pane_title") != "stolen")
  }
}

extension TmuxTerminal {
  /// Where the screen shows `text`, behind nothing but narrow characters.
  fileprivate func place(of text: String) throws -> Caret? {
    let rows = try screen().split(separator: "\n", omittingEmptySubsequences: false)
    guard let row = rows.firstIndex(where: { $0.contains(text) }),
      let range = rows[row].firstRange(of: text)
    else { return nil }
    return Caret(column: rows[row][..<range.lowerBound].count, row: row)
  }

  /// Waits until the caret is at this place.
  fileprivate func waitUntil(caret expected: Caret) async throws {
    try await wait(for: "the caret at \(expected)") { try caret() == expected }
  }
}
