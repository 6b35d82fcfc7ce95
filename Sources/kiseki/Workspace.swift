import Checks
import Glibc
import Interface
import Journal
import Publishing
import Resources
import Storage
import Terminal
import Typography
import YAML

/// What every command stands on: the journal's folder, the language, the texts, the formats.
struct Workspace: Sendable {
  let folder: JournalFolder
  let catalogue: Catalogue
  let widths: ColumnWidths
  /// The terminal is to be asked whether they are true.
  let asksForWidths: Bool
  let usesColor: Bool
  /// The rules and classes of checks that are switched off for good.
  let checksOff: [String]
  /// The colours of pictures.
  let pictureColors: [PictureTheme.Setting]
  /// What the environment says that nobody understands, in the writer's words. It was said on standard error.
  let warnings: [String]
  private let environment: [String: String]

  init(_ options: GlobalOptions) throws(CommandFailure) {
    environment = Workspace.currentEnvironment()
    let read = Workspace.configuration(environment)
    let said = WrittenSettings(option: options.language, environment, try? read.get())
    let catalogue = try ShippedTexts.catalogue(said.language)
    self.catalogue = catalogue
    let configuration = try Workspace.understood(read, environment, catalogue)
    let location = JournalLocation.resolve(
      option: options.journal, environment: environment, configured: configuration.journal)
    guard let root = location else { throw .usage(catalogue[.cliNoHome]) }
    folder = JournalFolder(root: root, fileSystem: RealFileSystem())
    checksOff = configuration.checksOff
    pictureColors = configuration.pictureColors
    widths = ColumnWidths(ambiguous: said.ambiguous == .wide ? .wide : .narrow)
    asksForWidths = said.ambiguous == .auto
    usesColor = !options.noColor && (environment["NO_COLOR"] ?? "").isEmpty
    warnings = said.faults.map { fault in
      let words = ["name": fault.name, "value": fault.value, "values": fault.values, "used": fault.used]
      return catalogue[.cliUnknownValue, words]
    }
    for warning in warnings { StandardError.tell(warning) }
  }

  private static func configuration(
    _ environment: [String: String]
  ) -> Result<Configuration, Configuration.Fault> {
    Result { () throws(Configuration.Fault) in try Configuration(environment: environment) }
  }

  private static func understood(
    _ read: Result<Configuration, Configuration.Fault>, _ environment: [String: String],
    _ catalogue: Catalogue
  ) throws(CommandFailure) -> Configuration {
    let path = Configuration.path(in: environment)
    switch read {
    case .success(let configuration): return configuration
    case .failure(.unreadable(let problem)):
      throw .failed(catalogue[.openFailed, ["path": path, "reason": problem.text(in: catalogue)]])
    case .failure(.line(let line)):
      throw .failed(catalogue[.cliConfigFault, ["path": path, "line": String(line)]])
    }
  }

  /// The texts for a message before the command line is understood.
  static func currentCatalogue(_ arguments: [String]) throws(CommandFailure) -> Catalogue {
    let option = arguments.firstIndex(of: "--lang").map { arguments[$0...].dropFirst().first } ?? nil
    let environment = currentEnvironment()
    let said = WrittenSettings(
      option: option.flatMap(Language.init), environment, try? configuration(environment).get())
    return try ShippedTexts.catalogue(said.language)
  }

  /// What a sitting at the terminal is set to.
  func settings() throws(CommandFailure) -> Settings {
    let keys = try KeyBindings(
      ownFile: Configuration.folder(in: environment) + "/keys.yml", catalogue: catalogue)
    return Settings(
      catalogue: catalogue, keymap: keys.keymap, widths: widths, journalName: shortened(folder.root),
      careContacts: try careContacts().lines, warnings: warnings + keys.faults)
  }

  /// Where somebody listens.
  func careContacts() throws(CommandFailure) -> CareContacts {
    try CareContacts(
      ownFile: Configuration.folder(in: environment) + "/contacts.yml", catalogue: catalogue)
  }

  /// Reads the formats: ours, and the writer's own in the journal.
  func loadLibrary() -> TemplateLibrary {
    let own = folder.templateFiles()
    return TemplateLibrary(
      embedded: Workspace.shippedTemplates, own: own.texts, unread: own.broken)
  }

