import Foundation
import FoundationXML
import Journal
import RandomNumbers
import Resources
import Testing
import Typography

@testable import Publishing

/// Cards as pictures.
struct PictureTests {
  private static let themes = PictureTheme.themes(Resources.file("themes.yml") ?? "")

  private func pictures(_ parts: [String], of entry: Entry = Entry(metadata: EntryMetadata(), body: "あ"))
    throws
    -> [CardPicture]
  {
    let channel = try #require(ChannelTests.library.channel("story"))
    return channel.pictures(
      of: Draft(parts: parts), of: entry, template: nil, theme: try #require(Self.themes.first))
  }

  private static let words = [
    "きのう、", "はじめて", "ゲストを招いて", "番組を録りました。", "私は", "「ええ」", "（はい）", "プロジェクトマネジメント", "90分",
    "1,000円", "The ", "quick ", "brown ", "fox. ", "Supercalifragilisticexpialidocious ", "WWWWWW ", "iiii ",
    "https://example.com/a/very/long/path?with=query&and=more#fragment ", "👨‍👩‍👧‍👦", "🇯🇵", "👍🏽", "\n", "\n\n", "・",
    "……", "——", "ﾊﾝｶｸ", "한국어 ", "Ещё ", "ça ", "<script>alert(1)</script>", "&amp;", "\"", "'", "\u{0}",
    "\u{1B}[31m",
    "\u{FFFE}", "\u{FEFF}", "]]>", "\u{202E}", "\t", "\r\n", "\u{85}",
  ]

  @Test func `Whatever the text, it stays inside the margins and is all there`() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<200 {
      let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<Int.random(in: 1...40, using: &generator)).map { _ in
          Self.words.randomElement(using: &generator) ?? ""
        }.joined()
      }
      let pictures = try pictures(parts)
      #expect(pictures.count == parts.count)
      for (part, picture) in zip(parts, pictures) {
        try check(picture.svg, shows: part, isAlone: parts.count == 1)
      }
    }
  }

  private func check(_ svg: String, shows part: String, isAlone: Bool) throws {
    let drawing = try #require(Drawing(svg), "not XML: \(svg)")
    #expect(drawing.elements.isSubset(of: ["svg", "rect", "g", "text"]))
    #expect(
      drawing.attributes.isSubset(of: [
        "xmlns", "width", "height", "viewBox", "xml:lang", "xml:space", "x", "y", "fill", "font-family",
        "font-size",
      ]))
    for text in drawing.texts {
      let width = text.content.reduce(0) { $0 + EmWidths.width(of: $1) } * text.size / 1_000
      let isBracket = text.content.first.map { "「（".contains($0) } ?? false
      #expect(text.x == 96 - (isBracket ? text.size / 2 : 0))
      #expect(text.x + width <= 1_080 - 96, "\(text)")
      #expect(text.y - text.size >= 250 && text.y <= 1_920 - 340, "\(text)")
    }
    let shown = drawing.texts.dropLast(isAlone ? 0 : 1).map(\.content).joined()
    #expect(Array(shown.letters) == Array(part.letters))
  }

  @Test func `The same card gives the same picture, in its language`() throws {
    let english = Entry(metadata: EntryMetadata(), body: "I tried.")
    let svg = try pictures(["I tried."], of: english)[0].svg
    #expect(try svg == pictures(["I tried."], of: english)[0].svg)
    #expect(svg.contains("xml:lang=\"en\"") && !svg.contains("1/1"))
    #expect(
      try pictures(["一", "二"])[1].svg.contains("xml:lang=\"ja\"")
        && pictures(["一", "二"])[1].svg.contains(">2/2<"))
  }

  @Test func `Cards of one entry have letters of one size, and a long text small ones`() throws {
    let sizes = try pictures(["短い", String(repeating: "長い文章です。", count: 12)]).map {
      try #require(Drawing($0.svg))
    }
    .map { $0.texts[0].size }
    #expect(sizes[0] == sizes[1] && sizes[0] >= 64)
    let long = try pictures([String(repeating: "とても長い文章です。", count: 300)])[0]
    #expect(long.isTooSmall)
    try check(long.svg, shows: String(repeating: "とても長い文章です。", count: 300), isAlone: true)
    #expect(try !pictures(["短い"])[0].isTooSmall)
  }

  @Test func `A channel without a size for pictures has none`() throws {
    let channel = try #require(ChannelTests.library.channel("x"))
    let theme = try #require(Self.themes.first)
    let entry = Entry(metadata: EntryMetadata(), body: "a")
    #expect(channel.pictures(of: Draft(parts: ["a"]), of: entry, template: nil, theme: theme).isEmpty)
  }

  // MARK: Colours

  @Test func `Every theme of ours can be read`() {
    #expect(Self.themes.map(\.name) == ["light", "dark", "warm", "sea"])
    for theme in Self.themes {
      #expect(theme.text.contrast(with: theme.background) >= 70, "\(theme.name)")
      #expect(theme.accent.contrast(with: theme.background) >= PictureTheme.leastContrast, "\(theme.name)")
    }
  }

  @Test(
    arguments: [
      ("#fff", "#ffffff"), ("#1F2430", "#1f2430"), ("1f2430", "#1f2430"), ("#12", nil), ("red", nil),
      ("", nil),
      ("#12345g", nil), ("#１２３", nil), ("#fff\"/><script>", nil),
    ] as [(String, String?)])
  func `Colours are six digits or three`(text: String, expected: String?) {
    #expect(PictureColor(text)?.text == expected)
  }

  @Test func `Contrast is as WCAG counts it`() throws {
    let colors = try ["#000000", "#ffffff", "#767676", "#777777"].map { try #require(PictureColor($0)) }
    #expect(colors[0].contrast(with: colors[1]) == 210)
    #expect(colors[2].contrast(with: colors[1]) == 45 && colors[3].contrast(with: colors[1]) == 44)
  }

  @Test func `Settings choose a theme and change its colours, and their faults have a line`() throws {
    typealias Setting = PictureTheme.Setting
    let text = Setting(key: "story_text", text: "#ffffff", line: 2)
    let theme = try PictureTheme([text, Setting(key: "story_theme", text: "dark", line: 3)], of: Self.themes)
    #expect(theme.name == "dark" && theme.text.text == "#ffffff" && theme.background.text == "#17191d")
    #expect(try PictureTheme([], of: Self.themes).name == "light")
    let fault = #expect(throws: PictureTheme.Fault.self) {
      try PictureTheme([text, Setting(key: "story_accent", text: "rot", line: 7)], of: Self.themes)
    }
    #expect(fault?.setting.line == 7 && fault?.reason == .noColor)
    #expect(throws: PictureTheme.Fault.self) {
      try PictureTheme([Setting(key: "story_theme", text: "neon", line: 1)], of: Self.themes)
    }
  }
}

/// What an SVG file draws, read by a parser of XML.
private final class Drawing: NSObject, XMLParserDelegate {
  struct Text {
    let x: Int
    let y: Int
    let size: Int
    var content = ""
  }

  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var texts: [Text] = []
  private var size = 0
  private var isInText = false

  /// Nil where it is not well-formed.
  init?(_ svg: String) {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    guard parser.parse() else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes values: [String: String]
  ) {
    elements.insert(name)
    attributes.formUnion(values.keys)
    if let size = values["font-size"].flatMap({ Int($0) }) { self.size = size }
    isInText = name == "text"
    if isInText {
      texts.append(Text(x: Int(values["x"] ?? "") ?? -1, y: Int(values["y"] ?? "") ?? -1, size: size))
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    if isInText { texts[texts.count - 1].content += characters }
  }
}

extension String {
  /// Without white space, and without what no XML file may hold.
  fileprivate var letters: String.UnicodeScalarView {
    String.UnicodeScalarView(
      unicodeScalars.filter {
        !$0.properties.isWhitespace && $0.properties.generalCategory != .control
          && !["\u{FFFE}", "\u{FEFF}"].contains($0)
      })
  }
}
