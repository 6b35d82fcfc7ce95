import Display
import Interface
import Journal
import Publishing
import Testing

/// An entry about a market that is long enough for three posts, and the screen of its drafts.
enum ExportSample {
  static let path = "2026/2026-11-20-1000.md"
  static let sentences = (1...12).map { "朝市の\($0)日目のことを、忘れないうちに書いておきます。" }

  static func entry(_ body: String = sentences.joined(), channels: [String] = ["x", "note"]) -> Entry {
    var metadata = EntryMetadata()
    metadata.id = "1"
    metadata.title = "朝市"
    metadata.channels = channels
    metadata.status = .draft
    return Entry(metadata: metadata, body: body)
  }

  static func opened(_ entry: Entry = entry(), size: Size = Size(columns: 80, rows: 24)) throws -> TestSession
  {
    var session = try TestSession(size: size)
    session.open(entry, caretAfter: 0)
    return session
  }

  static func exported(
    _ entry: Entry = entry(), size: Size = Size(columns: 80, rows: 24)
  ) throws -> TestSession {
    var session = try opened(entry, size: size)
    session.press("<c-e>")
    return session
  }
}

extension TestSession {
  var export: ExportState? { state.layers.export }

  var hasMadeDrafts: Bool {
    effects.contains {
      if case .makeDrafts(let request) = $0, case .all = request.scope { true } else { false }
    }
  }

  /// The id of the channel that is chosen.
  var chosenChannel: String? { export?.chosen(in: state.settings.catalogue.language)?.channel.id }

  /// The parts of a channel's draft as they are shown.
  func parts(_ channel: String) -> [String] {
    export?.drafts.first { $0.channel.id == channel }?.parts.parts.map(\.text) ?? []
  }
}
