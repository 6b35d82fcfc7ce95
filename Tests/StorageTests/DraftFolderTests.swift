import Journal
import Storage
import Testing

/// Drafts in the journal: beside one another in a folder of the entry's, whole or not at all, and never outside.
struct DraftFolderTests {
  private let journal = SimulatedJournal()
  private let entry = EntryPath("2026/2026-11-20-学び.md")
  private let path = "drafts/2026-11-20-学び/x.md"

  @Test func `A draft is made in a folder for its entry that only the writer can enter`() throws {
    let stored = try journal.folder.createDraft("---\nchannel: x\n---\n\n本文\n", of: entry, for: "x")
    #expect(stored.path.text == path)
    #expect(journal.text(at: path) == "---\nchannel: x\n---\n\n本文\n")
    #expect(try journal.folder.drafts(of: entry).map(\.path.text) == [path])
    #expect(try journal.folder.entryPaths().isEmpty, "a draft is no entry")
  }

  @Test func `What is there and not ours stays`() throws {
    journal.disk.addFile("/journal/" + path, "mine", permissions: 0o600)
    let stored = try journal.folder.createDraft("new", of: entry, for: "x")
    #expect(stored.path.text == "drafts/2026-11-20-学び/x-2.md")
    #expect(journal.text(at: path) == "mine")
  }

  @Test func `A draft that was changed outside stays, and ours is put beside it`() throws {
    let stored = try journal.folder.createDraft("a", of: entry, for: "x")
    journal.disk.addFile("/journal/" + path, "theirs", permissions: 0o600)
    guard case .savedBeside(let conflict) = try journal.folder.saveDraft("b", over: stored) else {
      Issue.record("not beside")
      return
    }
    #expect(journal.text(at: path) == "theirs" && journal.text(at: conflict.path.text) == "b")
    #expect(try journal.folder.drafts(of: entry).map(\.text) == ["theirs"])
  }

  @Test func `A draft that was deleted with its folder is made again`() throws {
    let stored = try journal.folder.createDraft("a", of: entry, for: "x")
    journal.disk.remove("/journal/" + path)
    #expect(try journal.folder.saveDraft("b", over: stored) == .recreated(stored.saying("b")))
    #expect(journal.text(at: path) == "b")
  }

  @Test(arguments: ["...md", "/elsewhere/...md"])
  func `A name leads nowhere else`(path: String) {
    #expect(throws: JournalError.self) {
      try journal.folder.createDraft("x", of: EntryPath(path), for: "x")
    }
  }

  @Test func `A link among drafts is not followed`() throws {
    journal.disk.addFolder("/elsewhere")
    journal.disk.addFile("/elsewhere/x.md", "theirs", permissions: 0o600)
    journal.disk.addFolder("/journal/drafts")
    journal.disk.addLink("/journal/drafts/2026-11-20-学び", to: "/elsewhere")
    #expect(throws: JournalError.self) { try journal.folder.createDraft("x", of: entry, for: "y") }
    #expect(throws: JournalError.self) { try journal.folder.drafts(of: entry) }
    journal.disk.addFolder("/journal/drafts/b")
    journal.disk.addLink("/journal/drafts/b/x.md", to: "/elsewhere/x.md")
    #expect(try journal.folder.drafts(of: EntryPath("b.md")).isEmpty)
    #expect(try journal.folder.createDraft("new", of: EntryPath("b.md"), for: "x").path.name == "x-2.md")
    #expect(journal.disk.text(at: "/elsewhere/x.md") == "theirs")
    #expect(journal.disk.paths.filter { $0.hasPrefix("/elsewhere") }.count == 1)
  }

  // MARK: Faults

  private static let old = String(repeating: "前の下書き。", count: 40)
  private static let new = String(repeating: "新しい下書き。", count: 50)

  /// Every call of a first and of a later save fails once in every way, and the power fails before every call.
  @Test(arguments: [true, false], SavingFaultTests.faults.indices)
  func `The old or the new draft is whole whatever fails`(isFirst: Bool, fault: Int) throws {
    var call = 1
    while try isWhole(isFirst, SavingFaultTests.faults[fault], atCall: call) { call += 1 }
    #expect(call > 10)
  }

  /// Runs one save with one fault; false where the save has fewer calls than that.
  private func isWhole(_ isFirst: Bool, _ fault: SimulatedFault, atCall call: Int) throws -> Bool {
    let journal = SimulatedJournal()
    let stored = isFirst ? nil : try journal.folder.createDraft(Self.old, of: entry, for: "x")
    let start = journal.disk.calls.count
    journal.disk.plan(fault, atCall: start + call)
    let result = Result { () throws(JournalError) in
      if let stored { return try journal.folder.saveDraft(Self.new, over: stored).stored }
      return try journal.folder.createDraft(Self.new, of: entry, for: "x")
    }
    let place: Comment = "\(fault) at call \(call): \(result)"
    for disk in [journal.disk] + journal.disk.afterPowerFailure {
      let text = disk.text(at: "/journal/" + path)
      #expect(text == (isFirst ? nil : Self.old) || text == Self.new, place)
      if case .success(let saved) = result {
        #expect(disk.text(at: journal.folder.fullPath(of: saved.path)) == Self.new, place)
      }
    }
    #expect(journal.disk.openCount == 0, place)
    return journal.disk.calls.count - start >= call
  }

  @Test func `What a save that was cut off has left among drafts is brought to light`() throws {
    journal.disk.addFile("/journal/drafts/a/.kiseki-abc.tmp", "切れた下書き", permissions: 0o600)
    let later = Timestamp(seconds: Timestamp.evening.seconds + 1_000_000_000, offset: 0)
    let rescued = try journal.folder.rescueLeftovers(before: later)
    #expect(rescued.count == 1)
    #expect(journal.text(at: try #require(rescued.first).text) == "切れた下書き")
  }
}

extension StoredEntry {
  /// As it would be read with another text.
  fileprivate func saying(_ text: String) -> StoredEntry {
    let journal = SimulatedJournal()
    journal.disk.addFile("/journal/" + path.text, text, permissions: 0o600)
    return (try? journal.folder.read(path)) ?? self
  }
}
