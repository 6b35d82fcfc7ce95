/// How much an editor remembers for undo. Beyond it the oldest steps are forgotten, but never the newest.
package struct UndoLimits: Hashable, Sendable {
  package let steps: Int
  /// Bytes of text inserted and removed, in all steps together.
  package let bytes: Int

  /// Not less than one step.
  package init(steps: Int, bytes: Int) {
    self.steps = max(1, steps)
    self.bytes = bytes
  }

  /// 10,000 steps, 64 MB: a long day's writing, and less than what a large text itself takes.
  package static let standard = UndoLimits(steps: 10_000, bytes: 64 << 20)
}
