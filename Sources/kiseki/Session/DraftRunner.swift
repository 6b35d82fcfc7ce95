import Interface
import Journal
import Publishing
import Resources
import Storage
import Synchronization

/// Makes drafts and keeps them in files, on whatever thread it is asked, and answers through the mailbox. What it holds
/// is one thing: the files as they were when they were read or saved last.
final class DraftRunner: Sendable {
  private let workspace: Workspace
  private let mailbox: Mailbox
  /// Held while a draft is written: saves come one after the other.
  private let baselines = Mutex<[Place: StoredEntry]>([:])

  /// A draft: an open text and a channel's id.
  private struct Place: Hashable {
    let document: DocumentID
    let channel: String
  }

  init(workspace: Workspace, mailbox: Mailbox) {
    self.workspace = workspace
    self.mailbox = mailbox
  }

  // MARK: Making

  func make(_ request: DraftRequest) {
    let library = ChannelLibrary(
      embedded: Resources.files(under: "channels/"), own: workspace.folder.channelFiles())
    switch request.scope {
    case .counts(let names): count(names.compactMap(library.channel), request)
    case .all(let path, let isFirst):
      if isFirst { forgetFiles(of: request.document) }
      make(library, of: path, request)
    }
  }

  private func count(_ channels: [Channel], _ request: DraftRequest) {
    let lengths = channels.map { channel in
      let draft = channel.draft(of: request.entry, template: request.template)
      return DraftCounts.Length(
        channel, counts: channel.carrying(draft.contentWarning).counts(of: draft.parts))
    }
    mailbox.post(
      .draftsCounted(
        DraftCounts(document: request.document, revision: request.revision, channels: lengths)))
  }

  /// Those that the entry is meant for come first, so that nobody waits for the others.
  private func make(_ library: ChannelLibrary, of path: String?, _ request: DraftRequest) {
    let stored = path.map(storedDrafts) ?? []
    let meant = request.meantChannels.compactMap(library.channel)
    let others = library.channels.filter { !meant.contains($0) }
    for (channels, isComplete) in [(meant, false), (others, true)] {
      let drafts = channels.map { channel in
        PreparedDraft(
          channel, of: request.entry, template: request.template,
          stored: path.flatMap { self.stored(stored, for: channel, $0, request.document) })
      }
      mailbox.post(
        .draftsMade(
          DraftReport(
            document: request.document, revision: request.revision, drafts: drafts, isComplete: isComplete,
            refused: isComplete ? library.broken.map { workspace.text(of: $0) } : [])))
    }
  }

  /// What the screen has of them from now on is what is read now.
  private func forgetFiles(of document: DocumentID) {
    baselines.withLock { baselines in baselines = baselines.filter { $0.key.document != document } }
  }

  private func storedDrafts(of path: String) -> [StoredEntry] {
    (try? workspace.folder.drafts(of: EntryPath(path))) ?? []
  }

  /// The first file that is a draft of this entry for a channel. What else is there stays as it is.
  private func stored(
    _ files: [StoredEntry], for channel: Channel, _ path: String, _ document: DocumentID
  ) -> PreparedDraft.StoredDraft? {
    for file in files {
      guard let draft = DraftFile(file.text, isDivided: channel.isDivided), draft.channel == channel.id,
        draft.entry == path || !isThere(draft.entry)
      else { continue }
      let place = Place(document: document, channel: channel.id)
      baselines.withLock { if $0[place] == nil { $0[place] = file } }
      return PreparedDraft.StoredDraft(path: file.path.text, file: draft)
    }
    return nil
  }

  /// An entry that was moved takes its drafts along; another one with the same name does not.
  private func isThere(_ entry: String) -> Bool {
    (try? workspace.folder.read(EntryPath(entry))) != nil
  }

  // MARK: Saving

  func hasFailed(_ draft: DraftSave) -> Bool {
    if case .draftSaveFailed = save(draft) { true } else { false }
  }

  /// Saves and says what came of it.
  func save(_ save: DraftSave) -> Message {
    let place = Place(document: save.document, channel: save.channel.id)
    let text = save.file.text(for: save.channel)
    return baselines.withLock { baselines in
      do throws(JournalError) {
        let (stored, outcome) = try write(text, of: save, over: baselines[place])
        baselines[place] = stored
        let counts = save.channel.counts(of: save.file.parts)
        return .draftSaved(
          DraftReceipt(of: save, outcome: outcome, path: stored.path.text, counts: counts))
      } catch {
        if case .unconfirmed(let stored, _) = error { baselines[place] = stored }
        return .draftSaveFailed(save.document, channel: save.channel.id, Problem(error))
      }
    }
  }

  private func write(
    _ text: String, of save: DraftSave, over baseline: StoredEntry?
  ) throws(JournalError) -> (StoredEntry, SaveReceipt.Outcome) {
    guard let baseline else {
      let entry = EntryPath(save.file.entry)
      return (try workspace.folder.createDraft(text, of: entry, for: save.channel.id), .saved)
    }
    switch try workspace.folder.saveDraft(text, over: baseline) {
    case .saved(let stored): return (stored, .saved)
    case .savedBeside(let stored): return (stored, .keptBoth)
    case .recreated(let stored): return (stored, .recreated)
    }
  }
}
