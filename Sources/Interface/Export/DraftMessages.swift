package import Journal
package import Publishing

/// What drafts are asked for.
package struct DraftRequest: Equatable, Sendable {
  package let document: DocumentID
  /// Which state of the text this is; comes back in the report.
  package let revision: Int
  package let entry: Entry
  package let template: Template?
  package let scope: Scope

  package enum Scope: Equatable, Sendable {
    /// How long the drafts for these channels are, for the line at the bottom.
    case counts(channels: [String])
    /// All drafts, with those that are kept in files.
    ///
    /// - path: the entry's file; nil where it has none yet, and so no drafts.
    /// - isFirst: whether none of them is on the screen yet.
    case all(path: String?, isFirst: Bool)
  }

  package init(document: DocumentID, revision: Int, entry: Entry, template: Template?, scope: Scope) {
    self.document = document
    self.revision = revision
    self.entry = entry
    self.template = template
    self.scope = scope
  }

  /// The channels that the entry is meant for, then those of its format; each once.
  package var meantChannels: [String] {
    var seen = Set<String>()
    return (entry.metadata.channels + (template?.channels ?? [])).filter { seen.insert($0).inserted }
  }
}

/// What an entry makes for some channels. A request is answered with as many of these as it takes.
package struct DraftReport: Equatable, Sendable {
  package let document: DocumentID
  package let revision: Int
  /// In the order in which a writer is to see them.
  package let drafts: [PreparedDraft]
  package let isComplete: Bool
  /// Channel files of the writer's own that could not be used, each with its line and the reason.
  package let refused: [String]

  package init(
    document: DocumentID, revision: Int, drafts: [PreparedDraft], isComplete: Bool, refused: [String] = []
  ) {
    self.document = document
    self.revision = revision
    self.drafts = drafts
    self.isComplete = isComplete
    self.refused = refused
  }
}

/// What an entry makes for a channel, and what is kept of it.
package struct PreparedDraft: Equatable, Sendable {
  package let channel: Channel
  package let draft: Draft
  package let counts: [TextCount]
  /// The text before it was cut.
  package let uncut: String
  /// The draft in the journal, where there is one.
  package let stored: StoredDraft?

  package struct StoredDraft: Equatable, Sendable {
    /// In the journal.
    package let path: String
    package let file: DraftFile

    package init(path: String, file: DraftFile) {
      self.path = path
      self.file = file
    }
  }

  package init(
    _ channel: Channel, of entry: Entry, template: Template?, stored: StoredDraft? = nil
  ) {
    self.channel = channel
    draft = channel.draft(of: entry, template: template)
    counts = channel.carrying(draft.contentWarning).counts(of: draft.parts)
    let isCut = channel.isDivided && (draft.parts.count > 1 || stored != nil)
    uncut = isCut ? channel.uncutDraft(of: entry, template: template) : draft.parts.joined()
    self.stored = stored
  }
}

/// A draft to be saved, complete: the runner needs nothing else.
package struct DraftSave: Equatable, Sendable {
  package let document: DocumentID
  package let channel: Channel
  /// Which state of the draft this is; comes back in the receipt.
  package let revision: Int
  package let file: DraftFile

  package init(document: DocumentID, channel: Channel, revision: Int, file: DraftFile) {
    self.document = document
    self.channel = channel
    self.revision = revision
    self.file = file
  }
}

/// What became of saving a draft.
package struct DraftReceipt: Equatable, Sendable {
  package let document: DocumentID
  /// The channel's id.
  package let channel: String
  /// The state of the draft that is on the disk now.
  package let revision: Int
  package let outcome: SaveReceipt.Outcome
  /// The file in the journal.
  package let path: String
  package let counts: [TextCount]

  package init(
    of save: DraftSave, outcome: SaveReceipt.Outcome, path: String, counts: [TextCount]
  ) {
    document = save.document
    channel = save.channel.id
    revision = save.revision
    self.outcome = outcome
    self.path = path
    self.counts = counts
  }
}

/// How long the drafts of a text are, channel by channel.
package struct DraftCounts: Equatable, Sendable {
  package let document: DocumentID
  package let revision: Int
  package let channels: [Length]

  /// What stands in the line at the bottom: "X 132/280".
  package struct Length: Equatable, Sendable {
    package let channel: Channel
    package let counts: [TextCount]

    package init(_ channel: Channel, counts: [TextCount]) {
      self.channel = channel
      self.counts = counts
    }
  }

  package init(document: DocumentID, revision: Int, channels: [Length]) {
    self.document = document
    self.revision = revision
    self.channels = channels
  }
}
