import RandomNumbers

extension SplitMix64 {
  /// Pieces that fuse with each other in every way that Unicode knows, among ordinary ones.
  static let pieces = [
    "か", "\u{3099}", "\u{200D}", "👨", "👩", "\u{1F3FD}", "\u{1F1EF}", "\u{1F1F5}", "e", "\u{301}", "\r", "\n",
    "\r\n", "ｶ", "ﾞ", " ", "a", "Z", "漢", "\u{FE0F}", "\u{600}", "क", "\u{94D}", "ष", "\u{1100}", "\u{1161}",
    "\u{11A8}", "\u{AC00}", "。", "が", "\u{212B}", "\t", "\u{2028}", "\u{0}",
  ]

  /// A text of at most so many pieces; most are short.
  mutating func text(upTo length: Int) -> String {
    let count = Int.random(in: 0...Int.random(in: 0...length, using: &self), using: &self)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
