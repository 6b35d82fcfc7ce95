import Journal
import Storage
import Testing

@Suite struct SavingTests {
  private let journal = SimulatedJournal()
  private let path = "2026/2026-11-20-学び.md"

  @Test func aSaveWritesTheBodyAndKeepsTheFrontMatter() throws {
    let stored = try journal.adding(path, "---\ntitle: 学び # いつも\nmine: 'x'\n---\n前\n")
    let outcome = try journal.folder.save(stored.with(body: "後\n"), over: stored)
    #expect(journal.text(at: path) == "---\ntitle: 学び # いつも\nmine: 'x'\n---\n後\n")
    #expect(outcome == .saved(try journal.folder.read(EntryPath(path))))
    #expect(journal.paths == [path])
  }

  @Test func changedMetadataChangesOnlyItsLine() throws {
    let stored = try journal.adding(path, "---\ntitle: a\nmine: 'x'\n---\nbody")
    var entry = stored.entry
    entry.metadata.title = "b"
    _ = try journal.folder.save(entry, over: stored)
    #expect(journal.text(at: path) == "---\ntitle: b\nmine: 'x'\n---\nbody")
  }

  @Test(arguments: [
    "\u{FEFF}---\r\ntitle: a\r\nmine: 1\r\n---\r\nbody\r\nend", "no front matter\r\n", "\u{FEFF}mark", "",
    "---\ntitle: a\n---", "か\u{3099} and が\n", "---\ntitle: a\n---\n\n\n",
  ])
  func everyByteButTheChangedOnesStays(text: String) throws {
    let stored = try journal.adding(path, text)
    _ = try journal.folder.save(stored.with(body: stored.entry.body + "x"), over: stored)
    let lineEnd = text.hasSuffix("---") ? "\n" : ""
    #expect(same(journal.text(at: path), text + lineEnd + "x"))
  }

  @Test func lettersThatOnlyLookAlikeAreAChange() throws {
    let stored = try journal.adding(path, "が")
    let outcome = try journal.folder.save(stored.with(body: "か\u{3099}"), over: stored)
    #expect(same(journal.text(at: path), "か\u{3099}"))
    #expect(outcome != .saved(stored))
  }

  @Test func anUnchangedEntryIsNotWritten() throws {
    let stored = try journal.adding(path, "---\ntitle: a\n---\nbody")
    let before = journal.disk.calls.count
    #expect(try journal.folder.save(stored.entry, over: stored) == .saved(stored))
    #expect(journal.disk.calls.count == before)
  }

  @Test func permissionsStay() throws {
    let stored = try journal.adding(path, "a", permissions: 0o644)
    _ = try journal.folder.save(stored.with(body: "b"), over: stored)
    #expect(journal.disk.permissions(at: "/journal/" + path) == 0o644)
  }

  @Test func savingGoesOnFromTheLastSave() throws {
    var stored = try journal.adding(path, "1")
    for text in ["2", "3", "4"] {
      stored = try journal.folder.save(stored.with(body: text), over: stored).stored
    }
    #expect(journal.text(at: path) == "4")
    #expect(journal.paths == [path])
  }
}

// MARK: - Changes outside

