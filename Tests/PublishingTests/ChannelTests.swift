import Journal
import Resources
import Storage
import Testing

@testable import Publishing

struct ChannelTests {
  static let library = ChannelLibrary(embedded: Resources.files(under: "channels/"), own: [])
  static let templates = TemplateLibrary(embedded: Resources.files(under: "templates/"), own: []).templates

  @Test func `Every channel of ours is understood, named in both languages and dated`() {
    #expect(Self.library.broken.isEmpty)
    #expect(
      Self.library.channels.count == Resources.files(under: "channels/").count
        && Self.library.channels.count >= 27)
    for channel in Self.library.channels {
      #expect(channel.names.count == 2, "\(channel.id)")
      #expect(!channel.source.isEmpty && Timestamp(channel.checked) != nil, "\(channel.id)")
    }
  }

  @Test func `Every channel that a format is meant for is there, and every way of composing is used`() {
    let known = Set(Self.library.channels.map(\.id))
    let composed = Set(Self.library.channels.flatMap { [$0.id] + $0.compose }).union(["long"])
    for template in Self.templates {
      #expect(known.isSuperset(of: template.channels), "\(template.reference)")
      #expect(composed.isSuperset(of: template.compose.keys), "\(template.reference)")
      for compose in template.compose.values {
        #expect(throws: Never.self, "\(template.reference)") { try ComposeTemplate(compose) }
      }
    }
  }

  @Test func `The writer's channel takes the place of ours, or is added`() {
    let library = ChannelLibrary(
      embedded: Resources.files(under: "channels/"),
      own: [
        ("channels/mastodon.yml", "name: うちの鯖\nlimits: [{length: 1000, unit: mastodon}]\n"),
        ("channels/zine.yml", "name: Zine\n"),
        ("channels/bad.yml", "name: x\nlimit: 5\n"),
      ])
    #expect(library.channel("mastodon")?.limits.first?.length == 1000)
    #expect(library.channel("zine")?.name(in: .japanese) == "Zine")
    #expect(library.broken.map(\.fault) == [ChannelFault(line: 2, reason: .unknownKey("limit"))])
  }

  @Test(
    arguments: [
      ("", ChannelFault(line: 1, reason: .missing("name"))),
      ("form: post", ChannelFault(line: 1, reason: .missing("name"))),
      ("name: a\nform: poster", ChannelFault(line: 2, reason: .invalidValue("form"))),
      ("name: a\nlimits: 280", ChannelFault(line: 2, reason: .invalidValue("limits"))),
      (
        "name: a\nlimits:\n  - {length: 0, unit: utf8}",
        ChannelFault(line: 3, reason: .invalidValue("length"))
      ),
      ("name: a\nlimits:\n  - {length: 5}", ChannelFault(line: 3, reason: .invalidValue("unit"))),
      ("name: a\nlinks: -1", ChannelFault(line: 2, reason: .invalidValue("links"))),
      ("name: a\nshows: {first-heading: 9}", ChannelFault(line: 2, reason: .invalidValue("last-heading"))),
      ("- a", ChannelFault(line: 1, reason: .malformed)),
      ("name: [", ChannelFault(line: 2, reason: .malformed)),
      ("name: a\nname: b", ChannelFault(line: 2, reason: .malformed)),
      ("name: {de: a}", ChannelFault(line: 1, reason: .invalidValue("name"))),
    ])
  func `What is not understood is a fault with its line`(text: String, fault: ChannelFault) {
    #expect(throws: fault) { try ChannelFile.channel(path: "a.yml", text: text) }
  }

  @Test func `A file's name is the channel's`() throws {
    #expect(try ChannelFile.channel(path: "channels/my-blog.yml", text: "name: a").id == "my-blog")
    #expect(throws: ChannelFault(line: 1, reason: .invalidName("My Blog"))) {
      try ChannelFile.channel(path: "My Blog.yml", text: "name: a")
    }
  }
}
