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
      --as svg and --as png make a picture of each card: kiseki export last --to story --as png --out pictures
      """)

  @Argument(help: "Paths, ids, beginnings of file names, or \"last\".")
  var entries: [String] = []

  @Option(name: .customLong("to"), help: "The channel: x, note, markdown...")
  var channel: String

  @Option(name: .customLong("as"), help: "As text, or its cards as pictures: text, svg, png.")
  var form: DraftForm = .text

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
    guard form != .text else {
      if out == "-" { return try print(paths, drafts) }
      return try write(paths, in: workspace) { path throws(CommandFailure) in
        [ExportedFile(ending: drafts.fileEnding, content: .text(try drafts.text(of: path)))]
      }
    }
    var pictures = try PictureSource(workspace, drafts, form: form)
    defer { pictures.sayMissingLetters() }
    if out == "-" { return try print(paths, &pictures, in: workspace) }
    try write(paths, in: workspace) { path throws(CommandFailure) in try pictures.files(of: path) }
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

  private func print(_ paths: [EntryPath], _ drafts: DraftSource) throws {
    var printed: [String] = []
    for path in paths { printed.append(try drafts.text(of: path)) }
    StandardOutput.write(printed.joined(separator: "\n"))
  }

  /// One picture can be printed where it is text.
  private func print(
    _ paths: [EntryPath], _ pictures: inout PictureSource, in workspace: Workspace
  ) throws {
    let failure = CommandFailure.usage(workspace.catalogue[.cliPictureFolder])
    guard paths.count == 1, form == .svg else { throw failure }
    let files = try paths.flatMap { try pictures.files(of: $0) }
    guard files.count <= 1 else { throw failure }
    if case .text(let svg) = files.first?.content { StandardOutput.write(svg) }
  }

  private func write(
    _ paths: [EntryPath], in workspace: Workspace,
    _ files: (EntryPath) throws(CommandFailure) -> [ExportedFile]
  ) throws {
    let folder = ExportFolder(path: out, fileSystem: RealFileSystem())
    var names = FileNames()
    var progress = ProgressLine(total: paths.count)
    var isComplete = true
    for path in paths {
      let name = names.next(for: path)
      let files = try files(path)
      for file in files {
        let outcome = try workspace.reporting { () throws(JournalError) in
          try folder.write(file, as: name + file.ending, replaces: force)
        }
        guard outcome == .taken else { continue }
        isComplete = false
        workspace.say(.cliExportTaken, ["path": out + "/" + name + file.ending])
      }
      if let left = form.name(ofPart: files.count + 1, of: name), folder.has(left) {
        workspace.say(.cliPictureLeft, ["path": out + "/" + left, "count": String(files.count)])
      }
      progress.advance()
    }
    progress.finish()
    try workspace.reporting { () throws(JournalError) in try folder.synchronize() }
    if !isComplete { throw ExitCode(3) }
  }
}

/// What a draft is written as.
enum DraftForm: String, ExpressibleByArgument, CaseIterable {
  case text, svg, png

  /// The name of the file of a part, from 1; nil where all parts are in one file.
  func name(ofPart number: Int, of entry: String) -> String? {
    self == .text ? nil : "\(entry)\(ending(ofPart: number))"
  }

  func ending(ofPart number: Int) -> String { "-\(number).\(rawValue)" }
}

extension ExportFolder {
  fileprivate func write(
    _ file: ExportedFile, as name: String, replaces: Bool
  ) throws(JournalError) -> Outcome {
    switch file.content {
    case .text(let text): try write(text, as: name, replaces: replaces)
    case .bytes(let bytes): try write(bytes, as: name, replaces: replaces)
    }
  }
}

/// A name for the files of each entry: the entry's own, with a number where two entries have the same.
private struct FileNames {
  private var taken: Set<String> = []

  mutating func next(for path: EntryPath) -> String {
    var number = 1
    while true {
      let name = path.stem + (number == 1 ? "" : "-\(number)")
      if taken.insert(name).inserted { return name }
      number += 1
    }
  }
}
