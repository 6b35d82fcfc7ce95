import ArgumentParser
import FoundationEssentials
import Interface
import Journal
import Publishing
import Storage

struct VectorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vector", abstract: "Prints your current vector: the newest vector statement.",
    discussion: "With --for or --limit it is a profile text that fits.")

  /// What the statement becomes.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case line, profile, long
  }

  @Option(name: .customLong("as"), help: "line, profile or long.")
  var form: Form?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "A profile that fits there: x (160), instagram (150), bluesky (256), mastodon (500).",
      valueName: "place")
  )
  var place: String?

  @Option(help: ArgumentHelp("A profile of at most so many characters.", valueName: "n"))
  var limit: Int?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit has to be at least 1.") }
    if place != nil, limit != nil { throw ValidationError("Either --for or --limit.") }
    if let form, form != .profile, place != nil || limit != nil {
      throw ValidationError("--for and --limit are for a profile.")
    }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let room = try profileRoom(in: workspace)
    guard let summary = try workspace.currentVector(), let statement = summary.vector else {
      throw CommandFailure.notFound(workspace.catalogue[.cliNoVector])
    }
    let entry = try workspace.entry(at: EntryPath(summary.path), for: .showing).entry
    let template = workspace.loadLibrary().template(of: entry)
    let made = text(of: statement, entry, template, in: room, workspace.catalogue)
    switch format {
    case .text: StandardOutput.write(made.text + "\n")
    case .json:
      let printed = PrintedVector(summary, statement, made, chosenForm, room, in: workspace)
      StandardOutput.write(try printed.json() + "\n")
    }
    if made.isCut { tell(statement, room, workspace.catalogue) }
  }

  private func profileRoom(in workspace: Workspace) throws(CommandFailure) -> ProfileRoom {
    if let limit { return ProfileRoom(limit: limit) }
    guard let place else { return ProfileRoom() }
    return ProfileRoom(of: try workspace.channel(named: "profile-" + place))
  }

  private var chosenForm: Form { form ?? (place == nil && limit == nil ? .line : .profile) }

  /// As the format says it where it says so and that fits; else as every vector statement can be told.
  private func text(
    of statement: VectorStatement, _ entry: Entry, _ template: Template?, in room: ProfileRoom,
    _ catalogue: Catalogue
  ) -> VectorProfile {
    let composed = template?.plainText(of: entry, as: chosenForm.rawValue)
    if let composed, chosenForm != .profile || room.holds(composed) {
      return VectorProfile(text: composed, isCut: false)
    }
    let told =
      switch chosenForm {
      case .line: statement.line.map { VectorProfile(text: $0, isCut: false) }
      case .long:
        VectorProfile(text: statement.paragraphs(in: catalogue).joined(separator: "\n\n"), isCut: false)
      case .profile: statement.profile(where: room.holds)
      }
    return told ?? VectorProfile(text: "", isCut: false)
  }

  private func tell(_ statement: VectorStatement, _ room: ProfileRoom, _ catalogue: Catalogue) {
    let words = [
      "limit": room.limit.map(String.init) ?? "", "length": String(room.length(of: statement.line ?? "")),
    ]
    StandardError.tell(catalogue[.cliVectorCut, words])
  }
}

/// How long a profile text may be, and how that is counted.
private struct ProfileRoom {
  /// Nil for as long as it is.
  private(set) var limit: Int?
  /// The place that counts; without one graphemes are counted.
  private var channel: Channel?

  init(limit: Int? = nil) {
    self.limit = limit
  }

  init(of channel: Channel) {
    self.channel = channel
    limit = channel.limits.first?.length
  }

  func length(of text: String) -> Int { channel?.count(text).measures.first?.length ?? text.count }

  func holds(_ text: String) -> Bool {
    channel?.count(text).fits ?? (limit.map { text.count <= $0 } ?? true)
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
    _ room: ProfileRoom, in workspace: Workspace
  ) {
    path = workspace.absolutePath(of: EntryPath(entry.path))
    id = entry.metadata.id
    date = entry.metadata.date?.rfc3339
    self.form = form.rawValue
    text = made.text
    length = room.length(of: made.text)
    limit = room.limit
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
