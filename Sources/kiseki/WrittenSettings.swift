import Interface
import Journal

/// What the environment says of the screen, and for what it does not say the settings file.
struct WrittenSettings {
  /// `KISEKI_LANG`, then `lang` in the settings, then the locale; English where none of them says.
  let language: Language
  let ambiguous: AmbiguousSetting
  /// Values that are none of those that there are.
  let faults: [Fault]

  struct Fault {
    /// The variable, or the key of the settings.
    let name: String
    let value: String
    /// Those that there are.
    let values: String
    /// The one that is in force instead.
    let used: String
  }

  /// - Parameter option: what `--lang` says, which wins.
  init(option: Language?, _ environment: [String: String], _ configuration: Configuration?) {
    let languages = Said<Language>([
      ("KISEKI_LANG", environment["KISEKI_LANG"]), (Configuration.languageKey, configuration?.language),
    ])
    let widths = Said<AmbiguousSetting>([
      ("KISEKI_AMBIGUOUS", environment["KISEKI_AMBIGUOUS"]),
      (Configuration.ambiguousKey, configuration?.ambiguous),
    ])
    language = option ?? languages.value ?? Self.language(ofLocale: environment)
    ambiguous = widths.value ?? .narrow
    faults = languages.faults(using: language) + widths.faults(using: ambiguous)
  }

  /// What several places say of one thing, the most special first.
  private struct Said<Value: CaseIterable & RawRepresentable<String>> {
    /// The first that is known.
    let value: Value?
    private let unknown: [(name: String, text: String)]

    init(_ places: [(name: String, text: String?)]) {
      let said = places.compactMap { place in
        place.text.flatMap { $0.isEmpty ? nil : (name: place.name, text: $0) }
      }
      value = said.lazy.compactMap { Value(rawValue: $0.text) }.first
      unknown = said.filter { Value(rawValue: $0.text) == nil }
    }

    func faults(using used: Value) -> [Fault] {
      let values = Value.allCases.map(\.rawValue).joined(separator: ", ")
      return unknown.map { Fault(name: $0.name, value: $0.text, values: values, used: used.rawValue) }
    }
  }

  private static func language(ofLocale environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ja") == true ? .japanese : .english
  }
}

/// How wide characters of ambiguous width are to be taken, as a writer says it.
enum AmbiguousSetting: String, CaseIterable {
  case narrow, wide
  /// As the terminal says.
  case auto
}
