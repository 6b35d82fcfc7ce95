import Display
import Interface
import Journal
import Testing

/// A key whose bytes come apart on a slow connection begins as the escape key: what is typed then is not lost.
struct EscapingTests {
  private func writing(_ text: String = "一行目") throws -> TestSession {
    var session = try TestSession()
    session.press("<c-n>ywt<enter>" + text)
    return session
  }

  @Test func `The rest of a key takes the escape key back and does what was asked for`() throws {
    var session = try writing()
    session.press("<esc><wait 60><late a-down>二行目<c-s>")
    #expect(session.state.layers.top == .editor)
    #expect(session.text.contains("一行目") && session.text.contains("二行目"))
    #expect(session.files.count == 1)
    session.press("<c-z>")
    #expect(!session.text.contains("二行目") && session.text.contains("一行目"))
  }

  @Test func `An entry that was saved in between comes back with its file`() throws {
    var session = try writing()
    session.holdsSaves = true
    session.press("<esc>")
    session.letSavesGo()
    session.press("<wait 200><late a-down>つづき<c-s>")
    #expect(session.files.count == 1)
    #expect(session.files.values.first?.body.contains("つづき") == true)
  }

  @Test func `An empty entry comes back too`() throws {
    var session = try writing("")
    session.press("<esc><late a-up>はじめの行")
    #expect(session.text.contains("はじめの行"))
  }

  @Test func `Text right after the escape key goes where it was meant, and it is said`() throws {
    var session = try writing()
    session.press("<c-s><esc><wait 300>b<burst>続けて書いた</burst>")
    #expect(session.text.contains("一行目b続けて書いた"))
    var other = try writing()
    other.press("<esc><paste>貼った</paste>")
    #expect(other.text.contains("一行目貼った"))
    #expect(other.screen.textDump.contains("本文に戻りました"))
  }

  @Test func `Backspace right after the escape key is Alt with it`() throws {
    var session = try writing("one two")
    session.press("<esc><backspace>")
    #expect(session.text.contains("one "))
    #expect(!session.text.contains("two"))
  }

  @Test func `A level that was closed by the beginning of a key is there again`() throws {
    var session = try writing()
    session.press("<c-p><esc><late down>")
    #expect(session.state.layers.top == .palette)
  }

  @Test func `Who has gone home stays there`() throws {
    var session = try writing()
    session.press("<esc><wait 1000>x")
    #expect(session.state.layers.top == .home)
    session.press("<enter><esc><down>x<backspace>")
    #expect(session.state.layers.top == .home)
    session.press("<late up>")
    #expect(session.state.layers.top == .home)
    #expect(session.state.leaving.isEmpty)
  }
}
