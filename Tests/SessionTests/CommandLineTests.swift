import Foundation
import Testing

/// The command line as scripts use it: data on stdout, messages on stderr, and an exit status that tells.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CommandLineTests {
  @Test func newEntryFromStandardInput() throws {
    let sandbox = try Sandbox()
    let body = "一行目\n\n二行目、終わりに改行なし"
    let outcome = try sandbox.kiseki("new", "--title", "朝の散歩", "--body", "-", input: body)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let path = try #require(sandbox.entryPaths.first)
    #expect(outcome.output == sandbox.journal.appending(path: path).path + "\n")
    #expect(path.hasSuffix("-朝の散歩.md"))
    #expect(sandbox.entryTexts.first?.hasSuffix(body) == true)
    #expect(try mode(of: sandbox.journal.appending(path: path)) == 0o600)
    #expect(try mode(of: sandbox.journal) == 0o700)
  }

  @Test func bodyFromStandardInputStaysByteForByteButForTheByteOrderMark() throws {
    for body in ["", "か\u{3099}", "a\n\u{FEFF}b"] {
      let sandbox = try Sandbox()
      #expect(try sandbox.kiseki("new", "--title", "t", "--body", "-", input: "\u{FEFF}\(body)").status == 0)
      let text = try #require(sandbox.entryTexts.first)
      #expect(text.utf8.reversed().starts(with: "---\n\(body)".utf8.reversed()), "\(text)")
    }
  }

  @Test func textWithAFrontMatterOfItsOwnKeepsItAndGetsNoSecondOne() throws {
    let sandbox = try Sandbox()
    let body = "---\r\ntitle: 取りこんだ記事\r\nauthor: hana\r\n---\r\n本文\r\n"
    #expect(try sandbox.kiseki("new", "failure/ywt", "--body", "-", input: body).status == 0)
    let text = try #require(sandbox.entryTexts.first)
    #expect(text.hasPrefix("---\r\ntitle: 取りこんだ記事\r\nauthor: hana\r\n"))
    #expect(text.hasSuffix("\r\n---\r\n本文\r\n"))
    #expect(text.contains("template: failure/ywt\r\n"))
    #expect(text.components(separatedBy: "---\r\n").count == 3)
    let fault = try sandbox.kiseki("new", "--body", "-", input: "---\ntitle: [\n---\n本文\n")
    #expect(fault.status == 0 && fault.errors.contains("YAML"), "\(fault.errors)")
  }

  @Test func valuesOfTheEnvironmentThatNobodyKnowsAreNamed() throws {
    let sandbox = try Sandbox()
    try sandbox.put("本文\n", at: "2026/2026-01-01-a.md")
    let outcome = try sandbox.kiseki(
      "list", changes: ["KISEKI_LANG": "jp", "KISEKI_AMBIGUOUS": "2", "LANG": "C.UTF-8"])
    #expect(outcome.status == 0 && outcome.output.contains("本文"))
    for words in ["KISEKI_LANG", "\"jp\"", "ja, en", "KISEKI_AMBIGUOUS", "\"2\"", "narrow, wide, auto"] {
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(try sandbox.kiseki("list", changes: ["KISEKI_AMBIGUOUS": ""]).errors.isEmpty)
  }

  @Test func withoutAnyPlaceInTheEnvironmentNothingIsWrittenWhereItHappensToRun() throws {
    let sandbox = try Sandbox()
    let nowhere = ["HOME": nil, "KISEKI_JOURNAL": nil, "XDG_DATA_HOME": nil] as [String: String?]
    let outcome = try sandbox.kiseki("path", changes: nowhere)
    #expect(outcome.status == 2 || outcome.output.hasPrefix("/"), "\(outcome)")
    let relative = try sandbox.kiseki(
      "path", changes: nowhere.merging(["HOME": "somewhere"]) { $1 })
    #expect(relative.status == 2 && relative.errors.contains("KISEKI_JOURNAL"), "\(relative)")
  }

  @Test func entryThatIsNotUTF8IsListedAsThat() throws {
    let sandbox = try Sandbox()
    try sandbox.put(Data([0x93, 0xFA, 0x96, 0x7B, 0x0A]), at: "2026/2026-01-01-sjis.md")
    let outcome = try sandbox.kiseki("list")
    #expect(outcome.output.hasSuffix("2026/2026-01-01-sjis.md  UTF-8 ではありません\n"), "\(outcome.output)")
  }

  @Test(arguments: [[0x93, 0xFA, 0x96, 0x7B], [0x61, 0x00, 0x62], [0x61, 0xE3, 0x81]] as [[UInt8]])
  func inputThatIsNoTextMakesNoEntry(bytes: [UInt8]) throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.kiseki("new", "--body", "-", bytes: Data(bytes))
    #expect(outcome.status == 3 && outcome.output.isEmpty && outcome.errors.contains("UTF-8"))
    #expect(sandbox.entryPaths.isEmpty)
  }

  @Test func titleNeverLeadsOutOfTheJournal() throws {
    let sandbox = try Sandbox()
    let before = sandbox.allPaths
    for title in ["../../x", "/etc/passwd", ".", "..", "a/b", ".hidden", "\u{202e}txt", ""] {
      let outcome = try sandbox.kiseki("new", "--title", title, "--body", "-", input: "x")
      #expect(outcome.status == 0, "\(title): \(outcome.errors)")
    }
    #expect(sandbox.entryPaths.count == 8)
    let outside = sandbox.allPaths.subtracting(before).filter {
      !["journal", "state", "config", "data"].contains($0.prefix { $0 != "/" })
    }
    #expect(outside.isEmpty)
  }

  @Test func longAndDecomposedTitlesBecomeFileNames() throws {
    let sandbox = try Sandbox()
    let long = String(repeating: "長い題", count: 100)
    for title in [long, "カ\u{3099}ラス", "ＡＢＣ"] {
      #expect(try sandbox.kiseki("new", "--title", title, "--body", "-", input: "x").status == 0)
    }
    let names = sandbox.entryPaths.compactMap { $0.split(separator: "/").last }
    #expect(names.count == 3)
    #expect(names.allSatisfy { $0.utf8.count < 255 })
    #expect(names.contains { $0.unicodeScalars.elementsEqual("\($0.prefix(10))-ガラス.md".unicodeScalars) })
    #expect(sandbox.entryTexts.contains { $0.contains(long) }, "the title itself is whole")
  }

  @Test func draftHasNeitherFrontMatterNorGuidance() throws {
    let sandbox = try Sandbox()
    try sandbox.put(
      "---\ntitle: 題\ntags: [a]\n---\n## 空の項目\n\n## 書いた項目\n<!-- ask: 何を？ -->\n答え\n",
      at: "2026/2026-01-02-x.md")
    let outcome = try sandbox.kiseki("export", "last", "--to", "markdown")
    #expect(outcome.status == 0)
    #expect(outcome.output == "# 題\n\n## 書いた項目\n答え\n")
  }

  @Test func listAsJSONIsReadByScripts() throws {
    let sandbox = try Sandbox()
    try sandbox.put("---\ntitle: 一\ndate: 2026-01-01T00:00:00+09:00\n---\n", at: "2026/2026-01-01-a.md")
    try sandbox.put("---\ntitle: 二\nkind: failure\n---\n", at: "2026/2026-01-02-b.md")
    try sandbox.put("front matter のない文書\n", at: "2026/2026-01-03-c.md")
    let outcome = try sandbox.kiseki("list", "--format", "json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let entries = try JSONDecoder().decode(Listing.self, from: Data(outcome.output.utf8)).entries
    let paths = sandbox.entryPaths.map { sandbox.journal.appending(path: $0).path }
    #expect(entries.map(\.path).sorted() == paths)
    #expect(Set(entries.compactMap(\.title)) == ["一", "二"])
  }

  /// A list in JSON, as far as these tests read it.
  private struct Listing: Decodable {
    let entries: [ListedEntry]

    struct ListedEntry: Decodable {
      let path: String
      let title: String?
    }
  }

  @Test func listIsOneLineAnEntryWithTheDayOfItsFile() throws {
    let sandbox = try Sandbox()
    try sandbox.put("---\ntitle: \"二行の\\n題\"\n---\n", at: "2026/2026-01-01-a.md")
    try sandbox.put("朝の日記\n", at: "日記/2026-01-02.md")
    let outcome = try sandbox.kiseki("list")
    #expect(
      outcome.output == """
        2026-01-02  日記/2026-01-02.md  朝の日記
        2026-01-01  2026/2026-01-01-a.md  二行の 題

        """)
    #expect(try sandbox.kiseki("list", "--from", "2026-01-02").output.contains("朝の日記"))
  }

  @Test func entriesThatCannotBeReadHideNoOthers() throws {
    let sandbox = try Sandbox()
    let foreign = Data([0x93, 0xfa, 0x96, 0x7b, 0x0a])
    try sandbox.put(foreign, at: "2026/2026-01-01-sjis.md")
    try sandbox.put("---\ntitle: [\n---\n本文\n", at: "2026/2026-01-02-fault.md")
    try sandbox.put("---\ntitle: 無事\n---\n本文\n", at: "2026/2026-01-03-well.md")
    let outcome = try sandbox.kiseki("list")
    #expect(outcome.status == 0)
    for name in ["sjis", "fault", "無事"] { #expect(outcome.output.contains(name), "\(outcome.output)") }
    let kept = try Data(contentsOf: sandbox.journal.appending(path: "2026/2026-01-01-sjis.md"))
    #expect(kept == foreign)
  }

  @Test func writersOwnTemplateWinsAndABrokenOneIsListedAsBroken() throws {
    let sandbox = try Sandbox()
    try sandbox.put(
      "---\ntemplate: failure/ywt\nname: 私のYWT\nkind: failure\nlang: ja\n---\n## やった {#did}\n",
      at: "templates/failure/ywt.ja.md")
    try sandbox.put("---\ntemplate: failure/half\n---\n## 名前がない\n", at: "templates/failure/broken.ja.md")
    let outcome = try sandbox.kiseki("templates", "list")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("私のYWT") && !outcome.output.contains("YWT ふりかえり"))
    #expect(outcome.output.contains("vector/statement"))
    #expect(outcome.errors.contains("broken.ja.md"), "\(outcome.errors)")
  }

  @Test func statusTellsUsageFromNothingFound() throws {
    let sandbox = try Sandbox()
    try sandbox.put("本文\n", at: "2026/2026-01-01-a.md")
    let usage = try sandbox.kiseki("no-such-command")
    #expect(usage.status == 2 && usage.output.isEmpty && !usage.errors.isEmpty)
    #expect(try sandbox.kiseki("list", "--no-such-option").status == 2)
    #expect(try sandbox.kiseki("show", "no-such-entry").status == 1)
    #expect(try sandbox.kiseki("list", "--tag", "no-such-tag").status == 1)
    let help = try sandbox.kiseki("--help")
    #expect(help.status == 0 && help.output.contains("export"))
  }

  @Test func pathIsTheJournalThatIsAskedFor() throws {
    let sandbox = try Sandbox()
    let other = sandbox.folder.appending(path: "other").path
    #expect(try sandbox.kiseki("path").output == sandbox.journal.path + "\n")
    #expect(try sandbox.kiseki("path", "--journal", other).output == other + "\n")
    let fallback = sandbox.folder.appending(path: "data/kiseki/journal").path
    #expect(try sandbox.kiseki("path", changes: ["KISEKI_JOURNAL": nil]).output == fallback + "\n")
  }

  @Test func settingsSayWhereTheJournalIsWhateverElseTheyHold() throws {
    let sandbox = try Sandbox()
    try sandbox.putSettings(Data("\u{FEFF}later:\r\n  a: [b]\r\njournal: ~/日誌\r\n".utf8))
    let path = try sandbox.kiseki("path", changes: ["KISEKI_JOURNAL": nil]).output
    #expect(path == sandbox.folder.appending(path: "日誌").path + "\n")
  }

  @Test(arguments: [
    Data("journal: [".utf8), Data("journal:\n  a: b\n".utf8), Data([0x6A, 0x93, 0xFA]),
    Data(repeating: 0x23, count: 2 << 20),
  ])
  func settingsThatCannotBeReadAreNotGuessed(bytes: Data) throws {
    let sandbox = try Sandbox()
    try sandbox.putSettings(bytes)
    let outcome = try sandbox.kiseki("path", changes: ["KISEKI_JOURNAL": nil])
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("config.yml"))
  }

  @Test func settingsThatMayNotBeReadAreNotGuessed() throws {
    let sandbox = try Sandbox()
    let file = try sandbox.putSettings(Data("journal: /elsewhere\n".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let outcome = try sandbox.kisekiAsWriter("path")
    #expect(outcome.status == 3 && outcome.errors.contains("config.yml"), "\(outcome)")
  }

  @Test func languageIsTheOptionsThenTheVariablesThenTheLocales() throws {
    let sandbox = try Sandbox()
    let japanese = "ベクトル宣言"
    let english = "Vector statement"
    #expect(try sandbox.kiseki("templates").output.contains(japanese))
    #expect(try sandbox.kiseki("templates", "--lang", "en").output.contains(english))
    #expect(try sandbox.kiseki("--lang", "en", "templates", "list").output.contains(english))
    let locale: [String: String?] = ["KISEKI_LANG": nil, "LANG": "en_US.UTF-8"]
    #expect(try sandbox.kiseki("templates", changes: locale).output.contains(english))
    let localeJa: [String: String?] = ["KISEKI_LANG": nil, "LANG": "ja_JP.UTF-8"]
    #expect(try sandbox.kiseki("templates", changes: localeJa).output.contains(japanese))
    try sandbox.putSettings(Data("lang: ja\n".utf8))
    #expect(try sandbox.kiseki("templates", changes: locale).output.contains(japanese))
    #expect(try sandbox.kiseki("templates", changes: ["KISEKI_LANG": "en"]).output.contains(english))
    let unknown = try sandbox.kiseki("fly", changes: locale)
    #expect(unknown.status == 2 && unknown.errors.contains("ありません"), "\(unknown.errors)")
  }
}

/// A file's permission bits.
func mode(of file: URL) throws -> Int {
  let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
  return try #require(attributes[.posixPermissions] as? Int)
}
