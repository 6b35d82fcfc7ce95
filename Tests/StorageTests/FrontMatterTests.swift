import Journal
import Storage
import Testing

@Suite("Reading front matter")
struct FrontMatterTests {
  @Test("All keys that the program knows are read")
  func readsEveryKey() throws {
    let text = """
      ---
      title: 失敗から学んだこと
      date: 2026-11-20T21:04:05+09:00
      lastmod: 2026-11-21 08:00
      tags: [失敗, "a, b"]
      lang: ja
      id: k3f9
      template: failure/ywt
      kind: failure
      status: draft
      channels:
        - note
        - x
      next_step: >-
        朝に
        15分だけ書く
      next_due: 毎週月曜
      origin: "20261101-001"
      ---
      本文
      """
    let (frontMatter, body) = FrontMatter.split(text)
    let metadata = frontMatter.metadata
    #expect(frontMatter.fault == nil)
    #expect(metadata.title == "失敗から学んだこと")
    #expect(metadata.date == Timestamp("2026-11-20T21:04:05+09:00"))
    #expect(metadata.lastModified == Timestamp("2026-11-21 08:00"))
    #expect(metadata.tags == ["失敗", "a, b"])
    #expect(metadata.language == .japanese)
    #expect(metadata.id == "k3f9")
    #expect(metadata.template == TemplateName(family: "failure", name: "ywt"))
    #expect(metadata.kind == .failure)
    #expect(metadata.status == .draft)
    #expect(metadata.channels == ["note", "x"])
    #expect(metadata.nextStep == "朝に 15分だけ書く")
    #expect(metadata.nextDue == "毎週月曜")
    #expect(metadata.origin == "20261101-001")
    #expect(body == "本文")
  }

  @Test(
    "A title is what was written, never a number, a date or a truth value",
    arguments: [
      ("2026", "2026"), ("no", "no"), ("12:34", "12:34"), ("0123", "0123"), ("1e3", "1e3"),
      ("'it''s'", "it's"), (#""a\tb""#, "a\tb"), ("a # comment", "a"), ("a#b", "a#b"),
      ("2026-11-20", "2026-11-20"),
    ])
  func titlesAreTexts(written: String, title: String) {
    #expect(FrontMatter.split("---\ntitle: \(written)\n---\n").frontMatter.metadata.title == title)
  }

  @Test("An empty value is no value", arguments: ["", " ~", " null", " ''", " # only a comment"])
  func emptyValues(written: String) {
    let frontMatter = FrontMatter.split("---\ntitle:\(written)\ntags:\(written)\n---\n").frontMatter
    #expect(frontMatter.fault == nil)
    #expect(frontMatter.metadata == EntryMetadata())
  }

  @Test("Values that are none of the known ones leave the property empty, without a fault")
  func unknownValues() {
    let text = "---\ndate: きのう\nstatus: published\nlang: fr\ntemplate: x\n---\n"
    let frontMatter = FrontMatter.split(text).frontMatter
    #expect(frontMatter.fault == nil)
    #expect(frontMatter.metadata == EntryMetadata())
  }

  @Test("Tags on one line are a list too")
  func inlineTags() {
    #expect(
      FrontMatter.split("---\ntags: 学び,  朝活 , go\n---\n").frontMatter.metadata.tags == ["学び", "朝活", "go"])
  }

  @Test(
    "Head and body together are the file, byte for byte",
    arguments: [
      ("", ""), ("本文", "本文"), ("---\n", "---\n"), ("---", "---"), ("---\ntitle: a\n", "---\ntitle: a\n"),
      ("--- \ntitle: a\n---\nb", "--- \ntitle: a\n---\nb"),
      ("\n---\ntitle: a\n---\n", "\n---\ntitle: a\n---\n"),
      ("---\ntitle: a\n---\nb", "b"), ("---\r\ntitle: a\r\n---\r\nb\r\n", "b\r\n"),
      ("\u{FEFF}---\ntitle: a\n...\nb", "b"), ("\u{FEFF}b", "b"), ("---\ntitle: a\n---", ""),
      ("---\n---\n\u{301}b", "\u{301}b"), ("---\ntitle: a\n--- \nb", "b"), ("---\r---\n", "---\r---\n"),
    ])
  func splitting(text: String, expected: String) {
    let (frontMatter, body) = FrontMatter.split(text)
    #expect(Array(body.utf8) == Array(expected.utf8))
    #expect(Array((frontMatter.text + body).utf8) == Array(text.utf8))
  }

