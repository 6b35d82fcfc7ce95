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

/// Which key asks for which command, by place. Data: `Resources/keys.yml`.
package struct Keymap: Equatable, Sendable {
  private var commands: [KeyPlace: [Key: Command]] = [:]
  private var keys: [KeyPlace: [Command: [Key]]] = [:]

  /// A line of a key file that means nothing.
  package struct Fault: Error, Equatable, Sendable {
    package let place: String
    package let key: String
    package let command: String

    package init(place: String, key: String, command: String) {
      self.place = place
      self.key = key
      self.command = command
    }
  }

  package init() {}

  /// - Parameter bindings: for each place, (key notation, command name) in the file's order; the first
  ///   key of a command is the one that help shows.
  package init(bindings: [(place: String, keys: [(notation: String, command: String)])]) throws(Fault) {
    for (placeName, pairs) in bindings {
      for (notation, name) in pairs {
        guard let place = KeyPlace(rawValue: placeName), let key = Key(notation: notation),
          let command = Command(rawValue: name)
        else { throw Fault(place: placeName, key: notation, command: name) }
        commands[place, default: [:]][key] = command
        keys[place, default: [:]][command, default: []].append(key)
      }
    }
  }

  /// The command of a key, looked for in `place` and then everywhere.
  package func command(for key: Key, in place: KeyPlace) -> Command? {
    commands[place]?[key] ?? commands[.everywhere]?[key]
  }

  /// The keys of a command in `place` or everywhere, the usual one first.
  package func keys(for command: Command, in place: KeyPlace) -> [Key] {
    keys[place]?[command] ?? keys[.everywhere]?[command] ?? []
  }

  /// What help calls the usual key of a command, "Ctrl-S"; empty where it has none.
  package func label(for command: Command, in place: KeyPlace) -> String {
    keys(for: command, in: place).first?.label ?? ""
  }

  /// The commands that have a key of their own in `place`.
  package func commands(in place: KeyPlace) -> [Command] {
    Command.allCases.filter { keys[place]?[$0] != nil }
  }
}
