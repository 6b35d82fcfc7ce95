import Journal
import Storage
import Testing

@Suite struct ListingTests {
  private let journal = SimulatedJournal()

  private func add(_ paths: String...) {
    for path in paths { journal.disk.addFile("/journal/" + path, "text") }
  }

  private func listed() throws -> [String] {
    try journal.folder.entryPaths().map(\.text)
  }

  @Test func theNewestComesFirst() throws {
    add(
      "2025/2025-12-31-a.md", "2026/2026-01-01-b.md", "2026-11-20-root.md", "2026/2026-11-20-a.md",
      "2026/2026-11-20-a-2.md", "x/2026-02-30-no-date.md")
    journal.disk.addFile("/journal/x/2026-02-30-no-date.md", "", modified: FileTime(seconds: 0))
    #expect(
      try listed() == [
        "2026-11-20-root.md", "2026/2026-11-20-a-2.md", "2026/2026-11-20-a.md", "2026/2026-01-01-b.md",
        "2025/2025-12-31-a.md", "x/2026-02-30-no-date.md",
      ])
  }

  @Test func aNameWithoutADateCountsByItsFilesDay() throws {
    add("2026-11-21-after.md", "2026-11-19-before.md")
    journal.disk.addFile("/journal/note.md", "", modified: FileTime(seconds: 1_795_176_000))
    #expect(try listed() == ["2026-11-21-after.md", "note.md", "2026-11-19-before.md"])
  }

  @Test func filesFromBefore1970DoNotStopTheList() throws {
    journal.disk.addFile("/journal/old.md", "", modified: FileTime(seconds: .min))
    journal.disk.addFile("/journal/new.md", "", modified: FileTime(seconds: .max))
    #expect(try listed() == ["new.md", "old.md"])
  }

  @Test func onlyEntriesAreListed() throws {
    add(
      "a.md", "B.MD", "c.markdown", "notes/templates/d.md", "x.txt", "y.md.bak", "z.md~", "md", ".md",
      ".hidden.md",
      "drafts/a/note.md", "templates/own/t.ja.md", "rules/r.md", ".kiseki/rescue/e.md", ".obsidian/f.md",
      ".kiseki-abc.tmp", "a.sync-conflict-20261120-210400-ABCDEFG.md", "a.conflict-20261120-210400.md",
      "a (Hana's conflicted copy 2026-11-20).md", "a (Hana の競合コピー 2026-11-20).md")
    #expect(
      Set(try listed()) == [
        "a.md", "B.MD", "c.markdown", "notes/templates/d.md", "a.conflict-20261120-210400.md",
      ])
  }

  @Test func conflictCopiesAreFound() throws {
    add(
      "a.md", "x/b.conflict-20261120-210400-2.md", "a.sync-conflict-20261120-210400-ABCDEFG.md",
      ".x/c.conflict-20261120-210400.md")
    #expect(
      try journal.folder.conflictCopies().map(\.text) == [
        "a.sync-conflict-20261120-210400-ABCDEFG.md", "x/b.conflict-20261120-210400-2.md",
      ])
  }

  @Test func eightFoldersDeepAndNoDeeper() throws {
    let deep = (1...8).map { "\($0)/" }.joined()
    add(deep + "a.md", deep + "9/b.md")
    #expect(try listed() == [deep + "a.md"])
  }

  @Test func linksToFoldersAreNotFollowed() throws {
    add("2026/a.md")
    journal.disk.addFile("/elsewhere/b.md", "")
    journal.disk.addLink("/journal/out", to: "/elsewhere")
    journal.disk.addLink("/journal/2026/up", to: "..")
    #expect(try listed() == ["2026/a.md"])
  }

  @Test func linksToFilesAreEntries() throws {
    add("2026/a.md")
    journal.disk.addLink("/journal/b.md", to: "2026/a.md")
    journal.disk.addLink("/journal/dangling.md", to: "nothing.md")
    journal.disk.addLink("/journal/folder.md", to: "2026")
    #expect(Set(try listed()) == ["2026/a.md", "b.md"])
  }

  @Test func aFolderThatCannotBeReadIsPassedOver() throws {
    add("a.md", "b/c.md")
    for call in 1..<20 {
      journal.disk.plan(.error(.noPermission), atCall: journal.disk.calls.count + call)
      do throws(JournalError) {
        let found = try journal.folder.entryPaths()
        #expect(found.contains(EntryPath("a.md")))
      } catch {
        #expect(error == .noPermission(path: "/journal"))
      }
      journal.disk.removeFaults()
    }
    #expect(journal.disk.openCount == 0)
  }

  @Test func aMissingJournalSaysSo() {
    journal.disk.remove("/journal")
    #expect(throws: JournalError.notFound(path: "/journal")) { try journal.folder.entryPaths() }
  }
}

@Suite struct ConflictCopyTests {
  @Test(arguments: [
    ("a.sync-conflict-20261120-210400-ABCDEFG.md", "a.md"), ("a.conflict-20261120-210400.md", "a.md"),
    ("a.conflict-20261120-210400-2.md", "a.md"),
    ("2026-11-20-学び.conflict-20261120-210400.md", "2026-11-20-学び.md"),
    ("a (conflicted copy 2026-11-20).md", "a.md"), ("a (Hana's conflicted copy 2026-11-20).md", "a.md"),
    ("学び (花子 の競合コピー 2026-11-20).md", "学び.md"), ("a (conflicted copy 2026-11-20 210400).md", "a.md"),
  ])
  func copiesAreRecognised(name: String, original: String) {
    #expect(ConflictCopy.originalName(of: name) == original)
  }

  @Test(arguments: [
    "a.md", "conflict.md", "a.conflict.md", "a.conflict-resolution.md", "a (conflicted copy).md",
    "a(conflicted copy 2026-11-20).md",
    ".conflict-20261120-210400.md", "競合コピー 2026-11-20.md", "about (競合コピーとは).md", "", ".", "()", " (",
  ])
  func otherNamesAreNot(name: String) {
    #expect(ConflictCopy.originalName(of: name) == nil)
  }
}
