import Journal
import Testing

@Suite struct SeriesTests {
  private func entry(
    _ id: String, from origin: String? = nil, series: String? = "incident", day: Int? = 1
  ) -> EntrySummary {
    var metadata = EntryMetadata()
    metadata.id = id
    metadata.origin = origin
    metadata.date = day.map { Timestamp(seconds: Int64($0) * 86_400, offset: 0) }
    return EntrySummary(path: "\(id).md", metadata: metadata, series: series)
  }

  private func series(_ id: String, in entries: [EntrySummary]) -> [String] {
    let entry = entries.first { $0.metadata.id == id } ?? entries[0]
    return Series.entries(around: entry, in: entries).map { $0.metadata.id ?? "" }
  }

  @Test("From any of them the whole series is found, the oldest first")
  func wholeSeries() {
    let entries = [
      entry("c", from: "b", day: 3), entry("b", from: "a", day: 2), entry("x", day: 2), entry("a", day: 1),
      entry("d", from: "a", day: 4),
    ]
    for id in ["a", "b", "c", "d"] { #expect(series(id, in: entries) == ["a", "b", "c", "d"]) }
    #expect(series("x", in: entries) == ["x"])
  }

  @Test("Where the formats' series differ, one ends")
  func otherSeries() {
    let entries = [entry("a"), entry("b", from: "a", day: 2), entry("f", from: "b", series: nil, day: 3)]
    #expect(series("a", in: entries) == ["a", "b"])
    #expect(series("f", in: entries) == ["f"])
    #expect(
      series("n", in: [entry("n", series: nil), entry("m", from: "n", series: nil, day: 2)]) == ["n", "m"])
  }

  @Test("Entries that grew from each other, from themselves or from nothing known come to an end")
  func strangeLinks() {
    #expect(series("a", in: [entry("a", from: "b"), entry("b", from: "a", day: 2)]).count == 2)
    #expect(series("a", in: [entry("a", from: "a")]) == ["a"])
    #expect(series("a", in: [entry("a", from: "gone")]) == ["a"])
    #expect(series("a", in: [entry("a"), entry("a", from: "a", day: 2)]).count == 1)
    let chain = (0..<5_000).map { entry("\($0)", from: $0 > 0 ? "\($0 - 1)" : nil, day: nil) }
    #expect(Series.entries(around: chain[4_999], in: chain).map(\.path) == chain.map(\.path))
  }

  @Test("An entry that is not listed yet stands in its series all the same")
  func unlisted() {
    let new = entry("b", from: "a", day: 2)
    #expect(Series.entries(around: new, in: [entry("a")]).map(\.metadata.id) == ["a", "b"])
  }
}
