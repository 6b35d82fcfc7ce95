import Display
import Journal
import Publishing
import TextEditing
import Typography

extension ExportState {
  func draw(on screen: inout Screen, in scene: Scene) {
    let panes = ExportPanes(self, scene)
    drawTitle(on: &screen, in: panes.title, scene)
    guard !isLocked else { return drawLock(on: &screen, scene) }
    if case .choice(let side) = focus {
      drawChoice(side, on: &screen, scene)
    } else {
      drawFindings(on: &screen, in: panes.findings, scene)
      let listCaret = drawList(on: &screen, panes, scene)
      drawHead(on: &screen, in: panes.head, scene)
      let textCaret = drawDraft(on: &screen, in: panes.text, scene)
      screen.caret = focus == .channels ? listCaret : textCaret ?? listCaret
    }
    StatusBar(left: statusSpans(scene), hints: hints).draw(on: &screen, in: scene, place: keyPlace)
  }

  private func drawTitle(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.rows > 0 else { return }
    let end = screen.draw(
      scene.catalogue[.exportTitle] + "  ", column: rect.column, row: rect.row, in: rect, style: .title)
    let room = rect.inset(left: end - rect.column)
    let shown = scene.widths.shortened(title, to: room.columns)
    screen.draw(shown, column: end, row: rect.row, in: room, style: .muted)
  }

  private func drawFindings(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.rows > 0 else { return }
    let words = [
      "count": String(findings), "key": scene.keymap.label(for: .findings, in: .export),
    ]
    let text = scene.widths.shortened(scene.catalogue[.exportFindings, words], to: rect.columns)
    screen.draw(text, column: rect.column, row: rect.row, in: rect, style: .hint)
  }

  private func drawLock(on screen: inout Screen, _ scene: Scene) {
    let body = scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
    let key = scene.keymap.label(for: .export, in: .export)
    screen.drawParagraph(
      scene.catalogue[.exportPrivate, ["key": key]], in: body, style: .plain, widths: scene.widths)
    StatusBar(left: [], hints: [Hint(.export, .exportUnlock), Hint(.back)])
      .draw(on: &screen, in: scene, place: .export)
    screen.caret = ScreenPosition(column: body.column, row: min(body.row, scene.size.rows - 1))
  }

  // MARK: The channels

  /// - Returns: where the caret is while the writer chooses.
  private func drawList(
    on screen: inout Screen, _ panes: ExportPanes, _ scene: Scene
  ) -> ScreenPosition {
    let listed = listed(in: scene.catalogue.language)
    for (offset, index) in listed.dropFirst(selection.top).prefix(panes.list.rows).enumerated() {
      let line = Rect(
        column: panes.list.column, row: panes.list.row + offset, columns: panes.list.columns, rows: 1)
      draw(drafts[index], isChosen: selection.top + offset == selection.index, on: &screen, in: line, scene)
    }
    if listed.isEmpty {
      let text = scene.catalogue[drafts.isEmpty ? .exportMaking : .exportNothingMatches]
      screen.drawParagraph(text, in: panes.list, style: .muted, widths: scene.widths)
    }
    guard panes.filter.rows > 0 else { return ScreenPosition(column: panes.list.column, row: panes.list.row) }
    return filter.draw(
      on: &screen, in: panes.filter, style: .plain, placeholder: scene.catalogue[.exportFilterHint],
      widths: scene.widths)
  }

  /// A name that is cut to less than this says nothing; then the length gives way.
  private static let leastNameColumns = 8

  /// The channel's name, whether it was shared there (*) or is too long for it (!), and how long the draft is.
  private func draw(
    _ draft: ChannelDraft, isChosen: Bool, on screen: inout Screen, in line: Rect, _ scene: Scene
  ) {
    let style: Style = isChosen ? .selected : .plain
    if isChosen { screen.fill(line, .selected) }
    let mark = draft.fits ? (shared[draft.channel.id] == nil ? " " : "*") : "!"
    screen.draw(mark, column: line.column, row: line.row, in: line, style: draft.fits ? style : .caution)
    let columns = line.columns - 3 - scene.widths.columns(of: draft.summary)
    let summary = columns < Self.leastNameColumns ? "" : draft.summary
    let summaryColumn = line.endColumn - scene.widths.columns(of: summary)
    let room = line.inset(left: 2, right: line.endColumn - summaryColumn + 1)
    let name = scene.widths.shortened(draft.channel.name(in: scene.catalogue.language), to: room.columns)
    screen.draw(name, column: room.column, row: line.row, in: room, style: style)
    let summaryStyle: Style = isChosen ? .selected : draft.fits ? .muted : .caution
    screen.draw(summary, column: summaryColumn, row: line.row, in: line, style: summaryStyle)
  }

