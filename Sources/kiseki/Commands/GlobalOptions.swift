import ArgumentParser
import Journal

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The journal's folder.", valueName: "dir"))
  var journal: String?

  @Option(name: .customLong("lang"), help: "The language of the program: ja or en.")
  var language: Language?

  @Flag(help: "No colours; weight only. NO_COLOR does the same.")
  var noColor = false

  /// The arguments with options that stand before the subcommand moved behind it and its own subcommands,
  /// where they are parsed.
  static func afterSubcommand(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first {
      if first == "--no-color" || first.hasPrefix("--journal=") || first.hasPrefix("--lang=") {
        leading.append(rest.removeFirst())
      } else if first == "--journal" || first == "--lang", rest.count >= 2 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    guard let subcommand = rest.first, !subcommand.hasPrefix("-") else { return arguments }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + leading + rest[end...]
  }
}

extension Language: ExpressibleByArgument {}

/// How data is printed.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
