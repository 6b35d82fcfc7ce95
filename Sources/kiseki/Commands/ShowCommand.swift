import ArgumentParser
import Storage

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints an entry as it is in its file.")

  @Argument(help: "A path, an id, the beginning of a file name, or \"last\".")
  var entry: String

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let stored = try workspace.entry(entry, for: .showing)
    StandardOutput.write(stored.text)
  }
}
