import RandomNumbers
import Testing

@testable import Publishing

struct SplittingTests {
  private func channel(_ limits: [Channel.Limit], numbering: String? = nil) -> Channel {
    var channel = Channel(id: "c", limits: limits)
    channel.marks.numbering = numbering
    return channel
  }

  private func parts(_ text: String, _ length: Int, _ unit: CountUnit = .graphemes, numbering: String? = nil)
    -> [String]
  {
    ThreadSplitter(channel([.init(length: length, unit: unit)], numbering: numbering)).parts(of: [text])
  }

  @Test(
    arguments: [
      ("短い。", 10, ["短い。"]), ("一つめです。\n\n二つめです。", 8, ["一つめです。", "二つめです。"]),
      ("「なぜ？」と聞いた。彼は笑った。", 12, ["「なぜ？」と聞いた。", "彼は笑った。"]),
      ("今日は晴れです！明日は雨です！", 9, ["今日は晴れです！", "明日は雨です！"]),
      ("It rains. It pours.", 12, ["It rains.", "It pours."]),
      ("値段は1,234,567円です。", 10, ["値段は", "1,234,567円", "です。"]),
      ("https://example.com/long/path", 10, ["https://example.com/long/path"]),
      ("あああああ#ハッシュタグ", 8, ["あああああ", "#ハッシュタグ"]), ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 1, ["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
      ("", 5, [""]),
    ])
  func `Texts are cut where a reader would`(text: String, length: Int, expected: [String]) {
    #expect(parts(text, length) == expected)
  }

  @Test func `The last part is no scrap`() {
    let sentence = "これは十文字ですよ。"
    let text = String(repeating: sentence, count: 10) + "終わり。"
    let lengths = parts(text, 100).map(\.count)
    #expect(lengths.count == 2)
    #expect(lengths.allSatisfy { $0 >= 34 })
  }

  @Test func `A part more is better than a paragraph cut in two`() {
    let paragraphs = [75, 75, 55, 60].map { String(repeating: "これは十文字ですよ。", count: $0 / 10) + "終わり。" }
    #expect(parts(paragraphs.joined(separator: "\n\n"), 140).allSatisfy { $0.hasSuffix("終わり。") })
  }

  @Test func `Numbers are counted`() {
    let text = String(repeating: "これは十文字ですよ。", count: 30)
    let channel = channel([.init(length: 40, unit: .graphemes)], numbering: " ({n}/{total})")
    let parts = ThreadSplitter(channel).parts(of: [text])
    let posts = channel.posts(of: parts)
    #expect(posts.allSatisfy { $0.count <= 40 })
    #expect(posts.last == "\(parts[parts.count - 1]) (\(parts.count)/\(parts.count))")
  }

  @Test func `The writer's cuts stay`() {
    let channel = channel([.init(length: 10, unit: .graphemes)])
    #expect(ThreadSplitter(channel).parts(of: ["一。", "二つめの文です。三つめの文です。"]) == ["一。", "二つめの文です。", "三つめの文です。"])
  }

  @Test func `Cards have so many lines`() {
    let channel = channel([.init(length: 100, unit: .graphemes), .init(length: 2, unit: .lines)])
    let parts = ThreadSplitter(channel).parts(of: ["一\n二\n三\n四\n五"])
    #expect(parts.allSatisfy { $0.split(separator: "\n").count <= 2 })
    #expect(parts.joined(separator: "\n") == "一\n二\n三\n四\n五")
  }

  private static let words = [
    "今日は", "失敗しました。", "「なぜ？」", "と思う。", "。", "！？", "\n", "\n\n", " ", "　", "https://example.com/a_(b)?q=1 ",
    "example.jp",
    "#学び", "#PR", "@user@example.social", "1,234.5", "12:30", "👨‍👩‍👧‍👦", "🇯🇵", "が", "か\u{3099}", "word ",
    "longerword", "...", "（注）", "ｶﾞ",
  ]

  private static func marks(using random: inout SplitMix64) -> ThreadMarks {
    var marks = ThreadMarks()
    marks.numbering = [" ({n}/{total})", "{n}/{total} ", nil].randomElement(using: &random) ?? nil
    marks.numberingPlace = Bool.random(using: &random) ? .start : .end
    marks.continued = ["(続く)", "\n…", nil].randomElement(using: &random) ?? nil
    marks.carriedOn = ["(続き) ", nil].randomElement(using: &random) ?? nil
    return marks
  }

  @Test(arguments: 0..<400)
  func `Parts fit, give the text back, and cut nothing that belongs together`(seed: Int) {
    var random = SplitMix64(seed: seed)
    let text = (0..<Int.random(in: 1...120, using: &random)).map { _ in
      Self.words.randomElement(using: &random) ?? ""
    }
    .joined()
    let unit = CountUnit.allCases.filter { $0 != .lines }.randomElement(using: &random) ?? .graphemes
    let limit = Int.random(in: 120...400, using: &random)
    var channel = channel([.init(length: limit, unit: unit)])
    channel.marks = Self.marks(using: &random)
    channel.hasContentWarning = true
    channel = channel.carrying(["失敗の話", "https://example.com/a", ""].randomElement(using: &random))
    let parts = ThreadSplitter(channel).parts(of: [text])

    let posts = channel.posts(of: parts)
    #expect(posts.allSatisfy(channel.holds), "\(posts)")
    for (index, post) in posts.enumerated() {
      let around = channel.marks.around(part: index + 1, of: posts.count)
      #expect(post == around.front + parts[index] + around.back)
    }
    #expect(parts.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    #expect(parts.count < 2 || parts.allSatisfy { !$0.isEmpty })
    let marks = TextMarks(text)
    let whole = parts.map { TextMarks($0) }
    #expect(whole.map(\.links.count).reduce(0, +) >= marks.links.count)
    #expect(whole.map(\.hashtags.count).reduce(0, +) >= marks.hashtags.count)
    for (part, next) in zip(parts, parts.dropFirst()) {
      let isNumber =
        part.last?.isNumber == true && next.first?.isNumber == true
        && text.contains(part.suffix(8) + next.prefix(8))
      #expect(!isNumber, "\(part) | \(next)")
    }
  }

  @Test(arguments: [
    String(repeating: "あ", count: 20_000), String(repeating: "あ。", count: 10_000),
    String(repeating: "a ", count: 10_000),
    String(repeating: "\n", count: 20_000) + "a", String(repeating: "1", count: 20_000),
    String(repeating: "「", count: 10_000),
  ])
  func `Long texts of one kind come to an end`(text: String) {
    #expect(!parts(text, 280, .weighted, numbering: " ({n}/{total})").isEmpty)
  }
}
