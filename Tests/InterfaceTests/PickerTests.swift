import Display
import Interface
import Journal
import Testing

struct PickerTests {
  /// The format that is started by these keys.
  private func started(_ keys: String, language: Language = .japanese) throws -> String? {
    var session = try TestSession(language: language)
    session.press("<c-n>" + keys)
    return session.editor?.template.map { "\($0.reference.family)/\($0.reference.name)" }
  }

  @Test(arguments: [
    "べくとる<enter>", "ベクトル<enter>", "bekutoru<enter>", "vector<enter>", "ＶＥＣＴＯＲ<enter>", "ﾍﾞｸﾄﾙ<enter>",
    "目的地<enter>",
  ])
  func `A format is found in kana, romaji, kanji, English, full or half width`(_ keys: String) throws {
    #expect(try started(keys) == "vector/statement")
  }

  @Test func `Dakuten are kept: はくし is not ばくし`() throws {
    #expect(try started("はくし<enter>") == "free/blank")
    #expect(try started("ばくし<enter>") == nil)
  }

  @Test(arguments: ["1", "１"])
  func `A digit picks the format with that number, full width or not`(_ digit: String) throws {
    var session = try TestSession()
    session.press("<c-n>")
    let first = try #require(session.shelf.formats(in: .japanese).first)
    session.press(digit)
    #expect(session.editor?.template == first)
  }

  @Test func `A number that no format has is said, and nothing starts`() throws {
    var session = try TestSession()
    session.press("<c-n>はくし9")
    #expect(session.editor == nil)
    #expect(session.state.notice != nil)
  }

  @Test func `Several words narrow the list down together`() throws {
    #expect(try started("失敗 ywt<enter>") == "failure/ywt")
  }

  @Test func `Backspace widens the list again, Esc goes home`() throws {
    var session = try TestSession()
    session.press("<c-n>zzz")
    #expect(session.screen.textDump.contains("合う書式がありません"))
    session.press("<backspace><backspace><backspace>")
    #expect(session.screen.textDump.contains("ベクトル宣言"))
    session.press("<esc>")
    #expect(session.state.layers.top == .home)
  }

  @Test func `Families narrow the list down, around in both directions`() throws {
    var session = try TestSession()
    session.press("<c-n><left><enter>")
    let last = try #require(session.shelf.formats(in: .japanese).last)
    #expect(session.editor?.template?.reference.family == last.reference.family)
  }

  @Test func `A broken template is listed with file, line and reason, and can't be started`() throws {
    let broken = TemplateShelf.Broken(path: "templates/own/half.ja.md", line: 7, reason: "コメントが閉じていません")
    let shipped = try TemplateShelf.shipped()
    let shelf = TemplateShelf(templates: shipped.templates, broken: [broken])
    var session = try TestSession(size: Size(columns: 160, rows: 50), shelf: shelf)
    session.press("<c-n><c-end>")
    #expect(session.screen.textDump.contains("読めません half.ja.md"))
    #expect(session.screen.textDump.contains("templates/own/half.ja.md の 7行目"))
    session.press("<enter>")
    #expect(session.editor == nil)
    #expect(session.state.notice?.isAlert == true)
  }

  @Test func `The caret stands where the filter's next letter goes`() throws {
    var session = try TestSession()
    session.press("<c-n>失敗")
    let caret = try #require(session.screen.caret)
    #expect(session.screen.row(caret.row).prefix(caret.column).map(\.text).joined().hasSuffix("失敗"))
  }
}
