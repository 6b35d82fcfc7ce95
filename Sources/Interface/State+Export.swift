import Display
import Journal
import Publishing
import TextEditing

/// Drafts for the places that an entry is shared in. Drafts that were left are kept until they are on the disk.
extension State {
  /// `Ctrl-E`: shows what the entry becomes for each channel; on a private entry's screen, says that it may be seen.
  mutating func showExport(at moment: Moment) -> [Effect] {
    if layers.top == .findings {
      layers.pop()
      if layers.top == .export { return [] }
    }
    if layers.top == .export {
      layers.export?.isLocked = false
      return []
    }
    guard layers.top == .editor, let editor = layers.editor else { return [] }
    guard editor.path != nil || !editor.save.isUntouched else {
      notice = Notice(settings.catalogue[.exportNothingYet])
      return []
    }
    if let reason = editor.reasonForNoDrafts(settings.catalogue) {
      notice = Notice(settings.catalogue[.exportNotUnderstood, ["reason": reason]], isAlert: true)
      return []
    }
    openExport()
    layers.push(.export)
    return saveOpenEntry(at: moment) + checkEffect()
  }

  /// The drafts of the open entry: those that were left and are not on the disk yet, else new ones.
  mutating func openExport() {
    guard let editor = layers.editor else { return }
    var export = ExportState(editor, widths: settings.widths)
    if let index = leavingExports.firstIndex(where: { $0.document == editor.document }) {
      export = leavingExports.remove(at: index)
      export.focus = .channels
      export.shared = editor.metadata.shared
    }
    export.findings = editor.findings.count
    layers.export = export
  }

  /// Asks for drafts where the entry is another one than they were made from.
  mutating func draftsEffect(at moment: Moment) -> [Effect] {
    guard layers.top == .export, let export = layers.export, !export.isLocked, let editor = layers.editor
    else { return [] }
    let now = ExportState.Asked(revision: editor.save.revision, path: editor.path)
    guard export.asked != now else { return [] }
    layers.export?.asked = now
    layers.export?.entryPath = editor.path
    let request = DraftRequest(
      document: editor.document, revision: editor.save.revision, entry: editor.entryToPublish,
      template: editor.template, scope: .all(path: editor.path, isFirst: export.asked == nil))
    return [.makeDrafts(request)]
  }

  mutating func receive(_ report: DraftReport, at moment: Moment) -> [Effect] {
    guard let export = layers.export, export.document == report.document,
      export.asked?.revision == report.revision
    else { return [] }
    if !report.refused.isEmpty, !export.isComplete {
      notice = Notice(report.refused.joined(separator: "  "), isAlert: true)
    }
    layers.export?.receive(report, at: moment)
    return draftTimer(at: moment)
  }

  /// The screen of drafts has none yet: what is typed is meant for those that are coming.
  var isAwaitingDrafts: Bool {
    guard layers.top == .export, let export = layers.export else { return false }
    return !export.isLocked && !export.isComplete && (export.drafts.isEmpty || !export.filter.isEmpty)
  }

  /// Whether an event leads out of the screen of drafts, with nothing typed before it: that waits for no draft.
  func leavesAtOnce(_ event: InputEvent) -> Bool {
    guard typedAhead.isEmpty, case .key(let key) = event else { return false }
    return [.back, .quit].contains(settings.keymap.command(for: key, in: layers.keyPlace))
  }

  /// `Ctrl-X`: says in the entry's front matter that it was shared in a channel today; asked again, that it was not.
  mutating func toggleShared(_ channel: Channel, at moment: Moment) -> [Effect] {
    guard let editor = layers.editor, !editor.isReadOnly else {
      notice = Notice(settings.catalogue[.editorReadOnly])
      return []
    }
    let isShared = editor.metadata.shared[channel.id] != nil
    let day = moment.timestamp.formatted("YYYY-MM-DD")
    layers.editor?.setShared(isShared ? nil : day, in: channel.id, at: moment)
    layers.export?.shared = layers.editor?.metadata.shared ?? [:]
    let words = ["channel": channel.name(in: settings.catalogue.language), "day": day]
    notice = Notice(settings.catalogue[isShared ? .exportUnshared : .exportShared, words])
    return saveOpenEntry(at: moment)
  }
}

/// Saving drafts.
extension State {
  /// All drafts that are open or were left.
  private var openExports: [ExportState] { leavingExports + (layers.export.map { [$0] } ?? []) }

  var unsavedDrafts: [DraftSave] { openExports.flatMap(\.unsaved) }
  var isSavingDrafts: Bool { openExports.contains(where: \.isSaving) }

  /// Sets the timer that saves drafts by itself, if something has changed.
  mutating func draftTimer(at moment: Moment) -> [Effect] {
    guard let document = layers.export?.document,
      let delay = layers.export?.delay(at: moment.milliseconds)
    else { return [] }
    return [.startTimer(.drafts(document), milliseconds: delay)]
  }

