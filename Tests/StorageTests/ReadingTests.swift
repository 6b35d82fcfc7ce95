import Journal
import Storage
import Testing

@Suite struct ReadingTests {
  private let journal = SimulatedJournal()

  @Test func theBodyIsWhatStandsBelowTheFrontMatter() throws {
    let stored = try journal.adding("a.md", "---\ntitle: 学び\n---\r\nline\r\nか\u{3099}")
    #expect(stored.condition == .editable)
    #expect(stored.entry.metadata.title == "学び")
    #expect(same(stored.entry.body, "line\r\nか\u{3099}"))
  }

  @Test func aBrokenFrontMatterIsShownAsText() throws {
    let text = "---\ntitle: [\n---\nbody"
    let stored = try journal.adding("a.md", text)
    guard case .frontMatterFault = stored.condition else {
      Issue.record("\(stored.condition)")
      return
    }
    #expect(stored.condition.isEditable)
    #expect(stored.entry == Entry(body: text))
  }

  @Test(
    arguments: [[0x61, 0x82, 0xA0], [0x61, 0x00, 0x62], [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0xAF]] as [[UInt8]]
  )
  func bytesThatAreNoTextAreShownButNotEditable(bytes: [UInt8]) throws {
    journal.disk.addFile("/journal/a.md", bytes: bytes)
    let stored = try journal.folder.read(EntryPath("a.md"))
    #expect(stored.condition == .notUTF8)
    #expect(!stored.condition.isEditable)
    #expect(!stored.entry.body.isEmpty)
    #expect(stored.entry.metadata == EntryMetadata())
  }

  @Test func aFileAboveTheLimitIsNotRead() throws {
    journal.disk.addFile("/journal/a.md", bytes: [UInt8](repeating: 0x61, count: StoredEntry.sizeLimit + 1))
    let stored = try journal.folder.read(EntryPath("a.md"))
    #expect(stored.condition == .tooLarge(bytes: StoredEntry.sizeLimit + 1))
    #expect(stored.entry == Entry())
    #expect(!journal.disk.calls.contains(.read))
  }

  @Test func tenMegabytesAreEditable() throws {
    let text = String(repeating: "日本語の長い文章。\n", count: 400_000)
    let stored = try journal.adding("a.md", text)
    #expect(stored.condition == .editable)
    _ = try journal.folder.save(stored.with(body: text + "x"), over: stored)
    #expect(same(journal.text(at: "a.md"), text + "x"))
  }

  @Test func whatIsNoFileSaysSo() throws {
    journal.disk.addFolder("/journal/folder.md")
    #expect(throws: JournalError.notAFile(path: "folder.md")) {
      try journal.folder.read(EntryPath("folder.md"))
    }
    #expect(throws: JournalError.notFound(path: "none.md")) { try journal.folder.read(EntryPath("none.md")) }
    #expect(throws: JournalError.notFound(path: "no/ne.md")) {
      try journal.folder.read(EntryPath("no/ne.md"))
    }
    journal.disk.addFile("/journal/secret.md", "x", permissions: 0)
    #expect(throws: JournalError.noPermission(path: "secret.md")) {
      try journal.folder.read(EntryPath("secret.md"))
    }
    journal.disk.addLink("/journal/loop.md", to: "loop.md")
    #expect(throws: JournalError.self) { try journal.folder.read(EntryPath("loop.md")) }
  }

  @Test func aNameInSeparateLettersOpensAsItIs() throws {
    _ = try journal.adding("か\u{3099}.md", "separate")
    _ = try journal.adding("が.md", "composed")
    #expect(try journal.folder.read(EntryPath("か\u{3099}.md")).entry.body == "separate")
    #expect(try journal.folder.read(EntryPath("が.md")).entry.body == "composed")
    #expect(EntryPath("か\u{3099}.md") != EntryPath("が.md"))
    #expect(Set([EntryPath("か\u{3099}.md"), EntryPath("が.md")]).count == 2)
  }

  @Test func storedEntriesAreEqualByTheirBytes() throws {
    let stored = try journal.adding("a.md", "が")
    journal.disk.addFile("/journal/a.md", "か\u{3099}")
    #expect(try journal.folder.read(EntryPath("a.md")) != stored)
  }

  @Test func readErrorsNameTheEntry() throws {
    _ = try journal.adding("a.md", "text")
    for call in 1..<30 {
      journal.disk.plan(.error(.io), atCall: journal.disk.calls.count + call)
      do throws(JournalError) {
        _ = try journal.folder.read(EntryPath("a.md"))
      } catch {
        #expect(error.path == "a.md")
      }
      journal.disk.removeFaults()
      #expect(journal.disk.openCount == 0)
    }
  }
}
