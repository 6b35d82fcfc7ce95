import Interface
import Journal
import Resources
import YAML

/// Where somebody listens, a line each: the program's list, or for a language of it the writer's own from
/// `contacts.yml` beside the settings, in the same form.
struct CareContacts {
  let lines: [String]
  /// Why the writer's list is not used, where it can't be.
  let fault: String?

  /// In bytes.
  private static let sizeLimit = 1 << 16

  init(ownFile path: String, catalogue: Catalogue) throws(CommandFailure) {
    let shipped = try ShippedTexts.careContacts()
    var (own, fault): (Table, String?) = ([], nil)
    do throws(Problem) {
      let text = try TextFile.read(path, upTo: Self.sizeLimit)
      do throws(StringTable.Fault) {
        own = try StringTable.grouped(text)
      } catch {
        let words = ["path": path, "line": String(error.line), "reason": catalogue[.faultNotKeysAndValues]]
        fault = catalogue[.templateBroken, words]
      }
    } catch .notFound {
    } catch {
      fault = catalogue[.openFailed, ["path": path, "reason": error.text(in: catalogue)]]
    }
    self.fault = fault
    lines =
      (own + shipped).first { $0.name == catalogue.language.rawValue && !$0.entries.isEmpty }?.entries
      .map { $0.text.isEmpty ? $0.key : "\($0.key)  \($0.text)" } ?? []
  }

  typealias Table = [(name: String, entries: [(key: String, text: String)])]
}
