package import Journal

/// The journal's home: the current vector, what is unfinished, what was written last.
package struct HomeState: Equatable, Sendable {
  /// The entries as they are listed: first the unfinished ones, then all others, each newest first.
  package private(set) var entries: [EntrySummary] = []
  /// How many of `entries` are shown as unfinished.
  package private(set) var unfinishedCount = 0
  /// The newest vector statement's sentence.
  package private(set) var vectorLine: String?
  /// The whole journal was read.
  package private(set) var isComplete = false
  package internal(set) var problem: Problem?
  var selection = ListSelection()

  /// More unfinished entries than this would hide what was written last.
  static let mostUnfinished = 5

  /// Takes what was read of the journal, and keeps the chosen entry chosen.
  mutating func receive(_ read: [EntrySummary], isComplete: Bool) {
    self.isComplete = self.isComplete || isComplete
    problem = nil
    arrange(read)
  }

  /// Takes an entry that was just saved. It is the newest.
  mutating func receive(_ saved: EntrySummary) {
    let others = entries.filter { $0.path != saved.path }
    arrange(([saved] + others).sorted(by: HomeState.isNewer))
  }

  private mutating func arrange(_ newestFirst: [EntrySummary]) {
    let chosen = entries.indices.contains(selection.index) ? entries[selection.index].path : nil
    let unfinished = newestFirst.filter(\.isUnfinished).prefix(HomeState.mostUnfinished)
    let shownAbove = Set(unfinished.map(\.path))
    entries = Array(unfinished) + newestFirst.filter { !shownAbove.contains($0.path) }
    unfinishedCount = unfinished.count
    vectorLine = newestFirst.lazy.compactMap(\.vectorLine).first
    if let chosen, selection.index > 0 {
      selection.index = entries.firstIndex { $0.path == chosen } ?? selection.index
    }
  }

  /// Newest first by the date in the front matter, then by path, as the journal is read.
  private static func isNewer(_ one: EntrySummary, _ other: EntrySummary) -> Bool {
    switch (one.metadata.date, other.metadata.date) {
    case (let date?, let otherDate?) where date != otherDate: date > otherDate
    default: one.path > other.path
    }
  }
}

extension EntrySummary {
  /// The entry was begun in a format and still has questions without an answer.
  var isUnfinished: Bool {
    guard metadata.status == .draft || metadata.status == .idea, let progress else { return false }
    return progress.done < progress.total
  }

  /// What a list calls the entry: its title, else its first words, else its file's name.
  var name: String {
    if let title = metadata.title, !title.isEmpty { return title }
    if !excerpt.isEmpty { return excerpt }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}
