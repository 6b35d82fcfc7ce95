import RandomNumbers
import Testing
import Typography

@Suite("Text made comparable")
struct NormalizedTextTests {
  @Test(
    "Folding takes away what a search does not tell apart",
    arguments: [
      ("ガーデン", "がーでん"), ("ｶﾞｰﾃﾞﾝ", "がーでん"), ("カ\u{3099}ーデン", "がーでん"), ("がーでん", "がーでん"),
      ("Kiseki", "kiseki"), ("ＫＩＳＥＫＩ１", "kiseki1"), ("Straße", "strasse"), ("ヴァ", "ゔぁ"), ("ヷ", "わ\u{3099}"),
      ("ヽヾ", "ゝゞ"), ("㌔", "きろ"), ("①", "1"), ("a\u{AD}b\u{200B}c", "abc"), ("葛\u{E0100}", "葛"), ("", ""),
      ("　", " "), ("漢字", "漢字"), ("ÉCOLE", "école"),
    ])
  func folding(text: String, expected: String) {
    #expect(FoldedText.fold(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("Sound marks count")
  func soundMarks() {
    #expect(FoldedText.fold("が") != FoldedText.fold("か"))
    #expect(FoldedText.fold("パ") != FoldedText.fold("バ"))
  }

  @Test("Folding twice changes nothing, for all of Unicode and any text")
  func foldingTwice() {
    let changed = (0...0x10FFFF as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init).filter { scalar in
      let folded = FoldedText.fold(String(scalar))
      return !FoldedText.fold(folded).unicodeScalars.elementsEqual(folded.unicodeScalars)
    }
    #expect(changed.isEmpty)
    var generator = SplitMix64(seed: 6)
    for _ in 0..<2_000 {
      let folded = FoldedText.fold(NastyText.random(upTo: 30, using: &generator))
      #expect(FoldedText.fold(folded).unicodeScalars.elementsEqual(folded.unicodeScalars))
    }
  }

  @Test("Folding makes room for what grows")
  func growth() {
    #expect(FoldedText.fold(String(repeating: "\u{FDFA}", count: 1_000)).unicodeScalars.count == 18_000)
  }

  @Test("Marks are composed")
  func composition() {
    #expect(CanonicalText.composed("か\u{3099}").unicodeScalars.elementsEqual("が".unicodeScalars))
    #expect(CanonicalText.composed("e\u{301}a").unicodeScalars.elementsEqual("\u{E9}a".unicodeScalars))
    #expect(CanonicalText.composed("ᄒ\u{1161}\u{11AB}").unicodeScalars.elementsEqual("한".unicodeScalars))
    #expect(CanonicalText.composed("plain") == "plain")
    #expect(CanonicalText.composed("").isEmpty)
  }

  @Test("Composing keeps the text's meaning, and what is compatible but not the same")
  func meaning() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<1_000 {
      let text = NastyText.random(upTo: 30, using: &generator)
      #expect(CanonicalText.composed(text) == text)
    }
    #expect(CanonicalText.composed("①㌔ｶﾞ").unicodeScalars.elementsEqual("①㌔ｶﾞ".unicodeScalars))
  }
}
