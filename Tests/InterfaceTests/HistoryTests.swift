import Display
import Interface
import Journal
import Testing

struct HistoryTests {
  private func session(
    _ content: SampleJournal.Content = .statements, size: Size = Size(columns: 100, rows: 30)
  ) throws -> TestSession {
    try TestSession(size: size, files: SampleJournal.files(content, in: .japanese))
  }

  @Test func `The current vector stands beside the one before it, and what moved is marked`() throws {
    var session = try session()
    session.press("<c-d>")
    let screen = session.screen.textDump
    #expect(screen.contains("2026-05-02  はじめての宣言"))
    #expect(screen.contains("2026-11-18  看護の現場から"))
    #expect(screen.contains("動いたところ：現在、未来"))
    #expect(screen.contains("どこから来たか  そのまま"))
    #expect(screen.contains("目的地  いまは書いていない"))
    #expect(screen.contains("* 申し送りがこわかった私は、ひとりで練習してい"))
  }

  @Test func `Arrows choose the earlier statement, and the ends say so`() throws {
    var session = try session()
    session.press("<c-d><left>")
    #expect(session.screen.textDump.contains("2026-01-10  年のはじめ"))
    session.press("<left>")
    #expect(session.state.notice?.text == "いちばん古い宣言です。")
    session.press("<right><right>")
    #expect(session.state.notice?.text == "いまの宣言の、ひとつ前です。")
    #expect(session.screen.textDump.contains("はじめての宣言"))
  }

  @Test func `A narrow window has one below the other`() throws {
    var session = try session(size: Size(columns: 40, rows: 40))
    session.press("<c-d>")
    let lines = session.screen.textDump.split(separator: "\n")
    let sentence = try #require(lines.firstIndex { $0.contains("一文にすると  動いた") })
    #expect(lines[sentence + 1].contains("2026-05-02"))
    #expect(lines[(sentence + 2)...].contains { $0.contains("2026-11-18") })
  }

  @Test func `Enter opens the earlier statement, Esc goes back`() throws {
    var session = try session()
    session.press("<c-d><esc>")
    #expect(session.state.layers.top == .home)
    session.press("<c-d><enter>")
    #expect(session.editor?.path == "2026/2026-05-02-宣言.md")
  }

  @Test func `A single statement is shown as it is`() throws {
    var session = try session(.usual)
    session.press("<c-d>")
    #expect(session.screen.textDump.contains("ひとつめの宣言です。"))
    #expect(session.screen.textDump.contains("申し送りがこわかった私は"))
    session.press("<left><right>")
    #expect(session.state.layers.top == .history)
  }

  @Test func `Without a statement it is said how one is begun`() throws {
    var session = try session(.nothing)
    session.press("<c-d>")
    #expect(session.state.layers.top == .home)
    #expect(session.state.notice?.text.contains("Ctrl-N") == true)
    session.press("<c-n>ywt<enter><c-d>")
    #expect(session.state.notice?.text.contains("Ctrl-N") == true)
  }

  @Test func `While writing, one key shows the current vector and takes it away again`() throws {
    var session = try session()
    session.press("<c-n>ywt<enter>失敗")
    let before = session.screen
    session.press("<c-d>")
    #expect(session.screen.textDump.contains("誰も夜勤をこわがらない病棟へ"))
    #expect(session.screen.textDump.contains("失敗"))
    session.press("した<backspace><backspace><c-d>")
    #expect(session.screen == before || session.screen.textDump.contains("未保存"))
    #expect(!session.screen.textDump.contains("誰も夜勤をこわがらない病棟へ"))
  }

  @Test func `The vector shows in a text without a format and with the guide hidden`() throws {
    var session = try session()
    session.open(Entry(body: "メモ\n"), caretAfter: 0)
    session.press("<c-d>")
    #expect(session.screen.textDump.contains("誰も夜勤をこわがらない病棟へ"))
    session.press("<c-g>")
    #expect(!session.screen.textDump.contains("誰も夜勤をこわがらない病棟へ"))
  }

  @Test func `The history is found in the palette while an entry is open, and goes back to it`() throws {
    var session = try session()
    session.press("<c-n>ywt<enter>失敗<c-p>軌跡を見る<enter>")
    #expect(session.state.layers.top == .history)
    session.press("<esc>")
    #expect(session.text.contains("失敗"))
  }

  @Test func `Every size can be drawn, however long the statements`() throws {
    var files = SampleJournal.files(.statements, in: .japanese)
    files["2026/2026-05-02-宣言.md"]?.body += String(repeating: "長い文。", count: 3_000)
    var session = try TestSession(files: files)
    session.press("<c-d><c-end>")
    for columns in [24, 30, 59, 63, 64, 65, 80, 200] {
      for rows in [6, 7, 9, 10, 12, 40] {
        session.send(.input(.resize(Size(columns: columns, rows: rows))))
        session.press("<pagedown>")
        #expect(session.screen.caret != nil)
      }
    }
  }
}
