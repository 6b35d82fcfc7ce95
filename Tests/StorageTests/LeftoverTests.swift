import Journal
import Storage
import Testing

@Suite struct LeftoverTests {
  private let journal = SimulatedJournal()
  private let old = FileTime(seconds: Timestamp.evening.seconds - 3_601)
  private let anHourAgo = Timestamp(seconds: Timestamp.evening.seconds - 3_600, offset: 32_400)

  @Test func whatACutOffSaveLeftIsBroughtToLight() throws {
    journal.disk.addFile("/journal/2026/.kiseki-1.tmp", "text 1", modified: old)
    journal.disk.addFile("/journal/.kiseki-2.tmp", "text 2", modified: old)
    journal.disk.addFile("/journal/.kiseki/rescue/.kiseki-3.tmp", "text 3", modified: old)
    let paths = try journal.folder.rescueLeftovers(before: anHourAgo).map(\.text)
    #expect(
      Set(paths) == Set(["", "-2", "-3"].map { ".kiseki/rescue/20261120-195959\($0).md" }))
    #expect(Set(paths.map { journal.text(at: $0) }) == ["text 1", "text 2", "text 3"])
    #expect(Set(journal.paths) == Set(paths))
  }

  @Test func aSaveOnItsWayIsLeftAlone() throws {
    journal.disk.addFile("/journal/2026/.kiseki-1.tmp", "text")
    #expect(try journal.folder.rescueLeftovers(before: anHourAgo) == [])
    #expect(journal.paths == ["2026/.kiseki-1.tmp"])
  }

  @Test func otherHiddenFilesAreLeftAlone() throws {
    for name in [".kiseki-1", ".x.tmp", "kiseki-1.tmp", ".hidden.md"] {
      journal.disk.addFile("/journal/" + name, "theirs", modified: old)
    }
    #expect(try journal.folder.rescueLeftovers(before: anHourAgo) == [])
    #expect(journal.paths.count == 4)
  }

  @Test func whatHoldsNothingOfItsOwnIsRemoved() throws {
    journal.disk.addFile("/journal/.kiseki-1.tmp", "", modified: old)
    journal.disk.addFile("/journal/.kiseki-2.tmp", "text", modified: old)
    journal.disk.addName("/journal/a.md", of: "/journal/.kiseki-2.tmp")
    #expect(try journal.folder.rescueLeftovers(before: anHourAgo) == [])
    #expect(journal.paths == ["a.md"])
  }

  @Test func aLinkWithSuchANameIsLeftAlone() throws {
    journal.disk.addFile("/notes/a.md", "theirs", modified: old)
    journal.disk.addLink("/journal/.kiseki-1.tmp", to: "/notes/a.md")
    #expect(try journal.folder.rescueLeftovers(before: anHourAgo) == [])
    #expect(journal.disk.text(at: "/notes/a.md") == "theirs")
  }

  @Test func noFailureLosesWhatWasLeft() throws {
    for call in 1..<60 {
      let journal = SimulatedJournal()
      journal.disk.addFile("/journal/2026/.kiseki-1.tmp", "text", modified: old)
      journal.disk.plan(.powerFailure, atCall: call)
      _ = try? journal.folder.rescueLeftovers(before: anHourAgo)
      for disk in journal.disk.afterPowerFailure {
        #expect(disk.paths.contains { disk.text(at: $0) == "text" }, "call \(call)")
      }
    }
  }
}
