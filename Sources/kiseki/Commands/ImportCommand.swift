import ArgumentParser
import Interface
import Journal
import Storage

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Brings in entries that another program exported: jrnl, Day One, or Markdown files.",
    discussion: """
      kiseki import jrnl export.json            jrnl --export json, or a folder of its exports
      kiseki import dayone ~/Downloads/DayOne   Journal.json, or the unzipped folder
      kiseki import markdown ~/vault            Markdown files of Obsidian, Hugo, Jekyll..., with their front matter

      Without --yes it only says what it would make. Nothing is overwritten, what was imported before is not made
      again, and nothing at PATH is changed. Exit status: 0 well, 1 nothing there to import, 3 something was left out.
      """)

  @Argument(help: "What it comes from: jrnl, dayone or markdown.")
  var format: ImportFormat

  @Argument(help: "The export: a file or a folder.")
  var path: String

  @Flag(help: "Make the entries.")
  var yes = false

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let source = ImportSource(
      format, at: path, zones: SystemClock.timeZones, fileSystem: RealFileSystem())
    let contents = try contents(of: source, in: workspace)
    let plan = try workspace.reporting { () throws(JournalError) in
      try ImportPlan(contents.entries, for: workspace.folder)
    }
    let report = ImportReport(contents, plan, workspace)
    report.tellLeftOut()
    guard !contents.entries.isEmpty else {
      guard !leavesOut(contents) else { throw ExitCode(3) }
      throw CommandFailure.notFound(workspace.catalogue[.cliImportNothing, ["path": path]])
    }
    if plan.entries.isEmpty {
      workspace.say(.cliImportNothingNew, [:])
    } else if yes {
      try make(plan, in: workspace)
    } else {
      report.tellPlan(from: path)
      workspace.say(.cliImportHow, ["command": command])
    }
    if leavesOut(contents) { throw ExitCode(3) }
  }

  /// Whether something was refused that a writer would miss: not what is empty, and no link.
  private func leavesOut(_ contents: ImportSource.Contents) -> Bool {
    contents.refusals.contains { $0.reason != .empty && $0.reason != .link }
  }

  private func contents(
    of source: ImportSource, in workspace: Workspace
  ) throws(CommandFailure) -> ImportSource.Contents {
    do throws(JournalError) {
      return try source.contents(besides: workspace.folder, today: SystemClock.timestamp())
    } catch {
      let words = ["path": path, "reason": Problem(error).text(in: workspace.catalogue)]
      throw .failed(workspace.catalogue[.openFailed, words])
    }
  }

  private func make(_ plan: ImportPlan, in workspace: Workspace) throws {
    var progress = ProgressLine(total: plan.entries.count)
    for (count, planned) in plan.entries.enumerated() {
      do throws(JournalError) {
        _ = try workspace.folder.create(planned.entry)
      } catch {
        progress.finish()
        let words = [
          "count": String(count), "total": String(plan.entries.count),
          "reason": Problem(error).text(in: workspace.catalogue),
        ]
        throw CommandFailure.failed(workspace.catalogue[.cliImportStopped, words])
      }
      progress.advance()
    }
    progress.finish()
    workspace.say(.cliImportMade, ["count": String(plan.entries.count)])
  }

  /// The same, with `--yes`, as a shell reads it.
  private var command: String {
    var words = ["kiseki", "import", format.rawValue, "--yes"]
    if let journal = options.journal { words += ["--journal", ShellWord(journal).text] }
    return (words + [path.hasPrefix("-") ? "./" + path : path].map { ShellWord($0).text })
      .joined(separator: " ")
  }
}

extension ImportFormat: ExpressibleByArgument {}

/// A text as one word of a shell's command.
private struct ShellWord {
  let text: String

  init(_ word: String) {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy {
        $0.isLetter || $0.isNumber || "/._-+,:@%".contains($0)
      }
    text = isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}

/// What an import makes and what it leaves out, told to the writer: paths on standard output, the rest on standard
/// error.
private struct ImportReport {
  let contents: ImportSource.Contents
  let plan: ImportPlan
  let workspace: Workspace

  /// Of a long list the first are shown.
  private static let shown = 10

  init(_ contents: ImportSource.Contents, _ plan: ImportPlan, _ workspace: Workspace) {
    self.contents = contents
    self.plan = plan
    self.workspace = workspace
  }

  func tellPlan(from path: String) {
    workspace.say(.cliImportWould, ["path": path, "count": String(plan.entries.count)])
    for planned in plan.entries.prefix(Self.shown) { StandardOutput.write(planned.path.text + "\n") }
    tellMore(than: plan.entries.count)
  }

  func tellLeftOut() {
    let refused = contents.refusals.map { refusal in
      (Phrase.cliImportRefused, ["origin": refusal.origin, "reason": text(of: refusal.reason)])
    }
    tell(refused)
    tell(
      plan.entries.flatMap { planned in planned.entry.notices.compactMap { line(for: $0, planned.entry) } })
    let counts: [(Phrase, Int)] = [
      (.cliImportMedia, mediaCount), (.cliImportPresent, plan.presentCount),
      (.cliImportRepeated, plan.repeatedCount), (.cliImportOtherFiles, contents.otherFiles),
    ]
    for (phrase, count) in counts where count > 0 { workspace.say(phrase, ["count": String(count)]) }
  }

  private var mediaCount: Int {
    plan.entries.flatMap(\.entry.notices).reduce(0) { sum, notice in
      if case .media(let count) = notice { sum + count } else { sum }
    }
  }

  private func tell(_ lines: [(phrase: Phrase, words: [String: String])]) {
    for line in lines.prefix(Self.shown) { workspace.say(line.phrase, line.words) }
    tellMore(than: lines.count)
  }

  private func tellMore(than count: Int) {
    guard count > Self.shown else { return }
    workspace.say(.cliImportMore, ["count": String(count - Self.shown)])
  }

  private func line(
    for notice: ImportedEntry.Notice, _ entry: ImportedEntry
  ) -> (phrase: Phrase, words: [String: String])? {
    switch notice {
    case .undated: (.cliImportUndated, ["origin": entry.origin])
    case .frontMatterKept(let line):
      (.cliImportFrontMatter, ["origin": entry.origin, "line": String(line)])
    case .nulReplaced: (.cliImportNUL, ["origin": entry.origin])
    case .media: nil
    }
  }

  private func text(of reason: ImportRefusal.Reason) -> String {
    let catalogue = workspace.catalogue
    return switch reason {
    case .notUTF8: catalogue[.problemNotUTF8]
    case .nameNotUTF8: catalogue[.importNameNotUTF8]
    case .tooLarge: catalogue[.problemTooLarge]
    case .unreadable: catalogue[.faultUnreadable]
    case .link: catalogue[.importLink]
    case .notAnExport: catalogue[.importNotAnExport]
    case .notAnEntry: catalogue[.importNotAnEntry]
    case .empty: catalogue[.importEmpty]
    case .frontMatterTooLong: catalogue[.problemFrontMatterTooLong]
    }
  }
}
