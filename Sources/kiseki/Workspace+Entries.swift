import Glibc
import Interface
import Journal
import Storage

/// Finding and reading entries for the command line.
extension Workspace {
  /// Makes the journal's folder where it is missing, or says why it can't be the journal.
  func requireFolder() throws(CommandFailure) {
    try reporting { () throws(JournalError) in try folder.prepare() }
  }

  /// The entry that a reference of the command line means.
  func path(of reference: String) throws(CommandFailure) -> EntryPath {
    switch try match(of: reference) {
    case .one(let path): return path
    case .none: throw .notFound(catalogue[.cliNoEntry, ["entry": reference]])
    case .several(let paths):
      let words = ["entry": reference, "count": String(paths.count)]
      let list = paths.prefix(10).map { "\n  " + $0.text }.joined()
      throw .notFound(catalogue[.cliSeveralEntries, words] + list)
    }
  }

  /// A journal that does not exist yet has no entries.
  private func match(of reference: String) throws(CommandFailure) -> EntryMatch {
    do {
      return try folder.find(reference, from: currentFolder)
    } catch .notFound {
      return .none
    } catch {
      throw failure(error)
    }
  }

  /// What an entry is read for.
  enum Purpose {
    case showing
    /// Something is made of its parts: they have to be understood.
    case drafting
  }

  /// Reads the entry that a reference means. One that is not text is refused with the reason.
  func entry(_ reference: String, for purpose: Purpose) throws(CommandFailure) -> StoredEntry {
    try entry(at: path(of: reference), for: purpose)
  }

  func entry(at path: EntryPath, for purpose: Purpose) throws(CommandFailure) -> StoredEntry {
    let stored = try reporting { () throws(JournalError) in try folder.read(path) }
    switch stored.condition {
    case .editable: return stored
    case .frontMatterFault(let fault) where purpose == .drafting:
      throw .failed(text(of: fault, of: path))
    case .frontMatterFault: return stored
    case .notUTF8: throw failure(path.text, .notUTF8)
    case .tooLarge: throw failure(path.text, .tooLarge)
    }
  }

  /// All entries, newest first, without what only their formats could tell. A journal that is not there yet has
  /// none.
  func summaries() throws(CommandFailure) -> [EntrySummary] {
    folder.summarize(try entryPaths(), templates: TemplateLibrary(embedded: [], own: []))
      .newestFirstWithinDays()
  }

  /// The entries that carry one another on with the one that a reference means, the oldest first.
  func series(of reference: String) throws(CommandFailure) -> [EntrySummary] {
    let path = try path(of: reference)
    let summaries = folder.summarize(try entryPaths(), templates: loadLibrary())
    return summaries.first { $0.path == path.text }.map { Series.entries(around: $0, in: summaries) } ?? []
  }

  /// The newest entry that is a vector statement and says something; nil without one.
  func currentVector() throws(CommandFailure) -> EntrySummary? {
    let library = loadLibrary()
    var paths = try entryPaths()[...]
    while !paths.isEmpty {
      let some = folder.summarize(Array(paths.prefix(Self.pathsAtOnce)), templates: library)
      if let entry = some.newestFirstWithinDays().first(where: { $0.vector != nil }) { return entry }
      paths = paths.dropFirst(Self.pathsAtOnce)
    }
    return nil
  }

  /// How many entries are read before the next ones are.
  private static let pathsAtOnce = 100

  /// The entries, newest first. A journal that does not exist yet has none.
  private func entryPaths() throws(CommandFailure) -> [EntryPath] {
    do {
      return try folder.entryPaths()
    } catch .notFound {
      return []
    } catch {
      throw failure(error)
    }
  }

  /// The format with this name, as "failure/ywt", or the only one whose own name it is.
  func template(named name: String) throws(CommandFailure) -> Template {
    let formats = shelf(of: loadLibrary()).formats(in: catalogue.language)
    let found = formats.filter { $0.reference.description == name || $0.reference.name == name }
    guard let template = found.first else {
      throw .notFound(catalogue[.cliNoTemplate, ["template": name]])
    }
    guard found.count == 1 else {
      let names = found.map(\.reference.description).joined(separator: " ")
      throw .notFound(catalogue[.cliSeveralTemplates, ["template": name, "names": names]])
    }
    return template
  }

  /// Says that a front matter is not understood.
  func say(_ fault: FrontMatterFault, of path: EntryPath) {
    StandardError.tell(text(of: fault, of: path))
  }

  private func text(of fault: FrontMatterFault, of path: EntryPath) -> String {
    let words = ["path": path.text, "line": String(fault.line), "reason": catalogue.text(of: fault.reason)]
    return catalogue[.templateBroken, words]
  }

  func absolutePath(of path: EntryPath) -> String {
    folder.fullPath(of: path)
  }

  private var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}

/// Errors of the storage, in the writer's words.
extension Workspace {
  func reporting<Value>(_ body: () throws(JournalError) -> Value) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  func failure(_ error: JournalError) -> CommandFailure {
    switch error {
    case .notAFolder(let path): .failed(catalogue[.cliJournalIsFile, ["path": path]])
    case .exists(let path): .failed(catalogue[.cliExists, ["path": path]])
    case .noPermission(let path): .failed(catalogue[.cliNoPermission, ["path": path]])
    default: failure(error.path, Problem(error))
    }
  }

  /// The same where a new entry could not be put into the journal: there is no file to name yet.
  func failureOfCreating(_ error: JournalError) -> CommandFailure {
    if case .notAFolder(folder.root) = error { return failure(error) }
    let words = ["journal": folder.root, "reason": Problem(error).text(in: catalogue)]
    return .failed(catalogue[.cliCannotWrite, words])
  }

  private func failure(_ path: String, _ problem: Problem) -> CommandFailure {
    .failed(catalogue[.openFailed, ["path": path, "reason": problem.text(in: catalogue)]])
  }
}

/// The last resort for words that could not be saved.
extension Workspace {
  /// Puts an entry where there is room and permission.
  /// - Returns: the file's path; nil where nothing could be written.
  func rescue(_ entry: Entry) -> String? {
    for root in rescueFolders {
      let place = JournalFolder(root: root, fileSystem: RealFileSystem())
      guard let stored = try? place.create(entry, now: SystemClock.timestamp()) else { continue }
      return place.root + "/" + stored.path.text
    }
    return nil
  }

  /// What is said of it when the terminal is given back.
  func rescueMessage(path: String?) -> String {
    path.map { catalogue[.cliRescued, ["path": $0]] } ?? catalogue[.cliNotRescued]
  }
}
