import Interface
import YAML

/// The keys: the program's, and over them the writer's own from `keys.yml` beside the settings, in the same form.
struct KeyBindings {
  private(set) var keymap: Keymap
  /// What in the writer's file means nothing, in their words; the rest of it is in force.
  private(set) var faults: [String] = []

  /// In bytes.
  private static let sizeLimit = 1 << 16

  init(ownFile path: String, catalogue: Catalogue) throws(CommandFailure) {
    keymap = try ShippedTexts.keymap()
    func fault(line: Int, _ reason: String) -> String {
      catalogue[.templateBroken, ["path": path, "line": String(line), "reason": reason]]
    }
    let text: String
    do throws(Problem) {
      text = try TextFile.read(path, upTo: Self.sizeLimit)
    } catch .notFound {
      return
    } catch {
      faults = [catalogue[.openFailed, ["path": path, "reason": error.text(in: catalogue)]]]
      return
    }
    let bindings: [(group: String, key: String, text: String, line: Int)]
    do throws(StringTable.Fault) {
      bindings = try StringTable.located(text)
    } catch {
      faults = [fault(line: error.line, catalogue[.faultNotKeysAndValues])]
      return
    }
    for binding in bindings {
      do throws(Keymap.Fault) {
        try keymap.rebind(place: binding.group, notation: binding.key, command: binding.text)
      } catch {
        faults.append(fault(line: binding.line, catalogue.text(of: error)))
      }
    }
  }
}
