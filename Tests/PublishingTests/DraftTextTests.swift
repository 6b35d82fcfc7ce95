import Journal
import RandomNumbers
import Testing

@testable import Publishing

/// A draft as text that a writer changes in place.
struct DraftTextTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: [
    ["一"], ["一", "二"], ["a\n---\nb", "\\---"], ["a\n\\\\---\n\nb"], ["あ\n\nい", "う"], [], ["---"],
    ["  字下げ", "x"],
  ])
  func `The parts that go in come out again`(parts: [String]) {
    let text = DraftText.text(of: parts, isDivided: true)
    #expect(DraftText(lines(text), isDivided: true).parts.map(\.text) == parts)
  }

  @Test func `A line of three signs cuts, and without it parts are one`() {
    let text = DraftText(["---", "一", "", "---", "二", "---", "", "---", "三"], isDivided: true)
    #expect(text.parts.map(\.text) == ["一", "二", "三"])
    #expect(text.parts.map(\.lines) == [0..<3, 3..<5, 7..<9])
    #expect(text.part(atLine: 4) == 1 && text.part(atLine: 6) == nil)
    #expect(DraftText(["はじめ", "---", "次"], isDivided: true).parts.map(\.hasCut) == [false, true])
    #expect(DraftText(["一", "---", "二"], isDivided: false).parts.map(\.text) == ["一\n---\n二"])
    #expect(DraftText([], isDivided: true).parts.isEmpty)
  }

  @Test func `The writer's own draft is not offered twice for the same entry`() throws {
    let channel = Channel(id: "x", limits: [.init(length: 280, unit: .weighted)])
    let made = try #require(Timestamp("2026-11-20T21:04:05+09:00"))
    var file = DraftFile(Draft(parts: ["前"]), of: "a.md", for: channel, made: made)
    file.parts = ["自分の"]
    let new = Draft(parts: ["後"])
    #expect(file.renewal(with: new) == .kept)
    let kept = file.kept(over: new, made: made)
    #expect(kept.renewal(with: new) == .current && kept.parts == ["自分の"])
    #expect(kept.renewal(with: Draft(parts: ["もっと後"])) == .kept)
  }

  @Test func `Lengths are those of what is posted, and of an article without its front matter`() {
    var channel = Channel(id: "x", limits: [.init(length: 280, unit: .weighted)])
    channel.marks.numbering = " ({n}/{total})"
    #expect(channel.counts(of: ["あ", "い"]).map { $0.measures[0].length } == [8, 8])
    var article = Channel(id: "zenn", form: .article, shows: .init(markup: .markdown, headings: true))
    article.article = .init(frontMatter: [.init(key: "title", value: "{title}")])
    #expect(article.counts(of: ["---\ntitle: 題\n---\n\n**本文**\n"]).map { $0.measures[0].length } == [2])
  }

  // MARK: Cuts

  private let first = "一つめの文です。二つめの文です。\n\n三つめの文です。"
  private let second = "四つめの文です。五つめの文です。"

  @Test func `A cut goes to the next sentence, phrase or paragraph`() throws {
    let places = CutPlaces(first, second, in: first + second)
    let sentence = try #require(places.moved(by: .sentence, isEarlier: true))
    #expect(sentence == ("一つめの文です。二つめの文です。", "三つめの文です。" + second))
    let later = try #require(places.moved(by: .sentence, isEarlier: false))
    #expect(later == (first + "四つめの文です。", "五つめの文です。"))
    let paragraph = try #require(places.moved(by: .paragraph, isEarlier: true))
    #expect(paragraph == ("一つめの文です。二つめの文です。", "三つめの文です。" + second))
    #expect(places.moved(by: .paragraph, isEarlier: false) == nil)
    let phrase = try #require(places.moved(by: .phrase, isEarlier: true))
    #expect(!phrase.first.hasSuffix("。") && phrase.first.hasPrefix("一つめの文です。二つめの文です。\n\n三つめの"))
  }

  @Test func `A cut is never put inside a link, a hashtag, a mention or a number`() {
    let text = "くわしくは https://example.com/a/b を #朝市の失敗 で @kiseki に 1,000円です。"
    var places: Set<String> = []
    var parts: (first: String, second: String)? = CutPlaces.halves(of: text)
    while let now = parts {
      places.insert(now.first)
      parts = CutPlaces(now.first, now.second, in: text).moved(by: .phrase, isEarlier: true)
    }
    parts = CutPlaces.halves(of: text)
    while let now = parts {
      places.insert(now.first)
      parts = CutPlaces(now.first, now.second, in: text).moved(by: .phrase, isEarlier: false)
    }
    #expect(places.count > 3)
    for whole in ["https://example.com/a/b", "#朝市の失敗", "@kiseki", "1,000円"] {
      for start in places {
        let rest = text.dropFirst(start.count)
        #expect(start.contains(whole) || rest.contains(whole), "\(start) | \(rest)")
      }
    }
  }

  @Test func `Wherever cuts are moved, the text stays the same`() {
    var random = SplitMix64(seed: 7)
    let source =
      "朝市を開きました。目標は300人。\n来たのは80人です。\n\n「楽しかったよ」と言われました。"
      + "See https://example.com for more. It was fine.\n\n次は聞きます。"
    var parts = ["朝市を開きました。目標は300人。", String(source.dropFirst(18))]
    func words(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    for _ in 0..<300 {
      let step = CutStep.allCases[Int(random.next() % 3)]
      let places = CutPlaces(parts[0], parts[1], in: source)
      if let moved = places.moved(by: step, isEarlier: random.next() % 2 == 0) {
        parts = [moved.first, moved.second]
      }
      #expect(words(parts.joined()) == words(source))
      #expect(CutPlaces(parts[0], parts[1], in: source).joined == source)
    }
  }

  @Test func `Where the source no longer has them, parts are joined as their ends ask`() {
    #expect(CutPlaces("終わり。", "次", in: "").joined == "終わり。\n\n次")
    #expect(CutPlaces("途中で", "切れた", in: "").joined == "途中で切れた")
    #expect(CutPlaces("in the", "middle", in: "").joined == "in the middle")
  }

  @Test func `One word cannot be cut`() {
    #expect(CutPlaces.halves(of: "あ") == nil && CutPlaces.halves(of: "") == nil)
    #expect(CutPlaces.halves(of: "https://example.com/long") == nil)
  }
}
