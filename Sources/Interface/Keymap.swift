package import Display

/// Where a key is pressed. A key means what the most special place says.
package enum KeyPlace: String, CaseIterable, Sendable {
  case everywhere
  /// A list, with or without a field that filters it.
  case list
  /// What the checks found.
  case findings
  /// The editor: the title and the text.
  case editor
  /// The channels of the export screen.
  case export
  /// The parts of a draft.
  case parts
  /// A draft's text.
  case draft
}

/// Which key asks for which command, by place. Data: `Resources/keys.yml`, and what a writer sets instead.
package struct Keymap: Equatable, Sendable {
  private var commands: [KeyPlace: [Key: Command]] = [:]
  private var keys: [KeyPlace: [Command: [Key]]] = [:]

  /// A line of a key file that means nothing.
  package enum Fault: Error, Equatable, Sendable {
    case unknownPlace(String)
    case notAKey(String)
    case unknownCommand(String)
  }

  package init() {}

  /// - Parameter bindings: for each place, (key notation, command name) in the file's order; the first
  ///   key of a command is the one that help shows.
  package init(bindings: [(place: String, keys: [(notation: String, command: String)])]) throws(Fault) {
    for (placeName, pairs) in bindings {
      for (notation, name) in pairs {
        let (place, key, command) = try Self.read(placeName, notation, name)
        commands[place, default: [:]][key] = command
        keys[place, default: [:]][command, default: []].append(key)
      }
    }
  }

  /// Gives a key another command in a place; help shows it before that command's other keys.
  package mutating func rebind(place: String, notation: String, command: String) throws(Fault) {
    let (place, key, command) = try Self.read(place, notation, command)
    if let former = commands[place]?[key] { keys[place]?[former]?.removeAll { $0 == key } }
    commands[place, default: [:]][key] = command
    keys[place, default: [:]][command, default: []].insert(key, at: 0)
  }

  private static func read(
    _ place: String, _ notation: String, _ name: String
  ) throws(Fault) -> (KeyPlace, Key, Command) {
    guard let known = KeyPlace(rawValue: place) else { throw .unknownPlace(place) }
    guard let key = Key(notation: notation) else { throw .notAKey(notation) }
    guard let command = Command(rawValue: name) else { throw .unknownCommand(name) }
    return (known, key, command)
  }

  /// The command of a key, looked for in `place` and then everywhere.
  package func command(for key: Key, in place: KeyPlace) -> Command? {
    commands[place]?[key] ?? commands[.everywhere]?[key]
  }

  /// The keys of a command in `place` or everywhere, the usual one first.
  package func keys(for command: Command, in place: KeyPlace) -> [Key] {
    let own = keys[place]?[command] ?? []
    let inherited = keys[.everywhere]?[command] ?? []
    return own.isEmpty ? inherited.filter { commands[place]?[$0] == nil } : own
  }

  /// What help calls the usual key of a command, "Ctrl-S"; empty where it has none.
  package func label(for command: Command, in place: KeyPlace) -> String {
    keys(for: command, in: place).first?.label ?? ""
  }

  /// The commands that have a key of their own in `place`.
  package func commands(in place: KeyPlace) -> [Command] {
    Command.allCases.filter { keys[place]?[$0]?.isEmpty == false }
  }
}
