import Checks
import Display
import Journal
import Publishing
import TextEditing
import Typography

extension EditorState {
  func draw(on screen: inout Screen, in scene: Scene) {
    let panes = EditorPanes(self, scene)
    drawHeader(on: &screen, in: panes.header, scene)
    drawOutline(on: &screen, in: panes.outline, scene)
    drawText(on: &screen, in: panes.text, scene)
    drawGuide(on: &screen, in: panes.guide, scene)
    let hints = [Hint(.nextQuestion), Hint(.save), Hint(.back), Hint(.palette), Hint(.keys)]
    StatusBar(left: statusSpans(scene), asides: draftLengths(scene), hints: hints)
      .draw(on: &screen, in: scene, place: .editor)
    let titleCaret = drawTitle(on: &screen, in: panes.title, scene)
    if focus == .title { screen.caret = titleCaret }
  }

  private func drawHeader(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.rows > 0 else { return }
    let line = rect.inset(left: 2, right: 2)
    let format = template?.title ?? scene.catalogue[.editorEntry]
    let name = [format, seriesPlace(scene)].compactMap(\.self).joined(separator: "  ")
    let end = screen.draw(name, column: line.column, row: line.row, in: line, style: .muted)
    let file = path.map { String($0.split(separator: "/").last ?? "") } ?? ""
    let shown = scene.widths.shortened(file, to: max(0, line.endColumn - end - 2))
    let column = line.endColumn - scene.widths.columns(of: shown)
    screen.draw(shown, column: column, row: line.row, in: line, style: .muted)
  }

  /// Where the entry stands among those that carry one another on.
  private func seriesPlace(_ scene: Scene) -> String? {
    guard series.count > 1, let index = series.firstIndex(where: { $0.path == path ?? "" }) else {
      return nil
    }
    return scene.catalogue[.editorSeries, ["place": String(index + 1), "count": String(series.count)]]
  }

  private func drawTitle(
    on screen: inout Screen, in rect: Rect, _ scene: Scene
  ) -> ScreenPosition {
    title.draw(
      on: &screen, in: rect, style: .title, placeholder: scene.catalogue[.editorTitleGhost],
      widths: scene.widths)
  }

  private func drawText(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let rows = layout.visibleRows(from: top, count: rect.rows, in: text.buffer)
    let headings = Set(sections.compactMap(\.heading?.line))
    for (offset, row) in rows.enumerated() {
      let isHeading = headings.contains(row.position.line)
      let style: Style = isHeading ? .heading : .plain
      screen.draw(row.text, column: rect.column, row: rect.row + offset, in: rect, style: style)
      if row.position.row == 0, let question = ghostQuestion(onLine: row.position.line) {
        let shown = scene.widths.shortened(question, to: rect.columns)
        screen.draw(shown, column: rect.column, row: rect.row + offset, in: rect, style: .ghost)
      }
    }
    let caret = layout.place(of: text.caret, in: text.buffer)
    guard let offset = rows.firstIndex(where: { $0.position == caret.row }) else { return }
    screen.caret = ScreenPosition(
      column: min(rect.column + caret.column, rect.endColumn - 1), row: rect.row + offset)
  }

  /// How long the drafts for the entry's channels are: "X 132/280".
  private func draftLengths(_ scene: Scene) -> [Span] {
    (draftCounts?.channels ?? []).compactMap { length in
      guard !length.counts.isEmpty else { return nil }
      let name = length.channel.name(in: scene.catalogue.language)
      return Span("\(name) \(length.counts.summary)", length.counts.allSatisfy(\.fits) ? .muted : .caution)
    }
  }

  /// The truth about saving, and quietly how many findings there are.
  private func statusSpans(_ scene: Scene) -> [Span] {
    let findings = findingsToCount
    guard !findings.isEmpty else { return saveSpans(scene) }
    let hasCare = findings.contains { $0.class == .care }
    let text =
      hasCare
      ? scene.catalogue[.careQuietly, ["key": scene.keymap.label(for: .findings, in: .editor)]]
      : scene.catalogue[.findingsCount, ["count": String(findings.count)]]
    return saveSpans(scene) + [Span("  "), Span(text, .muted)]
  }

  /// Nobody is told that a learning is missing, or that the text ends harshly, before they came to its end.
  private var findingsToCount: [Finding] {
    let isUnderWay = sections.contains { $0.section != nil && !$0.isOptional && $0.state == .empty }
    guard isUnderWay else { return findings }
    return findings.filter { ![.learningMissing, .nextStepMissing, .negative].contains($0.class) }
  }

  /// What is true about saving, and nothing else.
  private func saveSpans(_ scene: Scene) -> [Span] {
    let catalogue = scene.catalogue
    if case .readOnly = access { return [Span(catalogue[.editorReadOnly], .statusAlert)] }
    if let failure = save.failure {
      return [Span(catalogue[.statusFailed, ["reason": failure.text(in: catalogue)]], .statusAlert)]
    }
    if save.revisionInFlight != nil { return [Span(catalogue[.statusSaving], .statusBar)] }
    guard save.isSaved else { return [Span(catalogue[.statusUnsaved], .statusBar)] }
    if let savedAt = save.savedAt {
      return [Span(catalogue[.statusSaved, ["time": savedAt.formatted("HH:mm")]], .statusBar)]
    }
    return [Span(catalogue[path == nil ? .statusNew : .statusUnchanged], .statusBar)]
  }
}

/// The outline at the left and the guide below.
extension EditorState {
  private func drawOutline(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.columns > 0 else { return }
    let outlined = outlinedSections
    let current = currentSection
    let index = outlined.firstIndex { $0 == current } ?? 0
    let first = max(0, min(index - rect.rows / 2, outlined.count - rect.rows))
    for (offset, section) in outlined.dropFirst(first).prefix(rect.rows).enumerated() {
      let line = Rect(column: rect.column + 2, row: rect.row + offset, columns: rect.columns - 3, rows: 1)
      let isCurrent = section == current && focus == .text
      let end = screen.draw(
        section.state.marker + " ", column: line.column, row: line.row, in: line, style: section.state.style)
      let heading = section.heading?.text ?? scene.catalogue[.editorOpening]
      let room = line.inset(left: end - line.column)
      let shown = scene.widths.shortened(heading, to: room.columns)
      screen.draw(
        shown, column: end, row: line.row, in: room,
        style: isCurrent ? .accent : section.isOptional ? .muted : .plain)
    }
  }

  private func drawGuide(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.rows >= 2 else { return }
    screen.drawRule(in: rect.inset(left: 2, right: 2), row: rect.row)
    let vector = showsVector ? scene.vector : nil
    let pane =
      vector.map { GuidePane(vector: $0, scene) } ?? GuidePane(section: currentSection?.section, scene)
    pane.draw(
      on: &screen, in: rect.inset(left: 2, top: 1, right: 2))
  }
}

extension SectionState {
  /// How far a section is, in characters that are narrow everywhere.
  var marker: String {
    switch self {
    case .empty: "[ ]"
    case .begun: "[-]"
    case .done: "[x]"
    }
  }

  var style: Style {
    switch self {
    case .empty: .muted
    case .begun: .plain
    case .done: .done
    }
  }
}
