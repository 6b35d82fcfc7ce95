package import Journal

/// The journal's home: the current vector, what is unfinished, what was written last.
package struct HomeState: Equatable, Sendable {
  /// The entries as they are listed: first the unfinished ones, then all others, each newest first.
  package private(set) var entries: [EntrySummary] = []
  /// How many of `entries` are shown as unfinished.
  package private(set) var unfinishedCount = 0
  /// The newest vector statement: the current vector.
  package private(set) var vector: VectorStatement?
  /// The whole journal was read.
  package private(set) var isComplete = false
  package internal(set) var problem: Problem?
  var selection = ListSelection()
  /// The entries in the journal's order.
  private var newestFirst: [EntrySummary] = []

  /// More unfinished entries than this would hide what was written last.
  static let mostUnfinished = 5

  /// Takes what was read of the journal, and keeps the chosen entry chosen.
  mutating func receive(_ read: [EntrySummary], isComplete: Bool) {
    self.isComplete = self.isComplete || isComplete
    problem = nil
    newestFirst = read
    arrange()
  }

  /// Takes an entry that was just saved: a new one is the newest.
  mutating func receive(_ saved: EntrySummary) {
    if let index = newestFirst.firstIndex(where: { $0.path == saved.path }) {
      newestFirst[index] = saved
    } else {
      newestFirst.insert(saved, at: 0)
    }
    arrange()
  }

  var vectorLine: String? { vector?.line }

  private mutating func arrange() {
    let chosen = entries.indices.contains(selection.index) ? entries[selection.index].path : nil
    let unfinished = newestFirst.filter(\.isUnfinished).prefix(HomeState.mostUnfinished)
    let shownAbove = Set(unfinished.map(\.path))
    entries = Array(unfinished) + newestFirst.filter { !shownAbove.contains($0.path) }
    unfinishedCount = unfinished.count
    vector = newestFirst.lazy.compactMap(\.vector).first
    if let chosen, selection.index > 0 {
      selection.index = entries.firstIndex { $0.path == chosen } ?? selection.index
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
  package var name: String {
    if let title = metadata.title, !title.allSatisfy(\.isWhitespace) { return title }
    if !excerpt.isEmpty { return excerpt }
    return path.split(separator: "/").last.map(String.init) ?? path
  }
}
