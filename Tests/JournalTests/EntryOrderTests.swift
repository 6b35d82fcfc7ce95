import Journal
import Testing

@Suite struct EntryOrderTests {
  private func entry(_ path: String, _ date: String? = nil) -> EntrySummary {
    var metadata = EntryMetadata()
    metadata.date = date.flatMap { Timestamp($0) }
    return EntrySummary(path: path, metadata: metadata)
  }

  @Test("What was begun last on a day comes first, whatever it is called")
  func withinADay() {
    let listed = [
      entry("2026/2026-11-21-今夜の宣言.md", "2026-11-21T09:00:00+09:00"),
      entry("2026/2026-11-21-a.md", "2026-11-21T21:00:00+09:00"),
      entry("2026/2026-11-20-z.md", "2026-11-20T23:00:00+09:00"),
      entry("2026/2026-11-20-b.md", "2026-11-20T23:30:00+09:00"),
    ]
    #expect(
      listed.newestFirstWithinDays().map(\.path) == [
        "2026/2026-11-21-a.md", "2026/2026-11-21-今夜の宣言.md", "2026/2026-11-20-b.md", "2026/2026-11-20-z.md",
      ])
  }

  @Test("Days stay in their order, and what tells no time stays behind and as it was")
  func withoutTimes() {
    let listed = [
      entry("note.md"), entry("2026-11-21-c.md"), entry("2026-11-21-b.md"),
      entry("2026-11-21-a.md", "2026-11-21T08:00:00Z"), entry("other.md", "2027-01-01"),
      entry("2026-11-21-d.md", "2026-11-21T10:00:00Z"),
    ]
    #expect(
      listed.newestFirstWithinDays().map(\.path) == [
        "note.md", "2026-11-21-a.md", "2026-11-21-c.md", "2026-11-21-b.md", "other.md", "2026-11-21-d.md",
      ])
  }

  @Test("The day is the date's, else the one of the file's name")
  func day() {
    #expect(entry("2026/2026-11-21-a.md", "2026-11-19T08:00:00Z").day == "2026-11-19")
    #expect(entry("日記/2026-11-21.md").day == "2026-11-21")
    for path in ["a.md", "2026-11-211.md", "2026-13-01.md", "2026/11-21.md", "2026-11-2", ""] {
      #expect(entry(path).day == nil, "\(path)")
    }
  }
}
