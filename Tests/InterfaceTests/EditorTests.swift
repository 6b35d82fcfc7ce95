import Display
import Interface
import Journal
import Testing
import Typography

struct EditorTests {
  private func statement(_ size: Size = Size(columns: 80, rows: 24)) throws -> TestSession {
    var session = try TestSession(size: size)
    session.press("<c-n>ベクトル<enter>")
    return session
  }

  /// What stands left of the caret in its row, and right of it.
  private func aroundCaret(_ session: TestSession) throws -> (left: String, right: String) {
    let caret = try #require(session.screen.caret)
    let row = session.screen.row(caret.row)
    return (row.prefix(caret.column).map(\.text).joined(), row.dropFirst(caret.column).map(\.text).joined())
  }

  @Test func `The first question waits as ghost text that is never in the text`() throws {
    var session = try statement()
    let question = try #require(session.editor?.template?.sections.first?.prompt.question)
    #expect(session.screen.textDump.contains(question))
    #expect(!session.text.contains(question))
    session.press("あ")
    #expect(try aroundCaret(session).left.hasSuffix("あ"))
  }

  @Test func `Questions are gone through in any order, and the ends say so`() throws {
    var session = try statement()
    session.press("<a-up>")
    #expect(session.state.notice?.text == "最初の問いです。")
    for _ in 0..<5 { session.press("<a-down>") }
    #expect(session.state.notice == nil)
    session.press("一文<a-down>")
    #expect(session.state.notice?.text == "最後の問いです。")
    #expect(session.text.hasSuffix("## 一文にすると\n\n一文\n"))
  }

  @Test func `Going back to a section goes on where its text ends`() throws {
    var session = try statement()
    session.press("むかし<a-down>きっかけ<a-up>の話")
    #expect(session.text.contains("\n\nむかしの話\n"))
  }

  @Test func `The outline tells how far each section is`() throws {
    var session = try statement()
    session.press("むかし<a-down><a-down><burst>いまは毎朝、工房で練習しています。</burst>")
    let outline = session.screen.textDump
    #expect(outline.contains("[-] どこから来たか"))
    #expect(outline.contains("[ ] 転機"))
    #expect(outline.contains("[x] いましていること"))
  }

  @Test func `Up from the first line reaches the title, which may stay empty`() throws {
    var session = try statement()
    session.press("<up>旅の題<down>本文<c-s>")
    let entry = try #require(session.files.values.first)
    #expect(entry.metadata.title == "旅の題")
    #expect(entry.body.hasPrefix("## どこから来たか\n\n本文\n"))
  }

  @Test func `A commit of an input method is one step back`() throws {
    var session = try statement()
    session.press("<burst>今日は朝市</burst><burst>をひらいた</burst><c-z>")
    #expect(session.text.contains("今日は朝市\n"))
    session.press("<c-z><c-z>")
    #expect(!session.text.contains("朝"))
    session.press("<c-y><c-y>")
    #expect(session.text.contains("今日は朝市をひらいた"))
  }

  @Test func `A paste with line breaks is text, and one step back`() throws {
    var session = try statement()
    let before = session.text
    session.press("<paste>一行目\n## 二行目\n三行目</paste>")
    #expect(session.text.contains("一行目\n## 二行目\n三行目"))
    session.press("<c-z>")
    #expect(session.text == before)
  }

  @Test func `A family emoji is deleted as the one character that it is`() throws {
    var session = try statement()
    session.press("a<burst>👨‍👩‍👧</burst><backspace>b")
    #expect(session.text.contains("\nab\n"))
  }

  @Test func `The caret stands on the cell, whatever the width of what is left of it`() throws {
    for text in ["日本語", "ｶﾞｷﾞ", "か\u{3099}", "👨‍👩‍👧a", "🇯🇵", "e\u{301}", "\u{202E}x", "葛\u{E0100}", "한글"] {
      var session = try statement()
      let start = try #require(session.screen.caret)
      session.press("<burst>\(text)</burst>")
      let caret = try #require(session.screen.caret)
      let columns = session.state.settings.widths.columns(of: text)
      #expect(caret == ScreenPosition(column: start.column + columns, row: start.row), "\(text)")
    }
  }

