import Testing

@testable import Publishing

/// Counting as each place does it: what it publishes, and what is hard.
@Suite struct CountingTests {
  // MARK: X

  @Test(
    "X: the published cases of weighted length", arguments: try DataFile.rows("twitter-text-weighted.tsv"))
  func publishedWeights(row: [String]) {
    #expect(CountUnit.weighted.length(of: row[1], linkLength: 23) == Int(row[2]), "\(row[0])")
  }

  @Test("X: the published cases of links", arguments: try DataFile.rows("twitter-text-links.tsv"))
  func publishedLinks(row: [String]) {
    let scalars = Array(row[1].unicodeScalars)
    let links = LinkScan(scalars).links.map { String(String.UnicodeScalarView(scalars[$0.range])) }
    #expect(links == row[2].split(separator: " ").map(String.init), "\(row[0])")
  }

  @Test(
    "X: hard cases",
    arguments: [
      ("あ", 2), ("、。！…・※→①♪〜", 20), ("ｱ", 2), ("ｶﾞ", 4), ("か\u{3099}", 2), ("　", 2), ("€™", 4), ("—―“”’\n", 6),
      ("👨‍👩‍👧‍👦", 2), ("🇯🇵", 2), ("🇯🇵🇺🇸", 4), ("🇦🇦", 4), ("1️⃣", 2), ("1\u{20E3}", 2), ("1", 1), ("©", 1), ("©️", 2),
      ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", 2), ("🙋🏽", 2), ("❤️", 2), ("🏳️‍🌈", 2),
      ("🐱\u{200D}🍎", 5), ("https://例え.jp/道", 25), ("詳しくはhttps://example.com/へ", 12 + 23 - 2 - 0),
      ("example.comです", 27), ("（https://example.com/a）", 27), ("\r\n", 1), ("", 0),
    ])
  func weights(text: String, length: Int) {
    #expect(CountUnit.weighted.length(of: text, linkLength: 23) == length, "\(text)")
  }

  // MARK: Other places

  @Test(
    "graphemes, bytes, UTF-16, scalars",
    arguments: [
      ("👨‍👩‍👧‍👦", 1, 25, 11, 7), ("が", 1, 3, 1, 1), ("か\u{3099}", 1, 6, 2, 2), ("🇯🇵", 1, 8, 4, 2),
      ("a\r\nb", 3, 3, 3, 3),
      ("ｶﾞ", 1, 6, 2, 2),
    ])
  func plainUnits(text: String, graphemes: Int, bytes: Int, units: Int, scalars: Int) {
    #expect(CountUnit.graphemes.length(of: text, linkLength: 0) == graphemes)
    #expect(CountUnit.utf8.length(of: text, linkLength: 0) == bytes)
    #expect(CountUnit.utf16.length(of: text, linkLength: 0) == units)
    #expect(CountUnit.characters.length(of: text, linkLength: 0) == scalars)
  }

  @Test(
    "Mastodon: links are 23, servers of mentions don't count",
    arguments: [
      ("https://example.com/a/very/long/path", 23), ("example.com", 11), ("@user@example.social", 5),
      ("@user", 5),
      ("a@user@example.social", 21), ("@user@example.social.", 6), ("ようこそ @a@b.jp さん", 10), ("👨‍👩‍👧‍👦", 1),
    ])
  func mastodon(text: String, length: Int) {
    #expect(CountUnit.mastodon.length(of: text, linkLength: 23) == length, "\(text)")
  }

  @Test(
    "Threads: an emoji is its bytes",
    arguments: [("😷", 4), ("👨‍👩‍👧‍👦", 25), ("あ", 1), ("1", 1), ("か\u{3099}", 2), ("1️⃣", 7)])
  func threads(text: String, length: Int) {
    #expect(CountUnit.threads.length(of: text, linkLength: 0) == length, "\(text)")
  }

  @Test("a count tells limits, links and hashtags")
  func count() {
    var channel = Channel(
      id: "b", limits: [.init(length: 3, unit: .graphemes), .init(length: 100, unit: .utf8)])
    channel.linkLimit = 1
    let count = channel.count("あいう #タグ https://example.com #1")
    #expect(count.measures.map(\.excess) == [27, 0])
    #expect(count.tightest?.unit == .graphemes)
    #expect(!count.fits)
    #expect(count.hashtags == 1)
    #expect(count.links == 1)
  }

  // MARK: What nobody may be kept waiting by

  @Test(
    "long texts of one kind take no time",
    arguments: [
      String(repeating: "あ", count: 100_000), String(repeating: "a.", count: 50_000),
      String(repeating: "あ.", count: 50_000), "http://a.com/" + String(repeating: "(a", count: 50_000),
      String(repeating: "http://", count: 20_000), String(repeating: "xn--.", count: 20_000),
      String(repeating: "@a@", count: 30_000), String(repeating: "#", count: 100_000),
      String(repeating: "\u{200D}", count: 50_000), "a" + String(repeating: "\u{301}", count: 50_000),
    ])
  func longTexts(text: String) {
    let channel = Channel(
      id: "all", limits: CountUnit.allCases.map { Channel.Limit(length: 1, unit: $0) })
    #expect(!channel.count(text).fits)
  }
}
