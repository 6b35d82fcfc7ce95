extension Timestamp {
  /// The day that a file's name begins with, as "2026-11-20-学び.md"; nil where it begins with none.
  package init?(dayOfFile name: String) {
    let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    let hyphen = UInt8(ascii: "-")
    guard let date = String(name.utf8.prefix(10)), !(name.utf8.dropFirst(10).first.map(isDigit) ?? false),
      date.utf8.enumerated().allSatisfy({ isDigit($1) || ($1 == hyphen && ($0 == 4 || $0 == 7)) })
    else { return nil }
    self.init(date)
  }
}

extension EntrySummary {
  /// The day that lists show, as "2026-11-20": of the entry's `date`, else the one its file's name begins with.
  package var day: String? {
    (metadata.date ?? dayOfFile)?.formatted("YYYY-MM-DD")
  }

  fileprivate var dayOfFile: Timestamp? {
    Timestamp(dayOfFile: String(path.split(separator: "/").last ?? ""))
  }
}

extension [EntrySummary] {
  /// The same list with the entries of one day, which came by name, put by the time of their `date`: the newest
  /// first, those without a time behind the others.
  package func newestFirstWithinDays() -> [EntrySummary] {
    var ordered: [EntrySummary] = []
    var rest = self[...]
    while let first = rest.first {
      let day = first.dayOfFile
      let count = day == nil ? 1 : rest.prefix { $0.dayOfFile == day }.count
      let times = rest.prefix(count).enumerated().map { ($1.metadata.date?.seconds ?? .min, -$0, $1) }
      ordered += times.sorted { ($0.0, $0.1) > ($1.0, $1.1) }.map(\.2)
      rest = rest.dropFirst(count)
    }
    return ordered
  }
}
