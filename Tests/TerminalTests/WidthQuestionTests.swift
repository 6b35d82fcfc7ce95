import Display
import Testing
import Typography

@testable import Terminal

extension ProcessTests {
  @Suite("A terminal that is asked how wide it is")
  struct WidthQuestionTests {
    private func ask(_ input: String, type: String = "xterm-256color") throws -> (WidthQuestion, [UInt8]) {
      let terminal = try Pseudoterminal(size: Size(columns: 40, rows: 5))
      let settings = terminal.settings
      if !input.isEmpty { terminal.send(input + "\n") }
      let question = WidthQuestion(
        input: terminal.programDescriptor, output: terminal.programDescriptor, type: type)
      #expect(terminal.settings == settings)
      return (question, terminal.output())
    }

    @Test("is believed", arguments: [("\u{1B}[7;3R", true), ("\u{1B}[7;2R", false)])
    func answers(answer: String, isWide: Bool) throws {
      let (question, output) = try ask(answer)
      #expect(question.answer == (isWide ? .wide : .narrow))
      #expect(String(decoding: output, as: UTF8.self).hasSuffix("\r○\u{1B}[6n\r\u{1B}[K"))
    }

    @Test("loses nothing that is typed meanwhile")
    func typed() throws {
      let question = try ask("日本\u{1B}[7;3Rx\u{1B}[A").0
      #expect(question.answer == .wide)
      #expect(String(decoding: question.typed, as: UTF8.self) == "日本x\u{1B}[A\n")
      let silent = try ask("ab").0
      #expect(silent.answer == nil)
      #expect(silent.typed == Array("ab\n".utf8))
    }

    @Test("is not asked where it would not understand, and an odd answer is none")
    func others() throws {
      let (question, output) = try ask("", type: "vt52")
      #expect(question.answer == nil && output.isEmpty)
      #expect(try ask("\u{1B}[7;9R").0.answer == nil)
    }

    @Test("has what was typed in its first events")
    func handedOver() throws {
      let terminal = try Pseudoterminal(size: Size(columns: 40, rows: 5))
      var session = try TerminalSession(
        ambiguous: .narrow, usesColor: true, typed: Array("日\u{1B}[A".utf8),
        input: terminal.programDescriptor,
        output: terminal.programDescriptor, type: "xterm-256color")
      let timeout = session.inputTimeout
      #expect(timeout == 0)
      let typed = line(session.pendingEvents())
      #expect(typed == "'日' <up>")
      let after = session.inputTimeout
      #expect(after == nil)
    }
  }
}
