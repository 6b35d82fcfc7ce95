import Foundation
import Journal
import Testing

@testable import Storage

/// Entries of other programs, from files as those write them (`Imports/`).
@Suite struct ImportingTests: ImportsEntries {
  let journal = SimulatedJournal()

  // MARK: jrnl

  @Test func jrnlsExportIsTakenIn() throws {
    journal.disk.addFile("/from/journal.json", try fixture("jrnl/journal.json"))
    let found = try contents(.jrnl)
    #expect(found.entries.map(\.origin) == ["journal.json #1", "journal.json #2", "journal.json #3"])
    let plan = try ImportPlan(found.entries, for: journal.folder)
    #expect(plan.repeatedCount == 1 && plan.presentCount == 0)
    try importAll(.jrnl)
    #expect(
      journal.text(at: "2024/2024-03-01-朝市の準備で、机を一つ忘れた。.md") == """
        ---
        title: 朝市の準備で、机を一つ忘れた。
        date: 2024-03-01T09:05:00+09:00
        tags: [work, 学び]
        import_id: \(found.entries[0].id)
        starred: true
        ---
        前の日に数えなかった。

        次は、出る前に声に出して数える。
        🙏 @work

        """)
    let second = try #require(journal.text(at: "2024/2024-03-02-Went-for-a-run-5-km,-no-music.md"))
    #expect(second.hasSuffix("---\nWent for a run: 5 km, no music.\n"), "a sentence alone is the text")
  }

  @Test func jrnlsYAMLIsReadThoughItIsNone() throws {
    let name = "2024-03-04_会議-決めたこと.md"
    journal.disk.addFile("/from/" + name, try fixture("jrnl/" + name))
    let entry = try #require(try contents(.jrnl).entries.first)
    #expect(
      entry.text.hasPrefix("---\ntitle: \"会議: 決めたこと\"\ndate: 2024-03-04T10:00:00+09:00\ntags: [work, 学び]\n"))
    #expect(entry.text.hasSuffix("---\n## 一つめ\n本文です。\n\n...と書いた。\n"))
  }

  @Test func jrnlsMarkdownHasItsDateInTheHeading() throws {
    journal.disk.addFile("/from/2024-03-05_a.md", "# 2024-03-05 07:30 朝の散歩\n\n川まで。\n")
    journal.disk.addFile("/from/b.md", "# 見出し\n\nふつうの Markdown。\n")
    let entries = try contents(.jrnl).entries
    #expect(entries.map(\.name) == ["朝の散歩", "見出し"])
    #expect(entries[0].text.hasPrefix("---\ntitle: 朝の散歩\ndate: 2024-03-05T07:30:00+09:00\nimport_id: jrnl:"))
    #expect(entries[0].text.hasSuffix("---\n川まで。\n"))
  }

  // MARK: Day One

  @Test func dayOnesExportIsTakenIn() throws {
    journal.disk.addFile("/from/Journal.json", try fixture("dayone/Journal.json"))
    journal.disk.addFile("/from/photos/0a1b2c3d4e5f.jpeg", "jpeg")
    let found = try contents(.dayone)
    #expect(
      found.refusals == [
        ImportRefusal("Journal.json #3", .empty), ImportRefusal("Journal.json #4", .notAnEntry),
      ])
    #expect(found.entries[0].notices == [.media(count: 3)])
    #expect(try importAll(.dayone) == ["2024/2024-03-02-雨の朝市.md", "2024/2024-06-30-A-quiet-day.md"])
    let text = try #require(journal.text(at: "2024/2024-03-02-雨の朝市.md"))
    for line in [
      "title: 雨の朝市", "date: 2024-03-02T00:30:00+09:00", "lastmod: 2024-03-02T09:10:00+09:00",
      "tags: [朝市, \"失敗: 学び\"]", "starred: true", "location: \"商店街1丁目, 渋谷区, 東京都, 日本\"",
      "机を一つ忘れた. でも、みんなが助けてくれた!", "1\\. これはリストではない",
      "![photos/0a1b2c3d4e5f.jpeg](dayone-moment://76F9B0AC37954B51BF8B9146498B29C2)",
      "![videos/aaaaaaaaaaaa.mov](dayone-moment:/video/6F9B2DC7EADE4242A80DC76470D2264E)",
      "![photos/ffffffffffff.png](dayone-moment://99F9B0AC37954B51BF8B9146498B29C2)",
    ] {
      #expect(text.contains("\n" + line + "\n"), "\(line)")
    }
    let denver = try #require(journal.text(at: "2024/2024-06-30-A-quiet-day.md"))
    #expect(denver.contains("date: 2024-06-30T23:30:00-06:00\n"))
  }

  @Test(
    arguments: [
      ("a\\.b\\!c\\-d\\(e\\)", "a.b!c-d(e)"), ("1\\. one", "1\\. one"), ("\\- not a list", "\\- not a list"),
      ("\\![x](y)", "\\![x](y)"), ("`\\.`", "`\\.`"), ("```\n\\.\n```\n\\.", "```\n\\.\n```\n."),
      ("[a](b\\)c)", "[a](b\\)c)"), ("\\# no heading", "\\# no heading"), ("\\", "\\"), ("", ""),
    ])
  func backslashesGoWhereMarkdownReadsTheSameWithout(text: String, expected: String) {
    #expect(DayOneText(text, media: []).text == expected)
  }

  @Test func namesOfMediaCannotActInMarkdown() {
    let file = DayOneMedium.File(identifier: "A", md5: "x](http://e.example)", type: "jpeg", format: nil)
    let medium = DayOneMedium(kind: .photo, file: file)
    #expect(DayOneText("![](dayone-moment://A)", media: [medium]).text == "![](dayone-moment://A)")
  }

  @Test(
    arguments: [
      ("2024-03-10T01:30:00", "2024-03-10T01:30:00-05:00"),
      ("2024-03-10T03:30:00", "2024-03-10T03:30:00-04:00"),
      ("2024-07-01", "2024-07-01T00:00:00-04:00"), ("2024-07-01T00:00:00+09:00", "2024-07-01T00:00:00+09:00"),
      ("2024-07-01T00:00:00Z", "2024-07-01T00:00:00Z"),
    ])
  func datesWithoutAnOffsetAreOfTheWritersClock(text: String, expected: String) {
    // New York in 2024: summer time from 10 March, 7:00 UTC.
    let zones = TimeZones { seconds, _ in seconds < 1_710_054_000 ? -18_000 : -14_400 }
    #expect(zones.timestamp(text)?.rfc3339 == expected)
  }

  // MARK: Markdown

  private func addVault() throws {
    let files = [
      "雨の日.md", "_posts/2024-01-05-hello.md", "posts/2024-05-06-bundle/index.md", "2023-12-31 大晦日のメモ.md",
      "no-date.md", "broken.md", "empty.md",
    ]
    for file in files { journal.disk.addFile("/from/" + file, try fixture("vault/" + file)) }
    journal.disk.addFile("/from/.obsidian/notes.md", "hidden")
    journal.disk.addFile("/from/photo.jpg", "jpeg")
  }

  @Test func markdownKeepsItsFrontMatter() throws {
    try addVault()
    let found = try contents(.markdown)
    #expect(found.otherFiles == 1)
    #expect(found.refusals == [ImportRefusal("empty.md", .empty)])
    try importAll(.markdown)
    let obsidian = try #require(journal.text(at: "2024/2024-02-03-雨の日.md"))
    #expect(
      obsidian.hasPrefix(
        "---\ntitle: \"雨の日\"\ntags:\n  - 学び # 大事\n  - obsidian\naliases: [rain]\ncreated: 2024-02-03 08:15\ncssclass: wide\ndate: 2024-02-03T08:15:00+09:00\nimport_id: markdown:"
      ))
    let jekyll = try #require(journal.text(at: "2024/2024-01-05-Hello.md"))
    #expect(
      jekyll.hasPrefix(
        "---\r\nlayout: post\r\ntitle:  \"Hello\"\r\ndate:   2024-01-05 10:20:30 +0900\r\ncategories: life\r\nimport_id: "
      ))
    #expect(jekyll.hasSuffix("\r\n---\r\nFirst line.\r\n"))
    let hugo = try #require(journal.text(at: "2024/2024-05-06-束の記事.md"))
    #expect(
      hugo.hasPrefix(
        "---\ntitle: 束の記事\ndate: 2024-05-06T07:08:09+09:00\ndraft: true\ntags: [a, \"b: c\"]\nweight: 3\nimport_id: "
      ))
  }

  @Test func theDateIsInTheNameOrTheFile() throws {
    try addVault()
    let entries = try contents(.markdown).entries
    func date(_ origin: String) -> String? { entries.first { $0.origin == origin }?.date.rfc3339 }
    #expect(date("2023-12-31 大晦日のメモ.md") == "2023-12-31T00:00:00+09:00")
    #expect(entries.first { $0.origin.hasPrefix("2023") }?.text.contains("title: 大晦日のメモ\n") == true)
    let modified = try journal.disk.status(of: "/from/no-date.md", in: nil, followsLink: false).modified
    #expect(date("no-date.md") == Timestamp(seconds: modified.seconds, offset: 32_400).rfc3339)
  }

  @Test func anUnreadableDateOfTheWritersIsNotChanged() throws {
    journal.disk.addFile("/from/2024-02-02-a.md", "---\ntitle: a\ndate: March 1st\n---\nb\n")
    let entry = try #require(try contents(.markdown).entries.first)
    #expect(entry.text.hasPrefix("---\ntitle: a\ndate: March 1st\nimport_id: "))
    #expect(entry.date.rfc3339.hasPrefix("2024-02-02"))
  }

  @Test func frontMatterThatIsNotUnderstoodIsKeptInTheText() throws {
    try addVault()
    let entry = try #require(try contents(.markdown).entries.first { $0.origin == "broken.md" })
    #expect(entry.notices == [.frontMatterKept(line: 2)])
    #expect(entry.text.hasSuffix("\n---\n" + (try fixture("vault/broken.md"))))
  }

  @Test(
    arguments: [
      "+++\n[params]\na = 1\n+++\nx\n", "+++\ntitle = \"\"\"\na\n\"\"\"\n+++\nx\n",
      "+++\na = [[1]]\n+++\nx\n",
      "+++\ntitle = \"a\n+++\nx\n", "+++\nx\n",
    ])
  func tomlThatIsNotFlatStays(text: String) throws {
    journal.disk.addFile("/from/a.md", text)
    #expect(try contents(.markdown).entries.first?.text.hasSuffix("---\n" + text) == true)
  }

  // MARK: Again, and names

  @Test(arguments: [ImportFormat.jrnl, .dayone, .markdown])
  func aSecondImportMakesNothing(format: ImportFormat) throws {
    try addVault()
    journal.disk.addFile(
      "/from/journal.json", try fixture(format == .dayone ? "dayone/Journal.json" : "jrnl/journal.json"))
    let paths = try importAll(format)
    #expect(!paths.isEmpty)
    let plan = try ImportPlan(contents(format).entries, for: journal.folder)
    #expect(plan.entries.isEmpty && plan.presentCount >= paths.count)
  }

  @Test func theJournalsOwnFilesAreNotImported() throws {
    _ = try journal.adding("2024/2024-01-01-own.md", "own\n")
    journal.disk.addFile("/notes.md", "theirs\n")
    let found = try contents(.markdown, at: "/")
    #expect(found.entries.map(\.origin) == ["notes.md"])
    #expect(try contents(.markdown, at: "/journal").entries.isEmpty)
  }

  @Test func nothingIsOverwrittenAndThePlanNamesTheFiles() throws {
    _ = try journal.adding("2024/2024-03-01-a.md", "own")
    for name in ["x", "y", "Z"] {
      journal.disk.addFile(
        "/from/\(name)/2024-03-01-a.md", "---\ntitle: \(name == "Z" ? "A" : "a")\n---\n\(name)\n")
    }
    let plan = try ImportPlan(contents(.markdown).entries, for: journal.folder)
    let planned = plan.entries.map(\.path.text)
    #expect(planned == ["2024/2024-03-01-A-2.md", "2024/2024-03-01-a-3.md", "2024/2024-03-01-a-4.md"])
    #expect(try importAll(.markdown) == planned)
    #expect(journal.text(at: "2024/2024-03-01-a.md") == "own")
  }
}
