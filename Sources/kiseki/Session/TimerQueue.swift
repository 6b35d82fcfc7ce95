import Interface

/// The timers that run. Setting one that runs starts it anew.
struct TimerQueue {
  private var deadlines: [Timer: Int64] = [:]

  /// - Parameter deadline: by the clock that never goes back, in milliseconds.
  mutating func set(_ timer: Timer, deadline: Int64) {
    deadlines[timer] = deadline
  }

  /// Takes the timers out that have run out.
  mutating func takeDue(at milliseconds: Int64) -> [Timer] {
    let due = deadlines.filter { $0.value <= milliseconds }.sorted { $0.value < $1.value }.map(\.key)
    for timer in due { deadlines[timer] = nil }
    return due
  }

  /// Milliseconds until the next one; nil where none runs.
  func untilNext(at milliseconds: Int64) -> Int64? {
    deadlines.values.min().map { max(0, $0 - milliseconds) }
  }
}
