import Interface
import YAML

/// `$XDG_CONFIG_HOME/kiseki/config.yml`: what a writer sets once. Keys that this version does not know are left
/// alone.
struct Configuration {
  /// The journal's folder, as it is written there.
  let journal: String?
  /// The rules and classes of checks that are switched off for good.
  let checksOff: [String]

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
      return
    } catch {
      throw .failed(catalogue[.openFailed, ["path": path, "reason": error.text(in: catalogue)]])
    }
    do throws(StringTable.Fault) {
      journal = try StringTable.texts(of: "journal", in: text)?.first
      checksOff = try StringTable.texts(of: "checks_off", in: text) ?? []
    } catch {
      throw .failed(catalogue[.cliConfigFault, ["path": path, "line": String(error.line)]])
    }
  }

  private static func path(in environment: [String: String]) -> String {
    let folder = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    return (folder ?? (environment["HOME"] ?? "") + "/.config") + "/kiseki/config.yml"
  }

  /// In bytes: far more than anybody sets.
  private static let sizeLimit = 65_536

  private static func read(_ path: String) throws(Problem) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Problem(openingFailedWith: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: sizeLimit + 1)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw Problem(openingFailedWith: errno) }
    guard count <= sizeLimit else { throw .tooLarge }
    guard let text = UTF8Text.text(bytes[..<count]) else { throw .notUTF8 }
    return text
  }
}

extension Problem: Error {
  fileprivate init(openingFailedWith code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EACCES, EPERM: .noPermission
      case EISDIR: .isFolder
      default: .system(String(cString: strerror(code)))
      }
  }
}
