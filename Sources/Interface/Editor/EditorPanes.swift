import Display
import Journal
import Typography

/// Where the editor's parts are: header, title, outline, text, guide. Small windows do with less of them.
struct EditorPanes {
  let header: Rect
  let title: Rect
  let outline: Rect
  let text: Rect
  let guide: Rect

  init(_ editor: EditorState, _ scene: Scene) {
    let window = scene.window.inset(bottom: 1)
    let hasHeader = window.rows >= 9
    header = window.splitTop(hasHeader ? 1 : 0).top
    let belowHeader = window.splitTop(hasHeader ? 1 : 0).rest
    let titleRows = editor.hasTitle && window.rows >= 6 ? 1 : 0
    title = belowHeader.splitTop(titleRows).top.inset(left: 2, right: 2)
    let gap = window.rows >= 12 ? 1 : 0
    let body = belowHeader.inset(top: titleRows + gap)
    let guideRows = EditorPanes.guideRows(of: editor, scene, available: body.rows)
    guide = body.splitBottom(guideRows).bottom
    let middle = body.splitBottom(guideRows).rest
    let outlineColumns = EditorPanes.outlineColumns(of: editor, scene)
    outline = middle.splitLeft(outlineColumns).left
    let writing = middle.splitLeft(outlineColumns).rest.inset(left: outlineColumns > 0 ? 1 : 2, right: 1)
    text = writing.splitLeft(min(writing.columns, EditorPanes.widestText)).left
  }

  /// Longer lines are hard to read: 44 full-width characters and the caret.
  static let widestText = 89

  /// As wide as the longest heading, within three tenths of the window.
  private static func outlineColumns(of editor: EditorState, _ scene: Scene) -> Int {
    let width = scene.size.columns
    let headings = editor.outlinedSections.compactMap(\.heading?.text)
    guard width >= 64, editor.outlinedSections.count > 1,
      let longest = headings.map({ scene.widths.columns(of: $0) }).max()
    else { return 0 }
    return min(longest + 7, width * 3 / 10)
  }

  private static func guideRows(of editor: EditorState, _ scene: Scene, available: Int) -> Int {
    if editor.showsVector, let vector = scene.vector, available >= 5 {
      let rows = GuidePane(vector: vector, scene).height(atWidth: scene.size.columns - 4)
      return min(max(2, available / 2), rows + 1)
    }
    guard editor.guideSize != .hidden, editor.template != nil, available >= 5 else { return 0 }
    let most = editor.guideSize == .tall ? available * 2 / 3 : max(2, available * 2 / 5)
    return min(most, editor.guideHeight.rows + 1)
  }
}
