import Display
import Glibc
import RandomNumbers
import Testing
import Typography

@testable import Terminal

extension ProcessTests {
  @Suite("A session with a terminal")
  struct TerminalSessionTests {
    private static let size = Size(columns: 40, rows: 6)

    private func screen(
      _ rows: [String], size: Size = size, ambiguous isWide: Bool = false, style: Style = .plain
    ) -> Screen {
      var screen = Screen(size: size, widths: ColumnWidths(ambiguous: isWide ? .wide : .narrow))
      for (row, text) in rows.enumerated() { screen.draw(text, column: 0, row: row, style: style) }
      return screen
    }

    @Test("shows a screen as it is", arguments: [false, true])
    func showing(isWide: Bool) throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session(ambiguous: isWide)
      var model = TerminalModel(size: Self.size, ambiguous: isWide)
      var screen = screen(
        [
          "日本語の題 and English", "○x※x…“α”①", "か\u{3099} 葛\u{E0100} ｶﾞ 👨‍👩‍👧 🇯🇵 ❤️ 👍🏽 한글 \u{1112}\u{1161}\u{11AB}",
          "\u{1B}[31m \u{202E}abc\t\u{9B}\u{1FAE8}", String(repeating: "é", count: 40),
          String(repeating: "日", count: 20),
        ], ambiguous: isWide)
      screen.caret = ScreenPosition(column: 6, row: 1)
      session.present(screen)
      model.feed(terminal.output())
      #expect(model.textDump == screen.textDump)
      #expect(model.cursor == screen.caret)
      #expect(model.modes.isSuperset(of: ["?25", "?1049", "?2004"]))
      #expect(model.misunderstood == [])
    }

    @Test("shows any screen after any other", arguments: [false, true], [8, 80])
    func sequences(isWide: Bool, columns: Int) throws {
      var random = SplitMix64(seed: columns)
      var size = Size(columns: columns, rows: 5)
      let terminal = try Pseudoterminal(size: size)
      var session = try terminal.session(ambiguous: isWide)
      var model = TerminalModel(size: size, ambiguous: isWide)
      var screen = screen([], size: size, ambiguous: isWide)
      for step in 0..<300 {
        if step % 50 == 49 {
          size = Size(
            columns: Int.random(in: 1...columns, using: &random), rows: Int.random(in: 1...6, using: &random))
          terminal.resize(size)
          let resized = session.resized()
          #expect(resized == size)
          model.resize(size)
          screen = self.screen([], size: size, ambiguous: isWide)
        }
        scribble(on: &screen, using: &random)
        session.present(screen)
        model.feed(terminal.output())
        #expect(model.textDump == screen.textDump, "step \(step)")
        #expect(model.cursor == screen.caret, "step \(step)")
        try #require(model.misunderstood == [])
      }
    }

