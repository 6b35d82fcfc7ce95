import Journal
import Storage
import Testing

/// Every call of every kind of save fails once in every way, and the power fails before every call.
@Suite struct SavingFaultTests {
  /// A situation that a save meets.
  enum Situation: CaseIterable {
    case replacing, withTwoNames, deleted, changedOutside, folderTakesNoFiles, creating, withoutLinks

    static let old = "---\ntitle: 古い\n---\n" + String(repeating: "前の文。", count: 40)
    static let new = "---\ntitle: 古い\n---\n" + String(repeating: "新しい文。", count: 50)
    static let path = "2026/2026-11-20-a.md"

    func journal() throws -> (SimulatedJournal, StoredEntry?) {
      let journal = SimulatedJournal()
      let file = "/journal/" + Self.path
      if self == .withoutLinks { journal.disk.removeLinks() }
      guard self != .creating, self != .withoutLinks else { return (journal, nil) }
      let stored = try journal.adding(Self.path, Self.old)
      switch self {
      case .withTwoNames: journal.disk.addName("/journal/b.md", of: file)
      case .deleted: journal.disk.remove(file)
      case .changedOutside: journal.disk.addFile(file, "theirs")
      case .folderTakesNoFiles: journal.disk.setPermissions(0o500, at: "/journal/2026")
      case .replacing, .creating, .withoutLinks: break
      }
      return (journal, stored)
    }

    /// Saves or creates, and returns what is said to be on the disk.
    func save(_ journal: SimulatedJournal, over stored: StoredEntry?) throws(JournalError) -> StoredEntry {
      var entry = stored?.entry ?? Entry()
      entry.body = String(repeating: "新しい文。", count: 50)
      if let stored { return try journal.folder.save(entry, over: stored).stored }
      entry.metadata.title = "古い"
      return try journal.folder.create(entry, now: .evening)
    }
  }

  static let faults: [SimulatedFault] = [
    .error(.io), .error(.noSpace), .error(.noPermission), .error(.exists), .error(.notFound),
    .errorsFromHere(.noSpace), .errorsFromHere(.io), .powerFailure, .shortWrite, .lyingWrite,
  ]

  @Test(arguments: Situation.allCases, faults.indices)
  func theOldOrTheNewTextIsWholeWhateverFails(situation: Situation, fault: Int) throws {
    var call = 1
    while try isWhole(situation, Self.faults[fault], atCall: call) { call += 1 }
    #expect(call > 10)
  }

  /// Runs one save with one fault; false where the save has fewer calls than that.
  private func isWhole(_ situation: Situation, _ fault: SimulatedFault, atCall call: Int) throws -> Bool {
    let (journal, stored) = try situation.journal()
    let start = journal.disk.calls.count
    journal.disk.plan(fault, atCall: start + call)
    let result = Result { () throws(JournalError) in try situation.save(journal, over: stored) }
    let place: Comment = "\(situation), \(fault) at call \(call): \(result)"

    for disk in [journal.disk] + journal.disk.afterPowerFailure {
      expectWhole(on: disk, situation, place)
      if case .success(let saved) = result {
        #expect(disk.text(at: journal.folder.fullPath(of: saved.path)) == Situation.new, place)
      }
    }
    if case .failure(let error) = result {
      #expect(error.path.hasPrefix("2026") || error.path == "/journal", place)
    }
    #expect(journal.disk.openCount == 0, place)
    return journal.disk.calls.count - start >= call
  }

  /// The file has the old, the new, or somebody else's text; or all of the new text is in another file.
  private func expectWhole(on disk: SimulatedFileSystem, _ situation: Situation, _ place: Comment) {
    let text = disk.text(at: "/journal/" + Situation.path)
    let isRescued = disk.paths.contains { disk.text(at: $0) == Situation.new }
    switch situation {
    case .replacing: #expect(text == Situation.old || text == Situation.new, place)
    case .withTwoNames, .folderTakesNoFiles:
      #expect(text == Situation.old || text == Situation.new || isRescued, place)
    case .changedOutside: #expect(text == "theirs", place)
    case .deleted, .creating, .withoutLinks: break
    }
  }
}

// MARK: - After an error

