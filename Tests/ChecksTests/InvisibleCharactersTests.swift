import Testing

@testable import Checks

@Suite struct InvisibleCharactersTests {
  @Test(arguments: [
    "レ\u{200B}シピ", "資料\u{202E}gpj", "あり\u{2060}がとう", "a\u{FEFF}b", "x\u{E0070}y", "a\u{00AD}b", "a\u{200D}b",
    "か\u{3164}き",
    "a\u{2800}b", "\u{2066}a", "a\u{0007}b", "a\u{200E}b", "a\u{FE0F}b",
  ])
  func whatNobodySeesIsFound(text: String) {
    #expect(InvisibleCharacters.places(in: text).count == 1)
  }

  @Test(arguments: [
    "葛\u{E0100}城市", "👨\u{200D}👩\u{200D}👧 と 1\u{FE0F}\u{20E3}", "❤\u{FE0F}", "می\u{200C}خواهم", "क्\u{200D}ष",
    "あ゛〜〜ｶﾚｰﾊﾟﾝ",
    "a\tb\u{3000}c", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "é e\u{301}", "שלום\u{200F}!",
    "┏━┓", "⠓⠑⠀⠇",
  ])
  func whatBelongsToWritingIsNot(text: String) {
    #expect(InvisibleCharacters.places(in: text).isEmpty)
  }

  @Test func aRunIsOneFindingWithItsPlace() {
    let places = InvisibleCharacters.places(in: "一行\nab\u{200B}\u{200B}c\u{2060}d")
    #expect(places.map(\.line) == [1, 1])
    #expect(places.allSatisfy { $0.length > 0 })
  }
}
