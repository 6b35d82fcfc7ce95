import Foundation
import Testing

/// However the program ends or pauses, the terminal is given back, and what was typed is in the file.
@Suite(.serialized, .timeLimit(.minutes(3))) struct EndingTests {
  /// A blank entry with this text in it, not saved by hand.
  private func begin(_ text: String, in sandbox: Sandbox) async throws -> TmuxTerminal {
    let terminal = try TmuxTerminal(in: sandbox)
    try await terminal.startBlankEntry()
    try terminal.type(text)
    try await terminal.waitUntilShows(text)
    return terminal
  }

  @Test func quittingGivesTheTerminalBackAndSaves() async throws {
    let sandbox = try Sandbox()
    let terminal = try await begin("ここまで書いた", in: sandbox)
    try terminal.press(Keys.quit)
    try await terminal.waitUntilGivenBack()
    #expect(sandbox.entryTexts.first?.contains("ここまで書いた") == true)
    #expect(try terminal.screen().contains("ended=0"))
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
  func terminationSavesAndGivesTheTerminalBack(signal: Int32) async throws {
    let sandbox = try Sandbox()
    let terminal = try await begin("終わりの合図の前", in: sandbox)
    kill(try terminal.program(), signal)
    try await terminal.waitUntilGivenBack()
    #expect(sandbox.entryTexts.first?.contains("終わりの合図の前") == true)
  }

  @Test func hangUpSaves() async throws {
    let sandbox = try Sandbox()
    let terminal = try await begin("電話が切れる前", in: sandbox)
    kill(try terminal.program(), SIGHUP)
    try await terminal.waitUntilGivenBack()
    #expect(sandbox.entryTexts.first?.contains("電話が切れる前") == true)
  }

  @Test func terminalThatIsGoneEndsTheProgramAfterSaving() async throws {
    let sandbox = try Sandbox()
    let terminal = try await begin("端末が消える前", in: sandbox)
    let program = try terminal.program()
    try terminal.kill()
    let deadline = ContinuousClock.now + .seconds(20)
    while Program.isRunning(program), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(!Program.isRunning(program))
    #expect(sandbox.entryTexts.first?.contains("端末が消える前") == true)
  }

  @Test(arguments: [SIGSEGV, SIGTRAP, SIGILL, SIGABRT])
  func crashGivesTheTerminalBack(signal: Int32) async throws {
    let terminal = try await begin("落ちる前", in: Sandbox())
    kill(try terminal.program(), signal)
    try await terminal.waitUntilGivenBack()
    #expect(try !terminal.screen().contains("ended=0"))
  }

  @Test func suspendedProgramComesBackAsItWas() async throws {
    let terminal = try await begin("休む前", in: Sandbox())
    try terminal.press(Keys.palette)
    try terminal.type(Phrases.suspendCommand)
    try terminal.press(Keys.enter)
    try await terminal.waitUntilGivenBack()
    try terminal.type("fg")
    try terminal.press(Keys.enter)
    try await terminal.waitUntilShows("休む前")
    try terminal.type("休んだ後")
    try await terminal.waitUntilShows("休む前休んだ後")
    #expect(try terminal.isInProgram)
  }

  /// `bg` lets it go on while the shell has the terminal; what is typed there is the shell's.
  @Test func programInTheBackgroundWaitsForTheForeground() async throws {
    let terminal = try await begin("裏へ行く前", in: Sandbox())
    try terminal.press(Keys.palette)
    try terminal.type(Phrases.suspendCommand)
    try terminal.press(Keys.enter)
    try await terminal.waitUntilGivenBack()
    try terminal.type("bg")
    try terminal.press(Keys.enter)
    for number in 1...3 {
      try terminal.type("echo $((\(number) + 70))")
      try terminal.press(Keys.enter)
      try await terminal.waitUntilShows("\n\(number + 70)\n")
    }
    try terminal.type("fg")
    try terminal.press(Keys.enter)
    try await terminal.wait(for: "the program in the foreground") {
      try Program.isInForeground(terminal.program())
    }
    try terminal.type("表に出た後")
    try await terminal.waitUntilShows("裏へ行く前表に出た後")
  }

  /// A shell gives the terminal to a job that runs without a word; so the program must not run there.
  @Test func programFromTheBackgroundShowsItselfBeforeAnyKey() async throws {
    let terminal = try await begin("裏へ行く前", in: Sandbox())
    try terminal.press(Keys.palette)
    try terminal.type(Phrases.suspendCommand)
    try terminal.press(Keys.enter)
    try await terminal.waitUntilGivenBack()
    for _ in 1...2 {
      try terminal.type("clear; bg; sleep 0.3; jobs; echo in-the''-back")
      try terminal.press(Keys.enter)
      try await terminal.waitUntilShows("in-the-back", "Stopped")
    }
    try terminal.type("fg")
    try terminal.press(Keys.enter)
    try await terminal.waitUntilShows("裏へ行く前", "保存済み")
    try terminal.type("表に出た後")
    try await terminal.waitUntilShows("裏へ行く前表に出た後")
  }

  @Test func pasteAfterwardsIsNotBracketed() async throws {
    let terminal = try await begin("貼る前", in: Sandbox())
    try terminal.press(Keys.quit)
    try await terminal.waitUntilShows("ended=")
    try terminal.type("bind 'set enable-bracketed-paste off'; clear; cat -v")
    try terminal.press(Keys.enter)
    try await terminal.wait(for: "cat") { try !Program.children(of: shell(of: terminal)).isEmpty }
    try terminal.paste("plain\n")
    try await terminal.waitUntilShows("plain\nplain")
  }

  private func shell(of terminal: TmuxTerminal) throws -> Int32 {
    try #require(Int32(terminal.value(of: "pane_pid")))
  }
}