  /// Saves all drafts that are not saved.
  mutating func saveDrafts() -> [Effect] {
    var effects: [Effect] = []
    for index in leavingExports.indices { effects += leavingExports[index].saveEffects() }
    return effects + (layers.export?.saveEffects() ?? [])
  }

  /// `Ctrl-S`: makes a file of the chosen draft, too.
  mutating func wantDraftFile(at moment: Moment) {
    guard layers.top == .export, let export = layers.export,
      let index = export.chosenIndex(in: settings.catalogue.language)
    else { return }
    layers.export?.drafts[index].wantFile(at: moment)
  }

  /// Drafts whose screen is gone are saved, and kept until they are.
  mutating func setAsideExportIfLeft() -> [Effect] {
    guard layers.export != nil, !layers.stack.contains(.export), var export = layers.export else { return [] }
    layers.export = nil
    let effects = export.saveEffects()
    if !export.isSaved { leavingExports.append(export) }
    return effects
  }

  /// The entry has a file now: drafts can be put beside it.
  mutating func tellDrafts(of receipt: SaveReceipt) -> [Effect] {
    var effects: [Effect] = []
    withExport(receipt.document) { export in
      guard export.entryPath == nil else { return }
      export.entryPath = receipt.summary.path
      effects = export.saveEffects()
    }
    return effects
  }

  mutating func receive(_ receipt: DraftReceipt, at moment: Moment) -> [Effect] {
    withExport(receipt.document) { $0.receive(receipt, at: moment) }
    leavingExports.removeAll(where: \.isSaved)
    switch receipt.outcome {
    case .saved: break
    case .keptBoth: notice = Notice(settings.catalogue[.saveKeptBoth, ["path": receipt.path]], isAlert: true)
    case .recreated:
      notice = Notice(settings.catalogue[.saveRecreated, ["path": receipt.path]], isAlert: true)
    }
    return continueSaving(at: moment) + draftTimer(at: moment) + stopIfNothingIsBeingWritten()
  }

  mutating func draftSaveFailed(
    _ document: DocumentID, _ channel: String, _ problem: Problem, at moment: Moment
  ) -> [Effect] {
    withExport(document) { $0.saveFailed(channel, problem) }
    if isQuitting { quitToldAt = moment.milliseconds }
    isQuitting = false
    let isLeaving = quitToldAt != nil
    let words = [
      "name": channel, "reason": problem.text(in: settings.catalogue),
      "key": settings.keymap.label(for: isLeaving ? .quit : .save, in: .everywhere),
    ]
    notice = Notice(
      settings.catalogue[isLeaving ? .exportFailedLeaving : .exportFailed, words], isAlert: true)
    return [.startTimer(.drafts(document), milliseconds: SaveState.retry)] + stopIfNothingIsBeingWritten()
  }

  private mutating func withExport(_ document: DocumentID, _ change: (inout ExportState) -> Void) {
    if var export = layers.export, export.document == document {
      layers.export = nil
      change(&export)
      layers.export = export
    } else if let index = leavingExports.firstIndex(where: { $0.document == document }) {
      change(&leavingExports[index])
    }
  }
}

/// How long the drafts are, in the line at the bottom.
extension State {
  func countsEffect() -> [Effect] {
    guard let editor = layers.editor, editor.needsCounts else { return [] }
    let request = DraftRequest(
      document: editor.document, revision: editor.save.revision, entry: editor.entryToPublish,
      template: editor.template, scope: .counts(channels: editor.metadata.channels))
    return [.makeDrafts(request)]
  }

  /// Takes the lengths of drafts, where they are of the text as it is now.
  mutating func receiveCounts(_ counts: DraftCounts) {
    guard layers.editor?.document == counts.document, layers.editor?.save.revision == counts.revision
    else { return }
    layers.editor?.draftCounts = counts
  }
}

extension EditorState {
  /// The entry as a draft is made of it: as it stands, and last changed when it was.
  var entryToPublish: Entry {
    var metadata = metadata
    if !isWholeFile { metadata.title = title.isEmpty ? nil : title.text }
    return Entry(metadata: metadata, body: text.buffer.text)
  }

  /// Whether the lengths that are known are those of an earlier text. Of a text that is very long nobody makes a post.
  var needsCounts: Bool {
    !metadata.channels.isEmpty && draftCounts?.revision != save.revision
      && text.buffer.lineCount < EditorState.manyLines && !isWholeFile
  }

  /// Why no drafts can be made; nil where they can.
  func reasonForNoDrafts(_ catalogue: Catalogue) -> String? {
    switch access {
    case .editable: nil
    case .editableAsText(_, let reason): reason
    case .readOnly(let problem): problem.text(in: catalogue)
    }
  }

  /// - Parameter day: nil to take it back.
  mutating func setShared(_ day: String?, in channel: String, at moment: Moment) {
    if metadata.shared.isEmpty, day != nil { statusBeforeSharing = metadata.status }
    metadata.shared[channel] = day
    if day != nil {
      metadata.status = .shared
    } else if metadata.shared.isEmpty {
      metadata.status = statusBeforeSharing ?? .ready
    }
    save.changed(at: moment.milliseconds)
  }
}
