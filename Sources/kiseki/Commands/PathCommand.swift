import ArgumentParser
import Storage

struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path", abstract: "Prints where the journal is, or where an entry is.")

  @Argument(help: "A path, an id, the beginning of a file name, or \"last\".")
  var entry: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let path = try entry.map { workspace.absolutePath(of: try workspace.path(of: $0)) }
    StandardOutput.write((path ?? workspace.folder.root) + "\n")
  }
}
