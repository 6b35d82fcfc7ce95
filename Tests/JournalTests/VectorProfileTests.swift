import Journal
import Testing

@Suite struct VectorProfileTests {
  private let statement = VectorStatement(
    present: "月に一度、練習につきあっています。30分だけです。", destination: "誰も夜勤をこわがらない病棟へ。",
    sentence: "こわかった私は、いま練習を続け、こわがらない病棟へ向かっています。")

  @Test(
    "As much is said as fits, the sentence first",
    arguments: [
      (200, "こわかった私は、いま練習を続け、こわがらない病棟へ向かっています。\n月に一度、練習につきあっています。30分だけです。"),
      (55, "こわかった私は、いま練習を続け、こわがらない病棟へ向かっています。\n月に一度、練習につきあっています。"),
      (40, "こわかった私は、いま練習を続け、こわがらない病棟へ向かっています。"), (20, "誰も夜勤をこわがらない病棟へ。"),
    ])
  func fitting(limit: Int, expected: String) {
    let profile = statement.profile { $0.count <= limit }
    #expect(profile == VectorProfile(text: expected, isCut: false))
  }

  @Test("What is too long in any form is cut at a comma, and says so")
  func cutting() {
    let long = VectorStatement(
      sentence: "私は、" + String(repeating: "とても", count: 20) + "、" + String(repeating: "長い", count: 50))
    let profile = long.profile { $0.count <= 80 }
    #expect(profile?.isCut == true)
    #expect(profile?.text == "私は、" + String(repeating: "とても", count: 20) + "...")
    #expect(long.profile { $0.count <= 3 }?.text == "私は")
  }

  @Test("A profile fits, whatever the text and however it is counted", arguments: [1, 2, 150, 256])
  func places(limit: Int) throws {
    for piece in ["あ", "👨‍👩‍👧", "か\u{3099}", "a, ", "x"] {
      let statement = VectorStatement(sentence: String(repeating: piece, count: 400))
      let text = try #require(statement.profile { $0.utf16.count <= limit }?.text)
      #expect(text.utf16.count <= limit)
    }
  }

  @Test("Without a limit all of it is said; without words nothing is")
  func ends() {
    #expect(statement.profile()?.text.hasSuffix("\n月に一度、練習につきあっています。30分だけです。") == true)
    #expect(VectorStatement(present: "いま。").profile()?.text == "いま。")
    #expect(VectorStatement().profile() == nil)
  }
}

@Suite struct VectorComparisonTests {
  private let earlier = VectorStatement(
    past: "溶接工でした。", present: "音を聞いています。ひとりです。", destination: "うちの工場へ。", sentence: "同じ一文。")
  private let later = VectorStatement(
    past: "溶接工でした。", turningPoint: "聞かれた日。", present: "音を聞いています。ふたりです。", sentence: "同じ一文。")

  @Test("Each part tells what became of it")
  func changes() {
    let parts = VectorComparison(earlier: earlier, later: later).parts
    #expect(parts.map(\.part) == [.past, .turningPoint, .present, .destination, .sentence])
    #expect(parts.map(\.change) == [.same, .added, .moved, .gone, .same])
  }

  @Test("The sentences that only one of them has are marked")
  func sentences() {
    let present = VectorComparison(earlier: earlier, later: later).parts.first { $0.part == .present }
    #expect(present?.earlier.map(\.isOnlyHere) == [false, true])
    #expect(present?.later.map(\.text) == ["音を聞いています。", "ふたりです。"])
    #expect(present?.later.map(\.isOnlyHere) == [false, true])
  }

  @Test("The times in which something moved are told")
  func times() {
    #expect(VectorComparison(earlier: earlier, later: later).movedTimes == [.past, .present, .future])
    #expect(VectorComparison(earlier: later, later: later).movedTimes.isEmpty)
    let sentence = VectorComparison(
      earlier: VectorStatement(sentence: "a"), later: VectorStatement(sentence: "b"))
    #expect(sentence.movedTimes.isEmpty && sentence.parts.map(\.change) == [.moved])
  }

  @Test("Line breaks and spaces between sentences are no change")
  func spacing() {
    let one = VectorStatement(past: "A first. A second.")
    let other = VectorStatement(past: "A first.\n\n  A second.")
    #expect(VectorComparison(earlier: one, later: other).parts.map(\.change) == [.same])
  }
}
