import Display

/// A level that the escape key has closed.
struct ClosedLevel: Equatable {
  let kind: Layers.Kind
  /// The text that was open in it.
  let document: DocumentID?
  /// When, by the clock that never goes back.
  let milliseconds: Int64
}

/// Taking the escape key back. On a slow connection the bytes of a key come apart, and the first of them is the escape
/// key's: the writer has pressed another key and goes on writing.
extension State {
  /// How long after the escape key what is typed was meant for the text that it has closed, in milliseconds.
  private static let escapeDoubt: Int64 = 1_000

  /// Does what a key asks for, and remembers what the escape key closes until something else is typed.
  private mutating func press(_ key: Key, at moment: Moment) -> [Effect] {
    guard let command = settings.keymap.command(for: key, in: layers.keyPlace) else { return [] }
    if command != .quit { quitToldAt = nil }
    guard key == Key(.escape) else { return perform(command, at: moment) }
    let (kind, editor) = (layers.top, layers.editor)
    let effects = perform(command, at: moment)
    guard layers.top != kind else { return effects }
    closedByEscape = ClosedLevel(kind: kind, document: editor?.document, milliseconds: moment.milliseconds)
    if let editor, layers.editor == nil, !leaving.contains(where: { $0.document == editor.document }) {
      leaving.append(editor)
    }
    return effects
  }

  /// Does what an event asks for where it was meant.
  mutating func receiveWhereMeant(_ event: InputEvent, at moment: Moment) -> [Effect] {
    let closed = closedByEscape
    closedByEscape = nil
    let key = closed.flatMap { takeBack($0, for: event, at: moment) }
    forgetSavedTexts()
    switch event {
    case .key(let pressed), .lateKey(let pressed):
      return press(key ?? pressed, at: moment)
    case .text(let text), .paste(let text):
      quitToldAt = nil
      let isPaste = if case .paste = event { true } else { false }
      return answer(layers.insert(text, isPaste: isPaste, in: scene(at: moment)), at: moment)
    case .resize: return []
    }
  }

  /// Takes the escape key back if an event shows that nobody pressed it. Gives the key that was pressed where the event
  /// tells another one.
  private mutating func takeBack(_ closed: ClosedLevel, for event: InputEvent, at moment: Moment) -> Key? {
    let isInDoubt =
      closed.kind == .editor && layers.top == .home
      && moment.milliseconds - closed.milliseconds < State.escapeDoubt
    switch event {
    case .lateKey: reopen(closed)
    case .key(Key(.backspace)) where isInDoubt:
      reopen(closed)
      return Key(.backspace, .alt)
    case .text where isInDoubt, .paste where isInDoubt:
      reopen(closed)
      notice = Notice(settings.catalogue[.editorBackAfterEscape])
    case .key, .text, .paste, .resize: break
    }
    return nil
  }

  /// Brings a level back as it was.
  private mutating func reopen(_ closed: ClosedLevel) {
    guard closed.kind == .editor else { return layers.push(closed.kind) }
    guard let index = leaving.firstIndex(where: { $0.document == closed.document }) else { return }
    layers.editor = leaving.remove(at: index)
    layers.showEditor()
    updateSeries()
  }

  /// Lets go of the texts that were left and are on the disk.
  mutating func forgetSavedTexts() {
    leaving.removeAll { $0.save.isSaved && $0.document != closedByEscape?.document }
  }
}
