import Journal
import RandomNumbers
import Storage
import Testing

@Suite("Front matter changed at random")
struct FrontMatterPropertyTests {
  private static let pieces: [[String]] = [
    [
      "title: 題 # c\n", "title: 'a'\n", "title: >-\n  a\n\n  b\n", "title:\n", "title: a\n  b\n",
      "\"title\": a\n",
    ],
    ["date: 2026-11-20\n", "date: \"2026-11-20T10:00:00+09:00\" # c\n", "date: unknown\n"],
    [
      "tags: [a, 'b']\n", "tags:\n- a\n- \"b\"  # c\n", "tags:\n    - a\n    # c\n    - |\n      b\n",
      "tags: a, b\n", "tags: []\n",
    ],
    ["foo: {a: [b]}\n", "foo: |\n  title: no\n  tags: [x]\n", "foo:\n  - title: x\n", "foo: \"a\n  b\"\n"],
    ["# title: comment\n", "\n", " # indented\n"],
    ["status: idea\n", "status: other\n", "\"status\" :   draft\n"],
    ["next_step: |+\n  a\n\n", "next_step: \"a\\\n  b\"\n", "next_step: 歩く\n"],
    ["bar: x\n", "日本語: y\n", "\"a b\": z\n"],
  ]
  private static let texts = [
    "", "a", "失敗: 学び", "yes", "# x", "- x", "a\nb", "  a ", "\"", "'", "\u{FEFF}", "e\u{301}", "é", "{", "|",
    "%",
    "🇯🇵👍🏽", "\u{0}", "a\\", "123", "x\r\ny", "\u{85}\u{2028}", "!a", "a b c", "`",
  ]

  @Test("What is said comes back, and all other lines stay byte for byte", arguments: 1...60)
  func roundTrip(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let ending = Bool.random(using: &random) ? "\n" : "\r\n"
      let chosen = Self.pieces.shuffled(using: &random).compactMap { $0.randomElement(using: &random) }
        .prefix(Int.random(in: 0...8, using: &random))
      let text = ("---\n" + chosen.joined() + "---\n").replacing("\n", with: ending)
      let frontMatter = FrontMatter.split(text).frontMatter
      try #require(frontMatter.fault == nil, "\(text)")
      let metadata = changed(frontMatter.metadata, using: &random)
      let result = frontMatter.applying(metadata)
      let again = FrontMatter.split(result).frontMatter

      try #require(again.fault == nil, "\(text) became \(result)")
      #expect(normal(again.metadata) == normal(metadata), "\(text) became \(result)")
      #expect(again.applying(metadata) == result)
      #expect(foreignLines(chosen, in: result, ending: ending), "\(text) became \(result)")
    }
  }

  /// Pieces without a key of ours stand in the result as they were, in their order.
  private func foreignLines(_ pieces: some Sequence<String>, in result: String, ending: String) -> Bool {
    var rest = Array(result.utf8)[...]
    for piece in pieces where ["foo", "bar", "日本", "\"a b", "# ti", " # "].contains(where: piece.hasPrefix) {
      let bytes = Array(piece.replacing("\n", with: ending).utf8)
      guard let found = rest.indices.first(where: { rest[$0...].starts(with: bytes) }) else { return false }
      rest = rest[(found + bytes.count)...]
    }
    return true
  }

  private func changed(
    _ metadata: EntryMetadata, using random: inout SplitMix64
  ) -> EntryMetadata {
    var metadata = metadata
    func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      switch Int.random(in: 0..<9, using: &random) {
      case 0: metadata.title = text()
      case 1: metadata.tags = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
      case 2:
        metadata.nextStep = text()
        metadata.origin = text()
        metadata.checksOff = [text()]
      case 3: metadata.status = Status.allCases.randomElement(using: &random)
      case 4:
        metadata.date = Timestamp(seconds: .random(in: 0...2_000_000_000, using: &random), offset: 32_400)
      case 5: metadata.title = nil
      case 6: metadata.channels = [text()]
      case 7: metadata.shared = ["x": ["2026-11-20", "2026-11-21"].randomElement(using: &random) ?? ""]
      default: metadata.language = [nil, .japanese, .english].randomElement(using: &random) ?? nil
      }
    }
    return metadata
  }

  /// An empty text says nothing.
  private func normal(_ metadata: EntryMetadata) -> [[UInt8]] {
    [
      metadata.title, metadata.nextStep, metadata.origin, metadata.date?.rfc3339, metadata.status?.rawValue,
      metadata.language?.rawValue, metadata.shared["x"],
    ]
    .map { Array(($0 ?? "").utf8) }
      + (metadata.tags + [","] + metadata.channels + [","] + metadata.checksOff).filter { !$0.isEmpty }.map {
        Array($0.utf8)
      }
  }
}

@Suite("Front matter of any text")
struct FrontMatterAnyTextTests {
  private static let pieces = [
    "\n", "\n", "\r\n", "\r", "---", "\n---\n", "...", "title", "tags", ": ", ":", "- ", " ", "  ", "#", "[",
    "]", "{", "}", "\"", "'",
    "|", ">", "+", "&a", "*a", "!t", "<<", "? ", "a", "学び", ",", "\u{85}", "\u{2028}", "\u{FEFF}", "\t", "\\",
    "\u{301}", "%", "~",
  ]

  @Test("No text is too strange, and every change can be read back", arguments: 1...400)
  func anyText(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let middle = (0..<Int.random(in: 0...25, using: &random))
        .map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let text = "---\n" + middle + "\n---\nbody"
      let (frontMatter, body) = FrontMatter.split(text)
      #expect((frontMatter.text + body).utf8.elementsEqual(text.utf8))
      #expect(frontMatter.applying(frontMatter.metadata).utf8.elementsEqual(frontMatter.text.utf8))

      var metadata = frontMatter.metadata
      metadata.title = "新しい題"
      metadata.tags = ["a", "b"]
      let changed = frontMatter.applying(metadata)
      guard frontMatter.fault == nil else {
        #expect(changed.utf8.elementsEqual(frontMatter.text.utf8))
        continue
      }
      let again = FrontMatter.split(changed + body)
      #expect(again.frontMatter.metadata == metadata, "\(text) became \(changed)")
      #expect(again.body.utf8.elementsEqual(body.utf8), "\(text) became \(changed)")
    }
  }
}