  /// Reads the check rules: ours, and the writer's own in the journal.
  func loadChecks() -> CheckSet {
    CheckSet(
      embedded: Resources.files(under: "rules/"), own: folder.ruleFiles(),
      classifiers: Classifiers.byLanguage(Resources.files(under: "classifiers/")))
  }

  /// Which rule can't be used, and why.
  func text(of rule: RefusedRule) -> String {
    let words = [
      "path": rule.path, "line": String(rule.fault.line), "rule": rule.name,
      "reason": catalogue.text(of: rule.fault.reason),
    ]
    return catalogue[.cliRuleRefused, words]
  }

  /// The files of the formats that the program brings.
  static var shippedTemplates: [(path: String, text: String)] { Resources.files(under: "templates/") }

  /// The formats as the screens have them.
  func shelf(of library: TemplateLibrary) -> TemplateShelf {
    TemplateShelf(
      templates: library.templates,
      broken: library.broken.map { file in
        TemplateShelf.Broken(path: file.path, line: file.line, reason: catalogue.text(of: file.reason))
      })
  }

  /// Where a text goes that can't be saved in the journal: the state folder, the home folder, the temporary one.
  var rescueFolders: [String] {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home.map { $0 + "/.local/state" }
    return [state, home, environment["TMPDIR"], "/tmp"].compactMap(\.self).map { $0 + "/kiseki/rescued" }
  }

  /// How long to wait for the rest of a key: `ESCDELAY` in milliseconds, as other programs of the terminal have it, else
  /// longer where the bytes come over a network.
  var escapeWait: Duration {
    if let said = environment["ESCDELAY"].flatMap(Int.init), 0...5_000 ~= said { return .milliseconds(said) }
    let isRemote = ["SSH_CONNECTION", "SSH_TTY"].contains { !(environment[$0] ?? "").isEmpty }
    return isRemote ? .milliseconds(100) : InputDecoder.usualEscapeWait
  }

  /// The writer's settings; there may be no such file.
  var settingsFile: SettingsFile {
    SettingsFile(path: Configuration.path(in: environment), fileSystem: RealFileSystem())
  }

  /// The folders where programs are.
  var searchPath: String { environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin" }

  /// A path with the home folder as "~".
  func shortened(_ path: String) -> String {
    guard let home = environment["HOME"], !home.isEmpty, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private static func currentEnvironment() -> [String: String] {
    var values: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
      entry = entry.advanced(by: 1)
    }
    if (values["HOME"] ?? "").isEmpty { values["HOME"] = homeOfUser() }
    return values
  }

  /// The home folder that the system has for the user, where nothing in the environment says it.
  private static func homeOfUser() -> String? {
    guard let user = getpwuid(getuid()), let home = user.pointee.pw_dir else { return nil }
    return String(cString: home)
  }
}

/// The texts and keys that travel in the executable.
enum ShippedTexts {
  static func catalogue(_ language: Language) throws(CommandFailure) -> Catalogue {
    let texts = try table("messages/\(language.rawValue).yml") { text throws(StringTable.Fault) in
      try StringTable.flat(text).map { ($0.key, $0.text) }
    }
    return Catalogue(language: language, texts: Dictionary(texts) { first, _ in first })
  }

  /// Where somebody listens, by language.
  static func careContacts() throws(CommandFailure) -> CareContacts.Table {
    try table("care/contacts.yml") { text throws(StringTable.Fault) in try StringTable.grouped(text) }
  }

  static func keymap() throws(CommandFailure) -> Keymap {
    let groups = try table("keys.yml") { text throws(StringTable.Fault) in try StringTable.grouped(text) }
    do {
      return try Keymap(
        bindings: groups.map {
          (place: $0.name, keys: $0.entries.map { (notation: $0.key, command: $0.text) })
        })
    } catch {
      throw .failed("keys.yml: \(error)")
    }
  }

  private static func table<Value>(
    _ path: String, _ parse: (String) throws(StringTable.Fault) -> Value
  ) throws(CommandFailure) -> Value {
    guard let text = Resources.file(path) else { throw .failed("\(path) is missing") }
    do {
      return try parse(text)
    } catch {
      throw .failed("\(path):\(error.line)")
    }
  }
}