    private func scribble(on screen: inout Screen, using random: inout SplitMix64) {
      let texts = [
        "日本語", "x", "○", "か\u{3099}", "ｶﾞ", "👍🏽", "   ", "éééééééé", "          ", "一二三四五六七八九十", "abc def",
      ]
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        screen.draw(
          texts.randomElement(using: &random) ?? "",
          column: Int.random(in: -3...screen.size.columns, using: &random),
          row: Int.random(in: 0..<screen.size.rows, using: &random),
          style: Style.allCases.randomElement(using: &random) ?? .plain)
      }
      screen.caret = ScreenPosition(
        column: Int.random(in: 0..<screen.size.columns, using: &random),
        row: Int.random(in: 0..<screen.size.rows, using: &random))
    }

    @Test("sends only what differs")
    func differences() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session()
      session.present(screen(["一行目", "二行目", "三行目"]))
      _ = terminal.output()
      session.present(screen(["一行目", "二行目", "三行目"]))
      #expect(terminal.output() == [])
      session.present(screen(["一行目", "二行", "三行目"]))
      let sent = String(decoding: terminal.output(), as: UTF8.self)
      #expect(!sent.contains("一") && !sent.contains("三"))
    }

    @Test("shows as much as fits of a screen of another size, and keeps the cursor inside")
    func clipping() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session()
      var model = TerminalModel(size: Self.size)
      var large = screen(
        Array(repeating: String(repeating: "日", count: 30), count: 9), size: Size(columns: 61, rows: 9))
      large.draw("x", column: 0, row: 1)
      large.draw(String(repeating: "日", count: 30), column: 1, row: 1)
      large.caret = ScreenPosition(column: 60, row: 8)
      session.present(large)
      model.feed(terminal.output())
      let row = "|\(String(repeating: "日", count: 20))|\n"
      #expect(model.textDump == row + "|x\(String(repeating: "日", count: 19)) |\n" + row + row + row + row)
      #expect(model.cursor == ScreenPosition(column: 39, row: 5))
      session.present(screen(["小"], size: Size(columns: 4, rows: 1)))
      model.feed(terminal.output())
      #expect(model.textDump == screen(["小"]).textDump)
      #expect(model.cursor == ScreenPosition(column: 39, row: 5))
      session.present(screen([], size: Size(columns: 0, rows: 0)))
      model.feed(terminal.output())
      #expect(model.textDump == screen([]).textDump)
      #expect(model.misunderstood == [])
    }

    @Test(
      "shows each role in its look, by weight alone where there are no colours", arguments: Style.allCases,
      [true, false])
    func looks(style: Style, usesColor: Bool) throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session(usesColor: usesColor)
      var model = TerminalModel(size: Self.size)
      session.present(screen(["日"], style: style))
      model.feed(terminal.output())
      let weights: [(Look.Weight, Int)] = [(.bold, 1), (.faint, 2), (.underline, 4), (.reverse, 7)]
      let weight = weights.filter { style.look.weight.contains($0.0) }.map(\.1)
      let color = usesColor ? style.look.color.map { [30 + Int($0.rawValue)] } ?? [] : []
      #expect(model[0, 0].attributes == Set(weight + color))
      #expect(model[4, 0].attributes == [])
    }

    @Test("shows faint text in grey where there is none")
    func withoutFaint() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session(type: "xterm-color")
      var model = TerminalModel(size: Self.size)
      session.present(screen(["日"], style: .ghost))
      model.feed(terminal.output())
      #expect(model[0, 0].attributes == [36])
    }

    @Test("leaves the terminal as it was, whether it is told to or ends", arguments: [true, false])
    func leaving(isTold: Bool) throws {
      let terminal = try Pseudoterminal(size: Self.size)
      let settings = terminal.settings
      var model = TerminalModel(size: Self.size)
      do {
        var session = try terminal.session()
        session.present(screen(["日本語"], style: .selected))
        #expect(terminal.settings != settings)
        if isTold {
          session.leave()
          #expect(terminal.settings == settings)
        }
      }
      model.feed(terminal.output())
      #expect(terminal.settings == settings)
      #expect(model.modes == ["?7", "?25"])
    }

    @Test("can be left and taken again")
    func returning() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session()
      session.present(screen(["日本語"]))
      session.leave()
      session.present(screen(["nobody sees this"]))
      let settings = terminal.settings
      _ = terminal.output()
      let smaller = Size(columns: 20, rows: 3)
      terminal.resize(smaller)
      session.resume()
      let size = session.size
      #expect(size == smaller)
      #expect(terminal.settings != settings)
      var model = TerminalModel(size: smaller)
      session.present(screen(["つづき"], size: smaller))
      model.feed(terminal.output())
      #expect(model.textDump == screen(["つづき"], size: smaller).textDump)
      #expect(model.modes.isSuperset(of: ["?1049", "?2004"]))
    }

    @Test(
      "takes a size that makes no sense for one that does",
      arguments: [
        (Size(columns: 0, rows: 0), Size(columns: 80, rows: 24)),
        (Size(columns: 0, rows: 5), Size(columns: 80, rows: 5)),
        (Size(columns: 1, rows: 1), Size(columns: 1, rows: 1)),
        (Size(columns: 65_535, rows: 65_535), Size(columns: 2_048, rows: 512)),
      ])
    func sizes(asked: Size, size: Size) throws {
      let terminal = try Pseudoterminal(size: asked)
      var session = try terminal.session()
      let first = session.size
      #expect(first == size)
      session.present(screen(["日本語"], size: Size(columns: min(size.columns, 80), rows: min(size.rows, 24))))
      terminal.resize(Self.size)
      let second = session.resized()
      terminal.resize(asked)
      let third = session.resized()
      #expect(second == Self.size && third == size)
    }

    @Test("gives out what is typed and pasted")
    func input() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session()
      let nothing = session.pendingEvents()
      #expect(nothing == [])
      terminal.send("日本\u{1B}[1;3B\u{3}\u{13}\u{11}\u{1A}\r\n\u{1B}[200~a\rb\u{1B}[201~")
      let typed = line(session.pendingEvents())
      let timeout = session.inputTimeout
      #expect(typed == "'日本' <a-down> <c-c> <c-s> <c-q> <c-z> <enter> <enter> \"a\nb\"")
      #expect(timeout == nil)
      terminal.send("\u{1B}")
      let unsure = session.pendingEvents()
      let escapeTimeout = session.inputTimeout ?? -1
      let isGone = session.isGone
      #expect(unsure == [] && 0...25 ~= escapeTimeout && !isGone)
    }

    @Test("knows the keys of the terminal's own kind")
    func ownKeys() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      var session = try terminal.session(type: "vt52")
      terminal.send("\u{1B}A\u{1B}B")
      let typed = line(session.pendingEvents())
      #expect(typed == "<up> <down>")
    }

    @Test("tells that the terminal is gone, and does not wait for it")
    func gone() throws {
      var terminal: Pseudoterminal? = try Pseudoterminal(size: Self.size)
      let program = dup(terminal?.programDescriptor ?? -1)
      var session = try TerminalSession(
        ambiguous: .narrow, usesColor: true, input: program, output: program, type: "xterm-256color")
      terminal = nil
      let events = session.pendingEvents()
      let isGone = session.isGone
      #expect(events == [] && isGone)
      session.present(screen(["日本語"]))
      session.resized()
      session.leave()
      close(program)
    }

    @Test("is refused where there is no terminal, or none that can be drawn on")
    func refusals() throws {
      let terminal = try Pseudoterminal(size: Self.size)
      let settings = terminal.settings
      for type in ["dumb", "no-such-terminal", ""] {
        #expect(throws: TerminalError.unknownTerminal(type)) { _ = try terminal.session(type: type) }
      }
      let file = open("/dev/null", O_RDWR)
      defer { close(file) }
      for (input, output) in [(file, terminal.programDescriptor), (terminal.programDescriptor, file)] {
        #expect(throws: TerminalError.notATerminal) {
          _ = try TerminalSession(
            ambiguous: .narrow, usesColor: true, input: input, output: output, type: nil)
        }
      }
      #expect(terminal.settings == settings)
      #expect(terminal.output() == [])
    }
  }
}
