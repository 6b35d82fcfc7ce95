/// What was done to a text, in steps that are taken back one at a time.
///
/// It is linear: after an undo, a new change forgets what was undone. It is bounded by `limits`.
struct History: Equatable, Sendable {
  /// Why a text was changed. Only changes for the same reason become one step.
  enum Reason: Equatable, Sendable {
    /// Single graphemes typed one behind the other.
    case typing
    case deletingBackward
    case deletingForward
    /// A change that is a step of its own: a paste, a line break, a word.
    case whole
    /// A further part of the change before it.
    case continuation
  }

  /// What is taken back at once, and where the caret was before and after.
  struct Step: Equatable, Sendable {
    var edits: [Edit]
    let caretBefore: Position
    var caretAfter: Position

    var bytes: Int { edits.reduce(0) { $0 + $1.bytes } }
  }

  /// What the newest step may still grow by.
  private struct Run: Equatable, Sendable {
    let reason: Reason
    let time: Milliseconds
  }

  /// A run that has more text in it ends, so that a key held down for minutes still makes many small steps.
  private static let longestRunBytes = 4_096
  /// A longer pause between two keys begins a new step.
  private static let longestPause: Milliseconds = 1_000

  private let limits: UndoLimits
  private var past: [Step] = []
  /// Undone steps, the one that is redone first at the end.
  private var future: [Step] = []
  private var run: Run?
  /// The bytes of all edits in `past`.
  private var pastBytes = 0

  init(limits: UndoLimits) { self.limits = limits }

  var canUndo: Bool { !past.isEmpty }
  var canRedo: Bool { !future.isEmpty }

  /// Keeps an edit, as a part of the newest step where it continues that.
  mutating func record(
    _ edit: Edit, _ reason: Reason, at time: Milliseconds, caret: (before: Position, after: Position)
  ) {
    future = []
    if reason == .continuation || continuesRun(reason, at: time), let last = past.indices.last {
      past[last].append(edit)
      past[last].caretAfter = caret.after
    } else {
      past.append(Step(edits: [edit], caretBefore: caret.before, caretAfter: caret.after))
    }
    pastBytes += edit.bytes
    run = reason == .whole || reason == .continuation ? nil : Run(reason: reason, time: time)
    forgetOldest()
  }

  /// Makes the next change begin a step of its own.
  mutating func endRun() {
    run = nil
  }

  /// Moves the newest step to those that can be redone, and gives it.
  mutating func undo() -> Step? {
    guard let step = past.popLast() else { return nil }
    pastBytes -= step.bytes
    future.append(step)
    run = nil
    return step
  }

  /// Moves the step that was undone last back, and gives it.
  mutating func redo() -> Step? {
    guard let step = future.popLast() else { return nil }
    pastBytes += step.bytes
    past.append(step)
    run = nil
    return step
  }

  private func continuesRun(_ reason: Reason, at time: Milliseconds) -> Bool {
    guard let run, run.reason == reason, time >= run.time, let step = past.last else { return false }
    return time &- run.time <= History.longestPause && step.bytes < History.longestRunBytes
  }

  private mutating func forgetOldest() {
    var forgotten = max(0, past.count - limits.steps)
    pastBytes -= past[..<forgotten].reduce(0) { $0 + $1.bytes }
    while pastBytes > limits.bytes, forgotten < past.count - 1 {
      pastBytes -= past[forgotten].bytes
      forgotten += 1
    }
    past.removeFirst(forgotten)
  }
}

extension History.Step {
  /// Adds an edit, as a part of the last one where it lies right beside that.
  fileprivate mutating func append(_ edit: Edit) {
    if let last = edits.last, let joined = last.joined(with: edit) {
      edits[edits.count - 1] = joined
    } else {
      edits.append(edit)
    }
  }
}

extension Edit {
  fileprivate var bytes: Int { removed.utf8.count + inserted.utf8.count }

  /// The one edit that does what this and `next` do, where both only insert, or only remove, side by side.
  fileprivate func joined(with next: Edit) -> Edit? {
    if removed.isEmpty, next.removed.isEmpty, next.start == insertedEnd {
      return Edit(start: start, removed: "", inserted: inserted + next.inserted)
    }
    guard inserted.isEmpty, next.inserted.isEmpty else { return nil }
    if next.removedEnd == start {
      return Edit(start: next.start, removed: next.removed + removed, inserted: "")
    }
    return next.start == start ? Edit(start: start, removed: removed + next.removed, inserted: "") : nil
  }
}
