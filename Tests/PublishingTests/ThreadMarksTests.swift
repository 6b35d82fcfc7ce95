import Journal
import Testing

@testable import Publishing

/// What stands around the parts of a thread, as channels' files set it, and the content warning above them.
struct ThreadMarksTests {
  private func channel(_ yaml: String) throws -> Channel {
    try ChannelFile.channel(path: "channels/c.yml", text: "name: c\n" + yaml)
  }

  @Test(
    arguments: [
      ("numbering: \" ({n}/{total})\"", ["一 (1/3)", "二 (2/3)", "三 (3/3)"]),
      ("numbering: \"{n}/{total} \"\nnumbering-at: start", ["1/3 一", "2/3 二", "3/3 三"]),
      ("continued: \"(続く)\"", ["一(続く)", "二(続く)", "三"]),
      (
        "continued: \" (続く)\"\ncarried-on: \"(続き) \"\nnumbering: \" {n}\"",
        ["一 (続く) 1", "(続き) 二 (続く) 2", "(続き) 三 3"]
      ), ("form: post", ["一", "二", "三"]),
    ])
  func `Marks stand where the channel's file says`(yaml: String, expected: [String]) throws {
    let channel = try channel(yaml)
    #expect(channel.posts(of: ["一", "二", "三"]) == expected)
    #expect(channel.posts(of: ["一"]) == ["一"])
  }

  @Test(
    arguments: [
      ("numbering-at: middle", "numbering-at"),
      ("continued: \"\(String(repeating: "あ", count: 41))\"", "continued"),
      ("content-warning: maybe", "content-warning"),
    ])
  func `Marks that are none are refused by name`(yaml: String, key: String) {
    #expect(throws: ChannelFault(line: 2, reason: .invalidValue(key))) { try channel(yaml) }
  }

  @Test func `Marks are counted`() throws {
    let yaml = "limits:\n  - {length: 40, unit: graphemes}\n"
    let marks =
      "continued: \"(続く)\"\ncarried-on: \"(続き) \"\nnumbering: \"{n}/{total} \"\nnumbering-at: start\n"
    let channel = try channel(yaml + marks)
    let entry = Entry(body: String(repeating: "これは十文字ですよ。", count: 30))
    let posts = channel.posts(of: channel.draft(of: entry, template: nil).parts)
    #expect(posts.allSatisfy { $0.count <= 40 } && posts.count > 10)
    #expect(posts[1].hasPrefix("2/\(posts.count) (続き) これは") && posts[1].hasSuffix("(続く)"))
  }

  private func entry(_ warning: String?, sentences: Int = 60) -> Entry {
    var entry = Entry(body: String(repeating: "これは十文字ですよ。", count: sentences))
    entry.metadata.contentWarning = warning
    return entry
  }

  @Test func `A content warning counts in every post of Mastodon`() throws {
    let channel = try #require(ChannelTests.library.channel("mastodon"))
    let draft = channel.draft(of: entry("失敗の\n話"), template: nil)
    #expect(draft.contentWarning == "失敗の 話")
    let carrying = channel.carrying(draft.contentWarning)
    for post in channel.posts(of: draft.parts) {
      #expect(carrying.count(post).measures[0].length == channel.count(post).measures[0].length + 5)
      #expect(carrying.count(post).fits)
    }
    let exact = entry(String(repeating: "あ", count: 10), sentences: 49)
    #expect(channel.draft(of: exact, template: nil).parts.count == 1)
    #expect(
      channel.draft(of: entry(String(repeating: "あ", count: 11), sentences: 49), template: nil).parts.count
        == 2)
  }

  @Test func `A warning that fills a post is told and makes no thread of letters`() throws {
    let channel = try #require(ChannelTests.library.channel("mastodon"))
    let draft = channel.draft(of: entry(String(repeating: "あ", count: 600)), template: nil)
    #expect(draft.parts.count == 5)
    #expect(draft.notices.count == 5)
  }

  @Test func `Other places have no field for a warning`() throws {
    for id in ["x", "bluesky", "threads", "note", "story"] {
      let channel = try #require(ChannelTests.library.channel(id))
      let draft = channel.draft(of: entry("失敗の話"), template: nil)
      #expect(draft.contentWarning == nil)
      #expect(!draft.parts.joined().contains("失敗の話"))
    }
  }

  @Test func `A draft's file keeps the warning, and knows when it changed`() throws {
    let channel = try #require(ChannelTests.library.channel("mastodon"))
    let draft = channel.draft(of: entry("失敗: 話", sentences: 2), template: nil)
    let file = DraftFile(draft, of: "a.md", for: channel, made: Timestamp(seconds: 0, offset: 0))
    let text = file.text(for: channel)
    #expect(text.contains("content_warning: \"失敗: 話\"\nlengths: [25]\n"))
    var read = try #require(DraftFile(text, isDivided: true))
    #expect(read == file && !read.isEdited)
    let other = channel.draft(of: entry("別の警告", sentences: 2), template: nil)
    #expect(read.renewal(with: draft) == .current && read.renewal(with: other) == .replaced)
    read.contentWarning = "直した"
    #expect(read.isEdited && read.renewal(with: other) == .kept)
  }
}
