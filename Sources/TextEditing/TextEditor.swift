/// A text with a caret and a history: what an editing pane holds.
///
/// The caret is always a place that exists. Every change of the text is a step that can be taken back;
/// single graphemes typed, or deleted in one direction, without moving, without a line break and without a
/// pause of more than a second are one step.
package struct TextEditor: Equatable, Sendable {
  package internal(set) var buffer: TextBuffer
  package internal(set) var caret: Position
  /// Grows with every change of the text, undo and redo too: the same number is the same text.
  package private(set) var revision = 0
  private var history: History
  /// The column that vertical moves aim for, in cells from the row's left. Other moves and changes forget it.
  var desiredColumn: Int?

  /// An editor for a text, with nothing to take back. The caret is at the start if none is given.
  package init(_ text: String, caret: Position? = nil, limits: UndoLimits = .standard) {
    buffer = TextBuffer(text)
    history = History(limits: limits)
    self.caret = caret.map(buffer.clamped) ?? buffer.start
  }

  package var canUndo: Bool { history.canUndo }
  package var canRedo: Bool { history.canRedo }

  /// Takes the newest step back, and the caret to where it was before. False if there is none.
  @discardableResult
  package mutating func undo() -> Bool {
    guard let step = history.undo() else { return false }
    for edit in step.edits.reversed() {
      buffer.apply(edit.inverse)
    }
    didChange(caret: step.caretBefore)
    return true
  }

  /// Does the step again that was taken back last. False if there is none.
  @discardableResult
  package mutating func redo() -> Bool {
    guard let step = history.redo() else { return false }
    for edit in step.edits {
      buffer.apply(edit)
    }
    didChange(caret: step.caretAfter)
    return true
  }

  /// Puts the caret there, as a move of the writer's: it ends a run of typing.
  mutating func setCaret(_ position: Position, desiredColumn: Int? = nil) {
    caret = position
    self.desiredColumn = desiredColumn
    history.endRun()
  }

  /// Puts `text` in the place of `range`. The caret stays with its neighbours, or goes behind what was
  /// inserted where it was at the range's end.
  mutating func replace(
    _ range: Range<Position>, with text: String, _ reason: History.Reason, at time: Milliseconds
  ) {
    let edit = buffer.edit(replacing: range, with: text)
    guard !edit.changesNothing else { return }
    let before = caret
    buffer.apply(edit)
    didChange(caret: edit.map(before))
    history.record(edit, reason, at: time, caret: (before: before, after: caret))
  }

  private mutating func didChange(caret position: Position) {
    caret = position
    desiredColumn = nil
    revision += 1
  }
}
