import Checks
import Interface
import Journal
import Storage
import Synchronization

/// Carries out the effects that concern files, on other threads, and answers through the mailbox. What it holds
/// for that is one thing: the files as they were when they were read or saved last.
final class EffectRunner: Sendable {
  private let workspace: Workspace
  private let mailbox: Mailbox
  private let knownLibrary = Mutex<TemplateLibrary?>(nil)
  /// What the checks know; held while a text is checked.
  private let checker = Mutex<Checker?>(nil)
  /// The rules and classes of checks that are switched off for good.
  private let checksOff: Mutex<Set<String>>
  /// Why the writer's list of those who listen is not used, where it can't be.
  private let contactsFault: String?
  /// Held while a file is written: saves come one after the other.
  private let baselines = Mutex<[DocumentID: StoredEntry]>([:])
  /// Where texts were put that could not be saved at the end.
  private let rescuedPaths = Mutex<[String?]>([])

  /// How many entries are shown before the rest is read.
  private static let firstEntries = 60

  init(workspace: Workspace, mailbox: Mailbox) {
    self.workspace = workspace
    checksOff = Mutex(Set(workspace.checksOff))
    contactsFault = (try? workspace.careContacts())?.fault
    self.mailbox = mailbox
  }

  /// Where texts were put that could not be saved at the end.
  var rescued: [String?] { rescuedPaths.withLock(\.self) }

  func run(_ effect: Effect) {
    switch effect {
    case .loadTemplates: Task.detached { self.loadTemplates() }
    case .readEntries: Task.detached { self.readEntries() }
    case .makeTemplate(let template): Task.detached { self.make(template) }
    case .open(let document, let path): Task.detached { self.open(document, path) }
    case .save(let request): Task.detached { self.mailbox.post(self.save(request)) }
    case .saveOrRescue(let requests): saveOrRescue(requests)
    case .check(let document, let revision, let manuscript):
      Task.detached { self.check(document, revision, manuscript) }
    case .switchOffChecks(let rules): Task.detached { self.switchOff(rules) }
    case .startTimer, .suspend, .repaint, .quit: break
    }
  }

  /// The formats as they were read last.
  private var library: TemplateLibrary {
    knownLibrary.withLock { known in
      let library = known ?? workspace.loadLibrary()
      known = library
      return library
    }
  }

  /// Reads the formats anew: the writer may have changed a file of theirs.
  private func loadTemplates() {
    let library = workspace.loadLibrary()
    knownLibrary.withLock { $0 = library }
    mailbox.post(.templatesLoaded(workspace.shelf(of: library)))
  }

  /// Makes a file for a format, and reads all formats again.
  private func make(_ template: Template) {
    do throws(JournalError) {
      let path = try workspace.folder.createTemplate(template)
      mailbox.post(.templateMade(path: path))
    } catch {
      mailbox.post(.templateNotMade(Problem(error)))
    }
    loadTemplates()
  }

  private func readEntries() {
    do {
      let paths = try workspace.folder.entryPaths()
      let library = library
      let first = workspace.folder.summarize(
        Array(paths.prefix(EffectRunner.firstEntries)), templates: library)
      let isAll = paths.count <= EffectRunner.firstEntries
      mailbox.post(.entriesRead(first.newestFirstWithinDays(), isComplete: isAll))
      defer { rescueLeftovers() }
      guard !isAll else { return }
      let rest = workspace.folder.summarize(
        Array(paths.dropFirst(EffectRunner.firstEntries)), templates: library)
      mailbox.post(.entriesRead((first + rest).newestFirstWithinDays(), isComplete: true))
    } catch .notFound {
      mailbox.post(.entriesRead([], isComplete: true))
    } catch {
      mailbox.post(.journalUnreadable(Problem(error)))
    }
  }

  /// A file younger than an hour may belong to a save that is under way in another window.
  private func rescueLeftovers() {
    let now = SystemClock.timestamp()
    let hourAgo = Timestamp(seconds: now.seconds - 3_600, offset: now.offset)
    guard let rescued = try? workspace.folder.rescueLeftovers(before: hourAgo), !rescued.isEmpty else {
      return
    }
    mailbox.post(.leftoversFound(paths: rescued.map(\.text)))
  }

  private func open(_ document: DocumentID, _ path: String) {
    do {
      let stored = try workspace.folder.read(EntryPath(path))
      baselines.withLock { $0[document] = stored }
      let opened = OpenedEntry(
        document: document, path: path, entry: stored.entry,
        access: Access(stored.condition, workspace.catalogue))
      mailbox.post(.opened(opened))
    } catch {
      mailbox.post(.openFailed(path: path, Problem(error)))
    }
  }

  /// Saves and says what came of it.
  private func save(_ request: SaveRequest) -> Message {
    baselines.withLock { baselines in
      do throws(JournalError) {
        let (stored, outcome) = try write(request, over: baselines[request.document])
        baselines[request.document] = stored
        let summary = EntrySummary(
          path: stored.path.text, metadata: stored.entry.metadata, body: stored.entry.body,
          template: library.template(of: stored.entry))
        return .saved(
          SaveReceipt(
            document: request.document, revision: request.revision, outcome: outcome, summary: summary))
      } catch {
        if case .unconfirmed(let stored, _) = error { baselines[request.document] = stored }
        return .saveFailed(request.document, Problem(error))
      }
    }
  }

  private func write(
    _ request: SaveRequest, over baseline: StoredEntry?
  ) throws(JournalError) -> (StoredEntry, SaveReceipt.Outcome) {
    guard let baseline else {
      let stored = try workspace.folder.create(request.entry, now: SystemClock.timestamp())
      return (stored, .saved)
    }
    switch try workspace.folder.save(request.entry, over: baseline) {
    case .saved(let stored): return (stored, .saved)
    case .savedBeside(let stored): return (stored, .keptBoth)
    case .recreated(let stored): return (stored, .recreated)
    }
  }

  private func check(_ document: DocumentID, _ revision: Int, _ manuscript: Manuscript) {
    let report = checker.withLock { known in
      var checker = known ?? Checker(workspace.loadChecks())
      var manuscript = manuscript
      manuscript.dismissed.formUnion(checksOff.withLock(\.self))
      let findings = checker.findings(in: manuscript)
      known = checker
      let refused = checker.rules.refused.map { workspace.text(of: $0) } + [contactsFault].compactMap(\.self)
      return CheckedText(document: document, revision: revision, findings: findings, refused: refused)
    }
    mailbox.post(.checked(report))
  }

  private func switchOff(_ rules: [String]) {
    let file = workspace.settingsFile
    let path = workspace.shortened(file.path)
    mailbox.post(
      checksOff.withLock { checksOff in
        do throws(JournalError) {
          try file.switchOff(rules)
          checksOff.formUnion(rules)
          return .checksSwitchedOff(rules, path: path)
        } catch .frontMatterFault(_, let fault) {
          let reason = workspace.catalogue.text(of: fault.reason)
          return .checksNotSwitchedOff(path: "\(path):\(fault.line)", reason: reason)
        } catch {
          return .checksNotSwitchedOff(path: path, reason: Problem(error).text(in: workspace.catalogue))
        }
      })
  }

  /// On the calling thread: the program ends right after.
  private func saveOrRescue(_ requests: [SaveRequest]) {
    for request in requests {
      guard case .saveFailed = save(request) else { continue }
      let place = workspace.rescue(request.entry)
      rescuedPaths.withLock { $0.append(place) }
    }
  }
}