  @Test func `Lines wrap by kinsoku: none begins with what must not stand there`() throws {
    var session = try statement(Size(columns: 50, rows: 24))
    let sentence = "「はい、そうです。」と言った。ちょっと、びっくりした！"
    session.press("<burst>\(String(repeating: sentence, count: 12))</burst>")
    let rows = session.screen.textDump.split(separator: "\n").map { $0.dropFirst().drop { $0 == " " } }
    #expect(rows.allSatisfy { row in row.first.map { !"。、」！っょ".contains($0) } ?? true })
  }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 50, rows: 15), Size(columns: 24, rows: 6),
    Size(columns: 160, rows: 50),
  ])
  func `The caret is in sight wherever it goes in an entry of many pages`(_ size: Size) throws {
    var session = try statement(size)
    session.press("<paste>\(String(repeating: "毎日少しずつ書いていく。\n", count: 300))</paste>")
    for keys in [
      "<c-home>", "<pagedown><pagedown>", "<c-end>", "<pageup>", "<up><up><up>", "<c-home><down>", "<end>",
    ] {
      session.press(keys)
      let caret = try #require(session.screen.caret, "\(keys)")
      #expect((0..<size.columns).contains(caret.column) && (0..<size.rows - 1).contains(caret.row), "\(keys)")
    }
  }

  @Test func `A heading of one's own is a section without a question`() throws {
    var session = try statement()
    session.press("<c-end><paste>\n## おまけ\n\n</paste>自由")
    #expect(session.screen.textDump.contains("おまけ"))
    #expect(session.screen.textDump.contains("自由に書いてください。"))
  }

  @Test func `A larger window shows more text, not blank rows below it`() throws {
    var session = try statement(Size(columns: 50, rows: 15))
    session.press("始まり<a-down><a-down><a-down>")
    #expect(!session.screen.textDump.contains("始まり"))
    session.press("<size 160x50>")
    #expect(session.screen.textDump.contains("始まり"))
  }

  @Test func `Each press changes the guide, also where all of it shows`() throws {
    var session = try statement(Size(columns: 160, rows: 50))
    let usual = session.screen
    session.press("<c-g>")
    #expect(session.screen != usual)
    session.press("<c-g>")
    #expect(session.screen == usual)
  }

  @Test func `The guide grows, hides and comes back`() throws {
    var session = try statement(Size(columns: 50, rows: 15))
    let usual = session.screen
    session.press("<c-g>")
    #expect(session.screen.textDump.contains("気をつけて") && !usual.textDump.contains("気をつけて"))
    session.press("<c-g>")
    #expect(!session.screen.textDump.contains("手がかり"))
    session.press("<c-g>")
    #expect(session.screen == usual)
  }

  @Test func `In an entry of thousands of lines the outline follows with the next pause`() throws {
    var session = try statement()
    session.press(
      "<paste>\(String(repeating: "毎日少しずつ。\n", count: 4_000))</paste><c-end><paste>\n## おまけ\n\n</paste>あ")
    #expect(!session.screen.textDump.contains("[-] おまけ"))
    session.press("<wait 300>")
    #expect(session.screen.textDump.contains("[-] おまけ"))
    session.press("<a-up><a-down>い")
    #expect(session.text.hasSuffix("## おまけ\n\nあい"))
  }

  @Test func `A title longer than the window shows where its end is written`() throws {
    var session = try statement()
    session.press("<up><up><up><burst>\(String(repeating: "題", count: 300))</burst>末")
    #expect(try aroundCaret(session).left.hasSuffix("題末"))
  }
}

struct WindowTests {
  @Test func `A window that is too small says so, and the text is there afterwards`() throws {
    var session = try TestSession()
    session.press("<c-n>1あいう<size 10x3>")
    #expect(session.screen.textDump.contains("画面が"))
    session.press("え<size 80x24>")
    #expect(session.text.contains("あいうえ"))
  }

  @Test(arguments: [
    "", "<c-n>", "<c-n>1", "<c-p>", "<f1>",
    "<c-n>1<burst>長い文章をここに書いておきます。とても長いので折り返されます。</burst>",
  ])
  func `Every size down to nothing can be drawn, on every screen`(_ keys: String) throws {
    var session = try TestSession(files: SampleJournal.files(in: .japanese))
    session.press(keys)
    for columns in [0, 1, 2, 5, 23, 24, 30, 49, 63, 64, 99, 100, 200] {
      for rows in [0, 1, 2, 5, 6, 7, 9, 12, 15, 40] {
        session.send(.input(.resize(Size(columns: columns, rows: rows))))
        let screen = session.screen
        #expect(screen.size == Size(columns: columns, rows: rows))
        if columns >= 24, rows >= 6 { #expect(screen.caret != nil) }
      }
    }
  }
}

struct HomeTests {
  @Test func `The newest vector statement stands as one line`() throws {
    let session = try TestSession(files: SampleJournal.files(in: .japanese))
    #expect(session.screen.textDump.contains("いまのベクトル"))
    #expect(session.screen.textDump.contains("申し送りがこわかった私は、いま新人と練習を続け"))
  }

