import Journal
import Storage
import Testing

@Suite struct SummaryTests {
  private let journal = SimulatedJournal()

  private func summary(_ path: String) -> EntrySummary {
    let templates = TemplateLibrary(embedded: [], own: [])
    return journal.folder.summarize([EntryPath(path)], templates: templates).first
      ?? EntrySummary(
        path: "", metadata: EntryMetadata())
  }

  @Test func aSummaryTellsTheMetadataAndTheFirstWords() {
    journal.disk.addFile("/journal/a.md", "\u{FEFF}---\r\ntitle: 学び\r\n---\r\n## 項目\r\n\r\n最初の文。\r\n")
    #expect(summary("a.md").path == "a.md")
    #expect(summary("a.md").metadata.title == "学び")
    #expect(summary("a.md").excerpt == "最初の文。")
    #expect(summary("a.md").progress?.total == 1)
  }

  @Test func theOrderOfThePathsStays() {
    for name in ["a.md", "b.md", "c.md"] {
      journal.disk.addFile("/journal/" + name, "---\ntitle: \(name)\n---\n")
    }
    let paths = ["b.md", "none.md", "c.md", "a.md"].map(EntryPath.init)
    let summaries = journal.folder.summarize(paths, templates: TemplateLibrary(embedded: [], own: []))
    #expect(summaries.map(\.path) == ["b.md", "none.md", "c.md", "a.md"])
    #expect(summaries.map(\.metadata.title) == ["b.md", nil, "c.md", "a.md"])
  }

  @Test func whatCannotBeReadIsShownByItsPath() {
    journal.disk.addFile("/journal/locked.md", "text", permissions: 0)
    journal.disk.addLink("/journal/out.md", to: "/etc/passwd")
    journal.disk.addFile("/etc/passwd", "secret")
    for path in ["locked.md", "out.md", "none.md"] {
      #expect(summary(path) == EntrySummary(path: path, metadata: EntryMetadata()))
    }
  }

  @Test func whatIsNotUnderstoodIsShownAsText() {
    journal.disk.addFile("/journal/fault.md", "---\ntitle: [\n---\nbody")
    #expect(summary("fault.md").metadata == EntryMetadata())
    #expect(summary("fault.md").excerpt.contains("title: ["))
  }

  @Test func whatIsNotTextIsSaidToBeThat() {
    journal.disk.addFile("/journal/sjis.md", bytes: [0x61, 0x62, 0x63, 0x20, 0x82, 0xA0])
    journal.disk.addFile("/journal/nul.md", bytes: [0x61, 0x00])
    for path in ["sjis.md", "nul.md"] {
      #expect(summary(path) == EntrySummary(path: path, metadata: EntryMetadata(), isText: false))
    }
  }

  @Test(arguments: 0..<3) func aCharacterThatIsCutAtTheEndOfWhatIsReadIsStillText(offset: Int) {
    let text = String(repeating: "a", count: offset) + "\n" + String(repeating: "あ", count: 30_000)
    journal.disk.addFile("/journal/a.md", text)
    #expect(summary("a.md").isText && summary("a.md").excerpt.contains("ああ"))
  }

  @Test func linksAreFollowed() {
    journal.disk.addFile("/notes/real.md", "---\ntitle: real\n---\n")
    journal.disk.addLink("/journal/link.md", to: "/notes/real.md")
    #expect(summary("link.md").metadata.title == "real")
  }

  @Test func onlyTheBeginningOfALargeFileIsRead() {
    let text = "---\ntitle: a\n---\n" + String(repeating: "あ", count: 100_000)
    journal.disk.addFile("/journal/a.md", text)
    let before = journal.disk.calls.count
    #expect(summary("a.md").metadata.title == "a")
    #expect(journal.disk.calls.dropFirst(before) == [.openFile, .read, .close])
  }
}
