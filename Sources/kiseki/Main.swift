import ArgumentParser
import Glibc
import Interface

/// The program's start: reads the command line, runs the command, and ends with the plan's exit codes:
/// 0 well, 1 nothing found or findings, 2 used wrongly, 3 failed.
@main
enum Main {
  static func main() {
    let arguments = GlobalOptions.afterSubcommand(Array(CommandLine.arguments.dropFirst()))
    do {
      try requireKnownCommand(arguments)
      var command = try command(arguments)
      try command.run()
    } catch let failure as CommandFailure {
      failure.report()
      exit(failure.exitCode)
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      let code = KisekiCommand.exitCode(for: error)
      let message = KisekiCommand.fullMessage(for: error)
      guard code != .success else {
        StandardOutput.write(message + "\n")
        exit(0)
      }
      if !message.isEmpty { StandardError.write(message + "\n") }
      exit(code == .validationFailure ? 2 : 3)
    }
  }

  /// The command that is asked for. The one that is named is tried alone first: to find out what all of them take, most
  /// of which nobody asks for, is a third of the time that a start takes.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let name = arguments.first.flatMap { $0.hasPrefix("-") ? nil : $0 }
    let named = name.map { name in
      KisekiCommand.configuration.subcommands.first { $0.configuration.commandName == name }
    }
    let rest = Array(arguments.dropFirst(name == nil ? 0 : 1))
    if let type = named ?? HomeCommand.self, let command = try? type.parse(rest) { return command }
    return try KisekiCommand.parseAsRoot(arguments)
  }

  /// Otherwise a mistyped subcommand would be an argument of the one that is the default.
  private static func requireKnownCommand(_ arguments: [String]) throws(CommandFailure) {
    guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
    let known = KisekiCommand.configuration.subcommands.map { $0.configuration.commandName }
    guard !known.contains(name) else { return }
    let catalogue = try Workspace.currentCatalogue(arguments)
    throw .usage(catalogue[.cliNoCommand, ["command": name]])
  }
}
