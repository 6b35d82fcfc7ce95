import Display
import Interface
import Journal
import Testing

/// What a writer trusts the program with: nothing typed is lost, and "saved" is true.
struct SavingTests {
  private func writing() throws -> TestSession {
    var session = try TestSession()
    session.press("<c-n>ywt<enter>")
    return session
  }

  @Test func `A format that was only looked at leaves no file`() throws {
    var session = try writing()
    session.press("<a-down><wait 5000><esc>")
    #expect(session.files.isEmpty)
  }

  @Test func `An entry is saved one second after typing stops`() throws {
    var session = try writing()
    session.press("失敗した<wait 999>")
    #expect(session.files.isEmpty)
    session.press("<wait 1>")
    #expect(session.files.values.first?.body.contains("失敗した") == true)
    #expect(session.screen.textDump.contains("保存済み 21:04"))
  }

  @Test func `While typing goes on, a change waits two seconds at most`() throws {
    var session = try writing()
    for _ in 0..<5 { session.press("あ<wait 500>") }
    #expect(session.files.values.first?.body.contains("ああああ") == true)
  }

  @Test func `Unsaved is said as soon as a key is typed, saved only after the answer`() throws {
    var session = try writing()
    session.holdsSaves = true
    session.press("あ")
    #expect(session.screen.textDump.contains("未保存"))
    session.press("<c-s>")
    #expect(session.screen.textDump.contains("保存中"))
    #expect(!session.screen.textDump.contains("保存済み"))
    session.letSavesGo()
    #expect(session.screen.textDump.contains("保存済み"))
  }

  @Test func `What is typed while a save is under way is saved next`() throws {
    var session = try writing()
    session.holdsSaves = true
    session.press("一<c-s>二<wait 3000>")
    #expect(session.heldSaves.count == 1)
    session.letSavesGo()
    #expect(session.screen.textDump.contains("未保存"))
    session.press("<wait 2000>")
    #expect(session.files.values.first?.body.contains("一二") == true)
    #expect(session.screen.textDump.contains("保存済み"))
  }

  @Test func `Esc saves and goes home, where the entry stands`() throws {
    var session = try writing()
    session.press("朝市をひらいた<esc>")
    #expect(session.state.layers.top == .home)
    #expect(session.screen.textDump.contains("朝市をひらいた"))
    session.press("<enter>")
    #expect(session.text.contains("朝市をひらいた"))
  }

  @Test func `Leaving while the disk is full brings the text back before the writer's eyes`() throws {
    var session = try writing()
    session.savingProblem = .noSpace
    session.press("なくしたくない<esc>")
    #expect(session.state.layers.top == .editor)
    #expect(session.text.contains("なくしたくない"))
    #expect(session.screen.textDump.contains("ディスクに空きがありません"))
    session.savingProblem = nil
    session.press("<c-s><esc>")
    #expect(session.files.values.first?.body.contains("なくしたくない") == true)
    #expect(session.state.layers.top == .home)
  }

  @Test func `A failed save is tried again by itself`() throws {
    var session = try writing()
    session.savingProblem = .noSpace
    session.press("あ<wait 1000>")
    session.savingProblem = nil
    session.press("<wait 10000>")
    #expect(session.files.count == 1)
  }

  @Test func `Quitting waits for what is being written`() throws {
    var session = try writing()
    session.holdsSaves = true
    session.press("終わり<c-q>")
    #expect(!session.hasQuit)
    session.letSavesGo()
    #expect(session.hasQuit)
    #expect(session.files.values.first?.body.contains("終わり") == true)
  }

  @Test func `Quitting does not lose what can't be saved, and says how to leave all the same`() throws {
    var session = try writing()
    session.savingProblem = .noPermission
    session.press("終わり<c-q>")
    #expect(!session.hasQuit)
    #expect(session.screen.textDump.contains("もう一度 Ctrl-Q"))
    session.press("<wait 500><c-q>")
    let rescued = session.effects.contains {
      if case .saveOrRescue(let requests) = $0 {
        requests.first?.entry.body.contains("終わり") == true
      } else {
        false
      }
    }
    #expect(rescued)
    #expect(session.hasQuit)
  }

  @Test
  func `After a save that failed, the first Ctrl-Q tells of it and only a second one quits`()
    throws
  {
    var session = try writing()
    session.savingProblem = .noPermission
    session.press("終わり<c-s><wait 3000>ます<c-q>")
    #expect(!session.hasQuit)
    #expect(session.screen.textDump.contains("もう一度 Ctrl-Q"))
    session.press("<c-q><c-q>")
    #expect(!session.hasQuit, "a key that is held down")
    session.press("<wait 1000>。<c-q>")
    #expect(!session.hasQuit, "went on writing in between")
    session.press("<wait 500><c-q>")
    #expect(session.hasQuit)
  }

