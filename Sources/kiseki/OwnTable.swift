import Interface
import YAML

/// A table of tables of texts that the writer has beside the settings, in the form of one of the program's own.
struct OwnTable {
  /// None where the file is missing or can't be used.
  private(set) var entries: [(group: String, key: String, text: String, line: Int)] = []
  /// Why the file can't be used, in the writer's words.
  private(set) var fault: String?
  private let path: String

  /// In bytes.
  private static let sizeLimit = 1 << 16

  init(_ path: String, _ catalogue: Catalogue) {
    self.path = path
    let text: String
    do throws(Problem) {
      text = try TextFile.read(path, upTo: Self.sizeLimit)
    } catch .notFound {
      return
    } catch {
      fault = catalogue[.openFailed, ["path": path, "reason": error.text(in: catalogue)]]
      return
    }
    do throws(StringTable.Fault) {
      entries = try StringTable.located(text)
    } catch {
      fault = self.fault(atLine: error.line, catalogue[.faultNotKeysAndValues], catalogue)
    }
  }

  /// What is wrong with a line.
  func fault(atLine line: Int, _ reason: String, _ catalogue: Catalogue) -> String {
    catalogue[.templateBroken, ["path": path, "line": String(line), "reason": reason]]
  }
}
