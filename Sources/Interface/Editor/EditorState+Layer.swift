import Display
import Journal
import TextEditing

extension EditorState: Layer {
  static var keyPlace: KeyPlace { .editor }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    guard let moment = scene.moment else { return [] }
    switch command {
    case .nextQuestion: return moveToQuestion(by: 1) ? [] : [.notice(Notice(scene.catalogue[.questionLast]))]
    case .previousQuestion:
      return moveToQuestion(by: -1) ? [] : [.notice(Notice(scene.catalogue[.questionFirst]))]
    case .guide:
      changeGuide(in: scene)
      return []
    case .makeTemplate:
      return [.effect(.makeTemplate(ownTemplate(at: moment, in: scene)))]
    case .vector:
      showsVector = !showsVector && scene.vector != nil
      return scene.vector == nil ? [.notice(.noVector(scene.settings))] : []
    default: break
    }
    if isReadOnly, command.changesText { return [.notice(Notice(scene.catalogue[.editorReadOnly]))] }
    switch focus {
    case .title: return performInTitle(command, at: moment, scene)
    case .text: return performInText(command, at: moment, scene)
    }
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    guard let moment = scene.moment else { return [] }
    guard !isReadOnly else { return [.notice(Notice(scene.catalogue[.editorReadOnly]))] }
    change(at: moment) { editor in
      switch editor.focus {
      case .title: editor.title.insert(text, isPaste: isPaste, at: moment.milliseconds)
      case .text:
        let isBurst = isPaste || text.count > 1
        editor.text.insert(text, at: moment.milliseconds, asOneStep: isBurst)
      }
    }
    return []
  }

  /// Does something to the text and counts it as a change if it was one.
  mutating func change(at moment: Moment, _ body: (inout EditorState) -> Void) {
    let before = (title.revision, text.revision)
    body(&self)
    guard before != (title.revision, text.revision) else { return }
    save.changed(at: moment.milliseconds)
    updateGuideSoon()
  }

  private mutating func performInTitle(
    _ command: Command, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    switch command {
    case .down, .lineBreak, .pageDown, .nextField, .indent:
      enterText()
      return []
    default:
      change(at: moment) { _ = $0.title.perform(command, at: moment.milliseconds) }
      return []
    }
  }

  private mutating func performInText(
    _ command: Command, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    if command == .up { updateGuide() }
    switch command {
    case .up where isBelowTitle && hasTitle, .previousField where hasTitle:
      focus = .title
    case .undo, .redo:
      return undoOrRedo(command, at: moment, scene)
    default:
      change(at: moment) { $0.edit(command, at: moment.milliseconds, in: scene) }
    }
    return []
  }

  /// The caret is on the text's first row, or on the first row that is written in the format's first section: its
  /// heading is not in the way to the title.
  private var isBelowTitle: Bool {
    let caret = layout.row(of: text.caret, in: text.buffer)
    if caret <= RowPosition(line: 0, row: 0) { return true }
    guard let first = sections.first, first.section != nil, caret.row == 0 else { return false }
    return caret.line > first.firstLine && caret.line <= firstWrittenLine(of: first)
  }

  private mutating func undoOrRedo(
    _ command: Command, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    var isDone = false
    change(at: moment) { isDone = command == .undo ? $0.text.undo() : $0.text.redo() }
    if isDone {
      focus = .text
      return []
    }
    return [.notice(Notice(scene.catalogue[command == .undo ? .undoNothing : .redoNothing]))]
  }

  private mutating func turnPage(by step: Int, in scene: Scene) {
    let rows = EditorPanes(self, scene).text.rows
    text.movePage(rows: step * max(1, rows - 1), in: layout)
  }

  private mutating func edit(_ command: Command, at milliseconds: Int64, in scene: Scene) {
    switch command {
    case .pageUp: turnPage(by: -1, in: scene)
    case .pageDown: turnPage(by: 1, in: scene)
    default: text.perform(command, at: milliseconds, in: layout)
    }
  }

  /// A format of the writer's own that leads as this entry does.
  private func ownTemplate(at moment: Moment, in scene: Scene) -> Template {
    let title = title.isEmpty ? template?.title ?? name : title.text
    return Template(
      of: entry(at: moment), in: template, title: title, language: scene.catalogue.language)
  }

  /// The next size of the guide that is another one on the screen.
  private mutating func changeGuide(in scene: Scene) {
    let rows = EditorPanes(self, scene).guide.rows
    cycleGuide()
    if guideSize == .tall, EditorPanes(self, scene).guide.rows == rows { cycleGuide() }
  }

  /// The guide comes back in place of the vector, before its size changes.
  private mutating func cycleGuide() {
    guard !showsVector else { return showsVector = false }
    guideSize =
      switch guideSize {
      case .usual: .tall
      case .tall: .hidden
      case .hidden: .usual
      }
  }
}

extension Command {
  /// Whether the command may change the words of an entry.
  var changesText: Bool {
    switch self {
    case .lineBreak, .indent, .deleteBackward, .deleteForward, .deleteWordBackward, .deleteToLineEnd, .undo,
      .redo:
      true
    default: false
    }
  }
}
