import Interface
import Publishing
import YAML

/// `$XDG_CONFIG_HOME/kiseki/config.yml`: what a writer sets once. Keys that this version does not know are left
/// alone.
struct Configuration {
  /// The journal's folder, as it is written there.
  let journal: String?
  /// The language of the screen and of messages, as it is written there.
  let language: String?
  /// How wide characters of ambiguous width are, as it is written there.
  let ambiguous: String?
  /// The rules and classes of checks that are switched off for good.
  let checksOff: [String]
  /// The colours of pictures.
  let pictureColors: [PictureTheme.Setting]

  static let languageKey = "lang"
  static let ambiguousKey = "ambiguous"
  private static let journalKey = "journal"
  private static let checksOffKey = "checks_off"

  /// Why the file can't be used.
  enum Fault: Error {
    case unreadable(Problem)
    /// From 1.
    case line(Int)
  }

  /// - Throws: where the file is there and can't be understood: which journal is meant must not be guessed.
  init(environment: [String: String]) throws(Fault) {
    let text: String
    do throws(Problem) {
      text = try TextFile.read(Configuration.path(in: environment), upTo: 1 << 20)
    } catch .notFound {
      text = ""
    } catch {
      throw .unreadable(error)
    }
    let keys = [Self.journalKey, Self.languageKey, Self.ambiguousKey, Self.checksOffKey]
    let entries: [(key: String, texts: [String], line: Int)]
    do throws(StringTable.Fault) {
      entries = try StringTable.lists(text, of: Set(keys + PictureTheme.settingKeys))
    } catch {
      throw .line(error.line)
    }
    func first(_ key: String) -> String? { entries.first { $0.key == key }?.texts.first }
    journal = first(Self.journalKey)
    language = first(Self.languageKey)
    ambiguous = first(Self.ambiguousKey)
    checksOff = entries.first { $0.key == Self.checksOffKey }?.texts ?? []
    pictureColors = entries.filter { PictureTheme.settingKeys.contains($0.key) }.map {
      PictureTheme.Setting(key: $0.key, text: $0.texts.first ?? "", line: $0.line)
    }
  }

  static func path(in environment: [String: String]) -> String {
    folder(in: environment) + "/config.yml"
  }

  /// Where the settings lie, with what else the writer has for the program alone.
  static func folder(in environment: [String: String]) -> String {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (folder ?? (environment["HOME"] ?? "") + "/.config") + "/kiseki"
  }
}
