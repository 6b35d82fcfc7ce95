import Storage
import Testing

/// A check is switched off for good by one key of the writer's settings; nothing else in them changes.
@Suite struct SettingsFileTests {
  private static let path = "/home/settings/kiseki/config.yml"

  /// The file's text after switching off `blame`, from `text`.
  private func text(after text: String?) throws -> String? {
    let journal = SimulatedJournal()
    if let text { journal.disk.addFile(Self.path, text) }
    try SettingsFile(path: Self.path, fileSystem: journal.disk).switchOff(["blame"])
    return journal.disk.text(at: Self.path)
  }

  @Test(
    arguments: [
      (nil, "checks_off: [blame]\n"),
      ("", "checks_off: [blame]\n"),
      ("# mine\njournal: ~/文章 # here\n", "# mine\njournal: ~/文章 # here\nchecks_off: [blame]\n"),
      ("journal: x", "journal: x\nchecks_off: [blame]\n"),
      ("journal: x\r\n", "journal: x\r\nchecks_off: [blame]\r\n"),
      ("checks_off: [care]\nx: 1\n", "checks_off: [care, blame]\nx: 1\n"),
      ("checks_off:\n  - care # why\nx: {a: 1}\n", "checks_off:\n  - care\n  - blame # why\nx: {a: 1}\n"),
      ("checks_off: blame\n", "checks_off: blame\n"),
    ] as [(String?, String)])
  func onlyTheLinesOfOneKeyChange(before: String?, after: String) throws {
    #expect(try text(after: before) == after)
  }

  @Test(arguments: ["- a\n", "a: [\n", "a: 1\n---\nb: 2\n", "checks_off: {a: b}\n", "a: 1\na: 2\n"])
  func whatIsNotUnderstoodStays(text: String) throws {
    let journal = SimulatedJournal()
    journal.disk.addFile(Self.path, text)
    #expect(throws: JournalError.self) {
      try SettingsFile(path: Self.path, fileSystem: journal.disk).switchOff(["blame"])
    }
    #expect(journal.disk.text(at: Self.path) == text)
  }

  @Test func theOldOrTheNewTextIsWholeWhateverFails() throws {
    let (old, new) = ("journal: x\n", "journal: x\nchecks_off: [blame]\n")
    for fault in SavingFaultTests.faults {
      for call in 1...100 {
        let journal = SimulatedJournal()
        journal.disk.addFile(Self.path, old)
        let start = journal.disk.calls.count
        journal.disk.plan(fault, atCall: start + call)
        let result = Result { () throws(JournalError) in
          try SettingsFile(path: Self.path, fileSystem: journal.disk).switchOff(["blame"])
        }
        for disk in [journal.disk] + journal.disk.afterPowerFailure {
          let found = disk.text(at: Self.path)
          #expect(found == old || found == new, "\(fault) at \(call)")
          if case .success = result { #expect(found == new, "\(fault) at \(call)") }
        }
        if journal.disk.calls.count < start + call { break }
      }
    }
  }
}
