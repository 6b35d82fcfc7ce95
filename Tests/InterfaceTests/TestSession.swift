import Checks
import Display
import Interface
import Journal
import Publishing
import Resources
import Storage
import Testing
import TextEditing

/// The program without terminal and disk: keys go in, `update` and `view` answer, and a runner in memory carries
/// the effects out at once. Time passes only when a test lets it.
struct TestSession {
  private(set) var state: State
  /// The entries by path, as if they were files.
  var files: [String: Entry] = [:]
  /// The effects that were asked for, in order.
  private(set) var effects: [Effect] = []
  /// What saving answers instead of saving, while it is set.
  var savingProblem: Problem?
  /// What becomes of the next save.
  var nextOutcome: SaveReceipt.Outcome = .saved
  /// Saves are held back until they are let go, as a slow disk does.
  var holdsSaves = false
  private(set) var heldSaves: [SaveRequest] = []
  private(set) var hasQuit = false
  /// Opening is held back until it is let go.
  var holdsOpening = false
  private var heldOpening: (DocumentID, String)?
  var shelf: TemplateShelf
  /// The formats that were made, as files.
  private(set) var templateFiles: [(path: String, text: String)] = []
  /// The drafts by path, as if they were files.
  var draftFiles: [String: DraftFile] = [:]
  /// What the terminal was asked to copy, in order.
  private(set) var copied: [String] = []
  /// Drafts are held back until they are let go, as with a long text.
  var holdsDrafts = false
  private var heldDrafts: [DraftRequest] = []
  /// Files of rules and of channels that can't be used, as the runner would say it.
  var refusedFiles: [String] = []
  private var milliseconds: Int64 = 0
  private var checker = Checker(TestSession.rules)
  /// The checks that are switched off for good.
  private(set) var checksOff: Set<String> = []
  /// What changing the settings answers instead of changing them, while it is set.
  var settingsFault: String?
  private var timers: [Interface.Timer: Int64] = [:]
  private var paths: [DocumentID: String] = [:]

  private static let names = ["x", "note", "bluesky", "instagram", "story", "zenn", "profile-x"]
  /// A few of ours, one of each form; all of them take long.
  static let channels = ChannelLibrary(
    embedded: Resources.files(under: "channels/").filter { file in
      names.contains { file.path == "channels/\($0).yml" }
    }, own: [])

  private static let rules = CheckSet(
    embedded: Resources.files(under: "rules/"),
    classifiers: Classifiers.byLanguage(Resources.files(under: "classifiers/")))

  /// 2026-11-20 21:04 in Tokyo.
  static let start = Timestamp(seconds: 1_795_176_240, offset: 9 * 3_600)

  init(
    language: Language = .japanese, size: Size = Size(columns: 80, rows: 24), launch: Launch = .home,
    files: [String: Entry] = [:], shelf: TemplateShelf? = nil, holdsOpening: Bool = false
  ) throws {
    let settings = try Settings.shipped(language: language)
    state = State(settings: settings)
    self.shelf = try shelf ?? TemplateShelf.shipped()
    self.files = files
    self.holdsOpening = holdsOpening
    send(.started(size, launch))
  }

  var screen: Screen { view(state) }
  var editor: EditorState? { state.layers.editor }
  var text: String { state.layers.editor?.text.buffer.text ?? "" }
  var moment: Moment {
    Moment(
      milliseconds: milliseconds,
      timestamp: Timestamp(
        seconds: TestSession.start.seconds + milliseconds / 1_000, offset: TestSession.start.offset))
  }

  /// Opens an entry with the caret after so many graphemes and line breaks.
  mutating func open(_ entry: Entry, caretAfter count: Int) {
    let document = DocumentID(rawValue: 1_000)
    paths[document] = "2026/2026-11-20-1000.md"
    send(
      .opened(
        OpenedEntry(document: document, path: "2026/2026-11-20-1000.md", entry: entry, access: .editable)))
    press("<c-home>" + String(repeating: "<right>", count: count))
  }

  mutating func send(_ message: Message) {
    for effect in update(&state, message, at: moment) { perform(effect) }
  }

  /// Lets time pass; timers that run out on the way fire in order.
  mutating func wait(_ duration: Int64) {
    let end = milliseconds + duration
    while let next = timers.filter({ $0.value <= end }).min(by: { $0.value < $1.value }) {
      milliseconds = max(milliseconds, next.value)
      timers[next.key] = nil
      send(.timerFired(next.key))
    }
    milliseconds = end
  }

  /// Presses keys and types text: "<c-n>失敗<enter>". `<wait 500>` lets half a second pass, `<paste>...</paste>` is a
  /// paste, `<burst>...</burst>` one commit of an input method; text outside is typed one grapheme at a time.
  mutating func press(_ script: String) {
    for step in KeyScript.steps(of: script) {
      switch step {
      case .event(let event): send(.input(event))
      case .wait(let duration): wait(duration)
      }
    }
  }

  mutating func letOpeningGo() {
    holdsOpening = false
    if let (document, path) = heldOpening { open(document, path) }
    heldOpening = nil
  }

  mutating func letSavesGo() {
    holdsSaves = false
    let held = heldSaves
    heldSaves = []
    for request in held { perform(.save(request)) }
  }

