package import Journal

/// The journal's home: the current vector, what was promised, what is unfinished, what was written last.
package struct HomeState: Equatable, Sendable {
  /// The entries as they are listed: first the unfinished ones, then all others, each newest first.
  package private(set) var entries: [EntrySummary] = []
  /// How many of `entries` are shown as unfinished.
  package private(set) var unfinishedCount = 0
  /// The promises that are due, at most `mostPromises`: they stand above the entries.
  package private(set) var promises: [Promise] = []
  /// The newest vector statement: the current vector.
  package private(set) var vector: VectorStatement?
  /// The whole journal was read.
  package private(set) var isComplete = false
  package internal(set) var problem: Problem?
  var selection = ListSelection()
  /// The entries in the journal's order.
  package private(set) var newestFirst: [EntrySummary] = []
  /// Days from 1970-01-01, by the writer's clock.
  private var today = Int.min

  /// More unfinished entries than this would hide what was written last.
  static let mostUnfinished = 5
  /// More promises than this would be a reproach.
  static let mostPromises = 3

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

  /// Takes the day that it is now: promises come due.
  mutating func turn(to day: Int) {
    guard day != today else { return }
    today = day
    arrange()
  }

  /// What can be chosen: the promises, then the entries.
  enum Item: Equatable {
    case promise(Promise)
    case entry(EntrySummary)

    var path: String {
      switch self {
      case .promise(let promise): promise.entry.path
      case .entry(let entry): entry.path
      }
    }

    var isPromise: Bool {
      if case .promise = self { true } else { false }
    }
  }

  var itemCount: Int { promises.count + entries.count }

  func item(at index: Int) -> Item? {
    if promises.indices.contains(index) { return .promise(promises[index]) }
    let index = index - promises.count
    return entries.indices.contains(index) ? .entry(entries[index]) : nil
  }

  var chosenItem: Item? { item(at: selection.index) }
  /// The file of the entry that is chosen, or that made the promise.
  var chosenPath: String? { chosenItem?.path }

  private mutating func arrange() {
    let chosen = chosenItem
    let unfinished = newestFirst.filter(\.isUnfinished).prefix(HomeState.mostUnfinished)
    let shownAbove = Set(unfinished.map(\.path))
    entries = Array(unfinished) + newestFirst.filter { !shownAbove.contains($0.path) }
    unfinishedCount = unfinished.count
    vector = newestFirst.lazy.compactMap(\.vector).first
    let due = Promise.open(in: newestFirst).filter { $0.dueDay <= today }
    promises = Array(due.prefix(HomeState.mostPromises))
    if let chosen, selection.index > 0 { choose(chosen) }
  }

  /// Keeps chosen what was, wherever it stands now.
  private mutating func choose(_ item: Item) {
    let promise = promises.firstIndex { $0.entry.path == item.path }
    let entry = entries.firstIndex { $0.path == item.path }.map { $0 + promises.count }
    selection.index = (item.isPromise ? promise ?? entry : entry) ?? selection.index
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
