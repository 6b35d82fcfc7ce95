/// Entries that carry one another on, as the reports of an incident.
package enum Series {
  /// The entries that belong together with one: those it grew from and those that grew out of it, however far, as
  /// long as their formats name the same series, or none. The oldest comes first. An entry that stands for itself
  /// is its series alone.
  package static func entries(around entry: EntrySummary, in entries: [EntrySummary]) -> [EntrySummary] {
    let linked = entries.filter { $0.metadata.origin != nil }
    let parents = Set(([entry] + linked).compactMap(\.metadata.origin))
    guard entry.metadata.origin != nil || parents.contains(entry.reference) else { return [entry] }
    var links = SeriesLinks(of: entry.series)
    for candidate in [entry] + entries
    where candidate.metadata.origin != nil || parents.contains(candidate.reference) {
      links.add(candidate)
    }
    return links.entries(from: links.first(before: entry))
  }
}

/// Which entry grew from which, in one series.
private struct SeriesLinks {
  private let series: String?
  private var known: [String: EntrySummary] = [:]
  private var children: [String: [String]] = [:]

  init(of series: String?) {
    self.series = series
  }

  mutating func add(_ entry: EntrySummary) {
    let reference = entry.reference
    guard entry.series == series, known[reference] == nil else { return }
    known[reference] = entry
    if let origin = entry.metadata.origin { children[origin, default: []].append(reference) }
  }

  /// The oldest entry that another one goes back to. Files may say that two entries grew from each other; the walk
  /// ends all the same.
  func first(before entry: EntrySummary) -> String {
    var first = entry.reference
    var seen: Set<String> = [first]
    while let origin = known[first]?.metadata.origin, known[origin] != nil, seen.insert(origin).inserted {
      first = origin
    }
    return first
  }

  /// An entry and all that grew out of it, by date; those of one moment in the order in which they grew.
  func entries(from first: String) -> [EntrySummary] {
    var order = [first]
    var seen: Set<String> = [first]
    var next = 0
    while next < order.count {
      for child in children[order[next], default: []] where seen.insert(child).inserted {
        order.append(child)
      }
      next += 1
    }
    let entries = order.compactMap { known[$0] }
    let places = entries.indices.sorted { left, right in
      let seconds = [left, right].map { entries[$0].metadata.date?.seconds ?? .min }
      return seconds[0] == seconds[1] ? left < right : seconds[0] < seconds[1]
    }
    return places.map { entries[$0] }
  }
}
