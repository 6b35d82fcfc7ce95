import Checks
import Journal
import TextEditing

/// How far a finding is put aside.
enum DismissalScope: Equatable {
  /// In this paragraph, by a comment in the text.
  case here
  /// In this entry, by its front matter.
  case inEntry
  /// The rule in all entries, by the settings.
  case forGood
}

/// Looking at the text that is being written: quietly, in the pauses.
extension State {
  /// In milliseconds after the last change.
  private static let checkPause: Int64 = 800

  /// Sets the timer that checks the text, if it has changed.
  func checkTimer() -> [Effect] {
    guard let editor = layers.editor, editor.needsCheck || editor.needsCounts else { return [] }
    return [.startTimer(.check(editor.document), milliseconds: State.checkPause)]
  }

  func checkEffect() -> [Effect] {
    guard let editor = layers.editor, editor.needsCheck else { return [] }
    let manuscript = editor.manuscript(language: settings.catalogue.language)
    return [.check(editor.document, revision: editor.checkedState, manuscript)]
  }

  mutating func receive(_ report: CheckedText) {
    guard let editor = layers.editor, editor.document == report.document,
      editor.checkedState == report.revision
    else { return }
    layers.editor?.findings = report.findings
    layers.editor?.refusedRules = report.refused
    layers.editor?.lastCheckedState = report.revision
    layers.export?.findings = report.findings.count
    let buffer = editor.text.buffer
    layers.findings?.receive(report) { $0 < buffer.lineCount ? buffer.line($0) : "" }
  }

  /// `Ctrl-T`: shows what the checks find.
  mutating func showFindings() -> [Effect] {
    guard let editor = layers.editor else { return [] }
    layers.findings = FindingsState()
    layers.push(.findings)
    guard !editor.needsCheck else { return checkEffect() }
    receive(
      CheckedText(
        document: editor.document, revision: editor.checkedState, findings: editor.findings,
        refused: editor.refusedRules))
    return []
  }

  /// Goes back to the text, to the place of a finding.
  mutating func show(_ finding: Finding) {
    layers.pop()
    if layers.top == .export { layers.pop() }
    layers.editor?.moveToFinding(finding)
  }

  mutating func dismiss(_ finding: Finding, _ scope: DismissalScope, at moment: Moment) -> [Effect] {
    let words = ["class": settings.catalogue.title(of: finding.class)]
    switch scope {
    case .here:
      layers.editor?.dismissHere(finding, at: moment)
      notice = Notice(settings.catalogue[.findingsDismissedHere, words])
    case .inEntry:
      layers.editor?.dismissInEntry(finding, at: moment)
      notice = Notice(settings.catalogue[.findingsDismissedInEntry, words])
    case .forGood:
      return [.switchOffChecks([finding.rule] + finding.repetitions)]
    }
    return checkEffect()
  }

  /// Rules are off in all entries from now on: what they found goes.
  mutating func checksSwitchedOff(_ rules: [String], inSettings path: String) -> [Effect] {
    let words = ["rule": rules.joined(separator: ", "), "path": path]
    notice = Notice(settings.catalogue[.findingsDismissedForGood, words])
    layers.editor?.lastCheckedState = nil
    return checkEffect()
  }
}

extension EditorState {
  /// Stands for the state of all that the checks look at.
  var checkedState: Int { save.revision }
  var needsCheck: Bool { lastCheckedState != checkedState && !isReadOnly }

  func manuscript(language: Language) -> Manuscript {
    var metadata = metadata
    metadata.title = title.text
    return Manuscript(
      Entry(metadata: metadata, body: text.buffer.text), template: template, language: language)
  }

  mutating func moveToFinding(_ finding: Finding) {
    switch finding.place.part {
    case .title: focus = .title
    case .tags: return
    case .body:
      focus = .text
      text.move(to: Position(line: finding.place.line, character: finding.place.column))
    }
  }

  /// Puts the finding's paragraph between comments that only the checks read; a draft never has them.
  mutating func dismissHere(_ finding: Finding, at moment: Moment) {
    guard finding.place.part == .body, !finding.text.isEmpty else {
      return dismissInEntry(finding, at: moment)
    }
    let range = paragraph(around: finding.place.line)
    let end = text.buffer.endOfLine(range.upperBound)
    let start = Position(line: range.lowerBound, character: 0)
    change(at: moment) { editor in
      editor.text.replaceTexts(
        [
          (start..<start, "<!-- kiseki off \(finding.class.rawValue) -->\n"),
          (end..<end, "\n<!-- kiseki on -->"),
        ], at: moment.milliseconds)
    }
  }

  mutating func dismissInEntry(_ finding: Finding, at moment: Moment) {
    guard !metadata.checksOff.contains(finding.class.rawValue) else { return }
    metadata.checksOff.append(finding.class.rawValue)
    save.changed(at: moment.milliseconds)
  }

  /// The lines around one up to the nearest blank ones.
  private func paragraph(around line: Int) -> ClosedRange<Int> {
    let buffer = text.buffer
    func isBlank(_ index: Int) -> Bool { buffer.line(index).allSatisfy(\.isWhitespace) }
    var (first, last) = (min(line, buffer.lineCount - 1), min(line, buffer.lineCount - 1))
    while first > 0, !isBlank(first - 1) { first -= 1 }
    while last < buffer.lineCount - 1, !isBlank(last + 1) { last += 1 }
    return first...last
  }
}
