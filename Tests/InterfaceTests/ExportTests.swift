import Display
import Interface
import Journal
import Publishing
import Testing

/// What an entry becomes for each place: seen part by part and changed in place.
struct ExportTests {
  @Test func `The channels that the entry is meant for come first, with their lengths`() throws {
    let session = try ExportSample.exported()
    let export = try #require(session.export)
    #expect(export.drafts.prefix(2).map(\.channel.id) == ["x", "note"])
    #expect(export.drafts.count == TestSession.channels.channels.count)
    #expect(session.screen.textDump.contains("3x 2"))
    #expect(session.screen.textDump.contains("--- 1/3"))
  }

  @Test func `Typing filters the channels, by names and by ids`() throws {
    var session = try ExportSample.exported()
    session.press("x")
    #expect(session.chosenChannel == "x", "not X's profile")
    session.press("<backspace>story")
    #expect(session.screen.textDump.contains("ストーリーズ") && !session.screen.textDump.contains("Bluesky"))
    session.press("<esc>")
    #expect(session.state.layers.top == .export && session.screen.textDump.contains("Bluesky"))
    session.press("<esc>")
    #expect(session.state.layers.top == .editor)
  }

  @Test func `Esc goes back one level at a time and discards nothing`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><enter>あ<esc>")
    #expect(session.export?.focus == .parts)
    session.press("<esc>")
    #expect(session.export?.focus == .channels)
    session.press("<esc>")
    #expect(session.state.layers.top == .editor)
    #expect(session.draftFiles.values.contains { $0.parts.first?.hasPrefix("あ朝市の1日目") == true })
  }

  @Test func `A cut goes a sentence, a phrase or a paragraph, and nothing is lost`() throws {
    var session = try ExportSample.exported(
      ExportSample.entry(ExportSample.sentences.joined(separator: "\n\n")))
    let whole = ExportSample.sentences.joined()
    func words() -> String { session.parts("x").joined().filter { !$0.isWhitespace } }
    session.press("<enter><down>")
    let before = session.parts("x")
    session.press("<a-up>")
    #expect(session.parts("x")[0].count < before[0].count && words() == whole)
    session.press("<a-left>")
    #expect(!session.parts("x")[0].hasSuffix("。") && words() == whole)
    session.press("<a-pagedown>")
    #expect(session.parts("x")[0].hasSuffix("。") && words() == whole)
    session.press("<c-z><c-z><c-z>")
    #expect(session.parts("x") == before)
    #expect(before == session.export?.drafts[0].fresh.parts)
  }

  @Test func `What was cut is joined again as it was`() throws {
    for separator in ["", "\n", "\n\n"] {
      var session = try ExportSample.exported(
        ExportSample.entry(ExportSample.sentences.joined(separator: separator)))
      session.press("<enter><end><backspace><backspace>")
      #expect(session.parts("x") == [ExportSample.sentences.joined(separator: separator)])
    }
  }

  @Test func `What does not fit is told, never refused`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><end><backspace><backspace>")
    let screen = session.screen.textDump
    #expect(screen.contains("--- 1/1  615/280 +335 ---"))
    #expect(screen.contains("1つめの長さ 615 は"))
  }

  @Test func `A part is split where the caret is, and near its middle`() throws {
    var session = try ExportSample.exported(ExportSample.entry("一文めです。二文めです。三文めです。"))
    session.press("<enter><a-enter>")
    #expect(session.parts("x").count == 2)
    session.press("<c-z><enter><right><a-enter>")
    #expect(session.parts("x").first == "一")
    session.press("<esc><home><c-x>")
  }

  @Test func `A draft is changed as text: bursts, undo, and the length with every key`() throws {
    var session = try ExportSample.exported(ExportSample.entry("短い。"))
    session.press("<enter><enter><burst>日本語の一文を足します。</burst>")
    #expect(session.parts("x") == ["日本語の一文を足します。短い。"])
    #expect(session.screen.textDump.contains("30/280"))
    session.press("<c-z>")
    #expect(session.parts("x") == ["短い。"])
  }

  @Test func `Copying asks the terminal for the post with its number, and says no more than that`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><down><c-c>")
    let post = try #require(session.copied.first)
    #expect(post == session.parts("x")[1] + " (2/3)")
    #expect(session.screen.textDump.contains("端末に 2/3 のコピーを頼みました（\(post.count)文字）"))
    #expect(session.screen.textDump.contains("：「\(post.prefix(4))"), "what was copied is shown")
  }

  @Test func `What is too long for a terminal is not sent, and its file is named`() throws {
    var session = try ExportSample.exported(
      ExportSample.entry(String(repeating: "長い文。", count: 10_000), channels: ["note"]))
    session.press("<c-c>")
    #expect(session.copied.isEmpty)
    #expect(session.screen.textDump.contains("長すぎます"))
  }

  @Test func `Marked as shared, the entry says where and when; again takes it back`() throws {
    var session = try ExportSample.exported()
    session.press("<c-x>")
    #expect(session.files[ExportSample.path]?.metadata.shared == ["x": "2026-11-20"])
    #expect(session.files[ExportSample.path]?.metadata.status == .shared)
    session.press("<down><c-x><up><c-x>")
    #expect(session.files[ExportSample.path]?.metadata.shared == ["note": "2026-11-20"])
    #expect(session.files[ExportSample.path]?.metadata.status == .shared)
    session.press("<down><c-x>")
    #expect(session.files[ExportSample.path]?.metadata.shared == [:])
    #expect(session.files[ExportSample.path]?.metadata.status == .draft)
  }

  @Test func `A private entry's drafts are not made before the writer says so`() throws {
    var entry = ExportSample.entry()
    entry.metadata.isPrivate = true
    var session = try ExportSample.exported(entry)
    #expect(session.screen.textDump.contains("private"))
    session.press("<enter>あ<c-c><c-s><c-x>")
    #expect(!session.hasMadeDrafts && session.copied.isEmpty && session.draftFiles.isEmpty)
    session.press("<c-e>")
    #expect(session.hasMadeDrafts && session.screen.textDump.contains("--- 1/3"))
  }

  @Test func `Findings are told first and never in the way`() throws {
    var session = try ExportSample.exported(ExportSample.entry("雨の準備がなかったのは、担当の人のせいです。"))
    #expect(session.screen.textDump.contains("件見つかっています（Ctrl-T"))
    session.press("<c-t>")
    #expect(session.state.layers.top == .findings)
    session.press("<esc>")
    #expect(session.state.layers.top == .export)
    session.press("<c-t><enter>")
    #expect(session.state.layers.top == .editor)
  }

  @Test func `Without a word there is no draft`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><c-e>")
    #expect(session.state.layers.top == .editor)
  }

  @Test func `A key whose bytes come apart does not lead out of the text`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><down><enter><esc><wait 100>あ")
    #expect(session.export?.focus == .text && session.parts("x")[1].hasPrefix("あ朝市"))
    session.press("<esc><wait 100><backspace>")
    #expect(session.export?.focus == .text && session.parts("x").count == 3, "the word, not the cut")
    session.press("<esc>")
    session.send(.input(.lateKey(Key(.left, .alt))))
    #expect(session.export?.focus == .text)
    session.press("<esc><wait 1500>あ")
    #expect(session.export?.focus == .parts)
    session.press("<esc><esc>")
    session.send(.input(.lateKey(Key(.up, .alt))))
    #expect(session.state.layers.top == .export && session.screen.textDump.contains("--- 1/3"))
  }

  @Test(arguments: [Size(columns: 24, rows: 6), Size(columns: 50, rows: 15), Size(columns: 63, rows: 7)])
  func `A small window shows one pane at a time, with the caret in it`(size: Size) throws {
    var session = try ExportSample.exported(size: size)
    for keys in ["", "<enter>", "<down>", "<enter>", "あ", "<esc>", "<esc>"] {
      session.press(keys)
      let caret = try #require(session.screen.caret)
      #expect(caret.column < size.columns && caret.row < size.rows - 1)
    }
    session.press("<enter>")
    #expect(session.screen.textDump.contains("2/3"))
  }

  @Test func `While writing the lengths stand at the bottom, after a rest`() throws {
    var session = try ExportSample.opened(ExportSample.entry("短い。"))
    #expect(!session.screen.textDump.contains("X 6/280"))
    session.press("<wait 800>")
    #expect(session.screen.textDump.contains("X 6/280  note 3"))
    session.press("<size 30x15>")
    #expect(!session.screen.textDump.contains("280"))
  }
}
