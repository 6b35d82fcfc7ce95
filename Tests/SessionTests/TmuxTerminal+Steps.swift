/// What the tests do and claim again and again.
extension TmuxTerminal {
  /// Picks the format that `filter` finds and waits for its first question.
  func startEntry(filter: String, firstQuestion: String) async throws {
    try press(Keys.newEntry)
    try await waitUntilShows(Phrases.picker)
    try type(filter)
    try press(Keys.enter)
    try await waitUntilShows(firstQuestion)
  }

  /// Answers each section and goes on to the next question.
  func answer(_ sections: [AnsweredSection]) async throws {
    for section in sections {
      try await waitUntilShows(section.question)
      try type(section.answer)
      try await waitUntilShows(String(section.answer.prefix(8)))
      if section.heading != sections.last?.heading { try press(Keys.nextQuestion) }
    }
  }

  /// Starts an entry without a format.
  func startBlankEntry() async throws {
    try await start("new free/blank")
    try await wait(for: "the program in the terminal's other screen") { try isInProgram }
  }

  /// Whether a full-screen program has the terminal.
  var isInProgram: Bool { get throws { try value(of: "alternate_on") == "1" } }

  /// Waits until the shell has the terminal again, and every mode of the terminal is as it was before.
  func waitUntilGivenBack() async throws {
    try await waitUntilShows("ended=")
    try await wait(for: "the shell's own screen and modes") {
      try value(of: "alternate_on cursor_flag keypad_flag mouse_any_flag") == "0 1 0 0"
    }
    try type("stty -g | cmp - before && echo same-settings")
    try press(Keys.enter)
    try await waitUntilShows("\nsame-settings")
  }
}
