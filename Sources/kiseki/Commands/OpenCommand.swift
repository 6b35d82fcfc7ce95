import ArgumentParser
import Interface
import Storage

struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Opens an entry in the editor; any Markdown file will do.")

  @Argument(help: "A path, an id, the beginning of a file name, or \"last\".")
  var entry: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    try Session(workspace).run(.opening(path: try workspace.path(of: entry).text))
  }
}
