import ArgumentParser
import FoundationEssentials
import Interface
import Journal
import Publishing
import Storage

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Counts an entry's draft, or any text, as a channel counts it.",
    discussion: """
      An entry is made into a draft for the channel first; \"-\" is counted as it stands. Exit status: 0 it fits,
      1 it is too long.
      """)

  @Argument(help: "A path, an id, the beginning of a file name, \"last\", or \"-\" for standard input.")
  var entry: String

  @Option(name: .customLong("to"), help: "The channel: x, note, bluesky...")
  var channel: String

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let channel = try workspace.channel(named: channel)
    let report = try report(for: channel, in: workspace)
    switch format {
    case .text: StandardOutput.write(report.text)
    case .json: StandardOutput.write(try report.json() + "\n")
    }
    for notice in report.notices { workspace.say(notice, of: entry) }
    if !report.fits { throw ExitCode(1) }
  }

  private func report(for channel: Channel, in workspace: Workspace) throws -> CountReport {
    if entry == "-" {
      guard let text = StandardInput.readText() else {
        throw CommandFailure.failed(workspace.catalogue[.cliInputNotUTF8])
      }
      return CountReport(channel: channel, texts: [text])
    }
    let stored = try workspace.entry(entry, for: .drafting)
    let template = workspace.loadLibrary().template(of: stored.entry)
    return CountReport(
      channel: channel.carrying(stored.entry.metadata.contentWarning),
      texts: channel.readerTexts(of: stored.entry, template: template))
  }
}

/// How long the parts of a draft are.
private struct CountReport {
  let channel: Channel
  private let counts: [TextCount]

  init(channel: Channel, texts: [String]) {
    self.channel = channel
    counts = texts.map(channel.count)
  }

  var fits: Bool { counts.allSatisfy(\.fits) }

  /// What the place would not take, or not take well: by how much a part is too long, too many hashtags or links.
  var notices: [Draft.Notice] { channel.notices(on: counts) }

  /// A line for each part: "1  132/280 weighted".
  var text: String {
    counts.enumerated().map { index, count in
      let measures = count.measures.map { measure in
        "\(measure.length)" + (measure.limit.map { "/\($0)" } ?? "") + " \(measure.unit.rawValue)"
      }
      return "\(index + 1)  \(measures.joined(separator: "  "))\n"
    }.joined()
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(PrintedCount(channel, counts, fits: fits)), as: UTF8.self)
  }
}

/// A count as `--format json` prints it. Lengths are those of the measure that is nearest to its limit.
private struct PrintedCount: Encodable {
  let channel: String
  /// Of all parts together.
  let length: Int
  /// Of a part.
  let limit: Int?
  let unit: String
  let fits: Bool
  let parts: [Part]

  struct Part: Encodable {
    let length: Int
    let limit: Int?
    let unit: String
    let fits: Bool
    let hashtags: Int
    let links: Int

    init(_ count: TextCount) {
      length = count.tightest?.length ?? 0
      limit = count.tightest?.limit
      unit = count.tightest?.unit.rawValue ?? ""
      fits = count.fits
      hashtags = count.hashtags
      links = count.links
    }
  }

  init(_ channel: Channel, _ counts: [TextCount], fits: Bool) {
    self.channel = channel.id
    self.fits = fits
    limit = channel.limits.first?.length
    unit = (channel.limits.first?.unit ?? .graphemes).rawValue
    length = counts.compactMap(\.measures.first?.length).reduce(0, +)
    parts = counts.map(Part.init)
  }
}
