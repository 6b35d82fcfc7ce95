import RandomNumbers
import Testing

@testable import Typography

@Suite("Rows between phrases")
struct PhraseRowsTests {
  private func rows(_ line: String, _ width: Int) -> [String] {
    PhraseRows(line, width: width * EmWidths.em).rows.map(\.text)
  }

  @Test(
    "Rows end between phrases, after a pause rather than elsewhere, and are of a length",
    arguments: [
      ("", 10, [""]),
      ("煙で、窓の外が見えない……。", 9, ["煙で、窓の外が", "見えない……。"]),
      ("14時。エチオピア10キロ、まっ黒です。", 10, ["14時。", "エチオピア10キロ、", "まっ黒です。"]),
      ("お客さまの前で待たせるのが恥ずかしくて、", 13, ["お客さまの前で待たせるのが", "恥ずかしくて、"]),
      ("いつもの右手だけ缶コーヒーが開けられませんでした。", 12, ["いつもの右手だけ", "缶コーヒーが", "開けられませんでした。"]),
      ("「今朝なに食べました？」を10秒録って", 13, ["「今朝なに食べました？」を", "10秒録って"]),
      (
        "the quick brown fox jumps over the lazy dog", 12, ["the quick brown fox", "jumps over the lazy dog"]
      ),
      ("コーヒーを飲む", 3, ["コー", "ヒーを", "飲む"]),
      ("wwwwwwwwww", 4, ["wwww", "www", "www"]),
      ("日本", 0, ["日", "本"]),
    ])
  func examples(line: String, width: Int, expected: [String]) {
    #expect(rows(line, width) == expected)
  }

  @Test("Whatever the line, rows fit, lose nothing but spaces and keep the Japanese rules where they can")
  func randomLines() {
    var generator = SplitMix64(seed: 11)
    let lines = (0..<800).map { _ in NastyText.random(upTo: 60, using: &generator) } + NastyText.endless
    for line in lines {
      let width = Int.random(in: 1...20, using: &generator) * EmWidths.em
      let rows = PhraseRows(line, width: width).rows
      #expect(rows.map(\.text).joined().filter { !$0.isHangingSpace } == line.filter { !$0.isHangingSpace })
      #expect(rows.allSatisfy { $0.width <= width || $0.text.count == 1 }, "\(line.debugDescription)")
      #expect(rows.allSatisfy { row in row.width == row.text.reduce(0) { $0 + EmWidths.width(of: $1) } })
    }
  }

  @Test("A phrase that fits into a row is whole")
  func wholePhrases() {
    let line = "きのう、はじめてゲストを招いて番組を録りました。豆腐屋を継いだばかりの方です。"
    for width in 8...20 {
      let result = PhraseRows(line, width: width * EmWidths.em)
      let starts = result.rows.map(\.text).dropFirst().map { $0.prefix(2) }
      #expect(result.cuts == 0, "\(width): \(result.rows.map(\.text))")
      #expect(starts.allSatisfy { !["まし", "です", "てい", "した"].contains($0) }, "\(width)")
    }
  }
}

@Suite("Widths in a proportional font")
struct EmWidthsTests {
  @Test(
    "Widths are those of fonts in use, or more",
    arguments: [
      ("あ", 1_000...1_000), ("ｱ", 500...500), ("i", 275...300), ("W", 878...989), ("…", 1_000...1_000),
      ("é", 554...1_000), ("Ю", 1_000...1_014), ("e\u{301}", 554...600), ("👍", 1_245...1_300),
      ("👨‍👩‍👧‍👦", 1_245...3_000), ("🇯🇵", 1_245...1_500), ("葛\u{E0100}", 1_000...1_000),
    ] as [(Character, ClosedRange<Int>)])
  func examples(character: Character, expected: ClosedRange<Int>) {
    #expect(expected.contains(EmWidths.width(of: character)), "\(EmWidths.width(of: character))")
  }
}
