package import Journal

/// What is known about a text and its file. The status line tells nothing else.
package struct SaveState: Equatable, Sendable {
  /// The state of the text now, counted up with every change.
  package private(set) var revision: Int
  /// The state that is safely on the disk.
  package private(set) var savedRevision: Int
  /// The state that is being written.
  package private(set) var revisionInFlight: Int?
  /// When it was written, by the writer's clock.
  package private(set) var savedAt: Timestamp?
  /// Why the last save failed, until one succeeds.
  package private(set) var failure: Problem?
  /// When the oldest change that is not on the disk was made, in milliseconds.
  private var unsavedSince: Int64?
  /// A change has come since the timer was last set.
  private var needsTimer = false

  /// Idle time after which a text is saved by itself, in milliseconds.
  static let idle: Int64 = 1_000
  /// The longest that a change waits while typing goes on, in milliseconds. Killing the terminal loses no
  /// more than this.
  static let longest: Int64 = 2_000
  /// How long to wait after a save that failed before trying again, in milliseconds.
  static let retry: Int64 = 10_000

  init() {
    revision = 0
    savedRevision = 0
  }

  /// Every change is on the disk.
  package var isSaved: Bool { revision == savedRevision }
  /// The text was never changed here.
  package var isUntouched: Bool { revision == 0 }

  mutating func changed(at milliseconds: Int64) {
    revision += 1
    unsavedSince = unsavedSince ?? milliseconds
    needsTimer = true
  }

  mutating func startedSaving() {
    revisionInFlight = revision
  }

  mutating func saved(_ revision: Int, at moment: Moment) {
    savedRevision = max(savedRevision, revision)
    revisionInFlight = nil
    savedAt = moment.timestamp
    failure = nil
    unsavedSince = isSaved ? nil : moment.milliseconds
    needsTimer = !isSaved
  }

  mutating func failed(_ problem: Problem) {
    revisionInFlight = nil
    failure = problem
  }

  /// How long to wait before saving; nil where nothing has changed since this was last asked.
  mutating func delay(at milliseconds: Int64) -> Int64? {
    guard needsTimer, let unsavedSince else { return nil }
    needsTimer = false
    return max(0, min(SaveState.idle, unsavedSince + SaveState.longest - milliseconds))
  }
}
