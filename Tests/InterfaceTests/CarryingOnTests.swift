import Display
import Interface
import Journal
import Testing

/// What was promised comes back when it is due, and is carried on with one key.
struct CarryingOnTests {
  private func session(_ files: [String: Entry] = SampleJournal.promised(in: .japanese)) throws -> TestSession
  {
    try TestSession(files: files)
  }

  private func lines(_ session: TestSession) -> [Substring] { session.screen.textDump.split(separator: "\n") }

  @Test func `What is due stands on the home, above the entries, what is not due yet doesn't`() throws {
    let session = try session()
    let heading = try #require(lines(session).firstIndex { $0.contains("約束した一歩") })
    #expect(lines(session)[heading + 1].contains("今週の金曜、依頼主に色違いのラフを3枚送る。"))
    #expect(!session.screen.textDump.contains("来年の文化祭"))
    #expect(try #require(lines(session).firstIndex { $0.contains("最近の記事") }) > heading)
  }

  @Test func `One key begins what became of it, with the words of the promise`() throws {
    var session = try session()
    session.press("<c-o>")
    let editor = try #require(session.editor)
    #expect(editor.template?.reference == TemplateName(family: "failure", name: "follow-up"))
    #expect(editor.metadata.origin == "20261113-1")
    #expect(session.text.contains("## 約束したこと\n\n今週の金曜、依頼主に色違いのラフを3枚送る。\n"))
    #expect(session.text.contains("表紙の描き直し"))
    session.press("送りました。<c-s><esc>")
    #expect(session.files.values.contains { $0.metadata.origin == "20261113-1" })
    #expect(!session.screen.textDump.contains("約束した一歩"))
  }

  @Test func `A promise opens the entry that made it`() throws {
    var session = try session()
    session.press("<enter>")
    #expect(session.editor?.path == "2026/2026-11-13-表紙.md")
  }

  @Test func `At most three promises are shown`() throws {
    var files: [String: Entry] = [:]
    for number in 1...5 {
      var metadata = EntryMetadata()
      metadata.date = Timestamp("2026-11-0\(number)T08:00:00+09:00")
      metadata.nextStep = "歩く\(number)"
      files["2026/2026-11-0\(number)-a.md"] = Entry(metadata: metadata, body: "")
    }
    let session = try session(files)
    #expect(session.state.layers.home.promises.map(\.step.text) == ["歩く5", "歩く4", "歩く3"])
  }

  @Test func `A promise comes due while the program is open`() throws {
    var metadata = EntryMetadata()
    metadata.date = TestSession.start
    metadata.nextStep = "明日、歩く"
    var session = try session(["a.md": Entry(metadata: metadata, body: "")])
    #expect(session.state.layers.home.promises.isEmpty)
    session.press("<wait 10800000><down>")
    #expect(session.state.layers.home.promises.count == 1)
  }

  @Test func `The choice stays on its entry when a promise appears above it`() throws {
    var session = try session(SampleJournal.files(in: .japanese))
    session.press("<down><down>")
    let chosen = session.state.layers.home.entries[2]
    var metadata = EntryMetadata()
    metadata.nextStep = "歩く"
    let promise = EntrySummary(path: "b.md", metadata: metadata)
    session.send(.entriesRead(session.state.layers.home.entries + [promise], isComplete: true))
    session.press("<enter>")
    #expect(session.editor?.path == chosen.path)
  }

  @Test func `What is being written is saved, and carried on`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter>失敗<a-down><a-down>明日やる<c-o>")
    let origin = try #require(session.files.values.first)
    #expect(origin.metadata.nextStep == "明日やる")
    #expect(session.editor?.metadata.origin == origin.metadata.id)
    #expect(session.text.contains("明日やる"))
  }

  @Test func `Where nothing is written there is nothing to carry on`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><c-o>")
    #expect(session.editor?.template?.reference.name == "ywt")
    #expect(session.state.notice != nil)
    session.press("<esc><c-o>")
    #expect(session.state.layers.top == .home)
  }

  @Test func `Of several formats that carry on, the usual one is chosen first and no other is offered`()
    throws
  {
    var session = try TestSession(size: Size(columns: 120, rows: 40))
    session.press("<c-n>第一報<enter><burst>ページが開けません。</burst><c-o>")
    #expect(session.screen.textDump.contains("障害の続報"))
    #expect(session.screen.textDump.contains("障害の最終報告"))
    #expect(!session.screen.textDump.contains("ベクトル宣言"))
    session.press("<enter>")
    #expect(session.editor?.template?.reference.name == "incident-update")
    #expect(session.text.contains("## はじめて読む方へ\n\nページが開けません。\n"))
  }

  @Test func `A text of any format can be carried on in any other`() throws {
    var session = try TestSession(files: ["memo.md": Entry(body: "牛乳\n")])
    session.press("<c-o>はくし<enter>と卵<c-s>")
    #expect(session.files.values.contains { $0.metadata.origin == "memo" })
    session.press("<esc>")
    #expect(session.state.layers.top == .home)
  }

  @Test func `Going back from the choice goes back to the entry`() throws {
    var session = try TestSession()
    session.press("<c-n>第一報<enter>開けません<c-o><esc>")
    #expect(session.text.contains("開けません"))
  }

  @Test func `An entry that can't be opened is not carried on`() throws {
    var session = try session()
    session.files = [:]
    session.press("<c-o>")
    #expect(session.editor == nil)
    #expect(session.state.notice?.isAlert == true)
    session.files = SampleJournal.promised(in: .japanese)
    session.press("<enter>")
    #expect(session.editor?.path == "2026/2026-11-13-表紙.md")
  }

  @Test func `What is typed while the origin is read is written in what carries it on`() throws {
    var session = try session()
    session.holdsOpening = true
    session.press("<c-o>でき<burst>ました</burst>")
    #expect(session.editor == nil)
    session.letOpeningGo()
    #expect(session.text.contains("## その後\n\nできました\n"))
  }
}
