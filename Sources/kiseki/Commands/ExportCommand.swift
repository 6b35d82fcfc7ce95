import ArgumentParser
import Interface
import Journal
import Publishing
import Storage

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Makes drafts of entries for a channel: without front matter and guidance, as the place shows them.",
    discussion: """
      Channels are x, bluesky, note, zenn, story... and markdown, html, text; your own are in channels/ of the journal.
      Nothing is refused for being too long: threads are cut, and what does not fit is said on standard error.
      """)

  @Argument(help: "Paths, ids, beginnings of file names, or \"last\".")
  var entries: [String] = []

  @Option(name: .customLong("to"), help: "The channel: x, note, markdown...")
  var channel: String

  @Option(help: ArgumentHelp("Write a file for each entry into this folder. \"-\": print.", valueName: "dir"))
  var out: String = "-"

  @Option(help: "All entries with this status: idea, draft, ready, shared.")
  var status: Status?

  @Option(help: "All entries of this kind: vector, failure, position...")
  var kind: String?

  @Flag(help: "All entries.")
  var all = false

  @Flag(help: "Also entries that say \"private: true\".")
  var includePrivate = false

  @Flag(help: "Write over files that have another text.")
  var force = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let channel = try workspace.channel(named: channel)
    let paths = try chosenPaths(in: workspace)
    let drafts = DraftSource(workspace, for: channel, library: workspace.loadLibrary())
    if out == "-" { return try print(paths, drafts, in: workspace) }
    try write(paths, drafts, in: workspace)
  }

  // MARK: Which entries

  private func chosenPaths(in workspace: Workspace) throws -> [EntryPath] {
    guard entries.isEmpty else { return try entries.map { try namedPath($0, in: workspace) } }
    guard all || status != nil || kind != nil else {
      throw CommandFailure.usage(workspace.catalogue[.cliExportNothingNamed])
    }
    let chosen = try workspace.summaries().filter { entry in
      (status == nil || entry.metadata.status == status)
        && (kind == nil || entry.metadata.kind?.rawValue == kind)
    }
    let open = chosen.filter { includePrivate || !$0.metadata.isPrivate }
    if open.count < chosen.count {
      workspace.say(.cliExportPrivateLeftOut, ["count": String(chosen.count - open.count)])
    }
    guard !open.isEmpty else { throw CommandFailure.notFound(workspace.catalogue[.cliNothingListed]) }
    return open.map { EntryPath($0.path) }
  }

  private func namedPath(_ reference: String, in workspace: Workspace) throws -> EntryPath {
    let path = try workspace.path(of: reference)
    let stored = try workspace.entry(at: path, for: .drafting)
    guard includePrivate || !stored.entry.metadata.isPrivate else {
      throw CommandFailure.failed(workspace.catalogue[.cliExportPrivate, ["entry": path.text]])
    }
    return path
  }

  // MARK: Where to

  private func print(_ paths: [EntryPath], _ drafts: DraftSource, in workspace: Workspace) throws {
    var printed: [String] = []
    for path in paths { printed.append(try drafts.text(of: path)) }
    StandardOutput.write(printed.joined(separator: "\n"))
  }

  private func write(_ paths: [EntryPath], _ drafts: DraftSource, in workspace: Workspace) throws {
    let folder = ExportFolder(path: out, fileSystem: RealFileSystem())
    var names = FileNames(ending: drafts.fileEnding)
    var progress = ProgressLine(total: paths.count)
    var isComplete = true
    for path in paths {
      let text = try drafts.text(of: path)
      let name = names.next(for: path)
      let outcome = try workspace.reporting { () throws(JournalError) in
        try folder.write(text, as: name, replaces: force)
      }
      progress.advance()
      guard outcome == .taken else { continue }
      isComplete = false
      workspace.say(.cliExportTaken, ["path": out + "/" + name])
    }
    progress.finish()
    try workspace.reporting { () throws(JournalError) in try folder.synchronize() }
    if !isComplete { throw ExitCode(3) }
  }
}

/// A name for each file of an export: the entry's own, with a number where two entries have the same.
private struct FileNames {
  let ending: String
  private var taken: Set<String> = []

  init(ending: String) {
    self.ending = ending
  }

  mutating func next(for path: EntryPath) -> String {
    var number = 1
    while true {
      let name = path.stem + (number == 1 ? "" : "-\(number)") + ending
      if taken.insert(name).inserted { return name }
      number += 1
    }
  }
}
