import Foundation
import Testing

/// `kiseki import`.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ImportCommandTests {
  private let export = """
    {"entries": [
      {"uuid": "A1", "creationDate": "2024-01-01T15:00:00Z", "timeZone": "Asia/Tokyo", "text": "# 初詣\\n\\n朝。"},
      {"uuid": "A2", "creationDate": "2024-07-01T05:30:00Z", "timeZone": "America/Denver", "text": "Quiet."},
      {"uuid": "A3", "creationDate": "2024-07-01T05:30:00Z", "timeZone": "../../etc/passwd", "text": "Where?"}
    ]}
    """

  @Test func showsFirstAndMakesWhenTold() throws {
    let sandbox = try Sandbox()
    let file = sandbox.folder.appending(path: "Journal of mine.json")
    try Data(export.utf8).write(to: file)
    let dry = try sandbox.kiseki("import", "dayone", file.path)
    let paths = "2024/2024-01-02-初詣.md\n2024/2024-06-30-Quiet.md\n2024/2024-07-01-Where.md\n"
    #expect(dry.status == 0 && dry.output == paths)
    #expect(dry.errors.contains("kiseki import dayone --yes '\(file.path)'"), "\(dry.errors)")
    #expect(sandbox.entryPaths.isEmpty && !FileManager.default.fileExists(atPath: sandbox.journal.path))
    let made = try sandbox.kiseki("import", "dayone", file.path, "--yes")
    #expect(made.status == 0 && made.errors.contains("3件"))
    #expect(sandbox.entryPaths.joined(separator: "\n") + "\n" == dry.output)
    #expect(sandbox.entryTexts[1].contains("date: 2024-06-30T23:30:00-06:00\n"))
    #expect(sandbox.entryTexts[2].contains("date: 2024-07-01T05:30:00Z\n"))
    let again = try sandbox.kiseki("import", "dayone", file.path, "--yes")
    #expect(again.status == 0 && sandbox.entryPaths.count == 3)
  }

  @Test func saysWhatItLeavesOut() throws {
    let sandbox = try Sandbox()
    let folder = sandbox.folder.appending(path: "vault")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data("一\n".utf8).write(to: folder.appending(path: "2024-03-01-a.md"))
    try Data([0x93, 0xFA, 0x96, 0x7B]).write(to: folder.appending(path: "sjis.md"))
    let outcome = try sandbox.kiseki("import", "markdown", folder.path, "--yes")
    #expect(outcome.status == 3 && outcome.errors.contains("sjis.md"))
    #expect(sandbox.entryPaths == ["2024/2024-03-01-a.md"])
    let name = Array((folder.path + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0x93), 0x61, 0]
    fclose(fopen(name, "w"))
    let unnamed = try sandbox.kiseki("import", "markdown", folder.path)
    #expect(unnamed.status == 3 && unnamed.errors.contains("\u{FFFD}a") && unnamed.errors.contains("ファイル名"))
    #expect(try sandbox.kiseki("import", "jrnl", folder.appending(path: "none").path).status == 3)
    #expect(try sandbox.kiseki("import", "word", folder.path).status == 2)
    let empty = sandbox.folder.appending(path: "empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    #expect(try sandbox.kiseki("import", "markdown", empty.path).status == 1)
  }
}