  private mutating func perform(_ effect: Effect) {
    effects.append(effect)
    switch effect {
    case .loadTemplates: send(.templatesLoaded(shelf))
    case .readEntries: send(.entriesRead(summaries, isComplete: true))
    case .makeTemplate(let template): make(template)
    case .open(let document, let path): open(document, path)
    case .save(let request): save(request)
    case .saveOrRescue(let requests): for request in requests { save(request, answers: false) }
    case .check(let document, let revision, let manuscript):
      var manuscript = manuscript
      manuscript.dismissed.formUnion(checksOff)
      let findings = checker.findings(in: manuscript)
      send(
        .checked(
          CheckedText(document: document, revision: revision, findings: findings, refused: refusedFiles)))
    case .makeDrafts(let request): make(request)
    case .saveDraft(let save): saveDraft(save)
    case .saveOrRescueDrafts(let saves): for save in saves { saveDraft(save, answers: false) }
    case .copy(let text): copied.append(text)
    case .switchOffChecks(let rules): switchOff(rules)
    case .startTimer(let timer, let delay): timers[timer] = milliseconds + delay
    case .quit: hasQuit = true
    case .suspend: send(.resumed(state.size))
    case .repaint: break
    }
  }

  mutating func letDraftsGo() {
    holdsDrafts = false
    let held = heldDrafts
    heldDrafts = []
    for request in held { make(request) }
  }

  private mutating func make(_ request: DraftRequest) {
    guard !holdsDrafts else { return heldDrafts.append(request) }
    let (id, revision) = (request.document, request.revision)
    switch request.scope {
    case .counts(let channels):
      let lengths = channels.compactMap(Self.channels.channel).map { channel in
        let parts = channel.draft(of: request.entry, template: request.template).parts
        return DraftCounts.Length(channel, counts: channel.counts(of: parts))
      }
      send(.draftsCounted(DraftCounts(document: id, revision: revision, channels: lengths)))
    case .all(let path, _):
      let meant = request.meantChannels.compactMap(Self.channels.channel)
      let others = Self.channels.channels.filter { !meant.contains($0) }
      let drafts = (meant + others).map { channel in
        let place = "drafts/\(path ?? "")/\(channel.id).md"
        let stored = draftFiles[place].map { PreparedDraft.StoredDraft(path: place, file: $0) }
        return PreparedDraft(channel, of: request.entry, template: request.template, stored: stored)
      }
      send(
        .draftsMade(
          DraftReport(
            document: id, revision: revision, drafts: drafts, isComplete: true, refused: refusedFiles)))
    }
  }

  private mutating func saveDraft(_ save: DraftSave, answers: Bool = true) {
    if let savingProblem {
      if answers { send(.draftSaveFailed(save.document, channel: save.channel.id, savingProblem)) }
      return
    }
    let path = "drafts/\(save.file.entry)/\(save.channel.id).md"
    draftFiles[path] = DraftFile(save.file.text(for: save.channel), isDivided: save.channel.isDivided)
    guard answers else { return }
    let counts = save.channel.counts(of: save.file.parts)
    send(.draftSaved(DraftReceipt(of: save, outcome: nextOutcome, path: path, counts: counts)))
    nextOutcome = .saved
  }

  private mutating func switchOff(_ rules: [String]) {
    if let settingsFault {
      return send(.checksNotSwitchedOff(path: "~/.config/kiseki/config.yml:3", reason: settingsFault))
    }
    checksOff.formUnion(rules)
    send(.checksSwitchedOff(rules, path: "~/.config/kiseki/config.yml"))
  }

  private var summaries: [EntrySummary] {
    files.sorted { $0.key > $1.key }.map { summary(of: $0.value, at: $0.key) }
  }

  private func summary(of entry: Entry, at path: String) -> EntrySummary {
    let language = entry.metadata.language ?? .japanese
    let template = entry.metadata.template.flatMap { shelf.template($0, in: language) }
    return EntrySummary(path: path, metadata: entry.metadata, body: entry.body, template: template)
  }

  private mutating func make(_ template: Template) {
    if let savingProblem { return send(.templateNotMade(savingProblem)) }
    let text = TemplateFile.text(of: template)
    let path = "templates/\(template.reference).\(template.language.rawValue).md"
    templateFiles.append((path, text))
    send(.templateMade(path: path))
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: templateFiles)
    shelf = TemplateShelf(templates: library.templates)
    send(.templatesLoaded(shelf))
  }

  private mutating func open(_ document: DocumentID, _ path: String) {
    guard !holdsOpening else { return heldOpening = (document, path) }
    guard let entry = files[path] else { return send(.openFailed(path: path, .notFound)) }
    paths[document] = path
    send(.opened(OpenedEntry(document: document, path: path, entry: entry, access: .editable)))
  }

  private mutating func save(_ request: SaveRequest, answers: Bool = true) {
    if holdsSaves, answers {
      heldSaves.append(request)
      return
    }
    if let savingProblem {
      if answers { send(.saveFailed(request.document, savingProblem)) }
      return
    }
    let day = moment.timestamp.formatted("YYYY-MM-DD")
    let path = paths[request.document] ?? "2026/\(day)-\(request.document.rawValue).md"
    paths[request.document] = path
    files[path] = request.entry
    guard answers else { return }
    let receipt = SaveReceipt(
      document: request.document, revision: request.revision, outcome: nextOutcome,
      summary: summary(of: request.entry, at: path))
    nextOutcome = .saved
    send(.saved(receipt))
  }
}
