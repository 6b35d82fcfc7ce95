package import Checks
package import Journal

/// Every text that the program says to a writer, in one language. The texts are data
/// (`Resources/messages/<lang>.yml`); `Phrase` names the ones that code asks for.
package struct Catalogue: Equatable, Sendable {
  package let language: Language
  private let texts: [String: String]

  /// - Parameter texts: text by key. A key that is missing shows as itself, so a gap can be seen.
  package init(language: Language, texts: [String: String]) {
    self.language = language
    self.texts = texts
  }

  /// All keys that have a text.
  package var keys: Set<String> { Set(texts.keys) }

  package subscript(_ phrase: Phrase) -> String {
    texts[phrase.rawValue] ?? phrase.rawValue
  }

  /// The text with each `{name}` replaced by its value, once: a value is never read as a pattern.
  package subscript(_ phrase: Phrase, _ values: [String: String]) -> String {
    Catalogue.fill(self[phrase], with: values)
  }

  /// What a command is called in lists.
  package func title(of command: Command) -> String {
    texts["command.\(command.rawValue)"] ?? command.rawValue
  }

  /// What a command is called beside its key in the status line, where room is scarce.
  package func shortTitle(of command: Command) -> String {
    texts["command.\(command.rawValue).short"] ?? title(of: command)
  }

  /// What a class of findings is called.
  package func title(of findingClass: FindingClass) -> String {
    texts["class.\(findingClass.rawValue)"] ?? findingClass.rawValue
  }

  /// What help calls a place in which keys are pressed.
  package func title(of place: KeyPlace) -> String {
    texts["place.\(place.rawValue)"] ?? place.rawValue
  }

  /// What a part of a vector statement is called.
  package func title(of part: VectorStatement.Part) -> String {
    texts["vector.\(part.rawValue)"] ?? part.rawValue
  }

  /// What a time that a vector statement speaks of is called.
  package func title(of time: VectorTime) -> String {
    texts["time.\(time.rawValue)"] ?? time.rawValue
  }

  /// What became of a part of a statement.
  package func title(of change: ComparedPart.Change) -> String {
    texts["change.\(change.rawValue)"] ?? change.rawValue
  }

  /// What a family of formats is called. A family of the writer's own is called what they call it.
  package func title(ofFamily family: String) -> String {
    texts["family.\(family)"] ?? family
  }

  /// The `{names}` in the text of a key, for comparing the languages.
  package func placeholders(ofKey key: String) -> Set<String> {
    var names: Set<String> = []
    _ = Catalogue.replacePlaceholders(in: texts[key] ?? "") { name in
      names.insert(name)
      return nil
    }
    return names
  }

  private static func fill(_ text: String, with values: [String: String]) -> String {
    replacePlaceholders(in: text) { values[$0] }
  }

  private static func replacePlaceholders(
    in text: String, by value: (String) -> String?
  ) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += value(String(rest[rest.index(after: open)..<close])) ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
