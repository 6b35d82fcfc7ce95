import Display
import Journal
import TextEditing

/// Keeping the caret in sight.
extension EditorState {
  mutating func settle(in scene: Scene) {
    let pane = EditorPanes(self, scene).text
    let width = max(1, pane.columns - 1)
    if layout.width != width { layout = TextLayout(width: width, widths: scene.widths) }
    top = layout.top(from: top, showing: text.caret, rows: max(1, pane.rows), in: text.buffer)
    layout.keepRows(from: top, count: pane.rows, in: text.buffer)
  }

  /// Wants the heading of a section to be the first row. Where the caret would not show, it wins.
  mutating func showHeading(of section: GuidedSection) {
    top = RowPosition(line: min(section.firstLine, text.caret.line), row: 0)
  }
}
