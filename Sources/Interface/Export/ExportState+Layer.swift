import Display
import Publishing
import TextEditing
import Typography

extension ExportState: Layer {
  static var keyPlace: KeyPlace { .export }

  /// Which keys are in force where the writer is.
  var keyPlace: KeyPlace {
    switch focus {
    case .channels: .export
    case .parts: .parts
    case .text: .draft
    case .choice: .list
    }
  }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    guard !isLocked, let moment = scene.moment else { return [] }
    let command = takingEscapeBack(for: command, at: moment)
    leftTextAt = nil
    guard let index = chosenIndex(in: scene.catalogue.language) else {
      performInList(command, at: moment, scene)
      return []
    }
    switch command {
    case .copyPart: return copyPart(of: drafts[index], in: scene)
    case .draftPath:
      return [
        .notice(Notice(scene.catalogue[.exportPath, ["path": shownPath(of: drafts[index], in: scene)]]))
      ]
    case .markShared: return [.toggleShared(drafts[index].channel)]
    case .compareDraft: return compare(drafts[index], in: scene)
    default: break
    }
    switch focus {
    case .channels:
      performInList(command, at: moment, scene)
      return []
    case .parts: return performInParts(command, index, at: moment, scene)
    case .text: return performInText(command, index, at: moment, scene)
    case .choice(let side): return performInChoice(command, index, side, at: moment, scene)
    }
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    guard !isLocked, let moment = scene.moment else { return [] }
    if isEscapeInDoubt(at: moment) { focus = .text }
    leftTextAt = nil
    switch focus {
    case .channels:
      filter.insert(text, isPaste: isPaste, at: moment.milliseconds)
      selection = ListSelection()
      return []
    case .text:
      guard let index = chosenIndex(in: scene.catalogue.language) else { return [] }
      let isBurst = isPaste || text.count > 1
      drafts[index].change(at: moment) { $0.insert(text, at: moment.milliseconds, asOneStep: isBurst) }
      return []
    case .parts:
      let key = scene.keymap.label(for: .choose, in: .parts)
      return [.notice(Notice(scene.catalogue[.exportHowToEdit, ["key": key]]))]
    case .choice: return []
    }
  }

  /// One level back inside the screen.
  /// - Returns: false where there is none.
  mutating func stepBack(at moment: Moment) -> Bool {
    leftTextAt = focus == .text ? moment.milliseconds : nil
    switch focus {
    case .channels:
      guard !filter.isEmpty else { return false }
      filter = LineField()
      selection = ListSelection()
    case .parts: focus = .channels
    case .text: focus = isChosenDivided ? .parts : .channels
    case .choice: focus = .channels
    }
    return true
  }

  // MARK: Taking the escape key back

  /// On a slow connection the bytes of a key come apart, and the first of them is the escape key's: see
  /// `State+Escaping`. What is typed right behind it was meant for the text.
  private func isEscapeInDoubt(at moment: Moment) -> Bool {
    leftTextAt.map { moment.milliseconds - $0 < 1_000 } ?? false
  }

  /// Goes back into the text that the escape key has just led out of.
  mutating func returnToText() {
    if leftTextAt != nil { focus = .text }
    leftTextAt = nil
  }

  private mutating func takingEscapeBack(for command: Command, at moment: Moment) -> Command {
    guard isEscapeInDoubt(at: moment), command == .joinPart || command == .deleteBackward else {
      return command
    }
    focus = .text
    return .deleteWordBackward
  }

  // MARK: The list

  private mutating func performInList(_ command: Command, at moment: Moment, _ scene: Scene) {
    let total = listed(in: scene.catalogue.language).count
    if command == .choose || command == .right || command == .nextField { return enterDraft(in: scene) }
    if selection.perform(command, total: total, page: ExportPanes(self, scene).list.rows) { return }
    if filter.perform(command, at: moment.milliseconds) { selection = ListSelection() }
  }

  private mutating func enterDraft(in scene: Scene) {
    guard let draft = chosen(in: scene.catalogue.language), !draft.parts.parts.isEmpty else { return }
    isChosenDivided = draft.channel.isDivided
    focus = isChosenDivided ? .parts : .text
  }

  // MARK: The parts

  private mutating func performInParts(
    _ command: Command, _ index: Int, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    switch command {
    case .up: drafts[index].goToPart(by: -1)
    case .down: drafts[index].goToPart(by: 1)
    case .textStart, .lineStart: drafts[index].goToPart(by: -drafts[index].parts.parts.count)
    case .textEnd, .lineEnd: drafts[index].goToPart(by: drafts[index].parts.parts.count)
    case .pageUp, .pageDown: turnPage(command == .pageUp ? -1 : 1, index, at: moment, scene)
    case .choose, .right:
      focus = .text
      drafts[index].enterPart(at: moment)
    case .left, .previousField: focus = .channels
    case .undo, .redo: return undoOrRedo(command, index, at: moment, scene)
    default: return cut(command, index, at: moment, scene)
    }
    return []
  }

  private mutating func turnPage(_ step: Int, _ index: Int, at moment: Moment, _ scene: Scene) {
    let rows = ExportPanes(self, scene).text.rows
    let layout = layout
    drafts[index].change(at: moment) { $0.movePage(rows: step * max(1, rows - 1), in: layout) }
  }

  private static let cutMoves: [Command: (step: CutStep, isEarlier: Bool)] = [
    .cutEarlier: (.sentence, true), .cutLater: (.sentence, false), .cutEarlierPhrase: (.phrase, true),
    .cutLaterPhrase: (.phrase, false), .cutEarlierParagraph: (.paragraph, true),
    .cutLaterParagraph: (.paragraph, false),
  ]

  /// The commands that move, make and take away cuts. What cannot be done says so.
  private mutating func cut(
    _ command: Command, _ index: Int, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    guard drafts[index].channel.isDivided else { return [] }
    var refusal: Phrase?
    if let move = Self.cutMoves[command] {
      let isDone = drafts[index].moveCut(move.step, isEarlier: move.isEarlier, at: moment)
      refusal = isDone ? nil : .exportCutEnds
    } else if command == .joinPart {
      refusal = drafts[index].joinPart(at: moment) ? nil : .exportNoJoin
    } else if command == .splitPart {
      let isDone =
        focus == .text ? drafts[index].splitAtCaret(at: moment) : drafts[index].splitPart(at: moment)
      refusal = isDone ? nil : .exportNoSplit
    }
    return refusal.map { [.notice(Notice(scene.catalogue[$0]))] } ?? []
  }

  // MARK: The text

  private mutating func performInText(
    _ command: Command, _ index: Int, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    switch command {
    case .undo, .redo: return undoOrRedo(command, index, at: moment, scene)
    case .pageUp, .pageDown: turnPage(command == .pageUp ? -1 : 1, index, at: moment, scene)
    case .cutEarlier, .cutLater, .splitPart: return cut(command, index, at: moment, scene)
    default:
      let layout = layout
      drafts[index].change(at: moment) { $0.perform(command, at: moment.milliseconds, in: layout) }
    }
    return []
  }

  private mutating func undoOrRedo(
    _ command: Command, _ index: Int, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    var isDone = false
    drafts[index].change(at: moment) { isDone = command == .undo ? $0.undo() : $0.redo() }
    return isDone ? [] : [.notice(Notice(scene.catalogue[command == .undo ? .undoNothing : .redoNothing]))]
  }

  // MARK: Which of two drafts

  private mutating func compare(_ draft: ChannelDraft, in scene: Scene) -> [Request] {
    guard draft.isEdited else { return [.notice(Notice(scene.catalogue[.exportNotEdited]))] }
    focus = .choice(0)
    choiceTop = 0
    return []
  }

  private mutating func performInChoice(
    _ command: Command, _ index: Int, _ side: Int, at moment: Moment, _ scene: Scene
  ) -> [Request] {
    switch command {
    case .up, .left: focus = .choice(0)
    case .down, .right, .nextField: focus = .choice(1)
    case .pageUp: choiceTop = max(0, choiceTop - 5)
    case .pageDown: choiceTop += 5
    case .choose:
      side == 0 ? drafts[index].keepOwn(at: moment) : drafts[index].takeFresh(at: moment)
      focus = .channels
      return [.notice(Notice(scene.catalogue[side == 0 ? .exportKept : .exportTaken]))]
    default: break
    }
    return []
  }

  // MARK: Copying and paths

  /// More than this no terminal is known to take: `ESC ] 52` with 100,000 bytes in base64.
  static let mostCopiedBytes = 74_994

  /// How much of what was copied is shown.
  private static let shownColumns = 24

  private func copyPart(of draft: ChannelDraft, in scene: Scene) -> [Request] {
    let posts = draft.channel.posts(of: draft.file.parts)
    let part = draft.channel.isDivided ? draft.chosenPart ?? 0 : 0
    guard posts.indices.contains(part) else {
      return [.notice(Notice(scene.catalogue[.exportNothingToCopy]))]
    }
    let beginning = posts[part].split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    var words = [
      "part": String(part + 1), "count": String(posts.count), "length": String(posts[part].count),
      "text": scene.widths.shortened(beginning, to: Self.shownColumns),
    ]
    guard posts[part].utf8.count <= Self.mostCopiedBytes else {
      words["path"] = shownPath(of: draft, in: scene)
      return [.notice(Notice(scene.catalogue[.exportTooLongToCopy, words], isAlert: true))]
    }
    let phrase = posts.count > 1 ? Phrase.exportCopiedPart : .exportCopied
    return [.effect(.copy(posts[part])), .notice(Notice(scene.catalogue[phrase, words]))]
  }

  /// Where the draft's file is, or would be.
  private func shownPath(of draft: ChannelDraft, in scene: Scene) -> String {
    let name = (entryPath ?? "").split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    return scene.settings.journalName + "/" + (draft.path ?? "drafts/\(stem)/\(draft.channel.id).md")
  }

  // MARK: Scrolling

  mutating func settle(in scene: Scene) {
    let panes = ExportPanes(self, scene)
    selection.settle(total: listed(in: scene.catalogue.language).count, height: panes.list.rows)
    guard let index = chosenIndex(in: scene.catalogue.language) else { return }
    let width = max(1, panes.text.columns - 1)
    if layout.width != width { layout = TextLayout(width: width, widths: scene.widths) }
    drafts[index].scroll(in: layout, rows: max(1, panes.text.rows), showsWholePart: focus != .text)
    layout.keepRows(from: drafts[index].top, count: panes.text.rows, in: drafts[index].text.buffer)
  }
}
