import Display
package import Journal
import Publishing
import TextEditing
import Typography

/// What an entry becomes for each place it may be shared in: channels at the left, the chosen one's draft at the right.
package struct ExportState: Equatable, Sendable {
  /// How far the writer has gone in; `Esc` goes one back.
  package enum Focus: Equatable, Sendable {
    case channels, parts, text
    /// Between the writer's own draft (0) and what the entry makes now (1).
    case choice(Int)
  }

  package let document: DocumentID
  /// The entry's file, once there is one.
  var entryPath: String?
  let title: String
  package internal(set) var focus = Focus.channels
  var filter = LineField()
  var selection = ListSelection()
  package internal(set) var drafts: [ChannelDraft] = []
  /// Whether all drafts have come.
  package internal(set) var isComplete = false
  /// The entry is private, and the writer has not said yet that its drafts may be seen.
  package internal(set) var isLocked: Bool
  /// How many findings the entry has.
  var findings = 0
  /// The days on which the entry was shared, by channel.
  var shared: [String: String]
  /// What the drafts were asked for last.
  var asked: Asked?
  /// Whether the draft that the writer went into has parts.
  var isChosenDivided = true
  var layout: TextLayout
  /// When the escape key led out of a draft's text, in milliseconds, until something else is done.
  var leftTextAt: Int64?
  /// How far the comparison of two drafts is scrolled, in rows.
  var choiceTop = 0

  /// A state of the entry.
  struct Asked: Equatable {
    let revision: Int
    let path: String?
  }

  init(_ editor: EditorState, widths: ColumnWidths) {
    document = editor.document
    entryPath = editor.path
    title = editor.name
    isLocked = editor.metadata.isPrivate
    shared = editor.metadata.shared
    layout = TextLayout(width: 1, widths: widths)
  }

  /// Takes what the entry makes; a draft that is there already keeps what the writer made of it.
  mutating func receive(_ report: DraftReport, at moment: Moment) {
    for prepared in report.drafts {
      if let index = drafts.firstIndex(where: { $0.channel.id == prepared.channel.id }) {
        drafts[index].receive(prepared, at: moment)
      } else {
        drafts.append(ChannelDraft(prepared, at: moment))
      }
    }
    isComplete = isComplete || report.isComplete
  }

  // MARK: The chosen channel

  /// The drafts whose channel matches the filter, by their places in `drafts`: first the one that is called just that.
  func listed(in language: Language) -> [Int] {
    guard !filter.isEmpty else { return Array(drafts.indices) }
    let wanted = FoldedText.fold(filter.text)
    let words = wanted.split(whereSeparator: \.isWhitespace)
    let names = drafts.map { [FoldedText.fold($0.channel.name(in: language)), $0.channel.id] }
    let listed = drafts.indices.filter { index in
      words.allSatisfy { names[index].joined(separator: " ").contains($0) }
    }
    return listed.filter { names[$0].contains(wanted) } + listed.filter { !names[$0].contains(wanted) }
  }

  func chosenIndex(in language: Language) -> Int? {
    let listed = listed(in: language)
    return listed.indices.contains(selection.index) ? listed[selection.index] : nil
  }

  package func chosen(in language: Language) -> ChannelDraft? { chosenIndex(in: language).map { drafts[$0] } }

  // MARK: Saving

  var isSaved: Bool { drafts.allSatisfy(\.save.isSaved) }
  var isSaving: Bool { drafts.contains { $0.save.revisionInFlight != nil } }

  /// Everything that is not on the disk, complete.
  var unsaved: [DraftSave] {
    drafts.filter { !$0.save.isSaved }.map { $0.saveRequest(document: document, entryPath: entryPath) }
  }

  /// The effects that save what is not saved and not being saved. While the entry has no file, they wait for it.
  mutating func saveEffects() -> [Effect] {
    guard entryPath != nil else { return [] }
    var effects: [Effect] = []
    for index in drafts.indices where !drafts[index].save.isSaved {
      guard drafts[index].save.revisionInFlight == nil else { continue }
      drafts[index].save.startedSaving()
      effects.append(.saveDraft(drafts[index].saveRequest(document: document, entryPath: entryPath)))
    }
    return effects
  }

  /// How long the draft that waits least may still wait; nil where nothing has changed since this was last asked.
  mutating func delay(at milliseconds: Int64) -> Int64? {
    var delays: [Int64] = []
    for index in drafts.indices {
      if let delay = drafts[index].save.delay(at: milliseconds) { delays.append(delay) }
    }
    return delays.min()
  }

  mutating func receive(_ receipt: DraftReceipt, at moment: Moment) {
    guard let index = drafts.firstIndex(where: { $0.channel.id == receipt.channel }) else { return }
    drafts[index].receive(receipt, at: moment)
  }

  mutating func saveFailed(_ channel: String, _ problem: Problem) {
    guard let index = drafts.firstIndex(where: { $0.channel.id == channel }) else { return }
    drafts[index].save.failed(problem)
  }
}
