import Checks
import Display
import Interface
import Journal
import Testing
import TextEditing

/// The look before sharing: quiet while writing, clear when asked for, never in the way.
struct FindingsTests {
  private func blaming() throws -> TestSession {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><burst>朝市は失敗でした。雨の準備がなかったのは、担当の人のせいです。</burst>")
    return session
  }

  @Test func `While writing there is only a count, and only in a pause`() throws {
    var session = try blaming()
    #expect(!session.screen.textDump.contains("点検 "))
    session.press("<wait 800>")
    let findings = try #require(session.editor).findings
    #expect(findings.contains { $0.class == .blame })
    #expect(findings.contains { $0.class == .learningMissing })
    #expect(session.screen.textDump.contains("点検 1 "), "what its question will ask for is not counted yet")
  }

  @Test func `Ctrl-T shows what, where, why and what to try`() throws {
    var session = try blaming()
    session.press("<c-t>")
    let finding = try #require(session.editor?.findings.first { $0.class == .blame })
    let screen = session.screen.textDump
    #expect(screen.contains("責任の置き方") && screen.contains(String(finding.message.prefix(10))))
    #expect(screen.contains(String(finding.why.prefix(10))))
  }

  @Test func `A rule file that can't be used is told of each time the findings are looked at`() throws {
    var session = try blaming()
    session.refusedFiles = ["rules/own.yml の 3行目"]
    session.press("<c-t>")
    #expect(session.screen.textDump.contains("rules/own.yml"))
    session.press("<esc><c-t>")
    #expect(session.screen.textDump.contains("rules/own.yml"))
  }

  @Test func `The drafts are one key away, and no second screen of them is opened`() throws {
    var session = try blaming()
    session.press("<c-t><c-e>")
    #expect(session.state.layers.top == .export)
    session.press("<c-t><c-e><esc>")
    #expect(session.state.layers.top == .editor)
  }

  @Test func `Enter goes to the words`() throws {
    var session = try blaming()
    session.press("<c-t><enter>")
    let finding = try #require(session.editor?.findings.first)
    if finding.place.part == .body, !finding.text.isEmpty {
      let place = Position(line: finding.place.line, character: finding.place.column)
      #expect(session.editor?.text.caret == place)
    }
    #expect(session.state.layers.top == .editor)
  }

  @Test func `Put aside in the paragraph, a finding is gone, by a comment that no draft has`() throws {
    var session = try blaming()
    session.press("<c-t>")
    let index = try #require(session.editor?.findings.firstIndex { $0.class == .blame })
    session.press(String(repeating: "<down>", count: index) + "<delete>")
    #expect(session.editor?.findings.contains { $0.class == .blame } == false)
    #expect(session.text.contains("<!-- kiseki off blame -->\n朝市は失敗でした。"))
    session.press("<esc><c-s>")
    let entry = try #require(session.files.values.first)
    session.press("<c-z>")
    #expect(!session.text.contains("kiseki"), "one step takes it back")
    session.press("<c-y>")
    #expect(!MarkdownDraft.text(of: entry).contains("kiseki"))
    #expect(MarkdownDraft.text(of: entry).contains("朝市は失敗でした。"))
  }

  @Test func `Put aside in the entry, a class is kept silent by the front matter`() throws {
    var session = try blaming()
    session.press("<c-t>")
    let index = try #require(session.editor?.findings.firstIndex { $0.class == .blame })
    session.press(String(repeating: "<down>", count: index) + "<c-x><esc><wait 3000>")
    #expect(session.editor?.findings.contains { $0.class == .blame } == false)
    #expect(session.files.values.first?.metadata.checksOff == ["blame"])
  }

  @Test func `Put aside for good, a rule is silent in every entry, and it is said how to have it back`()
    throws
  {
    var session = try blaming()
    session.press("<c-t>")
    let findings = try #require(session.editor).findings
    let index = try #require(findings.firstIndex { $0.class == .blame })
    session.press(String(repeating: "<down>", count: index) + "<c-r>")
    #expect(session.checksOff == Set([findings[index].rule] + findings[index].repetitions))
    #expect(
      session.editor?.findings.contains { $0.class == .blame } == false, "no other rule takes its place")
    #expect(session.screen.textDump.contains("config.yml"))
    #expect(!session.text.contains("kiseki"), "the text is not touched")
  }

  @Test func `Settings that cannot be changed are said to be as they were, and the finding stays`() throws {
    var session = try blaming()
    session.settingsFault = "同じキーがあります"
    session.press("<c-t><c-r>")
    #expect(session.screen.textDump.contains("config.yml:3"))
    #expect(session.editor?.findings.isEmpty == false)
  }

  @Test func `Who has come no further than the feelings is not told that the text ends harshly`() throws {
    var session = try TestSession()
    session.press("<c-n>ストーリー<enter>窯の火を見ないで電話に出ました。")
    session.press("<a-down><burst>情けなくて、何をやってもだめです。</burst><wait 800>")
    #expect(try #require(session.editor).findings.contains { $0.class == .negative })
    #expect(!session.screen.textDump.contains("点検 "))
    session.press("<c-t>")
    #expect(session.screen.textDump.contains("後ろ向きなまま"), "who looks is told")
  }

  @Test func `What a format does not ask for yet is not missing`() throws {
    var session = try TestSession()
    session.press("<c-n>第一報<enter><burst>予約ページが開けません。原因を調べています。</burst><wait 800>")
    let classes = Set(try #require(session.editor).findings.map(\.class))
    #expect(session.editor?.template?.reference.name == "incident")
    #expect(!classes.contains(.learningMissing))
  }

  @Test func `Where somebody may be in danger there is one calm line, and nothing about tone or learning`()
    throws
  {
    var session = try TestSession()
    session.press("<c-n>ywt<enter><burst>もう消えてしまいたい。何をやってもだめだ。</burst><wait 800>")
    let classes = Set(try #require(session.editor).findings.map(\.class))
    #expect(classes.contains(.care))
    #expect(classes.isDisjoint(with: [.negative, .learningMissing, .nextStepMissing]))
    #expect(session.screen.textDump.contains("話を聞いてくれる場所 Ctrl-T"))
    session.press("<c-t>")
    #expect(session.screen.textDump.contains("ひとりで抱えなくて大丈夫です"))
    #expect(session.screen.textDump.contains("0120-279-338"))
  }

  @Test func `Where there is nothing, that is said`() throws {
    var session = try TestSession()
    session.press("<c-n>白紙<enter><burst>今日はいい天気でした。</burst><c-t>")
    #expect(session.screen.textDump.contains("気になるところは見つかりませんでした。"))
  }
}
