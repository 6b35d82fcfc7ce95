import Journal
import Storage
import Testing

@Suite struct CreatingTests {
  private let journal = SimulatedJournal()

  private func entry(_ title: String? = nil, template: TemplateName? = nil, body: String = "本文\n") -> Entry {
    var entry = Entry(body: body)
    entry.metadata.title = title
    entry.metadata.template = template
    return entry
  }

  @Test func aNewEntryIsPrivateAndReadsBackAsItIs() throws {
    let stored = try journal.folder.create(entry("学びの 記録"), now: .evening)
    #expect(stored.path.text == "2026/2026-11-20-学びの-記録.md")
    #expect(stored == (try journal.folder.read(stored.path)))
    #expect(stored.entry == entry("学びの 記録"))
    #expect(journal.disk.permissions(at: "/journal/2026") == 0o700)
    #expect(journal.disk.permissions(at: "/journal/" + stored.path.text) == 0o600)
    #expect(journal.paths == [stored.path.text])
  }

  @Test func aTextKeepsItsOwnFrontMatterAndGetsWhatThatDoesNotSay() throws {
    let text = "---\n# mine\ntitle: 朝市\ntags:\ndate: いつか\nx: [1]\n---\n本文\n"
    var ours = EntryMetadata()
    (ours.title, ours.id, ours.tags) = ("ちがう題", "1", ["a"])
    ours.date = .evening
    let stored = try journal.folder.create(text: text, title: nil, adding: ours, now: .evening)
    #expect(stored.path.name == "2026-11-20-朝市.md")
    #expect(
      stored.text == "---\n# mine\ntitle: 朝市\ntags:\ndate: いつか\nx: [1]\nid: \"1\"\n---\n本文\n")
    #expect(stored == (try journal.folder.read(stored.path)))
    let named = try journal.folder.create(text: text, title: "新しい題", adding: ours, now: .evening)
    #expect(named.text.contains("title: 新しい題\n") && !named.text.contains("朝市"))
  }

  @Test func aFrontMatterThatIsNotUnderstoodStaysAlone() throws {
    var ours = EntryMetadata()
    (ours.title, ours.id) = ("題", "1")
    let text = "---\ntitle: [\n---\n本文\n"
    let stored = try journal.folder.create(text: text, title: nil, adding: ours, now: .evening)
    #expect(stored.text == text && stored.path.name == "2026-11-20-題.md")
    #expect(stored.condition != .editable)
  }

  @Test func aNewFrontMatterEndsItsLinesAsTheBodyDoes() throws {
    let stored = try journal.folder.create(entry("a", body: "一\r\n二\r\n"), now: .evening)
    #expect(stored.text == "---\r\ntitle: a\r\n---\r\n一\r\n二\r\n")
    let typed = try journal.folder.create(entry("b", body: "---\nx: 1\n---\n"), now: .evening)
    #expect(typed.text == "---\ntitle: b\n---\n---\nx: 1\n---\n")
    #expect(typed.entry.body == "---\nx: 1\n---\n")
  }

  @Test func theEntrysDateNamesTheFile() throws {
    var early = entry("a")
    early.metadata.date = Timestamp("2019-01-02T03:04:05+09:00")
    #expect(try journal.folder.create(early, now: .evening).path.text == "2019/2019-01-02-a.md")
  }

  @Test func theDateIsThatOfTheWallClock() throws {
    let now = try #require(Timestamp("2027-01-01T00:30:00+09:00"))
    #expect(try journal.folder.create(entry("a"), now: now).path.text == "2027/2027-01-01-a.md")
  }

  @Test func withoutATitleTheTemplateNamesTheFile() throws {
    let template = TemplateName(family: "failure", name: "ywt")
    #expect(try name(entry(template: template)) == "2026-11-20-ywt.md")
    #expect(
      try name(entry("///", template: TemplateName(family: "a", name: "../.."))) == "2026-11-20-entry.md")
    #expect(try name(entry("")) == "2026-11-20-entry-2.md")
  }

  private func name(_ entry: Entry) throws -> String {
    try journal.folder.create(entry, now: .evening).path.name
  }

  @Test func aTakenNameGetsANumber() throws {
    #expect(
      try (0..<3).map { _ in try name(entry("a")) } == [
        "2026-11-20-a.md", "2026-11-20-a-2.md", "2026-11-20-a-3.md",
      ])
  }

  @Test(arguments: [("が", "か\u{3099}"), ("Title", "tITLE")])
  func aNameThatLooksLikeATakenOneGetsANumber(first: String, second: String) throws {
    journal.disk.addFile("/journal/2026/2026-11-20-\(second).md", "theirs")
    #expect(try name(entry(first)) == "2026-11-20-\(first)-2.md")
  }

  @Test func aNameTakenInTheSameMomentIsLeftAlone() throws {
    for call in 1..<60 {
      let journal = SimulatedJournal()
      journal.disk.plan(
        .outside { disk in
          let path = "/journal/2026/2026-11-20-a.md"
          if disk.text(at: path) == nil { disk.addFile(path, "theirs") }
        }, atCall: call)
      let stored = try journal.folder.create(entry("a"), now: .evening)
      #expect(journal.text(at: stored.path.text)?.hasSuffix("本文\n") == true)
      guard journal.disk.calls.count >= call, stored.path.name != "2026-11-20-a.md" else { continue }
      #expect(journal.text(at: "2026/2026-11-20-a.md") == "theirs", "before call \(call)")
    }
  }

  @Test func aYearsFolderThatIsALinkIsRefused() throws {
    journal.disk.addFolder("/elsewhere")
    journal.disk.addLink("/journal/2026", to: "/elsewhere")
    #expect(throws: JournalError.notAFolder(path: "2026")) {
      try journal.folder.create(entry("a"), now: .evening)
    }
    #expect(journal.disk.paths == ["/journal/2026"])
  }

  @Test func aYearsFolderThatIsAFileIsRefused() throws {
    journal.disk.addFile("/journal/2026", "theirs")
    #expect(throws: JournalError.notAFolder(path: "2026")) {
      try journal.folder.create(entry("a"), now: .evening)
    }
  }

  @Test func hostileTitlesStayInTheYearsFolder() throws {
    for title in [
      "../../x", "/etc/passwd", "..", "a\u{0}/../b", ".kiseki-x.tmp", "\n",
      String(repeating: "長", count: 9_000),
    ] {
      let stored = try journal.folder.create(entry(title), now: .evening)
      #expect(stored.path.text.hasPrefix("2026/2026-11-20-"))
      #expect(stored.path.text.split(separator: "/").count == 2)
      #expect(stored.entry.metadata.title == title)
    }
    #expect(journal.disk.paths.allSatisfy { $0.hasPrefix("/journal/2026/2026-11-20-") })
  }

  @Test func aMissingJournalIsMade() throws {
    journal.disk.remove("/journal")
    _ = try journal.folder.create(entry("a"), now: .evening)
    #expect(journal.paths == ["2026/2026-11-20-a.md"])
    #expect(journal.disk.permissions(at: "/journal") == 0o700)
  }

  @Test func theFirstSaveOfANewEntryGoesOverIt() throws {
    let stored = try journal.folder.create(entry("a"), now: .evening)
    let outcome = try journal.folder.save(stored.with(body: "more"), over: stored)
    #expect(outcome == .saved(outcome.stored))
    #expect(journal.paths == [stored.path.text])
  }
}

