import Publishing
import TextEditing

/// Going from part to part, and moving the cuts between them.
extension ChannelDraft {
  /// Goes to the part so many further on, or the last one that there is.
  mutating func goToPart(by step: Int) {
    guard !parts.parts.isEmpty else { return }
    let index = max(0, min((chosenPart ?? 0) + step, parts.parts.count - 1))
    go(toPart: index)
  }

  private mutating func go(toPart index: Int) {
    guard parts.parts.indices.contains(index) else { return }
    move(to: Position(line: parts.parts[index].lines.lowerBound, character: 0))
  }

  /// From a part as a whole to its first words.
  mutating func enterPart(at moment: Moment) {
    guard let index = chosenPart, parts.parts[index].hasCut,
      text.caret.line == parts.parts[index].lines.lowerBound
    else { return }
    move(to: Position(line: text.caret.line + 1, character: 0))
  }

  // MARK: Cuts

  /// Moves the cut before the chosen part; of the first part the one behind it.
  /// - Returns: false where it can go no further.
  mutating func moveCut(_ step: CutStep, isEarlier: Bool, at moment: Moment) -> Bool {
    guard let chosen = chosenPart, parts.parts.count > 1 else { return false }
    let second = max(1, chosen)
    let (first, last) = (parts.parts[second - 1], parts.parts[second])
    guard let moved = CutPlaces(first.text, last.text, in: uncut).moved(by: step, isEarlier: isEarlier)
    else { return false }
    replace(first.lines.lowerBound..<last.lines.upperBound, with: [moved.first, moved.second], at: moment)
    go(toPart: chosen)
    return true
  }

  /// Joins the chosen part to the one before it.
  /// - Returns: false for the first.
  mutating func joinPart(at moment: Moment) -> Bool {
    guard let chosen = chosenPart, chosen > 0 else { return false }
    let (first, last) = (parts.parts[chosen - 1], parts.parts[chosen])
    let joined = CutPlaces(first.text, last.text, in: uncut).joined
    replace(first.lines.lowerBound..<last.lines.upperBound, with: [joined], at: moment)
    go(toPart: chosen - 1)
    return true
  }

  /// Cuts the chosen part in two, near its middle.
  /// - Returns: false where it has only one word.
  mutating func splitPart(at moment: Moment) -> Bool {
    guard let chosen = chosenPart, let halves = CutPlaces.halves(of: parts.parts[chosen].text) else {
      return false
    }
    replace(parts.parts[chosen].lines, with: [halves.first, halves.second], at: moment)
    go(toPart: chosen)
    return true
  }

  /// Cuts the chosen part where the caret is.
  /// - Returns: false at the part's start or end.
  mutating func splitAtCaret(at moment: Moment) -> Bool {
    guard let chosen = chosenPart else { return false }
    let lines = parts.parts[chosen].lines
    let start = Position(line: lines.lowerBound + (parts.parts[chosen].hasCut ? 1 : 0), character: 0)
    let end = text.buffer.endOfLine(lines.upperBound - 1)
    guard start < text.caret, text.caret < end else { return false }
    let first = text.buffer.text(in: start..<text.caret)
    let second = text.buffer.text(in: text.caret..<end)
    guard !first.allSatisfy(\.isWhitespace), !second.allSatisfy(\.isWhitespace) else { return false }
    change(at: moment) {
      $0.replaceText(in: $0.caret..<$0.caret, with: "\n\n\(DraftText.cut)\n", at: moment.milliseconds)
    }
    go(toPart: chosen + 1)
    enterPart(at: moment)
    return true
  }

  /// Puts parts in the place of whole parts, as one step.
  private mutating func replace(_ lines: Range<Int>, with parts: [String], at moment: Moment) {
    let isLast = lines.upperBound == text.buffer.lineCount
    let start = Position(line: lines.lowerBound, character: 0)
    let end =
      isLast ? text.buffer.end : Position(line: lines.upperBound, character: 0)
    let new = DraftText.text(of: parts, isDivided: true) + (isLast ? "" : "\n\n")
    change(at: moment) { $0.replaceText(in: start..<end, with: new, at: moment.milliseconds) }
  }

  // MARK: Scrolling

  /// Keeps in sight what matters: the caret, or the chosen part, from its start on.
  mutating func scroll(in layout: TextLayout, rows: Int, showsWholePart: Bool) {
    let buffer = text.buffer
    if showsWholePart, let part = chosenPart.map({ parts.parts[$0] }) {
      let end = Position(line: max(part.lines.lowerBound, part.lines.upperBound - 1), character: 0)
      let start = Position(line: part.lines.lowerBound, character: 0)
      for place in [end, start] { top = layout.top(from: top, showing: place, rows: rows, in: buffer) }
    }
    top = layout.top(from: top, showing: text.caret, rows: rows, in: buffer)
  }
}
