import Display
import TextEditing
import Typography

/// A field of one line: an entry's title, a filter.
package struct LineField: Equatable, Sendable {
  private var editor: TextEditor

  package init(_ text: String = "") {
    editor = TextEditor(LineField.oneLine(text))
    editor.moveToTextEnd()
  }

  package var text: String { editor.buffer.text }
  /// Changes with every change of the text.
  var revision: Int { editor.revision }
  var isEmpty: Bool { text.isEmpty }

  /// Puts text in at the caret; line breaks become spaces.
  mutating func insert(_ text: String, isPaste: Bool, at milliseconds: Int64) {
    let isBurst = isPaste || text.count > 1
    editor.insert(LineField.oneLine(text), at: milliseconds, asOneStep: isBurst)
  }

  /// Answers the commands that edit a line.
  /// - Returns: whether it was one of them.
  mutating func perform(_ command: Command, at milliseconds: Int64) -> Bool {
    switch command {
    case .left: editor.moveLeft()
    case .right: editor.moveRight()
    case .wordLeft: editor.moveWordLeft()
    case .wordRight: editor.moveWordRight()
    case .lineStart, .textStart: editor.moveToTextStart()
    case .lineEnd, .textEnd: editor.moveToTextEnd()
    case .deleteBackward: editor.deleteBackward(at: milliseconds)
    case .deleteForward: editor.deleteForward(at: milliseconds)
    case .deleteWordBackward: editor.deleteWordBackward(at: milliseconds)
    case .deleteToLineEnd: editor.deleteToLineEnd(at: milliseconds)
    case .undo: _ = editor.undo()
    case .redo: _ = editor.redo()
    default: return false
    }
    return true
  }

  /// Draws the field so that its caret shows, or `placeholder` where it is empty.
  /// - Returns: where the caret is.
  @discardableResult
  func draw(
    on screen: inout Screen, in rect: Rect, style: Style, placeholder: String, widths: ColumnWidths
  ) -> ScreenPosition {
    guard rect.columns > 1, rect.rows > 0 else {
      return ScreenPosition(column: rect.column, row: rect.row)
    }
    if text.isEmpty {
      let shown = widths.shortened(placeholder, to: rect.columns)
      screen.draw(shown, column: rect.column, row: rect.row, in: rect, style: .ghost)
      return ScreenPosition(column: rect.column, row: rect.row)
    }
    let characters = Array(text)
    let caret = min(editor.caret.character, characters.count)
    var start = 0
    var before = widths.columns(of: String(characters[..<caret]))
    while before > rect.columns - 1, start < caret {
      before -= widths.columns(of: characters[start])
      start += 1
    }
    screen.draw(String(characters[start...]), column: rect.column, row: rect.row, in: rect, style: style)
    return ScreenPosition(column: rect.column + before, row: rect.row)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
