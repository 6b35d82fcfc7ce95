import Interface
import Publishing
import YAML

/// `$XDG_CONFIG_HOME/kiseki/config.yml`: what a writer sets once. Keys that this version does not know are left
/// alone.
struct Configuration {
  /// The journal's folder, as it is written there.
  let journal: String?
  /// The rules and classes of checks that are switched off for good.
  let checksOff: [String]
  /// The colours of pictures.
  let pictureColors: [PictureTheme.Setting]

  private static let journalKey = "journal"
  private static let checksOffKey = "checks_off"

  /// - Throws: where the file is there and can't be understood: which journal is meant must not be guessed.
  init(environment: [String: String], catalogue: Catalogue) throws(CommandFailure) {
    let path = Configuration.path(in: environment)
    let text: String
    do throws(Problem) {
      text = try TextFile.read(path, upTo: 1 << 20)
    } catch .notFound {
      journal = nil
      checksOff = []
      pictureColors = []
      return
    } catch {
      throw .failed(catalogue[.openFailed, ["path": path, "reason": error.text(in: catalogue)]])
    }
    do throws(StringTable.Fault) {
      let keys = [Configuration.journalKey, Configuration.checksOffKey] + PictureTheme.settingKeys
      let entries = try StringTable.lists(text, of: Set(keys))
      journal = entries.first { $0.key == Configuration.journalKey }?.texts.first
      checksOff = entries.first { $0.key == Configuration.checksOffKey }?.texts ?? []
      pictureColors = entries.filter { PictureTheme.settingKeys.contains($0.key) }.map {
        PictureTheme.Setting(key: $0.key, text: $0.texts.first ?? "", line: $0.line)
      }
    } catch {
      throw .failed(catalogue[.cliConfigFault, ["path": path, "line": String(error.line)]])
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
