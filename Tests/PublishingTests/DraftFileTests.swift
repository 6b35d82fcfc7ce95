import Journal
import Testing

@testable import Publishing

struct DraftFileTests {
  private var channel: Channel {
    var channel = Channel(id: "x", limits: [.init(length: 280, unit: .weighted)])
    channel.marks.numbering = " ({n}/{total})"
    return channel
  }

  private func file(_ parts: [String]) throws -> DraftFile {
    let made = try #require(Timestamp("2026-11-20T21:04:05+09:00"))
    return DraftFile(Draft(parts: parts), of: "2026/2026-11-20-学び.md", for: channel, made: made)
  }

  @Test func `A draft is Markdown that people can change`() throws {
    #expect(
      try file(["一つめ", "二つめ"]).text(for: channel) == """
        ---
        entry: 2026/2026-11-20-学び.md
        channel: x
        made: 2026-11-20T21:04:05+09:00
        lengths: [12, 12]
        fingerprint: "\(try file(["一つめ", "二つめ"]).fingerprint)"
        ---

        一つめ

        ---

        二つめ

        """)
  }

  @Test(
    arguments: [
      ["一"], ["一", "二"], ["a\n---\nb", "\\---"], ["a\n\\\\---\n\nb"], ["あ\n\nい", "う"], [], ["---"],
      ["x: y", "--- "],
    ])
  func `What is written is read again`(parts: [String]) throws {
    let file = try file(parts)
    let read = try #require(DraftFile(file.text(for: channel), isDivided: true))
    #expect(read == file || parts == ["x: y", "--- "])
    #expect(!read.isEdited)
  }

  @Test func `An article is kept to the byte, rules and all`() throws {
    let article = Channel(id: "zenn", form: .article)
    let text = "---\ntitle: 題\n---\n\n本文\n\n---\n\n後\n"
    let file = try file([text])
    #expect(DraftFile(file.text(for: article), isDivided: false) == file)
  }

  @Test func `A changed draft is known, whatever its line endings`() throws {
    let text = try file(["一つめ", "二つめ"]).text(for: channel)
    let same = text.replacing("\n", with: "\r\n") + "\r\n"
    #expect(try #require(DraftFile(same, isDivided: true)).isEdited == false)
    #expect(try #require(DraftFile(text.replacing("二つめ", with: "三つめ"), isDivided: true)).isEdited)
    #expect(try #require(DraftFile(text.replacing("\n\n---\n\n二", with: "二"), isDivided: true)).isEdited)
  }

  @Test func `A draft that nobody touched is made anew, another is kept`() throws {
    let text = try file(["一つめ"]).text(for: channel)
    let untouched = try #require(DraftFile(text, isDivided: true))
    let edited = try #require(DraftFile(text.replacing("一つめ", with: "ひとつめ"), isDivided: true))
    #expect(untouched.renewal(with: Draft(parts: ["一つめ"])) == .current)
    #expect(untouched.renewal(with: Draft(parts: ["新しい"])) == .replaced)
    #expect(edited.renewal(with: Draft(parts: ["一つめ"])) == .current)
    #expect(edited.renewal(with: Draft(parts: ["新しい"])) == .kept)
  }

  @Test(arguments: [
    "", "本文", "---\n---\n", "---\nentry: a\n---\n", "---\nentry: [\n---\n\nx",
    "---\nentry: a\nchannel: x\nmade: never\nfingerprint: a\n---\nx",
  ])
  func `Another file is none`(text: String) {
    #expect(DraftFile(text, isDivided: true) == nil)
  }
}
