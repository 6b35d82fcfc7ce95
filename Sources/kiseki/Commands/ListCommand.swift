import ArgumentParser
import FoundationEssentials
import Interface
import Journal
import Storage

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the entries, newest first.")

  @Option(help: "Only entries of this kind: vector, failure, position...")
  var kind: String?

  @Option(help: "Only entries with this status: idea, draft, ready, shared.")
  var status: Status?

  @Option(help: "Only entries with this tag.")
  var tag: String?

  @Option(help: ArgumentHelp("Only entries from this day on.", valueName: "yyyy-mm-dd"))
  var from: Timestamp?

  @Option(help: ArgumentHelp("Only entries up to this day.", valueName: "yyyy-mm-dd"))
  var to: Timestamp?

  @Option(
    help: ArgumentHelp(
      "Only the entries that belong together with this one, oldest first.", valueName: "entry"))
  var series: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let entries = try (series.map { try workspace.series(of: $0) } ?? workspace.summaries()).filter(isWanted)
    switch format {
    case .text: StandardOutput.write(entries.map { line(for: $0, in: workspace) + "\n" }.joined())
    case .json: StandardOutput.write(try ListedEntry.json(of: entries, in: workspace) + "\n")
    }
    if entries.isEmpty {
      throw CommandFailure.notFound(workspace.catalogue[.cliNothingListed])
    }
  }

  private func isWanted(_ entry: EntrySummary) -> Bool {
    let metadata = entry.metadata
    if let kind, metadata.kind?.rawValue != kind { return false }
    if let status, metadata.status != status { return false }
    if let tag, !metadata.tags.contains(tag) { return false }
    let day = entry.day
    if let from, (day ?? "") < from.formatted("YYYY-MM-DD") { return false }
    if let to, (day ?? "9999") > to.formatted("YYYY-MM-DD") { return false }
    return true
  }

  private func line(for entry: EntrySummary, in workspace: Workspace) -> String {
    let name =
      entry.isText
      ? entry.name.split(whereSeparator: \.isNewline).joined(separator: " ")
      : workspace.catalogue[.listNotText]
    return "\(entry.day ?? "----------")  \(entry.path)  \(name)"
  }
}

/// An entry as `--format json` prints it.
private struct ListedEntry: Encodable {
  let path: String
  let id: String?
  let title: String?
  let date: String?
  let lastmod: String?
  let lang: String?
  let template: String?
  let kind: String?
  let status: String?
  let tags: [String]
  let channels: [String]
  let nextStep: String?
  let nextDue: String?
  let origin: String?
  let excerpt: String

  init(_ entry: EntrySummary, path: String) {
    let metadata = entry.metadata
    self.path = path
    id = metadata.id
    title = metadata.title
    date = metadata.date?.rfc3339
    lastmod = metadata.lastModified?.rfc3339
    lang = metadata.language?.rawValue
    template = metadata.template.map { "\($0.family)/\($0.name)" }
    kind = metadata.kind?.rawValue
    status = metadata.status?.rawValue
    tags = metadata.tags
    channels = metadata.channels
    nextStep = metadata.nextStep
    nextDue = metadata.nextDue
    origin = metadata.origin
    excerpt = entry.excerpt
  }

  static func json(of entries: [EntrySummary], in workspace: Workspace) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    let listed = entries.map { ListedEntry($0, path: workspace.absolutePath(of: EntryPath($0.path))) }
    return String(decoding: try encoder.encode(["entries": listed]), as: UTF8.self)
  }
}

extension Status: ExpressibleByArgument {}

extension Timestamp: ExpressibleByArgument {
  /// A day, as it is written on the command line.
  public init?(argument: String) {
    self.init(argument)
  }
}
