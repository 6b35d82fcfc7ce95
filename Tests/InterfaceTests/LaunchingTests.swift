import Display
import Interface
import Journal
import Storage
import Testing
import Typography

/// What is seen first.
struct LaunchingTests {
  private let files = ["memo.md": Entry(body: "牛乳\n")]
  private let size = Size(columns: 80, rows: 24)

  @Test func `An entry that is opened at the start is the first thing that shows`() throws {
    var session = try TestSession(launch: .opening(path: "memo.md"), files: files, holdsOpening: true)
    #expect(session.screen.textDump.allSatisfy { $0.isWhitespace || $0 == "|" })
    session.press("と")
    session.letOpeningGo()
    #expect(session.screen.textDump.contains("牛乳と"))
    #expect(!session.screen.textDump.contains("最近の記事"))
  }

  @Test func `Where it can't be opened, the home says so`() throws {
    let session = try TestSession(launch: .opening(path: "none.md"), files: files)
    #expect(session.screen.textDump.contains("none.md を開けません"))
    #expect(session.screen.textDump.contains("最近の記事"))
  }

  @Test func `The picker shows formats that were made since`() throws {
    var session = try TestSession()
    let library = TemplateLibrary(embedded: [], own: [("templates/あとの型.md", "## 何が\n")])
    session.shelf = TemplateShelf(templates: library.templates)
    session.press("<c-n>あとの型<enter>")
    #expect(session.text.contains("## 何が"))
  }

  @Test func `What was not understood at the start is said, in the language of the program`() throws {
    let shipped = try Settings.shipped(language: .japanese)
    let settings = Settings(
      catalogue: shipped.catalogue, keymap: shipped.keymap, journalName: "~/journal",
      warnings: ["KISEKI_AMBIGUOUS"])
    var state = State(settings: settings)
    let moment = Moment(milliseconds: 0, timestamp: TestSession.start)
    _ = update(&state, .started(size, .home), at: moment)
    #expect(view(state).textDump.contains("KISEKI_AMBIGUOUS"))
  }

  @Test func `A file that is no text is named in the list, and what it is`() throws {
    var session = try TestSession()
    session.send(
      .entriesRead(
        [EntrySummary(path: "2026/2026-01-01-sjis.md", metadata: EntryMetadata(), isText: false)],
        isComplete: true))
    #expect(session.screen.textDump.contains("2026-01-01-sjis.md"))
    #expect(session.screen.textDump.contains("UTF-8 ではありません"))
  }
}
