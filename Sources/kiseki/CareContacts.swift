import Interface
import Journal
import Resources

/// Where somebody listens, a line each: the program's list, or for a language of it the writer's own from
/// `contacts.yml` beside the settings, in the same form.
struct CareContacts {
  let lines: [String]
  /// Why the writer's list is not used, where it can't be.
  let fault: String?

  init(ownFile path: String, catalogue: Catalogue) throws(CommandFailure) {
    let language = catalogue.language.rawValue
    let shipped = try ShippedTexts.careContacts().first { $0.name == language }?.entries ?? []
    let own = OwnTable(path, catalogue)
    fault = own.fault
    let ownEntries = own.entries.filter { $0.group == language }.map { (key: $0.key, text: $0.text) }
    lines = (ownEntries.isEmpty ? shipped : ownEntries).map {
      $0.text.isEmpty ? $0.key : "\($0.key)  \($0.text)"
    }
  }

  typealias Table = [(name: String, entries: [(key: String, text: String)])]
}