@Suite struct PreparingTests {
  private let disk = SimulatedFileSystem()

  private func prepare(_ root: String) throws(JournalError) {
    try JournalFolder(root: root, fileSystem: disk).prepare()
  }

  @Test func aMissingFolderIsMadeWithThoseAboveIt() throws {
    disk.addFolder("/home", permissions: 0o755)
    try prepare("/home/hana/journal/")
    #expect(disk.permissions(at: "/home/hana/journal") == 0o700)
    #expect(disk.permissions(at: "/home/hana") == 0o700)
    #expect(disk.permissions(at: "/home") == 0o755)
    for disk in disk.afterPowerFailure {
      #expect(disk.permissions(at: "/home/hana/journal") != nil)
    }
  }

  @Test func aFolderThatIsThereStaysAsItIs() throws {
    disk.addFolder("/vault", permissions: 0o755)
    disk.addLink("/journal", to: "/vault")
    try prepare("/journal")
    #expect(disk.permissions(at: "/vault") == 0o755)
  }

  @Test func aFileInTheJournalsPlaceIsNoFolder() {
    disk.addFile("/journal", "text")
    #expect(throws: JournalError.notAFolder(path: "/journal")) { try prepare("/journal") }
    #expect(throws: JournalError.notAFolder(path: "/journal/inner")) { try prepare("/journal/inner") }
  }

  @Test func aFolderThatCannotBeMadeSaysSo() {
    disk.addFolder("/home", permissions: 0o500)
    #expect(throws: JournalError.noPermission(path: "/home/journal")) { try prepare("/home/journal") }
  }
}