  // MARK: The draft

  private func drawHead(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    var rest = rect
    for line in headLines(in: scene) {
      let used = screen.drawParagraph(line.text, in: rest, style: line.style, widths: scene.widths)
      rest = rest.inset(top: used)
    }
  }

  /// - Returns: where the caret is in the draft.
  private func drawDraft(on screen: inout Screen, in rect: Rect, _ scene: Scene) -> ScreenPosition? {
    guard rect.columns > 0, let draft = chosen(in: scene.catalogue.language) else { return nil }
    guard !draft.parts.parts.isEmpty || focus == .text else {
      screen.drawParagraph(
        scene.catalogue[.exportNothingWritten], in: rect, style: .muted, widths: scene.widths)
      return nil
    }
    let rows = layout.visibleRows(from: draft.top, count: rect.rows, in: draft.text.buffer)
    for (offset, row) in rows.enumerated() {
      let line = Rect(column: rect.column, row: rect.row + offset, columns: rect.columns, rows: 1)
      if !drawCut(of: draft, atLine: row.position.line, on: &screen, in: line) {
        screen.draw(row.text, column: line.column, row: line.row, in: line)
      }
    }
    let caret = layout.place(of: draft.text.caret, in: draft.text.buffer)
    guard let offset = rows.firstIndex(where: { $0.position == caret.row }) else { return nil }
    return ScreenPosition(
      column: min(rect.column + caret.column, rect.endColumn - 1), row: rect.row + offset)
  }

  /// The line that begins a part, as the upper edge of a card: "--- 2/5  132/280 -----".
  /// - Returns: false where the line begins none.
  private func drawCut(
    of draft: ChannelDraft, atLine line: Int, on screen: inout Screen, in rect: Rect
  ) -> Bool {
    let parts = draft.parts.parts
    guard draft.channel.isDivided, draft.text.buffer.line(line) == DraftText.cut else { return false }
    screen.drawRule(in: rect.inset(right: 1), row: rect.row)
    guard let index = parts.firstIndex(where: { $0.hasCut && $0.lines.lowerBound == line }) else {
      return true
    }
    let isChosen = focus != .channels && draft.chosenPart == index
    var label = " \(index + 1)/\(parts.count)"
    var excess = 0
    if draft.counts.indices.contains(index), let measure = draft.counts[index].mostExceeded {
      label += "  " + measure.summary
      excess = measure.excess
    }
    let style: Style = isChosen ? (focus == .text ? .accent : .selected) : .muted
    let column = screen.draw(
      label + " ", column: rect.column + DraftText.cut.count, row: rect.row, in: rect, style: style)
    if excess > 0 {
      screen.draw("+\(excess) ", column: column, row: rect.row, in: rect, style: .caution)
    }
    return true
  }

  // MARK: The line at the bottom

  private var hints: [Hint] {
    switch focus {
    case .channels:
      [Hint(.choose, .exportOpen), Hint(.copyPart), Hint(.markShared), Hint(.back), Hint(.palette)]
    case .parts:
      [
        Hint(.choose, .exportEdit), Hint(.copyPart), Hint(.cutEarlier), Hint(.markShared), Hint(.back),
        Hint(.palette),
      ]
    case .text: (isChosenDivided ? [Hint(.splitPart)] : []) + [Hint(.copyPart), Hint(.back), Hint(.palette)]
    case .choice: [Hint(.choose), Hint(.back)]
    }
  }

  /// The truth about the chosen draft's file.
  private func statusSpans(_ scene: Scene) -> [Span] {
    let catalogue = scene.catalogue
    guard let draft = chosen(in: catalogue.language) else {
      return isComplete ? [] : [Span(catalogue[.exportMaking], .statusBar)]
    }
    let save = draft.save
    if let failure = save.failure {
      return [Span(catalogue[.statusFailed, ["reason": failure.text(in: catalogue)]], .statusAlert)]
    }
    if save.revisionInFlight != nil { return [Span(catalogue[.statusSaving], .statusBar)] }
    guard save.isSaved else { return [Span(catalogue[.statusUnsaved], .statusBar)] }
    if let savedAt = save.savedAt {
      return [Span(catalogue[.statusSaved, ["time": savedAt.formatted("HH:mm")]], .statusBar)]
    }
    return draft.path == nil
      ? [] : [Span(catalogue[draft.isEdited ? .exportOwnFile : .exportFile], .statusBar)]
  }
}

extension TextCount {
  /// The measure that is too long by most, else the one that is nearest to its limit.
  fileprivate var mostExceeded: Measure? {
    measures.max { $0.excess < $1.excess }.flatMap { $0.excess > 0 ? $0 : nil } ?? tightest
  }
}