  @Test func `Ctrl-Q after a save that failed quits once the disk takes the text`() throws {
    var session = try writing()
    session.savingProblem = .noSpace
    session.press("終わり<c-s>")
    session.savingProblem = nil
    session.press("<c-q>")
    #expect(session.hasQuit)
    #expect(session.files.values.first?.body.contains("終わり") == true)
  }

  @Test func `Being told to end saves first`() throws {
    var session = try writing()
    session.press("途中")
    session.send(.terminationRequested)
    #expect(session.files.values.first?.body.contains("途中") == true)
    #expect(session.hasQuit)
  }

  @Test func `Both versions are kept when the file was changed elsewhere, and it is said`() throws {
    var session = try writing()
    session.nextOutcome = .keptBoth
    session.press("あ<c-s>")
    #expect(session.screen.textDump.contains("両方を残しました"))
  }

  @Test func `A new entry says in its front matter what it is`() throws {
    var session = try writing()
    session.press("あ<c-s>")
    let metadata = try #require(session.files.values.first).metadata
    #expect(metadata.template == TemplateName(family: "failure", name: "ywt"))
    #expect(metadata.kind == .failure)
    #expect(metadata.status == .draft)
    #expect(metadata.language == .japanese)
    #expect(metadata.date == TestSession.start)
    #expect(metadata.id != nil)
  }

  @Test func `The next step of a failure is kept in the front matter, and goes with its text`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><a-down><a-down><burst>金曜の朝、ラフを3枚送ります。</burst><c-s>")
    #expect(session.files.values.first?.metadata.nextStep == "金曜の朝、ラフを3枚送ります。")
    session.press("<c-z><c-s>")
    #expect(session.text.hasSuffix("## 次にやること\n\n\n"))
    #expect(session.files.values.first?.metadata.nextStep == nil)
  }

  @Test func `A next step that was changed by hand stays while other sections are written`() throws {
    var metadata = EntryMetadata()
    metadata.template = TemplateName(family: "failure", name: "ywt")
    metadata.kind = .failure
    metadata.nextStep = "べつの一歩"
    let body = "## やったこと\n\n失敗\n\n## 次にやること\n\n歩く\n"
    var session = try TestSession(files: ["a.md": Entry(metadata: metadata, body: body)])
    session.press("<enter><c-home><down><down><end>した<c-s>")
    #expect(session.files["a.md"]?.body.contains("失敗した") == true)
    #expect(session.files["a.md"]?.metadata.nextStep == "べつの一歩")
    session.press("<c-end><left>いた<c-s>")
    #expect(session.files["a.md"]?.metadata.nextStep == "歩くいた")
  }

  @Test func `A Markdown file without front matter gets none for a changed word`() throws {
    var session = try TestSession(files: ["memo.md": Entry(body: "牛乳\n")])
    session.press("<enter>と卵<c-s>")
    #expect(session.files["memo.md"]?.metadata == EntryMetadata())
  }

  @Test func `A file that may only be read can't be changed`() throws {
    var session = try TestSession()
    let opened = OpenedEntry(
      document: DocumentID(rawValue: 90), path: "sjis.md", entry: Entry(body: "??"),
      access: .readOnly(.notUTF8))
    session.send(.opened(opened))
    session.press("あ<backspace><enter><c-z><wait 5000>")
    #expect(session.text == "??")
    #expect(session.effects.allSatisfy { if case .save = $0 { false } else { true } })
  }

  @Test func `An entry that arrives late does not replace one that is being written`() throws {
    var session = try writing()
    session.press("だいじ")
    let opened = OpenedEntry(
      document: DocumentID(rawValue: 90), path: "late.md", entry: Entry(body: "late"), access: .editable)
    session.send(.opened(opened))
    #expect(session.files.values.contains { $0.body.contains("だいじ") })
  }

  @Test func `What is typed while an entry is being opened is written there`() throws {
    var session = try TestSession(files: ["memo.md": Entry(body: "牛乳\n")])
    session.holdsOpening = true
    session.press("<enter>と<burst>卵</burst>")
    #expect(session.editor == nil)
    session.letOpeningGo()
    #expect(session.text == "牛乳と卵\n")
  }
}
