import Display
import Interface
import Journal
import Storage
import Testing

struct OwnFormatTests {
  @Test func `An entry becomes a format, which can be picked at once`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><up><up><up>朝市の型<down>秘密の失敗<c-end><paste>\n## 数字\n\n80人でした。\n</paste>")
    session.press("<c-p>書式にする<enter>")
    #expect(session.state.notice?.text == "書式を作りました：templates/own/ywt.ja.md")
    let text = try #require(session.templateFiles.first?.text)
    #expect(text.contains("## 数字 {#part-1}\n<!-- example: 80人でした。 -->"))
    #expect(!text.contains("秘密"))
    session.press("<esc><c-n>朝市の型<enter>")
    #expect(session.text.hasSuffix("## 数字\n\n\n"))
    #expect(session.editor?.template?.reference == TemplateName(family: "own", name: "ywt"))
  }

  @Test func `Where no file can be made, it is said why`() throws {
    var session = try TestSession()
    session.press("<c-n>ywt<enter>失敗")
    session.savingProblem = .noSpace
    session.press("<c-p>make-template<enter>")
    #expect(session.state.notice?.isAlert == true)
    #expect(session.state.notice?.text.contains("ディスクに空きがありません") == true)
  }

  @Test func `A core template of Obsidian's works as it is`() throws {
    let text = "---\ntags: [日記]\n---\n# {{title}}\n\n{{date:YYYY年M月D日（ddd）}} {{time}}\n\n## 今日のこと\n"
    let library = TemplateLibrary(embedded: [], own: [("templates/日記.md", text)])
    #expect(library.broken.isEmpty)
    var session = try TestSession(
      launch: .pickerWithTitle("雨の日"), shelf: TemplateShelf(templates: library.templates))
    session.press("<enter>")
    #expect(session.text == "# 雨の日\n\n2026年11月20日（金） 21:04\n\n## 今日のこと\n\n\n")
    session.press("降った。<c-s>")
    #expect(session.files.values.first?.metadata.tags == ["日記"])
    #expect(session.files.values.first?.metadata.template == TemplateName(family: "own", name: "日記"))
  }
}
