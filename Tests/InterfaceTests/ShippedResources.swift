import Interface
import Journal
import Publishing
import Resources
import Storage
import Testing
import Typography
import YAML

extension Settings {
  /// As the program ships, in one language.
  static func shipped(
    language: Language, ambiguous: ColumnWidths.Ambiguous = .narrow
  ) throws -> Settings {
    Settings(
      catalogue: try Catalogue.shipped(language), keymap: try Keymap.shipped(),
      widths: ColumnWidths(ambiguous: ambiguous), journalName: "~/journal",
      careContacts: try careContacts(language))
  }

  private static func careContacts(_ language: Language) throws -> [String] {
    let groups = try StringTable.grouped(try #require(Resources.file("care/contacts.yml")))
    return try #require(groups.first { $0.name == language.rawValue }).entries.map { "\($0.key)  \($0.text)" }
  }
}

extension Catalogue {
  static func shipped(_ language: Language) throws -> Catalogue {
    let file = try #require(Resources.file("messages/\(language.rawValue).yml"))
    let texts = try StringTable.flat(file).map { ($0.key, $0.text) }
    return Catalogue(language: language, texts: Dictionary(texts) { first, _ in first })
  }
}

extension Keymap {
  static func shipped() throws -> Keymap {
    let groups = try StringTable.grouped(try #require(Resources.file("keys.yml")))
    return try Keymap(
      bindings: groups.map { (place: $0.name, keys: $0.entries.map { (notation: $0.key, command: $0.text) }) }
    )
  }
}

extension TemplateShelf {
  static func shipped() throws -> TemplateShelf {
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
    try #require(library.broken.isEmpty)
    return TemplateShelf(templates: library.templates)
  }
}
