import Journal
import Storage
import Testing

@Suite("Changing front matter")
struct FrontMatterApplyingTests {
  private static let text = """
    ---
    # my notes
    title:   "古い題"   # to be decided
    cssclasses: [wide]
    tags:
      - 学び   # first
      - 朝活
    date: 2026-11-20
    foo: {a: b}

    next_step: |
      朝に書く
      夜に読む
    status: idea
    # end
    ---

    """

  private func changed(
    _ text: String = Self.text, _ change: (inout EntryMetadata) -> Void
  ) -> String {
    let frontMatter = FrontMatter.split(text).frontMatter
    var metadata = frontMatter.metadata
    change(&metadata)
    return frontMatter.applying(metadata)
  }

  @Test("Saying the same changes nothing")
  func sameMetadata() {
    #expect(changed { _ in } == Self.text)
  }

  @Test("A scalar keeps its line's spaces and comment")
  func scalar() {
    let expected = Self.text.replacing("\"古い題\"", with: "新しい題")
    #expect(changed { $0.title = "新しい題" } == expected)
  }

  @Test("A list keeps its style")
  func lists() {
    let expected = Self.text.replacing("- 学び   # first\n  - 朝活", with: "- 朝活\n  - go")
    #expect(changed { $0.tags = ["朝活", "go"] } == expected)
    #expect(
      changed("---\ntags: [a,b]\nx: y\n---\n") { $0.tags = ["c", "d"] } == "---\ntags: [c, d]\nx: y\n---\n")
    #expect(
      changed("---\ntags:\n- a\nx: y\n---\n") { $0.tags = ["c", "d"] } == "---\ntags:\n- c\n- d\nx: y\n---\n")
    #expect(changed("---\ntags: a, b\n---\n") { $0.tags = ["c"] } == "---\ntags: [c]\n---\n")
  }

  @Test("A block text gives way to a line")
  func blockScalar() {
    let expected = Self.text.replacing("|\n  朝に書く\n  夜に読む", with: "寝る")
    #expect(changed { $0.nextStep = "寝る" } == expected)
  }

  @Test("A key without anything to say loses its lines, and only those")
  func removal() {
    let expected = Self.text.replacing("tags:\n  - 学び   # first\n  - 朝活\n", with: "")
      .replacing("next_step: |\n  朝に書く\n  夜に読む\n", with: "")
    #expect(
      changed {
        $0.tags = []
        $0.nextStep = nil
      } == expected)
  }

  @Test("New keys come at the end in the plan's order")
  func addition() {
    let expected = Self.text.replacing(
      "# end\n", with: "# end\nlang: ja\nid: x1\nkind: failure\nchannels: [note]\n")
    #expect(
      changed {
        $0.channels = ["note"]
        $0.kind = .failure
        $0.id = "x1"
        $0.language = .japanese
      } == expected)
  }

  @Test("An empty value is filled in on its line")
  func filling() {
    let text = "---\ntitle: # none yet\ntags:\ndate:\nlang: ~\n---\n"
    let result = changed(text) {
      $0.title = "朝"
      $0.tags = ["a"]
      $0.date = Timestamp("2026-11-20T21:04:05+09:00")
      $0.language = .english
    }
    #expect(result == "---\ntitle: 朝 # none yet\ntags: [a]\ndate: 2026-11-20T21:04:05+09:00\nlang: en\n---\n")
  }

  @Test("Line endings, byte order mark and indentation are followed")
  func lineEndings() {
    let result = changed("\u{FEFF}---\r\n  title: a\r\n  tags:\r\n    - x\r\n---\r\n") {
      $0.tags = ["p", "q"]
      $0.status = .ready
    }
    #expect(
      Array(result.utf8)
        == Array(
          "\u{FEFF}---\r\n  title: a\r\n  tags:\r\n    - p\r\n    - q\r\n  status: ready\r\n---\r\n".utf8))
  }

  @Test("A file without front matter gets one when there is something to say")
  func creation() {
    #expect(changed("本文\r\n") { $0.title = "朝" } == "---\r\ntitle: 朝\r\n---\r\n")
    #expect(changed("\u{FEFF}本文") { $0.title = "朝" } == "\u{FEFF}---\ntitle: 朝\n---\n")
    #expect(changed("本文") { $0.title = "" } == "")
  }

  @Test("A body never runs into the closing mark")
  func missingLineEnd() {
    let frontMatter = FrontMatter.split("---\ntitle: a\n---").frontMatter
    #expect(frontMatter.file(saying: frontMatter.metadata, body: "") == "---\ntitle: a\n---")
    #expect(frontMatter.file(saying: frontMatter.metadata, body: "b") == "---\ntitle: a\n---\nb")
  }

  @Test("A value that was not understood stays until it is replaced")
  func unknownValues() {
    let text = "---\ndate: きのう\nstatus: published\n---\n"
    #expect(changed(text) { $0.title = "a" } == "---\ndate: きのう\nstatus: published\ntitle: a\n---\n")
    #expect(changed(text) { $0.status = .shared } == "---\ndate: きのう\nstatus: shared\n---\n")
  }

  @Test(
    "Quotes are put only where YAML needs them",
    arguments: [
      ("失敗から学ぶ、3つのこと", false), ("2026年の抱負", false), ("a:b", false), ("C#", false), ("it's", false),
      ("『本』を読む", false), ("👨‍👩‍👧", false), ("2026", true), ("2026-11-20", true), ("no", true), ("Null", true),
      ("a: b", true), ("a #b", true), ("- a", true), ("#tag", true), ("@me", true), (" a", true),
      ("a ", true),
      ("a\nb", true), ("a\u{2028}b", true), ("\u{FEFF}a", true), ("a, b", true), ("[[リンク]]", true),
      ("a:", true),
      ("\u{0}\u{7}\u{85}", true), ("\"a\" \\", true), ("0x1F", true), ("12:34", true), ("~", true),
      ("...", true),
    ])
  func quoting(title: String, isQuoted: Bool) {
    let result = changed("---\n---\n") { $0.title = title }
    #expect(result.hasPrefix("---\ntitle: \"") == isQuoted)
    #expect(FrontMatter.split(result).frontMatter.metadata.title == title)
  }
}
