import ArgumentParser
import Interface

/// The command line. A new subcommand is a file in this folder and its name here.
struct KisekiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kiseki",
    abstract: "A journal that leads you, question by question, from what you lived to words you can share.",
    usage: """
      kiseki [--journal <dir>] [--lang ja|en] [--no-color]
      kiseki <subcommand> ...
      """,
    discussion: """
      Without a subcommand it opens the journal. ENTRY is a path, an id, the beginning of a file name, or "last".
      The journal is --journal, else KISEKI_JOURNAL, else "journal:" in $XDG_CONFIG_HOME/kiseki/config.yml, else
      $XDG_DATA_HOME/kiseki/journal.

      Exit status: 0 well, 1 nothing found (check: something found; count: too long), 2 used wrongly, 3 failed.
      """,
    version: "0.1.0",
    subcommands: [
      HomeCommand.self, OpenCommand.self, NewCommand.self, ListCommand.self, ShowCommand.self,
      VectorCommand.self, TemplatesCommand.self, CheckCommand.self, CountCommand.self, ExportCommand.self,
      ImportCommand.self, PathCommand.self,
    ],
    defaultSubcommand: HomeCommand.self)
}

/// `kiseki` alone.
struct HomeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "home", abstract: "Opens the journal on its home.", shouldDisplay: false)

  @OptionGroup var options: GlobalOptions

  func run() throws {
    try Session(try Workspace(options)).run(.home)
  }
}