  @Test func `A statement that was just written becomes the current vector`() throws {
    var session = try TestSession(files: SampleJournal.files(in: .japanese))
    session.press("<c-n>ベクトル<enter><a-down><a-down><a-down><a-down><a-down>")
    session.press("<burst>土をさわる人をふやす。</burst><esc>")
    #expect(session.screen.textDump.contains("土をさわる人をふやす。"))
  }

  @Test func `Unfinished entries come first, with how far they are`() throws {
    let session = try TestSession(files: SampleJournal.files(in: .japanese))
    let lines = session.screen.textDump.split(separator: "\n")
    let unfinished = try #require(lines.firstIndex { $0.contains("書きかけ") })
    #expect(lines[unfinished + 1].contains("表紙の描き直し"))
    #expect(lines[unfinished + 1].contains("1/3"))
  }

  @Test func `Entries that arrive later do not move the choice away`() throws {
    var session = try TestSession(files: SampleJournal.files(in: .japanese))
    session.press("<down><down>")
    let chosen = session.state.layers.home.entries[2]
    let more = EntrySummary(path: "2027/2027-01-01-x.md", metadata: EntryMetadata(), excerpt: "x")
    session.send(.entriesRead([more] + session.state.layers.home.entries, isComplete: true))
    session.press("<enter>")
    #expect(session.editor?.path == chosen.path)
  }

  @Test func `Ten thousand entries can be walked to the end`() throws {
    var session = try TestSession()
    let many = (0..<10_000).map {
      EntrySummary(path: "2026/\($0).md", metadata: EntryMetadata(), excerpt: "記事\($0)")
    }
    session.send(.entriesRead(many, isComplete: true))
    session.press("<c-end>")
    #expect(session.screen.textDump.contains("記事9999"))
  }

  @Test func `Typing on the home says where writing begins`() throws {
    var session = try TestSession()
    session.press("あ")
    #expect(session.state.notice?.text.contains("Ctrl-N") == true)
  }

  @Test func `A journal that can't be read says why`() throws {
    var session = try TestSession()
    session.send(.journalUnreadable(.noPermission))
    #expect(session.screen.textDump.contains("権限がありません"))
  }
}

struct PaletteTests {
  @Test func `A command is found by its name in either language and done below the palette`() throws {
    var session = try TestSession()
    session.press("<c-n>1あ<c-p>undo<enter>")
    #expect(!session.text.contains("あ"))
    session.press("<c-p>やり直<enter>")
    #expect(session.text.contains("あ"))
  }

  @Test func `Suspending waits until the text is on the disk`() throws {
    var session = try TestSession()
    session.holdsSaves = true
    session.press("<c-n>1あ<c-p>suspend<enter>")
    #expect(!session.effects.contains(.suspend))
    session.letSavesGo()
    #expect(session.files.values.first?.body.contains("あ") == true)
    #expect(session.effects.filter { $0 == .suspend }.count == 1)
  }

  @Test func `What is typed while suspending waits is saved before, too`() throws {
    var session = try TestSession()
    session.holdsSaves = true
    session.press("<c-n>1あ<c-p>suspend<enter>い")
    session.letSavesGo()
    #expect(session.files.values.first?.body.contains("あい") == true)
    #expect(session.effects.last == .readEntries, "what coming back asks for")
    #expect(session.effects.contains(.suspend))
  }

  @Test func `A disk that takes nothing does not keep the writer from the shell`() throws {
    var session = try TestSession()
    session.savingProblem = .noSpace
    session.press("<c-n>1あ<c-p>suspend<enter>")
    #expect(session.effects.contains(.suspend))
    #expect(session.text.contains("あ"))
  }

  @Test func `A disk that does not answer does not keep the writer from the shell either`() throws {
    var session = try TestSession()
    session.holdsSaves = true
    session.press("<c-n>1あ<c-p>suspend<enter><c-p>suspend<enter>")
    #expect(session.effects.contains(.suspend))
  }
}
