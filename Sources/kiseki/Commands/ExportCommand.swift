import ArgumentParser
import Journal
import Storage

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Prints entries as drafts: without front matter and guidance.")

  /// What an entry can be exported to.
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case markdown
  }

  @Argument(help: "Paths, ids, beginnings of file names, or \"last\".")
  var entries: [String]

  @Option(name: .customLong("to"), help: "markdown.")
  var target: Target

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let library = workspace.loadLibrary()
    let drafts = try entries.map { reference in
      let entry = try workspace.entry(reference, for: .drafting).entry
      return MarkdownDraft.text(of: entry, template: library.template(of: entry))
    }
    StandardOutput.write(drafts.joined(separator: "\n"))
  }
}
