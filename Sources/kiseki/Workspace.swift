import Glibc
import Interface
import Journal
import Resources
import Storage
import Typography

/// What every command stands on: the journal's folder, the language, the texts, the formats.
struct Workspace: Sendable {
  let folder: JournalFolder
  let catalogue: Catalogue
  let keymap: Keymap
  let library: TemplateLibrary
  let widths: ColumnWidths
  let usesColor: Bool
  private let environment: [String: String]

  init(_ options: GlobalOptions) throws(CommandFailure) {
    let environment = Workspace.environment()
    let catalogue = try Workspace.catalogue(
      Workspace.language(option: options.language, environment), Resources.self)
    let configured = try Configuration(environment: environment, catalogue: catalogue)
    let root = JournalLocation.resolve(
      option: options.journal, environment: environment, configured: configured.journal)
    folder = JournalFolder(root: root, fileSystem: RealFileSystem())
    library = TemplateLibrary(
      embedded: Resources.files(under: "templates/"), own: folder.templateFiles())
    keymap = try Workspace.shippedKeymap()
    let ambiguous = environment["KISEKI_AMBIGUOUS"].flatMap(ColumnWidths.Ambiguous.init)
    widths = ColumnWidths(ambiguous: ambiguous ?? .narrow)
    usesColor = !options.noColor && (environment["NO_COLOR"] ?? "").isEmpty
    self.catalogue = catalogue
    self.environment = environment
  }

  var settings: Settings {
    Settings(catalogue: catalogue, keymap: keymap, widths: widths, journalName: shortRoot)
  }

  /// The formats as the screens have them.
  var shelf: TemplateShelf {
    TemplateShelf(
      templates: library.templates,
      broken: library.broken.map { file in
        TemplateShelf.Broken(
          path: file.path, line: file.line, reason: Phrase(file.reason), detail: file.reason.detail)
      })
  }

  /// The journal's folder with the home folder as "~".
  private var shortRoot: String {
    guard let home = environment["HOME"], folder.root.hasPrefix(home + "/") else { return folder.root }
    return "~" + folder.root.dropFirst(home.count)
  }

  private static func environment() -> [String: String] {
    var values: [String: String] = [:]
    var entry = environ
    while let text = entry?.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
      entry = entry?.advanced(by: 1)
    }
    return values
  }

  /// `--lang`, then `KISEKI_LANG`, then the locale; English where none of them says.
  private static func language(option: Language?, _ environment: [String: String]) -> Language {
    if let option { return option }
    if let language = environment["KISEKI_LANG"].flatMap(Language.init) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.hasPrefix("ja") == true ? .japanese : .english
  }
}
