import Journal

/// The writer's way: the current vector statement beside an earlier one, and what moved between them.
package struct HistoryState: Equatable, Sendable {
  /// The journal's statements, the current one first.
  let statements: [EntrySummary]
  /// Which of `statements` stands beside the current one; 0 where there is no other.
  package private(set) var earlierIndex: Int
  /// What moved from the earlier one to the current one. Of a single statement: everything is as it is.
  private(set) var comparison: VectorComparison
  /// The first row that shows.
  var top = 0

  /// - Parameter statements: those of `entries` that say something are taken, the newest first.
  init?(_ entries: [EntrySummary]) {
    statements = entries.filter { $0.vector != nil }
    guard let current = statements.first?.vector else { return nil }
    earlierIndex = statements.count > 1 ? 1 : 0
    comparison = VectorComparison(earlier: current, later: current)
    compare()
  }

  var hasEarlier: Bool { earlierIndex > 0 }
  var current: EntrySummary { statements[0] }
  var earlier: EntrySummary { statements[earlierIndex] }

  /// Sets an older or a newer statement beside the current one.
  ///
  /// - Returns: false where there is none.
  mutating func moveEarlier(by step: Int) -> Bool {
    let index = earlierIndex + step
    guard (1..<max(1, statements.count)).contains(index) else { return false }
    earlierIndex = index
    top = 0
    compare()
    return true
  }

  private mutating func compare() {
    guard let before = earlier.vector, let after = current.vector else { return }
    comparison = VectorComparison(earlier: before, later: after)
  }
}