extension SavingTests {
  @Test func aFileChangedOutsideStaysAndOursGoesBeside() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "theirs")
    var entry = stored.with(body: "ours")
    entry.metadata.lastModified = .evening
    let outcome = try journal.folder.save(entry, over: stored)
    let conflict = outcome.stored
    #expect(outcome == .savedBeside(conflict: conflict))
    #expect(journal.text(at: path) == "theirs")
    #expect(conflict.path.text.hasPrefix("2026/2026-11-20-学び.conflict-20261120-2100"))
    #expect(journal.text(at: conflict.path.text)?.hasSuffix("ours") == true)
    #expect(journal.paths.count == 2)
  }

  @Test func theNextSaveGoesToTheConflictCopy() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "theirs")
    let conflict = try journal.folder.save(stored.with(body: "ours"), over: stored).stored
    let next = try journal.folder.save(conflict.with(body: "ours 2"), over: conflict)
    #expect(next.stored.path == conflict.path)
    #expect(journal.text(at: conflict.path.text) == "ours 2")
    #expect(journal.paths.count == 2)
  }

  @Test func aSecondConflictInTheSameSecondGetsANumber() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "theirs")
    let names = (0..<3).compactMap { number in
      try? journal.folder.save(stored.with(body: "ours \(number)"), over: stored).stored.path.text
    }
    #expect(Set(names).count == 3)
  }

  @Test func aFileTouchedOutsideWithoutAChangeIsSaved() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "old")
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .saved(outcome.stored))
    #expect(journal.text(at: path) == "new")
  }

  @Test func aFileThatSomebodyElseMadeTheSameIsSaved() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "new")
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .saved(outcome.stored))
    #expect(journal.paths == [path])
  }

  @Test func aDeletedFileIsMadeAgain() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.remove("/journal/" + path)
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .recreated(outcome.stored))
    #expect(journal.text(at: path) == "new")
  }

  @Test func aDeletedFolderIsMadeAgain() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.remove("/journal/2026")
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .recreated(outcome.stored))
    #expect(journal.text(at: path) == "new")
    #expect(journal.disk.permissions(at: "/journal/2026") == 0o700)
  }

  @Test func aFolderInTheFilesPlaceStaysAndOursGoesBeside() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.remove("/journal/" + path)
    journal.disk.addFile("/journal/" + path + "/inner", "theirs")
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .savedBeside(conflict: outcome.stored))
    #expect(journal.text(at: outcome.stored.path.text) == "new")
    #expect(journal.text(at: path + "/inner") == "theirs")
  }

  @Test func aChangeDuringTheSaveIsNotLost() throws {
    let calls = try callsOfASave()
    let rename = try #require(calls.lastIndex(of: .rename))
    for call in calls.indices where call < rename {
      let journal = SimulatedJournal()
      let stored = try journal.adding(path, "old")
      let start = journal.disk.calls.count
      journal.disk.plan(
        .outside { [path] in $0.addFile("/journal/" + path, "theirs") }, atCall: start + call + 1)
      let outcome = try journal.folder.save(stored.with(body: "ours"), over: stored)
      #expect(journal.text(at: path) == "theirs", "before call \(call)")
      #expect(journal.text(at: outcome.stored.path.text) == "ours", "before call \(call)")
    }
  }

  private func callsOfASave() throws -> [FileError.Operation] {
    let journal = SimulatedJournal()
    let stored = try journal.adding(path, "old")
    let start = journal.disk.calls.count
    _ = try journal.folder.save(stored.with(body: "ours"), over: stored)
    return Array(journal.disk.calls.dropFirst(start))
  }
}

// MARK: - Links, owners, folders

