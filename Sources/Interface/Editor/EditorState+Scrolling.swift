import Display
import Journal
import TextEditing

/// Keeping the caret in sight.
extension EditorState {
  mutating func settle(in scene: Scene) {
    let pane = EditorPanes(self, scene).text
    let width = max(1, pane.columns - 1)
    if layout.width != width { layout = TextLayout(width: width, widths: scene.widths) }
    layout.update(for: text.buffer)
    let caret = layout.row(of: text.caret, in: text.buffer)
    top = layout.clamped(top, in: text.buffer)
    if caret < top { top = caret }
    let last = layout.advance(top, by: max(0, pane.rows - 1), in: text.buffer)
    if caret > last { top = layout.advance(caret, by: -max(0, pane.rows - 1), in: text.buffer) }
  }

  /// Wants the heading of a section to be the first row. Where the caret would not show, it wins.
  mutating func showHeading(of section: GuidedSection) {
    top = RowPosition(line: min(section.firstLine, text.caret.line), row: 0)
  }
}
