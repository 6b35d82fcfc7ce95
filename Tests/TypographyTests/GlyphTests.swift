import CICU
import RandomNumbers
import Testing
import Typography

@Suite("What may reach the terminal")
struct GlyphTests {
  private func drawn(_ character: Character) -> [String] {
    ColumnWidths().glyphs(for: character).map { $0.isSubstitute ? "[\($0.text)]" : $0.text }
  }

  @Test(
    "Characters that terminals draw alike are drawn",
    arguments: [
      ("a", ["a"]), ("漢", ["漢"]), ("ｶ\u{FF9E}", ["ｶ", "\u{FF9E}"]), ("か\u{3099}", ["か\u{3099}"]),
      ("葛\u{E0100}", ["葛\u{E0100}"]), ("🇯🇵", ["🇯", "🇵"]), ("ᄒ\u{1161}\u{11AB}", ["ᄒ\u{1161}\u{11AB}"]),
      ("\t", [" ", " ", " ", " "]),
    ] as [(Character, [String])])
  func plain(character: Character, expected: [String]) {
    expectSame(drawn(character), expected)
  }

  @Test(
    "Of a sequence on which terminals disagree its first part is drawn",
    arguments: [
      ("❤\u{FE0F}", ["❤"]), ("⌚\u{FE0E}", ["⌚"]), ("👍🏽", ["👍"]), ("👨‍👩‍👧", ["👨"]), ("🏳️‍🌈", ["🏳"]),
      ("👩🏽‍❤️‍💋‍👨🏻", ["👩"]), ("👁️‍🗨️", ["👁"]), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", ["🏴"]), ("1️⃣", ["1"]), ("#\u{20E3}", ["#"]),
    ] as [(Character, [String])])
  func sequences(character: Character, expected: [String]) {
    expectSame(drawn(character), expected)
  }

  @Test(
    "What must not reach the terminal is shown by signs that may",
    arguments: [
      ("\u{1B}", "^["), ("\0", "^@"), ("\n", "^J"), ("\r\n", "^M^J"), ("\u{7F}", "^?"),
      ("\u{9B}", "<U+009B>"),
      ("\u{200B}", "<U+200B>"), ("\u{200D}", "<U+200D>"), ("\u{202E}", "<U+202E>"), ("\u{2066}", "<U+2066>"),
      ("\u{FEFF}", "<U+FEFF>"), ("\u{AD}", "<U+00AD>"), ("\u{2028}", "<U+2028>"), ("\u{E0061}", "<U+E0061>"),
      ("\u{FFFF}", "<U+FFFF>"), ("\u{10FFFF}", "<U+10FFFF>"), ("\u{FE0F}", "<U+FE0F>"),
      ("\u{3164}", "<U+3164>"),
      ("\u{E0100}", "<U+E0100>"), ("\u{E000}", "?"), ("\u{378}", "?"), ("🏽", "〓"), ("🇯", "?"),
      ("🫨", "〓"), ("\u{1B132}", "〓"), ("\u{3FFFD}", "〓"), ("\u{31EF}", "?"), ("\u{1E4D0}", "?"),
    ] as [(Character, String)])
  func substitutes(character: Character, expected: String) {
    let glyphs = ColumnWidths().glyphs(for: character)
    #expect(glyphs.map(\.text).joined() == expected)
    #expect(glyphs.allSatisfy { $0.isSubstitute })
  }

  @Test("A mark that has nothing to stand on stands on a blank")
  func loneMarks() {
    expectSame(drawn("\u{3099}"), ["[ \u{3099}]"])
    expectSame(drawn("\u{301}\u{302}"), ["[ \u{301}\u{302}]"])
    expectSame(drawn("\u{1161}"), ["[ \u{1161}]"])
  }

  @Test("A joiner without an emoji on both sides is shown")
  func joiners() {
    expectSame(drawn("👨\u{200D}").joined(), "👨[<][U][+][2][0][0][D][>]")
    expectSame(drawn("a\u{200D}").joined(), "a[<][U][+][2][0][0][D][>]")
  }

  @Test("Selectors that hide data are shown")
  func hiddenData() {
    expectSame(drawn("a\u{E0100}").joined(), "a[<][U][+][E][0][1][0][0][>]")
    expectSame(drawn("a\u{FE0F}\u{FE0E}").joined(), "a[<][U][+][F][E][0][E][>]")
    expectSame(drawn("葛\u{E0100}\u{E0101}").joined(), "葛\u{E0100}[<][U][+][E][0][1][0][1][>]")
  }

