import Foundation
import Journal
import Testing

@testable import Storage

/// Exports that are broken, or mean harm, and disks that fail while they are imported.
@Suite struct HostileImportTests: ImportsEntries {
  let journal = SimulatedJournal()

  @Test func linksAreNotFollowed() throws {
    journal.disk.addFile("/secret/a.md", "secret")
    journal.disk.addFile("/from/b.md", "b")
    journal.disk.addLink("/from/a.md", to: "/secret/a.md")
    journal.disk.addLink("/from/folder", to: "/secret")
    let found = try contents(.markdown)
    #expect(found.entries.map(\.origin) == ["b.md"])
    #expect(found.refusals == [ImportRefusal("a.md", .link)])
  }

  @Test(
    arguments: [
      "../../x", "/etc/passwd", "..", "\u{1B}]0;x\u{7}\u{202E}", "a\nb: c", "---",
      String(repeating: "長", count: 9_000),
      "\u{0}", "#", "con:", "\"",
    ])
  func titlesAndTagsStayWhatTheyAre(title: String) throws {
    let item: [String: Any] = [
      "title": title, "body": "本文", "date": "2024-03-01", "time": "10:00", "tags": [title],
    ]
    let json = try JSONSerialization.data(withJSONObject: ["entries": [item]])
    journal.disk.addFile("/from/j.json", String(decoding: json, as: UTF8.self))
    let paths = try importAll(.jrnl)
    #expect(
      paths.count == 1
        && paths.allSatisfy { $0.hasPrefix("2024/2024-03-01-") && $0.split(separator: "/").count == 2 })
    let stored = try journal.folder.read(EntryPath(paths[0]))
    #expect(stored.condition == .editable)
    #expect(stored.entry.metadata.tags == [title])
    #expect(stored.entry.body.contains("本文"))
  }

  @Test(
    arguments: [
      ("{", ImportRefusal.Reason.notAnExport), (String(repeating: "[", count: 100_000), .notAnExport),
      ("[]", .notAnExport),
      ("{\"entries\": 1}", .notAnExport), ("", .notAnExport),
      ("{\"entries\": [\(String(repeating: "[", count: 9_000))]}", .notAnExport),
    ])
  func whatIsNoExportIsRefusedByName(text: String, reason: ImportRefusal.Reason) throws {
    journal.disk.addFile("/from/a.json", text)
    journal.disk.addFile(
      "/from/b.json",
      "{\"entries\": [{\"uuid\": \"1\", \"text\": \"x\", \"creationDate\": \"2024-01-01T00:00:00Z\"}]}")
    let found = try contents(.dayone)
    #expect(found.refusals == [ImportRefusal("a.json", reason)])
    #expect(found.entries.map(\.origin) == ["b.json #1"])
  }

  @Test(arguments: ["", "99999-01-01T00:00:00Z", "yesterday", "2024-13-45T99:99:99Z", "-1"])
  func datesThatAreNoneBecomeToday(date: String) throws {
    journal.disk.addFile(
      "/from/a.json",
      "{\"entries\": [{\"text\": \"x\", \"creationDate\": \"\(date)\", \"starred\": 3, \"tags\": \"a\", \"location\": []}]}"
    )
    let entry = try #require(try contents(.dayone).entries.first)
    #expect(entry.notices == [.undated] && entry.date == today)
  }

  @Test func nulBecomesACharacterThatFilesMayHold() throws {
    journal.disk.addFile(
      "/from/a.json",
      "\u{FEFF}{\"entries\": [{\"text\": \"a\\u0000b\", \"creationDate\": \"2024-01-01T00:00:00Z\"}]}")
    let paths = try importAll(.dayone)
    #expect(try journal.folder.read(EntryPath(paths[0])).entry.body == "a\u{FFFD}b\n")
  }

  @Test func longTagsAreRefused() throws {
    let tag = String(repeating: "x", count: 70_000)
    journal.disk.addFile("/from/a.json", "{\"entries\": [{\"text\": \"a\", \"tags\": [\"\(tag)\"]}]}")
    #expect(try contents(.dayone).refusals == [ImportRefusal("a.json #1", .frontMatterTooLong)])
  }

  @Test func whatIsNotThereIsSaid() throws {
    #expect(throws: JournalError.notFound(path: "/nowhere")) { try contents(.markdown, at: "/nowhere") }
  }

  // MARK: Faults

  @Test func noFaultLeavesHalfAnEntryOrTakesOneTwice() throws {
    let source = "# 題\n\n本文です。\n"
    for call in 1..<80 {
      let journal = SimulatedJournal()
      journal.disk.addFile("/from/2024-03-01-a.md", source)
      journal.disk.addFile("/from/2024-03-01-b.md", source + "二つめ\n")
      journal.disk.plan(.error(.noSpace), atCall: call)
      let source = ImportSource(.markdown, at: "/from", zones: zones, fileSystem: journal.disk)
      func run() throws {
        let found = try source.contents(besides: journal.folder, today: today)
        let plan = try ImportPlan(found.entries, for: journal.folder)
        for planned in plan.entries { _ = try journal.folder.create(planned.entry) }
      }
      try? run()
      for path in journal.paths where path.hasSuffix(".md") {
        #expect(journal.text(at: path)?.contains("本文です。") == true, "call \(call)")
      }
      try run()
      #expect(journal.paths.filter { $0.hasSuffix(".md") }.count == 2, "call \(call): \(journal.paths)")
    }
  }
}
