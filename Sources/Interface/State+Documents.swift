import Journal

/// Opening, saving and leaving entries. A text that was left is kept until it is on the disk.
extension State {
  /// - Parameter origin: the entry that the new one grows from.
  mutating func startEntry(
    _ template: Template, title: String, origin: Origin? = nil, at moment: Moment
  ) -> [Effect] {
    let effects = setAsideEditor(at: moment)
    layers.editor = EditorState(
      new: nextDocument(), template: template, title: title, vector: layers.home.vector,
      origin: origin, widths: settings.widths, at: moment)
    layers.showEditor()
    updateSeries()
    return effects
  }

  mutating func openEntry(_ path: String, at moment: Moment) -> [Effect] {
    if let index = leaving.firstIndex(where: { $0.path == path }) {
      let effects = setAsideEditor(at: moment)
      layers.editor = leaving.remove(at: index)
      layers.showEditor()
      updateSeries()
      return effects
    }
    isOpening = true
    return [.open(nextDocument(), path: path)]
  }

  mutating func receive(_ opened: OpenedEntry, at moment: Moment) -> [Effect] {
    isOpening = false
    pendingLaunch = nil
    let language = opened.entry.metadata.language ?? settings.catalogue.language
    let template = opened.entry.metadata.template.flatMap { shelf.template($0, in: language) }
    if opened.document == documentToCarryOn {
      documentToCarryOn = nil
      return carryOn(opened.entry, path: opened.path, template: template, at: moment)
    }
    let effects = setAsideEditor(at: moment)
    layers.editor = EditorState(opened: opened, template: template, widths: settings.widths)
    layers.showEditor()
    updateSeries()
    switch opened.access {
    case .editable: break
    case .editableAsText(let line, let reason):
      let words = ["line": String(line), "reason": reason]
      notice = Notice(settings.catalogue[.openFrontMatter, words], isAlert: true)
    case .readOnly(let problem):
      let words = ["reason": problem.text(in: settings.catalogue)]
      notice = Notice(settings.catalogue[.openReadOnly, words], isAlert: true)
    }
    return effects
  }

  mutating func openFailed(_ path: String, _ problem: Problem) -> [Effect] {
    isOpening = false
    pendingLaunch = nil
    documentToCarryOn = nil
    let words = ["path": path, "reason": problem.text(in: settings.catalogue)]
    notice = Notice(settings.catalogue[.openFailed, words], isAlert: true)
    return []
  }

  /// Leaves the editor for the level below. What is not on the disk yet is saved now, and kept until it is.
  mutating func leaveEditor(at moment: Moment) -> [Effect] {
    let effects = setAsideEditor(at: moment)
    layers.pop()
    return effects
  }

  private mutating func setAsideEditor(at moment: Moment) -> [Effect] {
    let effects = saveOpenEntry(at: moment)
    if let editor = layers.editor, !editor.save.isSaved { leaving.append(editor) }
    layers.editor = nil
    return effects
  }
}

/// Saving.
extension State {
  /// Sets the timer that saves by itself, if something has changed.
  mutating func autosaveTimer(at moment: Moment) -> [Effect] {
    guard let editor = layers.editor,
      let delay = layers.editor?.save.delay(at: moment.milliseconds)
    else { return [] }
    return [.startTimer(.autosave(editor.document), milliseconds: delay)]
  }

  /// Sets the timer that looks again at a long text's sections, if they may have moved.
  func guideTimer() -> [Effect] {
    guard let editor = layers.editor, editor.isGuideStale else { return [] }
    return [.startTimer(.guide(editor.document), milliseconds: State.guidePause)]
  }

  /// In milliseconds.
  private static let guidePause: Int64 = 300

  mutating func autosave(_ document: DocumentID, at moment: Moment) -> [Effect] {
    withDocument(document) { $0.saveEffect(at: moment) } ?? []
  }

  /// Saves what is open, if it has changed.
  mutating func saveOpenEntry(at moment: Moment) -> [Effect] {
    layers.editor?.saveEffect(at: moment) ?? []
  }

  /// `Ctrl-S`: also says so when there is nothing to save.
  mutating func saveByHand(at moment: Moment) -> [Effect] {
    guard let editor = layers.editor else { return [] }
    guard editor.path != nil || !editor.save.isUntouched else {
      notice = Notice(settings.catalogue[.saveNothingYet])
      return []
    }
    return saveOpenEntry(at: moment)
  }

  mutating func receive(_ receipt: SaveReceipt, at moment: Moment) -> [Effect] {
    layers.home.receive(receipt.summary)
    withDocument(receipt.document) { editor in
      editor.path = receipt.summary.path
      editor.save.saved(receipt.revision, at: moment)
    }
    forgetSavedTexts()
    updateSeries()
    tell(receipt)
    return continueSaving(at: moment) + stopIfNothingIsBeingWritten()
  }

