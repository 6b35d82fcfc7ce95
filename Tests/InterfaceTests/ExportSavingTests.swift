import Display
import Interface
import Journal
import Publishing
import Testing

/// Drafts as files: made when they are changed, kept when the entry changes, and never lost.
struct ExportSavingTests {
  @Test func `Nothing is written while a draft is only looked at`() throws {
    var session = try ExportSample.exported()
    session.press("<down><enter><down><esc><esc><esc><wait 5000>")
    #expect(session.draftFiles.isEmpty)
  }

  @Test func `The drafts of an entry that has no file yet wait for it`() throws {
    var session = try TestSession()
    session.holdsSaves = true
    session.press("<c-n>ywt<enter>書いたばかり。<c-e>x<enter><enter>足した。<wait 3000>")
    #expect(session.draftFiles.isEmpty && session.screen.textDump.contains("未保存"))
    session.press("<c-q>")
    #expect(!session.hasQuit)
    session.letSavesGo()
    #expect(session.hasQuit)
    let path = try #require(session.files.keys.first)
    #expect(session.draftFiles["drafts/\(path)/x.md"]?.parts[0].hasPrefix("足した。") == true)
    #expect(session.draftFiles["drafts/\(path)/x.md"]?.entry == path)
  }

  @Test func `Ctrl-S makes a file of a draft as it is`() throws {
    var session = try ExportSample.exported()
    session.press("<c-s>")
    let file = try #require(session.draftFiles["drafts/\(ExportSample.path)/x.md"])
    #expect(file.parts == session.export?.drafts[0].fresh.parts && !file.isEdited)
  }

  @Test func `A draft that nobody touched is made anew when the entry changed, an edited one is kept`() throws
  {
    var session = try ExportSample.exported()
    session.press("<c-s><down><enter>手を入れた。<wait 3000><esc><esc>")
    session.press("<c-home>新しい書き出し。<c-e><wait 3000>")
    let x = try #require(session.draftFiles["drafts/\(ExportSample.path)/x.md"])
    #expect(x.parts[0].hasPrefix("新しい書き出し。"))
    let note = try #require(session.draftFiles["drafts/\(ExportSample.path)/note.md"])
    #expect(note.parts[0].hasPrefix("手を入れた。"))
    session.press("<down>")
    #expect(session.screen.textDump.contains("下書きはそのまま"))
  }

  @Test(arguments: [(keys: "<c-r><enter>", isOwn: true), ("<c-r><down><enter>", false)])
  func `Of two drafts the writer takes one, and is not asked again`(keys: String, isOwn: Bool) throws {
    var session = try ExportSample.exported()
    session.press("<enter><enter>自分の。<wait 3000><esc><esc><esc><c-home>変えた。<c-e>")
    #expect(session.screen.textDump.contains("見くらべる"))
    session.press("<c-r>")
    #expect(session.screen.textDump.contains("自分で直した下書き"))
    #expect(session.screen.textDump.contains("自分の。朝市") && session.screen.textDump.contains("変えた。朝市"))
    session.press("<esc>" + keys + "<wait 3000>")
    let file = try #require(session.draftFiles["drafts/\(ExportSample.path)/x.md"])
    #expect(file.parts[0].hasPrefix(isOwn ? "自分の。" : "変えた。"))
    #expect(!session.screen.textDump.contains("見くらべる"))
    guard !isOwn else { return }
    session.press("<enter><c-z>")
    #expect(session.parts("x")[0].hasPrefix("自分の。"))
  }

  @Test func `A draft that cannot be saved stays, is told, and goes with the next try`() throws {
    var session = try ExportSample.exported()
    session.savingProblem = .noSpace
    session.press("<enter><enter>消えない。<wait 3000>")
    #expect(session.screen.textDump.contains("保存できません"))
    session.press("<esc><esc><esc>")
    session.savingProblem = nil
    session.press("<wait 11000>")
    #expect(session.draftFiles.values.first?.parts[0].hasPrefix("消えない。") == true)
    session.press("<c-e>")
    #expect(session.parts("x")[0].hasPrefix("消えない。"))
  }

  @Test func `The program does not end before drafts are on the disk`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><enter>終わる前に。<c-q>")
    #expect(session.hasQuit && session.draftFiles.values.first?.parts[0].hasPrefix("終わる前に。") == true)
    var failing = try ExportSample.exported()
    failing.savingProblem = .noSpace
    failing.press("<enter><enter>失われない。<c-q>")
    #expect(!failing.hasQuit)
    #expect(failing.screen.textDump.contains("控えを残して終えます"))
    failing.savingProblem = nil
    failing.press("<wait 600><c-q>")
    #expect(failing.hasQuit && failing.draftFiles.values.first?.parts[0].hasPrefix("失われない。") == true)
  }

  @Test func `Told to end, the program saves drafts first`() throws {
    var session = try ExportSample.exported()
    session.press("<enter><enter>切れる前に。")
    session.send(.terminationRequested)
    #expect(session.hasQuit && session.draftFiles.values.first?.parts[0].hasPrefix("切れる前に。") == true)
  }

  @Test func `Drafts of an earlier text are dropped`() throws {
    var session = try ExportSample.opened()
    session.holdsDrafts = true
    session.press("<c-e><esc>一行目。<enter><c-e>")
    session.letDraftsGo()
    #expect(session.export?.isComplete == true)
    #expect(session.export?.drafts.count == TestSession.channels.channels.count)
    #expect(session.parts("x").first?.hasPrefix("一行目。") == true)
  }

  @Test func `A channel file that can't be used is told of when the drafts come`() throws {
    var session = try ExportSample.opened()
    session.refusedFiles = ["channels/x.yml の 3行目：キー「limit」はありません。"]
    session.press("<c-e>")
    #expect(session.screen.textDump.contains("channels/x.yml の 3行目"))
    session.press("<down>")
    #expect(!session.screen.textDump.contains("channels/x.yml"))
  }

  @Test func `What is typed before the drafts are there is meant for them`() throws {
    var session = try ExportSample.opened()
    session.holdsDrafts = true
    session.press("<c-e>note<enter>前置き。<esc>")
    #expect(session.state.layers.top == .export && session.export?.focus == .channels)
    session.letDraftsGo()
    #expect(session.chosenChannel == "note" && session.parts("note")[0].hasPrefix("前置き。朝市の1日目"))
  }
}
