import RandomNumbers

/// Text that breaks programs: what joins, hides, steers, or has no width.
enum NastyText {
  static let pieces = [
    "a", "Z", "-", "don't", "3,000", " ", "  ", "　", "\t", "\u{A0}", "あ", "ゃ", "っ", "ー", "漢字", "々", "、", "。",
    "」",
    "「", "（", "）", "…", "—", "？", "※", "①", "ｶ", "ﾞ", "\u{3099}", "\u{309A}", "葛", "\u{E0100}", "\u{FE00}",
    "\u{FE0E}",
    "\u{FE0F}", "👍", "🏽", "☝", "👨", "👩", "\u{200D}", "🏳", "🌈", "🇯", "🇵", "🏴", "\u{E0067}", "\u{E007F}", "1",
    "\u{20E3}",
    "e", "\u{301}", "\u{200B}", "\u{200C}", "\u{200F}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{AD}",
    "\u{2028}",
    "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\r\n", "\n", "\u{FFFE}", "\u{10FFFF}", "\u{E000}", "🫨",
    "\u{1B132}",
    "ᄒ", "\u{1161}", "\u{11AB}", "한", "\u{115F}", "\u{1160}", "\u{3164}", "क", "\u{94D}", "\u{93F}",
    "\u{0600}", "ก", "ำ",
    "ب", "א", "\u{FFFD}", "\u{FDFA}", "ß", "İ", "㌔",
  ]

  /// Up to `count` pieces, one after the other.
  static func random(upTo count: Int, using generator: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...count, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }
      .joined()
  }

  /// Lines that are long in one way each.
  static let endless = [
    String(repeating: "a", count: 20_000), String(repeating: " ", count: 20_000),
    String(repeating: "あ", count: 20_000), String(repeating: "」", count: 20_000),
    String(repeating: "( ", count: 10_000), "a" + String(repeating: "\u{301}", count: 20_000),
    String(repeating: "ᄒ", count: 20_000), "ｶ" + String(repeating: "ﾞ", count: 20_000),
    String(repeating: "👨\u{200D}", count: 10_000), String(repeating: "\u{202E}", count: 20_000),
    "🏴" + String(repeating: "\u{E0061}", count: 20_000), "👍" + String(repeating: "\u{FE0F}", count: 20_000),
    String(repeating: "\u{0600}", count: 20_000), String(repeating: "\u{E0100}", count: 20_000),
  ]
}
