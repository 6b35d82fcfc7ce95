import Journal
package import Publishing
package import TextEditing

/// A draft for one channel while it is looked at and changed: what the entry makes, what its file has, and what the
/// writer made of it.
package struct ChannelDraft: Equatable, Sendable {
  /// With the draft's content warning, which counts.
  package private(set) var channel: Channel
  /// What the entry makes now.
  package private(set) var fresh: Draft
  /// The entry's text for this channel before it was cut.
  private(set) var uncut: String
  package private(set) var text: TextEditor
  package private(set) var parts: DraftText
  /// Of each part, with its number. May be those of an earlier state where the draft is long: `isCounted`.
  package private(set) var counts: [TextCount]
  private(set) var isCounted = true
  /// The counts of the posts that were counted last.
  private var known: [String: TextCount] = [:]
  package internal(set) var save = SaveState()
  /// The file in the journal, once there is one.
  package private(set) var path: String?
  /// The first row that shows.
  var top = RowPosition(line: 0, row: 0)
  /// What the file says that the draft was made from.
  private var base: DraftFile

  /// Above so many bytes a draft is counted when it is saved, not with every key.
  private static let sizeCountedAtOnce = 16 * 1024

  init(_ prepared: PreparedDraft, at moment: Moment) {
    channel = prepared.channel
    fresh = prepared.draft
    uncut = prepared.uncut
    counts = prepared.counts
    base = prepared.stored?.file ?? DraftFile(fresh, of: "", for: channel, made: moment.timestamp)
    path = prepared.stored?.path
    text = TextEditor(DraftText.text(of: base.parts, isDivided: prepared.channel.isDivided))
    parts = DraftText(text.buffer.lines, isDivided: prepared.channel.isDivided)
    renew(at: moment)
    measure()
  }

  /// The entry makes another draft now, or the draft's file was found.
  mutating func receive(_ prepared: PreparedDraft, at moment: Moment) {
    fresh = prepared.draft
    uncut = prepared.uncut
    if path == nil, let stored = prepared.stored, !isEdited {
      base = stored.file
      path = stored.path
      show(base.parts)
    }
    renew(at: moment)
    measure()
  }

  /// The draft as a file.
  var file: DraftFile {
    var file = base
    let whole = text.buffer.text
    file.parts = channel.isDivided ? parts.parts.map(\.text) : whole.isEmpty ? [] : [whole]
    return file
  }

  /// The writer changed it since it was made.
  package var isEdited: Bool { file.isEdited }
  /// The entry makes another draft now, and the writer has changed this one: which of the two is to stay?
  package var isToChoose: Bool { file.renewal(with: fresh) == .kept }

  /// Makes the draft anew where nobody has touched it.
  private mutating func renew(at moment: Moment) {
    guard file.renewal(with: fresh) == .replaced else { return }
    base = base.renewed(with: fresh, made: moment.timestamp)
    show(fresh.parts)
    if path != nil { save.changed(at: moment.milliseconds) }
  }

  private mutating func show(_ parts: [String]) {
    text = TextEditor(DraftText.text(of: parts, isDivided: channel.isDivided))
    self.parts = DraftText(text.buffer.lines, isDivided: channel.isDivided)
    top = RowPosition(line: 0, row: 0)
  }

  // MARK: Changing

  /// Puts the caret there.
  mutating func move(to position: Position) {
    text.move(to: position)
  }

  /// Does something to the text and counts it as a change if it was one.
  mutating func change(at moment: Moment, _ body: (inout TextEditor) -> Void) {
    let before = text.revision
    body(&text)
    guard text.revision != before else { return }
    save.changed(at: moment.milliseconds)
    measure()
  }

  /// The writer keeps what they made; the difference is not told again.
  mutating func keepOwn(at moment: Moment) {
    base = file.kept(over: fresh, made: moment.timestamp)
    save.changed(at: moment.milliseconds)
  }

  /// What the entry makes takes the draft's place; one step back brings the writer's own again.
  mutating func takeFresh(at moment: Moment) {
    let new = DraftText.text(of: fresh.parts, isDivided: channel.isDivided)
    base = base.renewed(with: fresh, made: moment.timestamp)
    change(at: moment) {
      $0.replaceText(in: $0.buffer.start..<$0.buffer.end, with: new, at: moment.milliseconds)
    }
    text.moveToTextStart()
  }

  /// Asks for the draft to be written as a file, changed or not.
  mutating func wantFile(at moment: Moment) {
    if path == nil, save.isSaved { save.changed(at: moment.milliseconds) }
  }

  // MARK: Saving

  /// Everything that the runner needs.
  ///
  /// - Parameter entryPath: nil while the entry itself has no file.
  func saveRequest(document: DocumentID, entryPath: String?) -> DraftSave {
    var file = file
    file.entry = entryPath ?? ""
    return DraftSave(document: document, channel: channel, revision: save.revision, file: file)
  }

  mutating func receive(_ receipt: DraftReceipt, at moment: Moment) {
    path = receipt.path
    save.saved(receipt.revision, at: moment)
    guard !isCounted, receipt.revision == save.revision else { return }
    counts = receipt.counts
    isCounted = true
  }

  // MARK: Counting

  private mutating func measure() {
    let carrying = channel.carrying(base.contentWarning)
    if carrying != channel { (channel, known) = (carrying, [:]) }
    parts = DraftText(text.buffer.lines, isDivided: channel.isDivided)
    isCounted = parts.parts.reduce(0) { $0 + $1.text.utf8.count } <= Self.sizeCountedAtOnce
    if isCounted { counts = counted(parts.parts.map(\.text)) }
  }

  /// Counts only the parts that were changed.
  private mutating func counted(_ parts: [String]) -> [TextCount] {
    guard channel.isDivided else { return channel.counts(of: parts) }
    let before = known
    known = [:]
    for post in channel.posts(of: parts) { known[post] = before[post] ?? channel.count(post) }
    return channel.posts(of: parts).compactMap { known[$0] }
  }

  /// The part in which the caret is.
  var chosenPart: Int? {
    parts.part(atLine: text.caret.line) ?? parts.parts.lastIndex { $0.lines.lowerBound <= text.caret.line }
  }

  var fits: Bool { counts.allSatisfy(\.fits) }

  /// "132/280", of a thread "5x 268/280" with the longest part's, without a limit "412".
  var summary: String { counts.summary }

  /// What a writer should know: of the draft as it stands, and of how it was made.
  var notices: [Draft.Notice] {
    let made = fresh.notices.filter { notice in
      switch notice {
      case .tooLong, .tooManyHashtags, .tooManyLinks: false
      default: true
      }
    }
    return channel.notices(on: counts) + made
  }
}

extension [TextCount] {
  /// "132/280", of several parts "5x 268/280" with that of the longest, without a limit "412"; empty without parts.
  var summary: String {
    guard let longest = compactMap(\.tightest).max(by: { $0.share < $1.share }) else { return "" }
    return (count > 1 ? "\(count)x " : "") + longest.summary
  }
}

extension TextCount.Measure {
  /// Of its limit, or for what has none of all there is.
  fileprivate var share: Double { Double(length) / Double(limit ?? .max) }
  /// "132/280", "412".
  var summary: String { "\(length)" + (limit.map { "/\($0)" } ?? "") }
}
