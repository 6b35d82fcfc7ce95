import Testing
import Typography

@Suite("How many columns text takes")
struct ColumnWidthsTests {
  /// Values on which 14 terminals agree, or the plain reading where they do not.
  @Test(
    "A character takes the columns that terminals give it",
    arguments: [
      ("a", 1), ("あ", 2), ("漢", 2), ("、", 2), ("〇", 2), ("〜", 2), ("～", 2), ("ー", 2), ("𠮷", 2), ("　", 2),
      ("Ａ", 2), ("ｶ", 1), ("ｶ\u{FF9E}", 2), ("ﾞ", 1), ("한", 2), ("ᄒ\u{1161}\u{11AB}", 2),
      ("か\u{3099}", 2), ("カ\u{309A}", 2), ("葛\u{E0100}", 2), ("辻\u{E0101}", 2), ("e\u{301}", 1),
      ("😀", 2), ("⌚", 2), ("❤", 1), ("❤\u{FE0F}", 1), ("⌚\u{FE0E}", 2), ("👍🏽", 2), ("☝🏽", 1),
      ("👨‍👩‍👧", 2), ("🏳️‍🌈", 1), ("🇯🇵", 2), ("🇯", 1), ("1️⃣", 1), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2),
    ] as [(Character, Int)])
  func columns(character: Character, columns: Int) {
    #expect(ColumnWidths().columns(of: character) == columns)
  }
}