  @Test(
    "What is not the subset that we change is a fault with its line",
    arguments: [
      ("title: [a", 3, FrontMatterFault.Reason.malformed),
      ("title: a\n\tb: c", 3, .malformed),
      ("just words", 2, .notKeysAndValues),
      ("- a\n- b", 2, .notKeysAndValues),
      ("{title: a}", 2, .notKeysAndValues),
      ("a: b\n--- # again\nc: d", 3, .notKeysAndValues),
      ("title: a\nfoo: b\ntitle: c", 4, .duplicateKey("title")),
      ("foo: a\nfoo: b", 3, .duplicateKey("foo")),
      ("base: &b {x: y}\n<<: *b", 3, .mergeKey),
      ("# note\ntitle: &a x", 3, .indirection("title")),
      ("a: &a x\ntitle: *a", 3, .indirection("title")),
      ("title: !!str 1", 2, .indirection("title")),
      ("tags: &a [x]", 2, .indirection("tags")),
      ("tags:\n- x\n- &a y", 4, .indirection("tags")),
      ("title: [a, b]", 2, .nestedValue("title")),
      ("title: {a: b}", 2, .nestedValue("title")),
      ("tags: [[a], b]", 2, .nestedValue("tags")),
      ("tags:\n- a: b", 3, .nestedValue("tags")),
      ("? title\n: x", 2, .noLineOfItsOwn("title")),
      ("foo: a\rtitle: x", 2, .noLineOfItsOwn("title")),
    ])
  func faults(yaml: String, line: Int, reason: FrontMatterFault.Reason) {
    let text = "---\n\(yaml)\n---\nbody"
    let (frontMatter, body) = FrontMatter.split(text)
    #expect(frontMatter.fault == FrontMatterFault(line: line, reason: reason))
    #expect(frontMatter.metadata == EntryMetadata())
    #expect(body == "body")
    var metadata = EntryMetadata()
    metadata.title = "new"
    #expect(frontMatter.applying(metadata) == frontMatter.text)
  }

  @Test("Keys that are not ours may hold any YAML")
  func unknownKeys() {
    let text = """
      ---
      cssclasses: &c [wide]
      params: {deep: [[[[[[[[[[[[x]]]]]]]]]]]], other: *c}
      ? [complex, key]
      : !!binary aGVsbG8=
      title: 朝
      ---

      """
    let frontMatter = FrontMatter.split(text).frontMatter
    #expect(frontMatter.fault == nil)
    #expect(frontMatter.metadata.title == "朝")
  }

  @Test("Hostile YAML costs no more than its length")
  func hostileInput() {
    let bomb = (1...30).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ","))]"
    }
    let aliases = FrontMatter.split("---\na0: &a0 x\n\(bomb.joined(separator: "\n"))\ntitle: t\n---\n")
      .frontMatter
    #expect(aliases.metadata.title == "t")
    let deep = FrontMatter.split("---\na: \(String(repeating: "[", count: 60_000))\n---\n").frontMatter
    #expect(deep.fault?.reason == .malformed)
    let long = FrontMatter.split("---\na: \(String(repeating: "x", count: 70_000))\n---\n").frontMatter
    #expect(long.fault == FrontMatterFault(line: 1, reason: .tooLong))
    let nul = FrontMatter.split("---\ntitle: a\u{0}b\n---\n").frontMatter
    #expect(nul.fault?.reason == .malformed)
  }
}

struct PrivateEntryTests {
  @Test(
    arguments: [
      ("true", true), ("yes", true), ("\"true\"", true), ("false", false), ("no", false), ("", false),
      ("~", false),
    ])
  func `Whether an entry is private is read as it is meant`(value: String, isPrivate: Bool) {
    let text = "---\nprivate: \(value)\n---\n"
    let (frontMatter, _) = FrontMatter.split(text)
    #expect(frontMatter.metadata.isPrivate == isPrivate)
    #expect(frontMatter.applying(frontMatter.metadata) == text)
  }

  @Test func `It is written as other programs read it`() {
    var metadata = FrontMatter.split("").frontMatter.metadata
    metadata.isPrivate = true
    #expect(FrontMatter.split("").frontMatter.applying(metadata) == "---\nprivate: true\n---\n")
  }
}

struct SharedEntryTests {
  @Test func `The days of sharing are flat keys that other programs take for dates`() {
    let frontMatter = FrontMatter.split("---\ntitle: 題\n---\n").frontMatter
    var metadata = frontMatter.metadata
    metadata.shared = ["x": "2026-11-21", "profile-x": "2026-11-22"]
    let text = frontMatter.applying(metadata)
    #expect(text == "---\ntitle: 題\nshared_profile-x: 2026-11-22\nshared_x: 2026-11-21\n---\n")
    let read = FrontMatter.split(text).frontMatter
    #expect(read.metadata.shared == metadata.shared)
    metadata.shared["x"] = nil
    #expect(read.applying(metadata) == "---\ntitle: 題\nshared_profile-x: 2026-11-22\n---\n")
  }

  @Test(arguments: [
    "shared_with: [a, b]", "shared_with: {a: 1}", "shared_x: yes", "shared_x: &a 2026-11-21", "shared_: x",
  ])
  func `Keys of others that begin the same are left alone`(line: String) {
    let text = "---\n\(line)\n---\n"
    let frontMatter = FrontMatter.split(text).frontMatter
    #expect(frontMatter.fault == nil && frontMatter.metadata.shared.isEmpty)
    var metadata = frontMatter.metadata
    metadata.title = "題"
    #expect(frontMatter.applying(metadata) == "---\n\(line)\ntitle: 題\n---\n")
  }
}
