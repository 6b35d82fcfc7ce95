extension TextEditor {
  /// Inserts at the caret, which goes behind it. More than one grapheme is a step of its own (a paste, what
  /// an input method commits), as is a text with a line break, and whatever is asked for with `asOneStep`.
  package mutating func insert(_ text: String, at time: Milliseconds, asOneStep: Bool = false) {
    let isTyped = !asOneStep && text.dropFirst().isEmpty && !text.utf8.contains(LineEnding.newline)
    replace(caret..<caret, with: text, isTyped ? .typing : .whole, at: time)
  }

  /// Begins a new line at the caret, with the line ending of the line it was in.
  package mutating func insertLineBreak(at time: Milliseconds) {
    replace(caret..<caret, with: "\n", .whole, at: time)
  }

  /// Removes the grapheme before the caret, or the line break.
  package mutating func deleteBackward(at time: Milliseconds) {
    replace(positionLeft..<caret, with: "", .deletingBackward, at: time)
  }

  /// Removes the grapheme behind the caret, or the line break.
  package mutating func deleteForward(at time: Milliseconds) {
    replace(caret..<positionRight, with: "", .deletingForward, at: time)
  }

  /// Removes what stands behind the caret in its line; at the line's end, the line break.
  package mutating func deleteToLineEnd(at time: Milliseconds) {
    let end = buffer.endOfLine(caret.line)
    replace(caret..<(caret < end ? end : positionRight), with: "", .whole, at: time)
  }

  /// Removes back to where `moveWordLeft` would go.
  package mutating func deleteWordBackward(at time: Milliseconds) {
    replace(positionWordLeft..<caret, with: "", .whole, at: time)
  }

  /// Puts `text` in the place of `range`, as a step of its own. The caret keeps its place in the text.
  package mutating func replaceText(in range: Range<Position>, with text: String, at time: Milliseconds) {
    replace(buffer.clamped(range), with: text, .whole, at: time)
  }

  /// Puts texts in the places of ranges that do not overlap, as one step. The caret keeps its place in the text.
  package mutating func replaceTexts(
    _ changes: [(range: Range<Position>, text: String)], at time: Milliseconds
  ) {
    let first = revision
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      let reason = revision == first ? History.Reason.whole : .continuation
      replace(buffer.clamped(change.range), with: change.text, reason, at: time)
    }
  }
}
