package import Journal

/// When a message came. `update` reads no clock: the loop hands it the moment with every message.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of a clock that never goes back; only differences mean something.
  package let milliseconds: Int64
  /// The writer's own date and time.
  package let timestamp: Timestamp

  package init(milliseconds: Int64, timestamp: Timestamp) {
    self.milliseconds = milliseconds
    self.timestamp = timestamp
  }
}
