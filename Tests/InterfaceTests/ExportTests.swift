import Display
import Interface
import Journal
import Publishing
import Testing

/// What an entry becomes for each place: seen part by part, changed in place, and never lost.
struct ExportTests {
  private static let path = "2026/2026-11-20-1000.md"
  private static let sentences = (1...12).map { "朝市の\($0)日目のことを、忘れないうちに書いておきます。" }

  private func entry(_ body: String = sentences.joined(), channels: [String] = ["x", "note"]) -> Entry {
    var metadata = EntryMetadata()
    metadata.id = "1"
    metadata.title = "朝市"
    metadata.channels = channels
    metadata.status = .draft
    return Entry(metadata: metadata, body: body)
  }

  private func opened(_ entry: Entry? = nil, size: Size = Size(columns: 80, rows: 24)) throws -> TestSession {
    var session = try TestSession(size: size)
    session.open(entry ?? self.entry(), caretAfter: 0)
    return session
  }

  private func exported(_ entry: Entry? = nil, size: Size = Size(columns: 80, rows: 24)) throws -> TestSession
  {
    var session = try opened(entry, size: size)
    session.press("<c-e>")
    return session
  }

  @Test func `The channels that the entry is meant for come first, with their lengths`() throws {
    let session = try exported()
    let export = try #require(session.export)
    #expect(export.drafts.prefix(2).map(\.channel.id) == ["x", "note"])
    #expect(export.drafts.count == TestSession.channels.channels.count)
    #expect(session.screen.textDump.contains("3x 2"))
    #expect(session.screen.textDump.contains("--- 1/3"))
  }

  @Test func `Typing filters the channels, by names and by ids`() throws {
    var session = try exported()
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
    var session = try exported()
    session.press("<enter><enter>あ<esc>")
    #expect(session.export?.focus == .parts)
    session.press("<esc>")
    #expect(session.export?.focus == .channels)
    session.press("<esc>")
    #expect(session.state.layers.top == .editor)
    #expect(session.draftFiles.values.contains { $0.parts.first?.hasPrefix("あ朝市の1日目") == true })
  }