extension SavingTests {
  @Test func aLinkStaysAndItsFileIsSaved() throws {
    journal.disk.addFile("/journal/2026/real.md", "old", permissions: 0o640)
    journal.disk.addLink("/journal/link.md", to: "2026/real.md")
    let stored = try journal.folder.read(EntryPath("link.md"))
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome.stored.path.text == "link.md")
    #expect(journal.text(at: "2026/real.md") == "new")
    #expect(journal.text(at: "link.md") == "new")
    journal.disk.remove("/journal/2026/real.md")
    #expect(journal.text(at: "link.md") == nil)
  }

  @Test func aLinkToMarkdownElsewhereIsSaved() throws {
    journal.disk.addFile("/notes/real.md", "old")
    journal.disk.addLink("/journal/link.md", to: "/notes/real.md")
    let stored = try journal.folder.read(EntryPath("link.md"))
    _ = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(journal.disk.text(at: "/notes/real.md") == "new")
  }

  @Test func aLinkToSomethingElseElsewhereIsRefused() throws {
    journal.disk.addFile("/home/.bashrc", "old")
    journal.disk.addLink("/journal/link.md", to: "/home/.bashrc")
    #expect(throws: JournalError.leadsOutside(path: "link.md")) {
      try journal.folder.read(EntryPath("link.md"))
    }
  }

  @Test func aLinkTurnedElsewhereMeanwhileIsRefused() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/home/.bashrc", "old")
    journal.disk.remove("/journal/" + path)
    journal.disk.addLink("/journal/" + path, to: "/home/.bashrc")
    #expect(throws: JournalError.leadsOutside(path: path)) {
      try journal.folder.save(stored.with(body: "new"), over: stored)
    }
    #expect(journal.disk.text(at: "/home/.bashrc") == "old")
  }

  @Test func aFileWithTwoNamesKeepsBoth() throws {
    let stored = try journal.adding(path, "a longer old text")
    journal.disk.addName("/journal/other.md", of: "/journal/" + path)
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .saved(outcome.stored))
    #expect(journal.text(at: path) == "new")
    #expect(journal.text(at: "other.md") == "new")
    #expect(journal.paths.count == 2)
  }

  @Test func aFileOfSomebodyElseStaysTheirs() throws {
    let stored = try journal.adding(path, "old", permissions: 0o660)
    journal.disk.setOwner(FileOwner(user: 7, group: 7), at: "/journal/" + path)
    _ = try journal.folder.save(stored.with(body: "new"), over: stored)
    let status = try journal.disk.status(of: "/journal/" + path, in: nil, followsLink: false)
    #expect(status.owner == FileOwner(user: 7, group: 7))
    #expect(journal.text(at: path) == "new")
    #expect(journal.paths == [path])
  }

  @Test func aFolderThatTakesNoFilesLeavesTheFileSavedInPlace() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.setPermissions(0o500, at: "/journal/2026")
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .saved(outcome.stored))
    #expect(journal.text(at: path) == "new")
    #expect(journal.paths == [path])
  }

  @Test func aConflictInAFolderThatTakesNoFilesIsRescued() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.addFile("/journal/" + path, "theirs")
    journal.disk.setPermissions(0o500, at: "/journal/2026")
    let outcome = try journal.folder.save(stored.with(body: "ours"), over: stored)
    #expect(outcome == .savedBeside(conflict: outcome.stored))
    #expect(outcome.stored.path.text.hasPrefix(".kiseki/rescue/2026-11-20-学び.conflict-"))
    #expect(journal.text(at: outcome.stored.path.text) == "ours")
    #expect(journal.text(at: path) == "theirs")
  }

  @Test func aFileOutsideTheJournalIsSavedWhereItIs() throws {
    journal.disk.addFile("/notes/a.txt", "old")
    let stored = try journal.folder.read(EntryPath("/notes/a.txt"))
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome.stored.path.text == "/notes/a.txt")
    #expect(journal.disk.text(at: "/notes/a.txt") == "new")
  }

  @Test func aFileOutsideNeedsNoJournal() throws {
    journal.disk.addFile("/notes/a.md", "old")
    journal.disk.remove("/journal")
    #expect(try journal.folder.find("/notes/a.md") == .one(EntryPath("/notes/a.md")))
    let stored = try journal.folder.read(EntryPath("/notes/a.md"))
    _ = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(journal.disk.paths == ["/notes/a.md"])
    #expect(journal.disk.text(at: "/notes/a.md") == "new")
  }

  @Test func aFileInALockedFolderOutsideIsRescuedInANewJournal() throws {
    journal.disk.addFile("/notes/a.md", "old")
    let stored = try journal.folder.read(EntryPath("/notes/a.md"))
    journal.disk.addFile("/notes/a.md", "theirs")
    journal.disk.remove("/journal")
    journal.disk.setPermissions(0o500, at: "/notes")
    let conflict = try journal.folder.save(stored.with(body: "new"), over: stored).stored
    #expect(journal.text(at: conflict.path.text) == "new")
    #expect(journal.disk.permissions(at: "/journal") == 0o700)
  }

  @Test func withoutSecondNamesADeletedFileIsMadeAgain() throws {
    let stored = try journal.adding(path, "old")
    journal.disk.removeLinks()
    journal.disk.remove("/journal/" + path)
    let outcome = try journal.folder.save(stored.with(body: "new"), over: stored)
    #expect(outcome == .recreated(outcome.stored))
    #expect(journal.paths == [path])
    #expect(journal.text(at: path) == "new")
  }

  @Test func aConflictsNameFitsTheFileSystem() throws {
    let long = String(repeating: "長", count: 83) + ".md"
    let stored = try journal.adding(long, "old")
    journal.disk.addFile("/journal/" + long, "theirs")
    let conflict = try journal.folder.save(stored.with(body: "ours"), over: stored).stored
    #expect(conflict.path.name.utf8.count <= 255)
    #expect(conflict.path.name.hasPrefix("長長長"))
  }
}

// MARK: - What cannot be saved

extension SavingTests {
  @Test func aFileWithABrokenFrontMatterIsSavedAsTheTextThatItIs() throws {
    let text = "---\ntitle: [\n---\nbody\n"
    let stored = try journal.adding(path, text)
    var entry = stored.with(body: text + "more")
    entry.metadata.title = "must not be written"
    let outcome = try journal.folder.save(entry, over: stored)
    #expect(journal.text(at: path) == text + "more")
    #expect(outcome.stored.condition == stored.condition)
  }

  @Test func bytesThatAreNoTextAreNotSaved() throws {
    journal.disk.addFile("/journal/a.md", bytes: [0x82, 0xA0, 0x0A])
    let stored = try journal.folder.read(EntryPath("a.md"))
    #expect(throws: JournalError.notEditable(path: "a.md")) {
      try journal.folder.save(stored.with(body: "x"), over: stored)
    }
    #expect(journal.disk.bytes(at: "/journal/a.md") == [0x82, 0xA0, 0x0A])
  }

  @Test func metadataTooLongToBeReadAgainIsRefused() throws {
    let stored = try journal.adding(path, "body")
    var entry = stored.entry
    entry.metadata.title = String(repeating: "長", count: 30_000)
    let error = #expect(throws: JournalError.self) { try journal.folder.save(entry, over: stored) }
    #expect(error?.path == path)
    #expect(journal.text(at: path) == "body")
  }
}