  @Test("Of many marks four are drawn")
  func manyMarks() {
    let letter = Character("a" + String(repeating: "\u{301}", count: 10_000))
    expectSame(drawn(letter), ["a" + String(repeating: "\u{301}", count: 4)])
  }

  @Test("A character without end is cut")
  func endlessCharacter() {
    let widths = ColumnWidths()
    let jamo = Character(String(repeating: "ᄒ", count: 10_000))
    #expect(widths.columns(of: jamo) == ColumnWidths.mostColumns)
    expectSame(drawn(jamo), Array(repeating: "ᄒ", count: 8) + ["[?]"])
  }

  @Test("All of Unicode is drawn safely", arguments: [ColumnWidths.Ambiguous.narrow, .wide])
  func allScalars(ambiguous: ColumnWidths.Ambiguous) {
    let widths = ColumnWidths(ambiguous: ambiguous)
    let unsafe = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { !isSafe(Character($0), widths) }
    #expect(unsafe.isEmpty)
  }

  @Test(
    "All characters are drawn safely, however scalars join",
    arguments: [ColumnWidths.Ambiguous.narrow, .wide])
  func randomCharacters(ambiguous: ColumnWidths.Ambiguous) {
    let widths = ColumnWidths(ambiguous: ambiguous)
    var generator = SplitMix64(seed: 2)
    for _ in 0..<2_000 {
      let text = NastyText.random(upTo: 20, using: &generator)
      let unsafe = text.filter { !isSafe($0, widths) }
      #expect(unsafe.isEmpty, "\(text.debugDescription)")
    }
    #expect(NastyText.endless.joined().allSatisfy { isSafe($0, widths) })
  }

  /// Whether the glyphs keep to what `Glyph` promises and have the columns that ncurses will count for them.
  private func isSafe(_ character: Character, _ widths: ColumnWidths) -> Bool {
    let glyphs = widths.glyphs(for: character)
    let columns = glyphs.reduce(0) { $0 + $1.columns }
    return columns == widths.columns(of: character) && 1...ColumnWidths.mostColumns ~= columns
      && glyphs.allSatisfy { isSafe($0, widths) }
  }

  private func isSafe(_ glyph: Glyph, _ widths: ColumnWidths) -> Bool {
    let columns = glyph.text.unicodeScalars.map {
      Int(kiseki_scalar_columns($0.value, widths.ambiguous == .wide))
    }
    return 1...2 ~= glyph.columns && columns.first == glyph.columns
      && columns.dropFirst().allSatisfy { $0 == 0 } && columns.count <= 1 + Glyph.mostMarks
  }

  /// By scalars: two strings that differ only in their form are equal to Swift.
  private func expectSame(
    _ drawn: some Sequence<String>, _ expected: some Sequence<String>,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      drawn.map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) },
      sourceLocation: location)
  }

  private func expectSame(_ drawn: String, _ expected: String, at location: SourceLocation = #_sourceLocation)
  {
    expectSame([drawn], [expected], at: location)
  }
}

@Suite("The width of a scalar")
struct ScalarColumnsTests {
  @Test(
    "Numbers that are no scalars have no width",
    arguments: [0xD800, 0xDFFF, 0x110000, 0x7FFF_FFFF, 0xFFFF_FFFF])
  func noScalars(value: UInt32) {
    #expect(kiseki_scalar_columns(value, false) == -1)
    #expect(kiseki_scalar_columns(value, true) == -1)
  }

  @Test("Nothing that Unicode added after version 14 has a width")
  func newScalars() {
    let new = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.age.map { $0.major > 14 } ?? true }
    #expect(new.allSatisfy { kiseki_scalar_columns($0.value, false) == -1 })
    #expect(new.count > 20_000)
  }
}

struct PlainGlyphTests {
  @Test("A plain character is drawn as the one glyph that it has, at either width of ambiguous ones")
  func plain() {
    var count = 0
    for value in UInt32(0)...0x10_FFFF {
      guard let scalar = Unicode.Scalar(value), let plain = PlainGlyph(Character(scalar)) else { continue }
      count += 1
      for ambiguous in [ColumnWidths.Ambiguous.narrow, .wide] {
        let glyphs = ColumnWidths(ambiguous: ambiguous).glyphs(for: Character(scalar))
        #expect(glyphs.map(\.text) == [String(scalar)] && glyphs.first?.columns == plain.columns, "\(value)")
        #expect(glyphs.allSatisfy { !$0.isSubstitute })
      }
    }
    #expect(count > 30_000)
    #expect(PlainGlyph("か\u{3099}") == nil && PlainGlyph("a\u{301}") == nil && PlainGlyph("\r\n") == nil)
  }
}
