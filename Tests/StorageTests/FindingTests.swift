import Journal
import Storage
import Testing

@Suite struct FindingTests {
  private let journal = SimulatedJournal()

  init() {
    journal.disk.addFile(
      "/journal/2026/2026-11-20-学び.md", "---\nid: k1\n---\n", modified: FileTime(seconds: 300))
    journal.disk.addFile(
      "/journal/2026/2026-11-20-学び-2.md", "---\nid: k2\n---\n", modified: FileTime(seconds: 200))
    journal.disk.addFile("/journal/2026/2026-10-01-か\u{3099}くせい.md", "text", modified: FileTime(seconds: 100))
    journal.disk.addFile("/notes/2026-11-20.txt", "outside")
  }

  private func find(_ reference: String, from folder: String? = nil) throws -> EntryMatch {
    try journal.folder.find(reference, from: folder)
  }

  private func one(_ path: String) -> EntryMatch { .one(EntryPath(path)) }

  @Test(arguments: [
    "2026/2026-11-20-学び.md", "/journal/2026/2026-11-20-学び.md", "/journal/2026/../2026/2026-11-20-学び.md",
    "2026-11-20-学び.md", "2026-11-20-学び", "k1",
  ])
  func anEntryIsFoundByItsPathNameOrID(reference: String) throws {
    #expect(try find(reference) == one("2026/2026-11-20-学び.md"))
  }

  @Test func pathsAreTakenFromTheCurrentFolderFirst() throws {
    journal.disk.addFile("/notes/2026/2026-11-20-学び.md", "")
    #expect(try find("2026/2026-11-20-学び.md", from: "/notes") == one("/notes/2026/2026-11-20-学び.md"))
    #expect(try find("2026-11-20-学び.md", from: "/journal/2026") == one("2026/2026-11-20-学び.md"))
    #expect(try find("../notes/2026-11-20.txt", from: "/journal") == one("/notes/2026-11-20.txt"))
  }

  @Test func theBeginningOfANameIsEnoughWhereItIsTheOnlyOne() throws {
    #expect(try find("2026-10") == one("2026/2026-10-01-か\u{3099}くせい.md"))
    #expect(try find("2026/2026-10") == one("2026/2026-10-01-か\u{3099}くせい.md"))
    #expect(
      try find("2026-11")
        == .several([EntryPath("2026/2026-11-20-学び-2.md"), EntryPath("2026/2026-11-20-学び.md")]))
  }

  @Test(arguments: ["2026-10-01-がくせい", "2026-10-01-か\u{3099}く", "2026/2026-10-01-がくせい.md"])
  func lettersMatchHoweverTheyAreComposed(reference: String) throws {
    #expect(try find(reference) == one("2026/2026-10-01-か\u{3099}くせい.md"))
  }

  @Test func anIDCountsBeforeTheBeginningOfAName() throws {
    journal.disk.addFile("/journal/k1-notes.md", "")
    #expect(try find("k1") == one("2026/2026-11-20-学び.md"))
    #expect(try find("k1-") == one("k1-notes.md"))
  }

  @Test(arguments: ["", "none", "/journal", "/nothing.md", "a\u{0}b", "..", "/"])
  func whatIsNotThereIsNotFound(reference: String) throws {
    #expect(try find(reference) == .none)
  }

  @Test func lastIsTheEntryChangedLast() throws {
    #expect(try find("last") == one("2026/2026-11-20-学び.md"))
    journal.disk.addFile(
      "/journal/a.md", "---\nlastmod: 1970-01-01T00:06:00Z\n---\n", modified: FileTime(seconds: 1))
    #expect(try find("last") == one("a.md"))
  }

  @Test func ofOneSecondLastIsTheOneWhoseFileIsNewer() throws {
    for (name, nanoseconds) in [("c", 1), ("b", 3), ("a", 2)] {
      journal.disk.addFile(
        "/journal/\(name).md", "---\nlastmod: 1970-01-01T01:00:00Z\n---\n",
        modified: FileTime(seconds: 3_600, nanoseconds: Int64(nanoseconds)))
    }
    #expect(try find("last") == one("b.md"))
  }

  @Test func lastOfNothingIsNothing() throws {
    #expect(try SimulatedJournal().folder.find("last") == .none)
  }
}
