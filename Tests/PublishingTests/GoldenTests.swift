import Foundation
import Journal
import Resources
import Storage
import Testing

@testable import Publishing

/// What each channel makes of entries as their writers left them: `Goldens/<channel>.txt`.
struct GoldenTests {
  private static let examples = [
    "failure-ywt.ja", "brand-sponsored-post.ja", "failure-incident-closing.ja", "vector-statement.en",
    "passion-henai.ja",
  ]

  @Test(arguments: ChannelTests.library.channels.map(\.id))
  func `Drafts for each channel are as they should be`(id: String) throws {
    let channel = try #require(ChannelTests.library.channel(id))
    let library = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: [])
    var golden = ""
    for example in Self.examples + ["markup"] {
      let entry = try entry(example)
      golden +=
        "======== \(example)\n"
        + Self.dump(channel.draft(of: entry, template: library.template(of: entry)), channel)
    }
    DataFile.compare(golden, withGolden: id + ".txt")
  }

  private func entry(_ name: String) throws -> Entry {
    let isOurs = name == "markup"
    let url = isOurs ? DataFile.url("Data/markup.md") : DataFile.url("../../docs/examples/\(name).md")
    let (frontMatter, body) = FrontMatter.split(try String(contentsOf: url, encoding: .utf8))
    return Entry(metadata: frontMatter.metadata, body: String(body))
  }

  private static func dump(_ draft: Draft, _ channel: Channel) -> String {
    let parts = channel.posts(of: draft.parts).map { post in
      let measures = channel.count(post).measures.map {
        "\($0.length)/\($0.limit.map(String.init) ?? "-") \($0.unit)"
      }
      return "-------- \(measures.joined(separator: ", "))\n\(post)\n"
    }
    return parts.joined() + draft.notices.map { "!! \($0)\n" }.joined()
  }
}
