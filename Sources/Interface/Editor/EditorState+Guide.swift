import Journal
import TextEditing

/// Going from question to question.
extension EditorState {
  /// The sections that stand in the outline: those with a heading, or the one that a format without headings has.
  var outlinedSections: [GuidedSection] {
    sections.filter { $0.heading != nil || $0.section != nil }
  }

  /// Which of `sections` the caret is in.
  var currentSectionIndex: Int? {
    sections.lastIndex { $0.firstLine <= text.caret.line }
  }

  var currentSection: GuidedSection? {
    currentSectionIndex.map { sections[$0] }
  }

  /// Goes to the question after or before this one.
  /// - Returns: false where there is none.
  mutating func moveToQuestion(by step: Int) -> Bool {
    updateGuide()
    guard let current = currentSectionIndex else {
      guard step > 0, let first = sections.first else { return false }
      move(to: first)
      return true
    }
    if focus == .title, step > 0 {
      move(to: sections[current])
      return true
    }
    let target = current + step
    guard sections.indices.contains(target) else { return false }
    move(to: sections[target])
    return true
  }

  /// Where writing begins: the first section without an answer that has a question, else the end of the first.
  mutating func moveToFirstQuestion() {
    let unanswered = sections.first { $0.section != nil && $0.state == .empty && !$0.isOptional }
    guard let section = unanswered ?? sections.first else { return }
    move(to: section)
  }

  private mutating func move(to section: GuidedSection) {
    focus = .text
    text.move(to: writingPosition(in: section))
    headingToShow = RowPosition(line: section.firstLine, row: 0)
  }

  /// From the title into the text: where it was, but not above the place where the first words go.
  mutating func enterText() {
    updateGuide()
    focus = .text
    guard let first = sections.first(where: { $0.heading != nil }) ?? sections.first,
      text.caret <= Position(line: first.firstLine, character: 0)
    else { return }
    move(to: first)
  }

  /// The end of what a section has, or the line where its first words go.
  func writingPosition(in section: GuidedSection) -> Position {
    let buffer = text.buffer
    let lines = section.body
    if let last = lines.last(where: { !buffer.line($0).allSatisfy(\.isWhitespace) }) {
      return Position(line: last, character: buffer.line(last).count)
    }
    return Position(line: emptyWritingLine(of: section), character: 0)
  }

  /// The first line of a section that has words, or where its first words go.
  func firstWrittenLine(of section: GuidedSection) -> Int {
    let written = section.body.first { !text.buffer.line($0).allSatisfy(\.isWhitespace) }
    return written ?? emptyWritingLine(of: section)
  }

  /// The line where the first words of an empty section go: below the heading with a blank line between.
  func emptyWritingLine(of section: GuidedSection) -> Int {
    let lines = section.body
    guard section.heading != nil else { return lines.lowerBound }
    if lines.count >= 2 { return lines.lowerBound + 1 }
    return lines.isEmpty ? section.firstLine : lines.lowerBound
  }

  /// The question that stands as ghost text on a line, if any.
  func ghostQuestion(onLine line: Int) -> String? {
    guard
      let section = sections.last(where: { $0.firstLine <= line }),
      section.state == .empty, emptyWritingLine(of: section) == line, text.buffer.line(line).isEmpty
    else { return nil }
    return section.section?.prompt.question
  }
}

extension GuidedSection {
  /// The heading's line, or the first line of a section without one.
  var firstLine: Int { heading?.line ?? body.lowerBound }
  var isOptional: Bool { section?.isOptional ?? false }
}