extension SavingFaultTests {
  /// Once the error is over, the next save does what the first one should have done.
  @Test(arguments: [Situation.replacing, .deleted, .changedOutside, .folderTakesNoFiles], [0, 1, 5])
  func theNextSaveGoesWell(situation: Situation, fault: Int) throws {
    for call in 1..<40 {
      let (journal, stored) = try situation.journal()
      journal.disk.plan(Self.faults[fault], atCall: journal.disk.calls.count + call)
      var baseline = stored
      do throws(JournalError) {
        baseline = try situation.save(journal, over: stored)
      } catch {
        if case .unconfirmed(let standing, _) = error { baseline = standing }
      }
      journal.disk.removeFaults()
      let saved = try situation.save(journal, over: baseline)
      for disk in journal.disk.afterPowerFailure {
        #expect(
          disk.text(at: journal.folder.fullPath(of: saved.path)) == Situation.new,
          "\(situation), call \(call)")
      }
    }
  }

  @Test func anUnconfirmedSaveIsWrittenAgainAndIsNoConflict() throws {
    let (journal, stored) = try Situation.replacing.journal()
    let first = try #require(stored)
    let calls = try callsOfASave()
    let confirmation = try #require(calls.lastIndex(of: .synchronize))
    journal.disk.plan(.error(.io), atCall: journal.disk.calls.count + confirmation + 1)
    let error = #expect(throws: JournalError.self) {
      try journal.folder.save(first.with(body: "new"), over: first)
    }
    guard case .unconfirmed(let standing, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.path == Situation.path)
    let next = try journal.folder.save(standing.entry, over: standing)
    #expect(next == .saved(next.stored))
    #expect(journal.paths == [Situation.path])
    #expect(journal.disk.calls.suffix(20).contains(.rename))
  }

  @Test func aSaveThatIsInterruptedWhileWritingOverSaysWhereTheTextIs() throws {
    var wasInterrupted = false
    for call in 1..<40 {
      let (journal, stored) = try Situation.withTwoNames.journal()
      journal.disk.plan(.errorsFromHere(.io), atCall: journal.disk.calls.count + call)
      do throws(JournalError) {
        _ = try Situation.withTwoNames.save(journal, over: stored)
      } catch {
        guard case .interrupted(_, let copy, _) = error else { continue }
        wasInterrupted = true
        #expect(journal.disk.text(at: copy) == Situation.new)
      }
    }
    #expect(wasInterrupted)
  }

  @Test(
    arguments: [Situation.replacing, .creating, .withoutLinks], [FileError.Code.noSpace, .io, .readOnly])
  func aSaveThatFailsLeavesNothingBehind(situation: Situation, code: FileError.Code) throws {
    for call in 1..<60 {
      let (journal, stored) = try situation.journal()
      let start = journal.disk.calls.count
      journal.disk.plan(.error(code), atCall: start + call)
      let result = Result { () throws(JournalError) in try situation.save(journal, over: stored) }
      let calls = journal.disk.calls.dropFirst(start)
      guard calls.count >= call, calls.dropFirst(call - 1).first != .remove else { continue }
      let texts = journal.paths.map { journal.text(at: $0) }
      let isDone = if case .failure(.unconfirmed) = result { true } else { (try? result.get()) != nil }
      let left =
        situation == .replacing ? [isDone ? Situation.new : Situation.old] : isDone ? [Situation.new] : []
      #expect(texts == left, "\(code) at call \(call), \(result)")
    }
  }

  @Test(arguments: [
    (FileError.Code.noSpace, JournalError.noSpace(path: Situation.path)),
    (.readOnly, .readOnly(path: Situation.path)),
  ])
  func anErrorSaysWhatIsWrongAndWhere(code: FileError.Code, error: JournalError) throws {
    let (journal, stored) = try Situation.replacing.journal()
    let write = try #require(try callsOfASave().firstIndex(of: .write))
    journal.disk.plan(.error(code), atCall: journal.disk.calls.count + write + 1)
    #expect(throws: error) { try Situation.replacing.save(journal, over: stored) }
  }

  @Test func aDiskThatStoresSomethingElseIsFoundOut() throws {
    let (journal, stored) = try Situation.replacing.journal()
    let write = try #require(try callsOfASave().firstIndex(of: .write))
    journal.disk.plan(.lyingWrite, atCall: journal.disk.calls.count + write + 1)
    #expect(throws: JournalError.self) { try Situation.replacing.save(journal, over: stored) }
    #expect(journal.text(at: Situation.path) == Situation.old)
  }

  private func callsOfASave() throws -> [FileError.Operation] {
    let (journal, stored) = try Situation.replacing.journal()
    let start = journal.disk.calls.count
    _ = try Situation.replacing.save(journal, over: stored)
    return Array(journal.disk.calls.dropFirst(start))
  }
}