  @Test func `A cut goes a sentence, a phrase or a paragraph, and nothing is lost`() throws {
    var session = try exported(entry(Self.sentences.joined(separator: "\n\n")))
    let whole = Self.sentences.joined()
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
      var session = try exported(entry(Self.sentences.joined(separator: separator)))
      session.press("<enter><end><backspace><backspace>")
      #expect(session.parts("x") == [Self.sentences.joined(separator: separator)])
    }
  }

  @Test func `What does not fit is told, never refused`() throws {
    var session = try exported()
    session.press("<enter><end><backspace><backspace>")
    let screen = session.screen.textDump
    #expect(screen.contains("--- 1/1  615/280 +335 ---"))
    #expect(screen.contains("1つめの長さ 615 は"))
  }

  @Test func `A part is split where the caret is, and near its middle`() throws {
    var session = try exported(entry("一文めです。二文めです。三文めです。"))
    session.press("<enter><a-enter>")
    #expect(session.parts("x").count == 2)
    session.press("<c-z><enter><right><a-enter>")
    #expect(session.parts("x").first == "一")
    session.press("<esc><home><c-x>")
  }

  @Test func `A draft is changed as text: bursts, undo, and the length with every key`() throws {
    var session = try exported(entry("短い。"))
    session.press("<enter><enter><burst>日本語の一文を足します。</burst>")
    #expect(session.parts("x") == ["日本語の一文を足します。短い。"])
    #expect(session.screen.textDump.contains("30/280"))
    session.press("<c-z>")
    #expect(session.parts("x") == ["短い。"])
  }

  @Test func `Copying asks the terminal for the post with its number, and says no more than that`() throws {
    var session = try exported()
    session.press("<enter><down><c-c>")
    let post = try #require(session.copied.first)
    #expect(post == session.parts("x")[1] + " (2/3)")
    #expect(session.screen.textDump.contains("端末に 2/3 のコピーを頼みました（\(post.count)文字）"))
    #expect(session.screen.textDump.contains("：「\(post.prefix(4))"), "what was copied is shown")
  }

  @Test func `What is too long for a terminal is not sent, and its file is named`() throws {
    var session = try exported(entry(String(repeating: "長い文。", count: 10_000), channels: ["note"]))
    session.press("<c-c>")
    #expect(session.copied.isEmpty)
    #expect(session.screen.textDump.contains("長すぎます"))
  }

  @Test func `Marked as shared, the entry says where and when; again takes it back`() throws {
    var session = try exported()
    session.press("<c-x>")
    #expect(session.files[Self.path]?.metadata.shared == ["x": "2026-11-20"])
    #expect(session.files[Self.path]?.metadata.status == .shared)
    session.press("<down><c-x><up><c-x>")
    #expect(session.files[Self.path]?.metadata.shared == ["note": "2026-11-20"])
    #expect(session.files[Self.path]?.metadata.status == .shared)
    session.press("<down><c-x>")
    #expect(session.files[Self.path]?.metadata.shared == [:])
    #expect(session.files[Self.path]?.metadata.status == .draft)
  }

  @Test func `A private entry's drafts are not made before the writer says so`() throws {
    var entry = entry()
    entry.metadata.isPrivate = true
    var session = try exported(entry)
    #expect(session.screen.textDump.contains("private"))
    session.press("<enter>あ<c-c><c-s><c-x>")
    #expect(!session.hasMadeDrafts && session.copied.isEmpty && session.draftFiles.isEmpty)
    session.press("<c-e>")
    #expect(session.hasMadeDrafts && session.screen.textDump.contains("--- 1/3"))
  }

  @Test func `Findings are told first and never in the way`() throws {
    var session = try exported(entry("雨の準備がなかったのは、担当の人のせいです。"))
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
    var session = try exported()
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

  // MARK: Files

  @Test func `Nothing is written while a draft is only looked at`() throws {
    var session = try exported()
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
    var session = try exported()
    session.press("<c-s>")
    let file = try #require(session.draftFiles["drafts/\(Self.path)/x.md"])
    #expect(file.parts == session.export?.drafts[0].fresh.parts && !file.isEdited)
  }

  @Test func `A draft that nobody touched is made anew when the entry changed, an edited one is kept`() throws
  {
    var session = try exported()
    session.press("<c-s><down><enter>手を入れた。<wait 3000><esc><esc>")
    session.press("<c-home>新しい書き出し。<c-e><wait 3000>")
    let x = try #require(session.draftFiles["drafts/\(Self.path)/x.md"])
    #expect(x.parts[0].hasPrefix("新しい書き出し。"))
    let note = try #require(session.draftFiles["drafts/\(Self.path)/note.md"])
    #expect(note.parts[0].hasPrefix("手を入れた。"))
    session.press("<down>")
    #expect(session.screen.textDump.contains("下書きはそのまま"))
  }

  @Test(arguments: [(keys: "<c-r><enter>", isOwn: true), ("<c-r><down><enter>", false)])
  func `Of two drafts the writer takes one, and is not asked again`(keys: String, isOwn: Bool) throws {
    var session = try exported()
    session.press("<enter><enter>自分の。<wait 3000><esc><esc><esc><c-home>変えた。<c-e>")
    #expect(session.screen.textDump.contains("見くらべる"))
    session.press("<c-r>")
    #expect(session.screen.textDump.contains("自分で直した下書き"))
    #expect(session.screen.textDump.contains("自分の。朝市") && session.screen.textDump.contains("変えた。朝市"))
    session.press("<esc>" + keys + "<wait 3000>")
    let file = try #require(session.draftFiles["drafts/\(Self.path)/x.md"])
    #expect(file.parts[0].hasPrefix(isOwn ? "自分の。" : "変えた。"))
    #expect(!session.screen.textDump.contains("見くらべる"))
    guard !isOwn else { return }
    session.press("<enter><c-z>")
    #expect(session.parts("x")[0].hasPrefix("自分の。"))
  }

  @Test func `A draft that cannot be saved stays, is told, and goes with the next try`() throws {
    var session = try exported()
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
    var session = try exported()
    session.press("<enter><enter>終わる前に。<c-q>")
    #expect(session.hasQuit && session.draftFiles.values.first?.parts[0].hasPrefix("終わる前に。") == true)
    var failing = try exported()
    failing.savingProblem = .noSpace
    failing.press("<enter><enter>失われない。<c-q>")
    #expect(!failing.hasQuit)
    #expect(failing.screen.textDump.contains("控えを残して終えます"))
    failing.savingProblem = nil
    failing.press("<wait 600><c-q>")
    #expect(failing.hasQuit && failing.draftFiles.values.first?.parts[0].hasPrefix("失われない。") == true)
  }

  @Test func `Told to end, the program saves drafts first`() throws {
    var session = try exported()
    session.press("<enter><enter>切れる前に。")
    session.send(.terminationRequested)
    #expect(session.hasQuit && session.draftFiles.values.first?.parts[0].hasPrefix("切れる前に。") == true)
  }

  @Test func `Drafts of an earlier text are dropped`() throws {
    var session = try opened()
    session.holdsDrafts = true
    session.press("<c-e><esc>一行目。<enter><c-e>")
    session.letDraftsGo()
    #expect(session.export?.isComplete == true)
    #expect(session.export?.drafts.count == TestSession.channels.channels.count)
    #expect(session.parts("x").first?.hasPrefix("一行目。") == true)
  }

  @Test func `A channel file that can't be used is told of when the drafts come`() throws {
    var session = try opened()
    session.refusedFiles = ["channels/x.yml の 3行目：キー「limit」はありません。"]
    session.press("<c-e>")
    #expect(session.screen.textDump.contains("channels/x.yml の 3行目"))
    session.press("<down>")
    #expect(!session.screen.textDump.contains("channels/x.yml"))
  }

  @Test func `What is typed before the drafts are there is meant for them`() throws {
    var session = try opened()
    session.holdsDrafts = true
    session.press("<c-e>note<enter>前置き。<esc>")
    #expect(session.state.layers.top == .export && session.export?.focus == .channels)
    session.letDraftsGo()
    #expect(session.chosenChannel == "note" && session.parts("note")[0].hasPrefix("前置き。朝市の1日目"))
  }

  @Test(arguments: [Size(columns: 24, rows: 6), Size(columns: 50, rows: 15), Size(columns: 63, rows: 7)])
  func `A small window shows one pane at a time, with the caret in it`(size: Size) throws {
    var session = try exported(size: size)
    for keys in ["", "<enter>", "<down>", "<enter>", "あ", "<esc>", "<esc>"] {
      session.press(keys)
      let caret = try #require(session.screen.caret)
      #expect(caret.column < size.columns && caret.row < size.rows - 1)
    }
    session.press("<enter>")
    #expect(session.screen.textDump.contains("2/3"))
  }

  @Test func `While writing the lengths stand at the bottom, after a rest`() throws {
    var session = try opened(entry("短い。"))
    #expect(!session.screen.textDump.contains("X 6/280"))
    session.press("<wait 800>")
    #expect(session.screen.textDump.contains("X 6/280  note 3"))
    session.press("<size 30x15>")
    #expect(!session.screen.textDump.contains("280"))
  }
}

extension TestSession {
  var export: ExportState? { state.layers.export }

  var hasMadeDrafts: Bool {
    effects.contains {
      if case .makeDrafts(let request) = $0, case .all = request.scope { true } else { false }
    }
  }

  /// The id of the channel that is chosen.
  var chosenChannel: String? { export?.chosen(in: state.settings.catalogue.language)?.channel.id }

  /// The parts of a channel's draft as they are shown.
  func parts(_ channel: String) -> [String] {
    export?.drafts.first { $0.channel.id == channel }?.parts.parts.map(\.text) ?? []
  }
}
