/// The entry that another one grows from, as far as the new one draws on it.
package struct Origin: Equatable, Sendable {
  /// What the new entry calls it.
  package let reference: String
  /// The language that it is written in, where that is known.
  package let language: Language?
  /// By the name that a template's placeholder has behind "origin.".
  private let texts: [String: String]

  /// - Parameters:
  ///   - path: the entry's file, if it has one.
  ///   - template: the entry's format, if it has one.
  package init(_ entry: Entry, path: String?, template: Template?) {
    reference = entry.metadata.reference(path: path)
    language = entry.metadata.language ?? template?.language
    let sections = GuidedText(body: entry.body, template: template, metadata: entry.metadata).sections
    let named = sections.compactMap { part in part.section.map { ($0.id, part.text) } }
    var texts = Dictionary(named) { first, _ in first }
    texts["title"] = entry.metadata.title?.oneLine
    if texts["next-step", default: ""].isEmpty { texts["next-step"] = entry.metadata.nextStep }
    if texts["next-due", default: ""].isEmpty { texts["next-due"] = entry.metadata.nextDue }
    self.texts = texts
  }

  /// What the entry says in the section with this id, or as its "title".
  subscript(name: String) -> String? { texts[name] }
}

extension EntryMetadata {
  /// What other entries call an entry: its `id`, else its file's name without the ending.
  func reference(path: String?) -> String {
    if let id { return id }
    let name = path?.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
