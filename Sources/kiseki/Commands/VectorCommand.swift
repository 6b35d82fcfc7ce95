import ArgumentParser
import FoundationEssentials
import Interface
import Journal
import Storage

struct VectorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vector", abstract: "Prints your current vector: the newest vector statement.",
    discussion: "With --for or --limit it is a profile text that fits.")

  /// What the statement becomes.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case line, profile, long
  }

  /// Where a profile text is for.
  enum Place: String, ExpressibleByArgument, CaseIterable {
    case x, instagram, bluesky

    var limit: ProfileLimit {
      switch self {
      case .x: .x
      case .instagram: .instagram
      case .bluesky: .bluesky
      }
    }
  }

  @Option(name: .customLong("as"), help: "line, profile or long.")
  var form: Form?

  @Option(name: .customLong("for"), help: "A profile on x (160), instagram (150) or bluesky (256).")
  var place: Place?

  @Option(help: ArgumentHelp("A profile of at most so many characters.", valueName: "n"))
  var limit: Int?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit has to be at least 1.") }
    if place != nil, limit != nil { throw ValidationError("Either --for or --limit.") }
    if let form, form != .profile, place ?? limit.map({ _ in .x }) != nil {
      throw ValidationError("--for and --limit are for a profile.")
    }
  }

  func run() throws {
    let workspace = try Workspace(options)
    guard let entry = try workspace.currentVector(), let statement = entry.vector else {
      throw CommandFailure.notFound(workspace.catalogue[.cliNoVector])
    }
    let made = text(of: statement, workspace.catalogue)
    switch format {
    case .text: StandardOutput.write(made.text + "\n")
    case .json:
      let printed = PrintedVector(entry, statement, made, chosenForm, profileLimit, in: workspace)
      StandardOutput.write(try printed.json() + "\n")
    }
    if made.isCut, let profileLimit { tell(statement, profileLimit, workspace.catalogue) }
  }

  private var profileLimit: ProfileLimit? {
    place?.limit ?? limit.map { ProfileLimit(length: $0) }
  }

  private var chosenForm: Form { form ?? (profileLimit == nil ? .line : .profile) }

  private func text(of statement: VectorStatement, _ catalogue: Catalogue) -> VectorProfile {
    let whole =
      switch chosenForm {
      case .line: statement.line
      case .long: statement.paragraphs(in: catalogue).joined(separator: "\n\n")
      case .profile: String?.none
      }
    return whole.map { VectorProfile(text: $0, isCut: false) }
      ?? statement.profile(fitting: profileLimit) ?? VectorProfile(text: "", isCut: false)
  }

  private func tell(_ statement: VectorStatement, _ limit: ProfileLimit, _ catalogue: Catalogue) {
    let words = [
      "limit": String(limit.length), "length": String(limit.length(of: statement.line ?? "")),
    ]
    StandardError.write("kiseki: \(catalogue[.cliVectorCut, words])\n")
  }
}

extension VectorStatement {
  /// All of it, told from the past to the future; where it leads and the next step say what they are.
  fileprivate func paragraphs(in catalogue: Catalogue) -> [String] {
    let parts: [Part] = [.past, .turningPoint, .present, .destination, .sentence, .nextStep]
    return parts.compactMap { part in
      guard part == .destination || part == .nextStep else { return self[part] }
      let label = catalogue.title(of: part)
      return self[part].map { catalogue[.vectorLabelled, ["label": label, "text": $0]] }
    }
  }
}

/// The current vector as `--format json` prints it.
private struct PrintedVector: Encodable {
  let path: String
  let id: String?
  let date: String?
  let form: String
  let text: String
  let length: Int
  let limit: Int?
  let isCut: Bool
  let parts: [String: String]

  init(
    _ entry: EntrySummary, _ statement: VectorStatement, _ made: VectorProfile, _ form: VectorCommand.Form,
    _ limit: ProfileLimit?, in workspace: Workspace
  ) {
    path = workspace.absolutePath(of: EntryPath(entry.path))
    id = entry.metadata.id
    date = entry.metadata.date?.rfc3339
    self.form = form.rawValue
    text = made.text
    length = limit?.length(of: made.text) ?? made.text.count
    self.limit = limit?.length
    isCut = made.isCut
    let written = VectorStatement.Part.allCases.compactMap { part in
      statement[part].map { (part.rawValue, $0) }
    }
    parts = Dictionary(written) { first, _ in first }
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  private enum CodingKeys: String, CodingKey {
    case path, id, date, form, text, length, limit, parts
    case isCut = "cut"
  }
}
