import Display
import Interface
import Journal
import Testing

struct SeriesLayerTests {
  /// A first report and an update of it, saved; the update is open.
  private func reporting() throws -> TestSession {
    var session = try TestSession()
    session.press("<c-n>第一報<enter><up><up>止まりました<down><burst>ページが開けません。</burst><c-s><wait 60000>")
    session.press("<c-o><enter><burst>文字は戻りました。</burst><c-s><wait 60000>")
    return session
  }

  private func template(_ session: TestSession) -> String? { session.editor?.template?.reference.name }

  @Test func `The header tells which part of a series an entry is`() throws {
    var session = try reporting()
    #expect(session.screen.textDump.contains("障害の続報  続き 2/2"))
    session.press("<c-o><enter>")
    #expect(session.screen.textDump.contains("障害の続報  続き 3/3"))
    session.press("<esc>")
    #expect(session.state.layers.home.newestFirst.count == 2)
  }

  @Test func `The series is listed, and any part of it opens`() throws {
    var session = try reporting()
    session.press("<c-p>ひと続き<enter>")
    #expect(session.screen.textDump.contains("1  2026-11-20 21:04  障害の第一報  止まりました"))
    #expect(session.screen.textDump.contains("2  2026-11-20 21:05  障害の続報"))
    session.press("<up><enter>")
    #expect(template(session) == "incident")
    #expect(session.screen.textDump.contains("続き 1/2"))
  }

  @Test func `From the home the series of the chosen entry is listed`() throws {
    var session = try reporting()
    session.press("<esc><c-p>ひと続き<enter>")
    #expect(session.state.layers.top == .series)
    session.press("<esc>")
    #expect(session.state.layers.top == .home)
  }

  @Test func `The next report starts from the last one, wherever it is asked for`() throws {
    var session = try reporting()
    let last = try #require(session.editor?.metadata.id)
    session.press("<c-p>ひと続き<enter><up><enter>追記<c-o><enter>")
    #expect(session.editor?.metadata.origin == last)
    #expect(session.files.values.contains { $0.body.contains("追記") })
  }

  @Test func `An entry that stands for itself has no series`() throws {
    var session = try TestSession(files: SampleJournal.files(in: .japanese))
    session.press("<enter><c-p>series<enter>")
    #expect(session.state.layers.top == .editor)
    #expect(session.state.notice?.text == "続きの記事は、まだありません。")
    #expect(!session.screen.textDump.contains("続き 1/1"))
  }
}
