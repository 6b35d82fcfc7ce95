import Foundation
import Journal
import Resources
import Storage
import Testing

@testable import Publishing

/// What channels make of entries as their writers left them.
struct GoldenTests {
  private static let templates = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
  private static let folder = DataFile.url("../../docs/examples")
  private static let examples =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".md") && $0 != "README.md" }.map { String($0.dropLast(3)) }.sorted() ?? []

  private static func entry(at url: URL) throws -> Entry {
    let (frontMatter, body) = FrontMatter.split(try String(contentsOf: url, encoding: .utf8))
    return Entry(metadata: frontMatter.metadata, body: String(body))
  }

  private static func example(_ name: String) throws -> Entry {
    try entry(at: folder.appending(path: name + ".md"))
  }

  /// Those that the entry and its format are meant for.
  private static func channels(of entry: Entry) -> [Channel] {
    let ids = (templates.template(of: entry)?.channels ?? []) + entry.metadata.channels
    return Set(ids).sorted().compactMap { ChannelTests.library.channel($0) }
  }

  /// `docs/examples/drafts/<entry>/<channel>.md`, as the program keeps drafts.
  @Test func `The examples have the drafts that lie beside them`() throws {
    var paths: Set<String> = []
    for name in Self.examples {
      let entry = try Self.example(name)
      let template = Self.templates.template(of: entry)
      for channel in Self.channels(of: entry) {
        let draft = channel.draft(of: entry, template: template)
        #expect(draft.notices.isEmpty, "\(name), \(channel.id)")
        let made = try #require(entry.metadata.lastModified ?? entry.metadata.date)
        let file = DraftFile(draft, of: name + ".md", for: channel, made: made)
        paths.insert("\(name)/\(channel.id).md")
        Self.compare(file.text(for: channel), withDraft: "\(name)/\(channel.id).md")
        for (number, picture) in try Self.pictures(of: draft, entry, in: channel).enumerated() {
          paths.insert("\(name)/\(channel.id)-\(number + 1).svg")
          Self.compare(picture.svg, withDraft: "\(name)/\(channel.id)-\(number + 1).svg")
        }
      }
    }
    let drafts = Self.folder.appending(path: "drafts").path
    let found = try FileManager.default.subpathsOfDirectory(atPath: drafts).filter {
      $0.contains(".") && $0.contains("/")
    }
    #expect(paths.count > 40 && Set(found) == paths)
  }

  private static func compare(_ draft: String, withDraft path: String) {
    DataFile.compare(draft, withGolden: "../../../docs/examples/drafts/" + path)
  }

  private static func pictures(of draft: Draft, _ entry: Entry, in channel: Channel) throws -> [CardPicture] {
    let theme = try #require(PictureTheme.themes(Resources.file("themes.yml") ?? "").first)
    return channel.pictures(of: draft, of: entry, template: templates.template(of: entry), theme: theme)
  }

  /// `Goldens/<channel>.txt`: a text with every sign of Markdown, and some of the examples where none is meant for the
  /// channel.
  @Test(arguments: ChannelTests.library.channels.map(\.id))
  func `Drafts for each channel are as they should be`(id: String) throws {
    let channel = try #require(ChannelTests.library.channel(id))
    let isMeant = try Self.examples.contains { try Self.channels(of: Self.example($0)).contains(channel) }
    var golden = ""
    for example in isMeant ? [] : ["failure-ywt.ja", "failure-incident-closing.ja", "vector-statement.en"] {
      golden += Self.dump(try Self.example(example), named: example, for: channel)
    }
    golden += Self.dump(try Self.entry(at: DataFile.url("Data/markup.md")), named: "markup", for: channel)
    DataFile.compare(golden, withGolden: id + ".txt")
  }

  @Test func `Cards in English are drawn as they should be`() throws {
    let channel = try #require(ChannelTests.library.channel("story"))
    let entry = try Self.example("vector-statement.en")
    let draft = channel.draft(of: entry, template: Self.templates.template(of: entry))
    for (number, picture) in try Self.pictures(of: draft, entry, in: channel).enumerated() {
      DataFile.compare(picture.svg, withGolden: "story.en-\(number + 1).svg")
    }
  }

  private static func dump(_ entry: Entry, named name: String, for channel: Channel) -> String {
    let draft = channel.draft(of: entry, template: templates.template(of: entry))
    let parts = channel.posts(of: draft.parts).map { post in
      let measures = channel.count(post).measures.map {
        "\($0.length)/\($0.limit.map(String.init) ?? "-") \($0.unit)"
      }
      return "-------- \(measures.joined(separator: ", "))\n\(post)\n"
    }
    return "======== \(name)\n" + parts.joined() + draft.notices.map { "!! \($0)\n" }.joined()
  }
}
