import Display
import Journal
import TextEditing

/// Keeping the caret in sight.
extension EditorState {
  mutating func settle(in scene: Scene) {
    guideHeight.measure(template, in: scene)
    let pane = EditorPanes(self, scene).text
    let width = max(1, pane.columns - 1)
    if layout.width != width { layout = TextLayout(width: width, widths: scene.widths) }
    layout.keepRow(of: text.caret, in: text.buffer)
    layout.keepRows(from: top, count: pane.rows, in: text.buffer)
    if shownSize != pane.size { top = min(top, lastTop(rows: pane.rows)) }
    shownSize = pane.size
    top = layout.top(from: top, showing: text.caret, rows: max(1, pane.rows), in: text.buffer)
    if let heading = headingToShow { show(heading, rows: pane.rows) }
    headingToShow = nil
    layout.keepRows(from: top, count: pane.rows, in: text.buffer)
  }

  /// The lowest top row that leaves no row blank below the text.
  private func lastTop(rows: Int) -> RowPosition {
    let last = RowPosition(line: text.buffer.lineCount, row: 0)
    return layout.advance(last, by: 1 - max(1, rows), in: text.buffer)
  }

  /// Scrolls so that the heading of the section that was gone to shows above the caret, with a little room
  /// below it. Nothing moves where it does already.
  private mutating func show(_ heading: RowPosition, rows: Int) {
    let caret = layout.row(of: text.caret, in: text.buffer)
    let room = layout.advance(top, by: max(0, rows - 1 - EditorState.roomBelowCaret), in: text.buffer)
    guard heading < top || caret > room else { return }
    top = layout.top(from: heading, showing: text.caret, rows: max(1, rows), in: text.buffer)
  }

  /// Rows below the caret that show what comes next.
  private static let roomBelowCaret = 2
}
