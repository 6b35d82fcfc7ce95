import Display
import Publishing
import Typography

/// Two drafts side by side, or one above the other where the window is narrow: the writer's own, and what the entry makes
/// now.
extension ExportState {
  func drawChoice(_ side: Int, on screen: inout Screen, _ scene: Scene) {
    guard let draft = chosen(in: scene.catalogue.language) else { return }
    let body = scene.window.inset(left: 2, top: scene.size.rows >= 9 ? 2 : 0, right: 2, bottom: 1)
    let rects = Self.halves(of: body)
    let drafts = [draft.file.parts, draft.fresh.parts]
    let titles = [scene.catalogue[.exportOwn], scene.catalogue[.exportNew]]
    for (index, rect) in rects.enumerated() {
      let isChosen = index == side
      screen.draw(
        (isChosen ? "> " : "  ") + titles[index], column: rect.column, row: rect.row, in: rect,
        style: isChosen ? .selected : .heading)
      if isChosen { screen.caret = ScreenPosition(column: rect.column, row: rect.row) }
      draw(
        drafts[index], of: draft.channel, on: &screen, in: rect.inset(left: 2, top: 1), widths: scene.widths)
    }
  }

  private static func halves(of body: Rect) -> [Rect] {
    guard body.columns < 60 else {
      let (left, rest) = body.splitLeft(body.columns / 2)
      return [left.inset(right: 2), rest]
    }
    let (top, rest) = body.splitTop(body.rows / 2)
    return [top, rest]
  }

  private func draw(
    _ parts: [String], of channel: Channel, on screen: inout Screen, in rect: Rect, widths: ColumnWidths
  ) {
    let text = parts.joined(separator: channel.isDivided ? "\n\n\(DraftText.cut)\n" : "")
    let rows = wrappedRows(of: text, width: max(1, rect.columns), widths: widths)
    let top = min(choiceTop, max(0, rows.count - rect.rows))
    for (offset, row) in rows.dropFirst(top).prefix(rect.rows).enumerated() {
      let isCut = channel.isDivided && row == DraftText.cut
      screen.draw(
        row, column: rect.column, row: rect.row + offset, in: rect, style: isCut ? .rule : .plain)
    }
  }
}
