import Journal
import Storage
import Testing

@Suite("Changing front matter")
struct FrontMatterApplyingTests {
  private static let text = """
    ---
    # my notes
    title:   "古い題"   # to be decided
    cssclasses: [wide]
    tags:
      - 学び   # first
      - 朝活
    date: 2026-11-20
    foo: {a: b}

    next_step: |
      朝に書く
      夜に読む
    status: idea
    # end
    ---

    """

  private func changed(
    _ text: String = Self.text, _ change: (inout EntryMetadata) -> Void
  ) -> String {
    let frontMatter = FrontMatter.split(text).frontMatter
    var metadata = frontMatter.metadata
    change(&metadata)
    return frontMatter.applying(metadata)
  }

  @Test("Saying the same changes nothing")
  func sameMetadata() {
    #expect(changed { _ in } == Self.text)
  }

  @Test("A scalar keeps its line's spaces and comment")
  func scalar() {
    let expected = Self.text.replacing("\"古い題\"", with: "新しい題")
    #expect(changed { $0.title = "新しい題" } == expected)
  }

  @Test("A list keeps its style")
  func lists() {
    let expected = Self.text.replacing("- 学び   # first\n  - 朝活", with: "- 朝活\n  - go")
    #expect(changed { $0.tags = ["朝活", "go"] } == expected)
    #expect(
      changed("---\ntags: [a,b]\nx: y\n---\n") { $0.tags = ["c", "d"] } == "---\ntags: [c, d]\nx: y\n---\n")
    #expect(
      changed("---\ntags:\n- a\nx: y\n---\n") { $0.tags = ["c", "d"] } == "---\ntags:\n- c\n- d\nx: y\n---\n")
    #expect(changed("---\ntags: a, b\n---\n") { $0.tags = ["c"] } == "---\ntags: [c]\n---\n")
  }

  @Test("A block text gives way to a line")
  func blockScalar() {
    let expected = Self.text.replacing("|\n  朝に書く\n  夜に読む", with: "寝る")
    #expect(changed { $0.nextStep = "寝る" } == expected)
  }

  @Test("A key without anything to say loses its lines, and only those")
  func removal() {
    let expected = Self.text.replacing("tags:\n  - 学び   # first\n  - 朝活\n", with: "")
      .replacing("next_step: |\n  朝に書く\n  夜に読む\n", with: "")
    #expect(
      changed {
        $0.tags = []
        $0.nextStep = nil
      } == expected)
  }

  @Test("New keys come at the end in the plan's order")
  func addition() {
    let expected = Self.text.replacing(
      "# end\n", with: "# end\nlang: ja\nid: x1\nkind: failure\nchannels: [note]\n")
    #expect(
      changed {
        $0.channels = ["note"]
        $0.kind = .failure
        $0.id = "x1"
        $0.language = .japanese
      } == expected)
  }

  @Test("An empty value is filled in on its line")
  func filling() {
    let text = "---\ntitle: # none yet\ntags:\ndate:\nlang: ~\n---\n"
    let result = changed(text) {
      $0.title = "朝"
      $0.tags = ["a"]
      $0.date = Timestamp("2026-11-20T21:04:05+09:00")
      $0.language = .english
    }
    #expect(result == "---\ntitle: 朝 # none yet\ntags: [a]\ndate: 2026-11-20T21:04:05+09:00\nlang: en\n---\n")
  }

  @Test("Line endings, byte order mark and indentation are followed")
  func lineEndings() {
    let result = changed("\u{FEFF}---\r\n  title: a\r\n  tags:\r\n    - x\r\n---\r\n") {
      $0.tags = ["p", "q"]
      $0.status = .ready
    }
    #expect(
      Array(result.utf8)
        == Array(
          "\u{FEFF}---\r\n  title: a\r\n  tags:\r\n    - p\r\n    - q\r\n  status: ready\r\n---\r\n".utf8))
  }

  @Test("A file without front matter gets one when there is something to say")
  func creation() {
    #expect(changed("本文\r\n") { $0.title = "朝" } == "---\r\ntitle: 朝\r\n---\r\n")
    #expect(changed("\u{FEFF}本文") { $0.title = "朝" } == "\u{FEFF}---\ntitle: 朝\n---\n")
    #expect(changed("本文") { $0.title = "" } == "")
  }

  @Test("A body never runs into the closing mark")
  func missingLineEnd() {
    let frontMatter = FrontMatter.split("---\ntitle: a\n---").frontMatter
    #expect(frontMatter.file(saying: frontMatter.metadata, body: "") == "---\ntitle: a\n---")
    #expect(frontMatter.file(saying: frontMatter.metadata, body: "b") == "---\ntitle: a\n---\nb")
  }

  @Test("A value that was not understood stays until it is replaced")
  func unknownValues() {
    let text = "---\ndate: きのう\nstatus: published\n---\n"
    #expect(changed(text) { $0.title = "a" } == "---\ndate: きのう\nstatus: published\ntitle: a\n---\n")
    #expect(changed(text) { $0.status = .shared } == "---\ndate: きのう\nstatus: shared\n---\n")
  }

  @Test(
    "Quotes are put only where YAML needs them",
    arguments: [
      ("失敗から学ぶ、3つのこと", false), ("2026年の抱負", false), ("a:b", false), ("C#", false), ("it's", false),
      ("『本』を読む", false), ("👨‍👩‍👧", false), ("2026", true), ("2026-11-20", true), ("no", true), ("Null", true),
      ("a: b", true), ("a #b", true), ("- a", true), ("#tag", true), ("@me", true), (" a", true),
      ("a ", true),
      ("a\nb", true), ("a\u{2028}b", true), ("\u{FEFF}a", true), ("a, b", true), ("[[リンク]]", true),
      ("a:", true),
      ("\u{0}\u{7}\u{85}", true), ("\"a\" \\", true), ("0x1F", true), ("12:34", true), ("~", true),
      ("...", true),
    ])
  func quoting(title: String, isQuoted: Bool) {
    let result = changed("---\n---\n") { $0.title = title }
    #expect(result.hasPrefix("---\ntitle: \"") == isQuoted)
    #expect(FrontMatter.split(result).frontMatter.metadata.title == title)
  }
}

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

  @Test("What is said comes back, and all other lines stay byte for byte", arguments: UInt64(1)...60)
  func roundTrip(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
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
    _ metadata: EntryMetadata, using random: inout SeededNumbers
  ) -> EntryMetadata {
    var metadata = metadata
    func text() -> String { Self.texts.randomElement(using: &random) ?? "" }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: metadata.title = text()
      case 1: metadata.tags = (0..<Int.random(in: 0...3, using: &random)).map { _ in text() }
      case 2: metadata.nextStep = text()
      case 3: metadata.status = Status.allCases.randomElement(using: &random)
      case 4:
        metadata.date = Timestamp(seconds: .random(in: 0...2_000_000_000, using: &random), offset: 32_400)
      case 5: metadata.title = nil
      case 6: metadata.channels = [text()]
      default: metadata.language = [nil, .japanese, .english].randomElement(using: &random) ?? nil
      }
    }
    return metadata
  }

  /// An empty text says nothing.
  private func normal(_ metadata: EntryMetadata) -> [[UInt8]] {
    [
      metadata.title, metadata.nextStep, metadata.date?.rfc3339, metadata.status?.rawValue,
      metadata.language?.rawValue,
    ]
    .map { Array(($0 ?? "").utf8) }
      + (metadata.tags + [","] + metadata.channels).filter { !$0.isEmpty }.map { Array($0.utf8) }
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

  @Test("No text is too strange, and every change can be read back", arguments: UInt64(1)...400)
  func anyText(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
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

/// SplitMix64: the same numbers for the same seed, so that a failure repeats.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
