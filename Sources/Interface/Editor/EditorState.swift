package import Checks
import Display
package import Journal
package import TextEditing
import Typography

/// An entry that is being written: its title, its text, the questions that lead through it, and what is known
/// about its file.
package struct EditorState: Equatable, Sendable {
  package enum Focus: Equatable, Sendable {
    case title, text
  }

  /// How much room the guide takes.
  package enum GuideSize: Equatable, Sendable {
    case usual, tall, hidden
  }

  package let document: DocumentID
  /// The file, once there is one.
  package internal(set) var path: String?
  package internal(set) var metadata: EntryMetadata
  package internal(set) var title: LineField
  package internal(set) var text: TextEditor
  package internal(set) var focus: Focus = .text
  package internal(set) var save = SaveState()
  package let access: Access
  package let template: Template?
  package internal(set) var guideSize: GuideSize = .usual
  /// The current vector stands where the guide is.
  package internal(set) var showsVector = false
  /// The text's sections with the questions that belong to them.
  package internal(set) var sections: [GuidedSection] = []
  /// The entries that carry one another on, with this one; the oldest first.
  var series: [EntrySummary] = []
  var layout: TextLayout
  var guideHeight = GuideHeight()
  /// What the checks found when they looked last.
  package internal(set) var findings: [Finding] = []
  /// Rules of the writer's own that they could not use, each with its file, line and reason.
  var refusedRules: [String] = []
  /// The state of the text that they looked at.
  var lastCheckedState: Int?
  /// How long the drafts for the entry's channels were when they were looked at last.
  package internal(set) var draftCounts: DraftCounts?
  /// The status before the entry was marked as shared, where that was done here.
  var statusBeforeSharing: Status?
  /// The first row that shows.
  var top = RowPosition(line: 0, row: 0)
  /// The size in which the text was shown last.
  var shownSize = Size(columns: 0, rows: 0)
  /// The heading of a section that was just gone to, until the next settling.
  var headingToShow: RowPosition?
  private var guidedRevision = -1
  /// The next step that the text promised when the front matter was read.
  private var nextStepBefore: NextStep?

  /// A new entry in a format. The caret waits at the first question.
  ///
  /// - Parameter origin: the entry that it grows from.
  init(
    new document: DocumentID, template: Template, title: String, vector: VectorStatement?,
    origin: Origin?, widths: ColumnWidths, at moment: Moment
  ) {
    let body = template.startingBody(
      title: title, at: moment.timestamp, vector: vector, origin: origin)
    var entry = Entry(metadata: EntryMetadata(new: template, at: moment), body: body)
    entry.metadata.origin = origin?.reference
    self.init(
      document: document, path: nil, entry: entry, access: .editable, template: template, widths: widths)
    self.title = LineField(title)
    moveToFirstQuestion()
  }

  /// An entry that has a file.
  init(opened entry: OpenedEntry, template: Template?, widths: ColumnWidths) {
    self.init(
      document: entry.document, path: entry.path, entry: entry.entry, access: entry.access,
      template: template, widths: widths)
    nextStepBefore = NextStep(sections)
    moveToFirstQuestion()
  }

  private init(
    document: DocumentID, path: String?, entry: Entry, access: Access, template: Template?,
    widths: ColumnWidths
  ) {
    self.document = document
    self.path = path
    self.metadata = entry.metadata
    self.access = access
    self.template = template
    title = LineField(entry.metadata.title ?? "")
    text = TextEditor(entry.body)
    layout = TextLayout(width: 1, widths: widths)
    updateGuide()
  }

  /// The file may be read only.
  var isReadOnly: Bool {
    if case .readOnly = access { true } else { false }
  }

  /// The file was not understood as an entry and is edited as the text that it is: no title of its own.
  var isWholeFile: Bool {
    if case .editableAsText = access { true } else { false }
  }

  var hasTitle: Bool { !isWholeFile && !isReadOnly }

  /// What lists and messages call it.
  var name: String {
    if !title.isEmpty { return title.text }
    return path?.split(separator: "/").last.map(String.init) ?? template?.title ?? ""
  }

  /// The entry as it stands, to be saved.
  func entry(at moment: Moment) -> Entry {
    var metadata = metadata
    metadata.title = title.isEmpty ? (metadata.title == nil ? nil : "") : title.text
    let isOurs = metadata.id != nil || metadata.template != nil || metadata.lastModified != nil
    if isOurs { metadata.lastModified = moment.timestamp }
    if metadata.kind == .failure { metadata.keep(NextStep(currentSections), before: nextStepBefore) }
    return Entry(metadata: metadata, body: text.buffer.text)
  }

  /// The sections are those of an earlier state of the text.
  var isGuideStale: Bool { guidedRevision != text.revision }

  /// The sections as they are now, looked at again where the last look was before a change.
  private var currentSections: [GuidedSection] {
    isGuideStale ? GuidedSection.sections(of: text.buffer.lines, in: template) : sections
  }

  /// From so many lines or bytes on, looking at all of them with every key would be felt.
  static let (manyLines, manyBytes) = (3_000, 100_000)

  /// Looks again at where the sections are after a change: at once, or in a long text with the next pause.
  mutating func updateGuideSoon() {
    let isLong =
      text.buffer.lineCount >= EditorState.manyLines || text.buffer.byteCount >= EditorState.manyBytes
    if !isLong { updateGuide() }
  }

  /// Looks again at where the sections are, if the text has changed.
  mutating func updateGuide() {
    guard isGuideStale else { return }
    guidedRevision = text.revision
    sections = GuidedSection.sections(of: text.buffer.lines, in: template)
  }
}