  /// The text stays where the writer sees it: an entry that was left comes back if nothing else is open.
  mutating func saveFailed(_ document: DocumentID, _ problem: Problem, at moment: Moment) -> [Effect] {
    let name = withDocument(document) { editor -> String in
      editor.save.failed(problem)
      return editor.name
    }
    guard let name else { return [] }
    if layers.top == .home, let index = leaving.firstIndex(where: { $0.document == document }) {
      layers.editor = leaving.remove(at: index)
      layers.showEditor()
    }
    if isQuitting { quitToldAt = moment.milliseconds }
    isQuitting = false
    let isLeaving = quitToldAt != nil
    let words = [
      "name": name, "reason": problem.text(in: settings.catalogue),
      "key": settings.keymap.label(for: isLeaving ? .quit : .save, in: .editor),
    ]
    notice = Notice(settings.catalogue[isLeaving ? .saveFailedLeaving : .saveFailed, words], isAlert: true)
    return [.startTimer(.autosave(document), milliseconds: SaveState.retry)] + stopIfNothingIsBeingWritten()
  }

  /// `Ctrl-Q`: ends the program once everything is on the disk. Asked again by a writer who was told that something
  /// can't be saved, it ends with the text put somewhere else.
  mutating func quit(at moment: Moment) -> [Effect] {
    let unsaved = unsavedRequests(at: moment)
    guard !unsaved.isEmpty else { return [.quit] }
    if let quitToldAt, moment.milliseconds - quitToldAt >= State.timeToRead {
      return [.saveOrRescue(unsaved), .quit]
    }
    isQuitting = true
    isSuspending = false
    return continueSaving(at: moment)
  }

  /// How long the writer has had at least to see that something can't be saved, in milliseconds: a key that is held
  /// down decides nothing.
  private static let timeToRead: Int64 = 500

  /// Gives the shell back once what is being written is on the disk: a stopped program could not finish it.
  /// Asked again before that, it does not wait.
  mutating func suspend(at moment: Moment) -> [Effect] {
    let saves = saveOpenEntry(at: moment)
    guard !isSuspending else {
      isSuspending = false
      return saves + [.suspend]
    }
    isSuspending = true
    return saves + stopIfNothingIsBeingWritten()
  }

  /// What could not be written does not hold the writer: perhaps it is the shell that makes room.
  private mutating func stopIfNothingIsBeingWritten() -> [Effect] {
    guard isSuspending, openTexts.allSatisfy({ $0.save.revisionInFlight == nil }) else { return [] }
    isSuspending = false
    return [.suspend]
  }

  /// Everything that is not on the disk, complete.
  func unsavedRequests(at moment: Moment) -> [SaveRequest] {
    openTexts.filter { !$0.save.isSaved }.map { $0.saveRequest(at: moment) }
  }

  private var openTexts: [EditorState] { leaving + (layers.editor.map { [$0] } ?? []) }

  /// What is still unsaved goes next: all of it when leaving or stopping, else by its timer.
  private mutating func continueSaving(at moment: Moment) -> [Effect] {
    var effects: [Effect] = []
    for index in leaving.indices { effects += leaving[index].saveEffect(at: moment) }
    guard isQuitting || isSuspending else { return effects + autosaveTimer(at: moment) }
    effects += saveOpenEntry(at: moment)
    guard isQuitting else { return effects }
    return unsavedRequests(at: moment).isEmpty ? effects + [.quit] : effects
  }

  private mutating func tell(_ receipt: SaveReceipt) {
    switch receipt.outcome {
    case .saved: break
    case .keptBoth:
      notice = Notice(settings.catalogue[.saveKeptBoth, ["path": receipt.summary.path]], isAlert: true)
    case .recreated:
      notice = Notice(settings.catalogue[.saveRecreated, ["path": receipt.summary.path]], isAlert: true)
    }
  }

  /// Changes the open text with this number, wherever it is.
  @discardableResult
  private mutating func withDocument<Result>(
    _ document: DocumentID, _ change: (inout EditorState) -> Result
  ) -> Result? {
    if var editor = layers.editor, editor.document == document {
      layers.editor = nil
      defer { layers.editor = editor }
      return change(&editor)
    }
    guard let index = leaving.firstIndex(where: { $0.document == document }) else { return nil }
    return change(&leaving[index])
  }
}

extension EditorState {
  /// The effect that saves the text, unless it is saved or being saved: then the latest waits for its turn.
  mutating func saveEffect(at moment: Moment) -> [Effect] {
    guard !save.isSaved, save.revisionInFlight == nil, !isReadOnly else { return [] }
    save.startedSaving()
    return [.save(saveRequest(at: moment))]
  }

  func saveRequest(at moment: Moment) -> SaveRequest {
    SaveRequest(document: document, revision: save.revision, entry: entry(at: moment))
  }
}
