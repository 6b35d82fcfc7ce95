import RandomNumbers
import Testing
import Typography

@Suite("How many columns text takes")
struct ColumnWidthsTests {
  private let widths = ColumnWidths()

  @Test(
    "A character takes the columns that terminals give it",
    arguments: [
      ("a", 1), ("あ", 2), ("漢", 2), ("、", 2), ("〇", 2), ("〜", 2), ("～", 2), ("ー", 2), ("𠮷", 2), ("　", 2),
      ("Ａ", 2), ("ｶ", 1), ("ｶ\u{FF9E}", 2), ("ﾞ", 1), ("한", 2), ("ᄒ\u{1161}\u{11AB}", 2),
      ("か\u{3099}", 2), ("カ\u{309A}", 2), ("葛\u{E0100}", 2), ("辻\u{E0101}", 2), ("e\u{301}", 1),
      ("😀", 2), ("⌚", 2), ("❤", 1), ("❤\u{FE0F}", 1), ("⌚\u{FE0E}", 2), ("👍🏽", 2), ("☝🏽", 1),
      ("👨‍👩‍👧", 2), ("🏳️‍🌈", 1), ("🇯🇵", 2), ("1️⃣", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ] as [(Character, Int)])
  func columnsOfCharacter(character: Character, columns: Int) {
    #expect(widths.columns(of: character) == columns)
  }

  @Test("Ambiguous characters are narrow or wide as set", arguments: "※○→…“α①—─■ΩЯ")
  func ambiguousCharacters(character: Character) {
    #expect(ColumnWidths(ambiguous: .narrow).columns(of: character) == 1)
    #expect(ColumnWidths(ambiguous: .wide).columns(of: character) == 2)
  }

  @Test("Setting ambiguous characters wide changes no other", arguments: "aあｶč❤〜\u{3099}\u{202E}")
  func unambiguousCharacters(character: Character) {
    #expect(
      ColumnWidths(ambiguous: .wide).columns(of: character)
        == ColumnWidths(ambiguous: .narrow).columns(of: character))
  }

  @Test("What reaches a terminal unchanged takes the same columns in all of them", arguments: [false, true])
  func measuredTerminals(isCJK: Bool) throws {
    // Without a substitute that would be better, and rare in Japanese and English: decomposed Hangul, Devanagari,
    // a hexagram, and 🈂 in kitty.
    let known = ["1112 1161 11AB", "091C 093C 093F", "4DC0", "1F202"]
    let table = try DataFile("measured-terminals.tsv").rows
    let cjk = try #require(table.first?.firstIndex(of: "xterm_cjk"))
    let widths = ColumnWidths(ambiguous: isCJK ? .wide : .narrow)
    var compared = 0
    for row in table.dropFirst() where !known.contains(String(row[1])) {
      let text = row[1].textOfCodePoints
      let drawn = text.flatMap { widths.glyphs(for: $0) }
      guard drawn.map(\.text).joined().unicodeScalars.elementsEqual(text.unicodeScalars) else { continue }
      compared += 1
      let measured = row.enumerated().dropFirst(2).filter { ($0.offset == cjk) == isCJK }.map(\.element)
      #expect(measured.allSatisfy { Int($0) == widths.columns(of: text) }, "\(row[0])")
    }
    #expect(compared >= 25)
  }

  @Test("A text takes the columns of its characters")
  func columnsOfText() {
    #expect(widths.columns(of: "") == 0)
    #expect(widths.columns(of: "今日は sunny") == 12)
    #expect(widths.columns(of: "ｶﾞｰﾃﾞﾝ".prefix(2)) == 3)
  }

  @Test("A prefix fits and ends between characters")
  func prefixes() {
    #expect(widths.prefix(of: "今日は", fitting: 5) == "今日")
    #expect(widths.prefix(of: "今日は", fitting: 6) == "今日は")
    #expect(widths.prefix(of: "ｶﾞｷﾞ", fitting: 3) == "ｶﾞ")
    #expect(widths.prefix(of: "か\u{3099}き", fitting: 2).unicodeScalars.count == 2)
    #expect(widths.prefix(of: "今日は", fitting: Int.min).isEmpty)
    #expect(widths.prefix(of: "今日は", fitting: Int.max) == "今日は")
  }

  @Test("A text that is too long ends in dots")
  func shortening() {
    #expect(widths.shortened("今日は", to: 6) == "今日は")
    #expect(widths.shortened("今日は晴れ", to: 9) == "今日は...")
    #expect(widths.shortened("今日は晴れ", to: 8) == "今日...")
    #expect(widths.shortened("今日は晴れ", to: 2) == "..")
    #expect(widths.shortened("今日は晴れ", to: 0) == "")
    #expect(widths.shortened("今日は晴れ", to: Int.min) == "")
    #expect(widths.shortened("", to: 0) == "")
  }

  @Test("A prefix is the longest that fits, and a shortened text fits, whatever the text")
  func randomPrefixes() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<1_000 {
      let text = NastyText.random(upTo: 12, using: &generator)
      let columns = Int.random(in: 0...20, using: &generator)
      let prefix = widths.prefix(of: text, fitting: columns)
      #expect(widths.columns(of: prefix) <= columns)
      #expect(widths.columns(of: text.prefix(prefix.count + 1)) > columns || prefix == text)
      #expect(widths.columns(of: widths.shortened(text, to: columns)) <= columns)
    }
  }
}
