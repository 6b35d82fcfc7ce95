import Foundation
import Testing

/// Formats of one's own on the command line.
@Suite(.serialized, .timeLimit(.minutes(3))) struct TemplatesCommandTests {
  private func template(_ path: String, in sandbox: Sandbox) throws -> String {
    try String(contentsOf: sandbox.journal.appending(path: path), encoding: .utf8)
  }

  @Test func copyTakesTheFormatsPlaceAndIsNeverOverwritten() throws {
    let sandbox = try Sandbox()
    let outcome = try sandbox.kiseki("templates", "copy", "ywt")
    let path = "templates/failure/ywt.ja.md"
    #expect(outcome.status == 0 && outcome.output == sandbox.journal.appending(path: path).path + "\n")
    try sandbox.put(try template(path, in: sandbox).replacing("YWT ふりかえり", with: "私のYWT"), at: path)
    #expect(try sandbox.kiseki("templates").output.contains("failure/ywt  私のYWT"))
    let again = try sandbox.kiseki("templates", "copy", "failure/ywt")
    #expect(again.status == 3 && again.output.isEmpty && again.errors.contains("ywt.ja.md"))
    #expect(try template(path, in: sandbox).contains("私のYWT"))
  }

  @Test func copyUnderAnotherNameIsAFormatOfItsOwn() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.kiseki("templates", "copy", "failure/ywt", "mine", "--lang", "en").status == 0)
    #expect(try template("templates/failure/mine.en.md", in: sandbox).contains("\ntemplate: failure/mine\n"))
    #expect(
      try sandbox.kiseki("templates", "copy", "failure/mine", "work/friday", "--lang", "en").status == 0)
    let list = try sandbox.kiseki("templates", "--lang", "en").output
    for name in ["failure/ywt  ", "failure/mine  ", "work/friday  "] { #expect(list.contains(name)) }
    #expect(try sandbox.kiseki("templates", "check").status == 0)
  }

  @Test func anObsidianTemplateIsCopiedAsAFormatWithAName() throws {
    let sandbox = try Sandbox()
    try sandbox.put("# {{title}}\n\n## 今日\n", at: "templates/日記.md")
    #expect(try sandbox.kiseki("templates", "copy", "own/日記", "own/diary").status == 0)
    let text = try template("templates/own/diary.ja.md", in: sandbox)
    #expect(text.contains("name: 日記") && text.contains("# {{title}} {#section-1}"))
  }

  @Test func namesThatLeadElsewhereAreRefused() throws {
    let sandbox = try Sandbox()
    let before = sandbox.allPaths
    for name in ["../x", "a/../../x", "/etc/x", "A/b", "a/b/c", "a/", "日記", ""] {
      #expect(try sandbox.kiseki("templates", "copy", "failure/ywt", name).status == 2, "\(name)")
    }
    #expect(try sandbox.kiseki("templates", "copy", "no-such").status == 1)
    #expect(sandbox.allPaths == before)
  }

  @Test func theProgramsOwnFormatsHaveNoFault() throws {
    let sandbox = try Sandbox()
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Resources/templates")
    try FileManager.default.createDirectory(at: sandbox.journal, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: root, to: sandbox.journal.appending(path: "templates"))
    let count = sandbox.allPaths.count { $0.hasSuffix(".md") }
    let outcome = try sandbox.kiseki("templates", "check")
    #expect(outcome.status == 0 && outcome.output.split(separator: "\n").count == count, "\(outcome.output)")
  }

  @Test func checkNamesFaultsByFileAndLine() throws {
    let sandbox = try Sandbox()
    try sandbox.put(
      "---\ntemplate: a/b\nname: a\nlang: fr\n---\n## a {#x}\n## b {#x}\n", at: "templates/half.md")
    let file = sandbox.journal.appending(path: "templates/half.md").path
    let outcome = try sandbox.kiseki("templates", "check", file)
    #expect(outcome.status == 1 && outcome.errors.isEmpty)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.map { $0.hasPrefix(file + ":4: ") || $0.hasPrefix(file + ":7: ") } == [true, true])
    #expect(try sandbox.kiseki("templates", "check").status == 1)
    #expect(try sandbox.kiseki("templates", "check", file + ".none").status == 3)
    #expect(try sandbox.kiseki("templates", "check", "/dev/zero").status == 3)
    try sandbox.put(
      """
      ---
      template: a/b
      name: a
      lang: ja
      next:
        - a/b
        - failure/no-such
      channels: [x, myspace]
      compose:
        social: "{{x}}{{y}}"
        poem: "{{x}}"
        long: "{{#x}}"
      ---
      ## a {#x}

      """, at: "templates/half.md")
    let doubtful = try sandbox.kiseki("templates", "check", file)
    #expect(doubtful.status == 1)
    let numbers = doubtful.output.split(separator: "\n").map {
      $0.dropFirst(file.count + 1).prefix { $0 != ":" }
    }
    #expect(numbers == ["7", "8", "10", "11", "12"], "\(doubtful.output)")
    #expect(try sandbox.kiseki("templates").output.contains("a/b"))
    try sandbox.put("## a\n", at: "templates/half.md")
    let well = try sandbox.kiseki("templates", "check", file)
    #expect(well.status == 0 && well.output.contains("half"))
  }
}
