import RandomNumbers
import Testing

@testable import Storage

@Suite struct SlugTests {
  @Test(arguments: [
    ("学びの記録", "学びの記録"), ("か\u{3099}くせい", "がくせい"), ("My first try", "My-first-try"),
    ("なぜ失敗したのか？", "なぜ失敗したのか？"), ("ｔｅｓｔ／１", "ｔｅｓｔ／１"), ("全角　空白", "全角-空白"),
    ("../../x", "x"), ("/etc/passwd", "etcpasswd"), (".hidden", "hidden"),
    ("a/b\\c:d*e?f\"g<h>i|j", "abcdefghij"),
    ("C# と #tag [link]^1", "C-と-tag-link1"), ("a \t\n - b", "a-b"), ("絵文字 🎉", "絵文字-🎉"),
    ("\u{202E}gnp.exe", "gnp.exe"), ("zero\u{200B}width\u{FEFF}", "zerowidth"), ("end. ", "end"), ("", ""),
    ("...", ""),
    ("///", ""), ("\u{0}\u{7}\u{1B}[31m", "31m"), ("👩\u{200D}💻", "👩💻"), ("a\u{E0041}b", "ab"), ("-rf", "rf"),
  ])
  func aTitleBecomesAName(title: String, slug: String) {
    #expect(Array(Slug(title).text.utf8) == Array(slug.utf8))
  }

  @Test func aLongTitleIsCutBetweenCharacters() {
    #expect(Slug(String(repeating: "あ", count: 50)).text == String(repeating: "あ", count: 40))
    #expect(Slug(String(repeating: "🇯🇵", count: 50)).text == String(repeating: "🇯🇵", count: 15))
    #expect(Slug(String(repeating: "a", count: 119) + "-b").text == String(repeating: "a", count: 119))
  }

  @Test func aCharacterOfEndlessMarksIsNoName() {
    #expect(Slug("a" + String(repeating: "\u{301}", count: 10_000)).text.utf8.count <= Slug.sizeLimit)
  }

  @Test func anyTitleIsOnePathComponent() {
    var random = SplitMix64(seed: 20_261_120)
    for _ in 0..<20_000 {
      let title = Self.hostileTitle(&random)
      let slug = Slug(title).text
      #expect(slug.utf8.count <= 120, "\(title.debugDescription)")
      #expect(!slug.hasPrefix(".") && !slug.hasSuffix("."), "\(title.debugDescription)")
      #expect(slug.unicodeScalars.allSatisfy(Self.isHarmless), "\(title.debugDescription)")
      #expect(Array(Slug(slug).text.utf8) == Array(slug.utf8), "\(title.debugDescription)")
    }
  }

  private static let hostile: [Unicode.Scalar] = [
    "/", "\\", ".", ".", "-", " ", "\u{0}", "\u{A}", "\u{1B}", "\u{202E}", "\u{200D}", "\u{FEFF}", "\u{3099}",
    "\u{301}",
    "か", "が", "学", "\u{3000}", "🇯", "🇵", "👩", "\u{FE0F}", "\u{E0041}", "\u{10FFFF}", "\u{FFFE}", "\u{338}",
    "<",
    "\u{212B}", "\u{340}", "\u{2028}", "ﾊ", "ﾟ", "\u{115F}", "\u{1100}", "\u{1161}", "／", "~", "$", "`",
  ]

  private static func hostileTitle(_ random: inout SplitMix64) -> String {
    var title = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...80, using: &random) {
      let any = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) ?? "x"
      title.append(Bool.random(using: &random) ? any : Self.hostile.randomElement(using: &random) ?? any)
    }
    return String(title)
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    let isReserved = "/\\:*?\"<>|#^[]".unicodeScalars.contains(scalar)
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
    default: return !isReserved
    }
  }
}
