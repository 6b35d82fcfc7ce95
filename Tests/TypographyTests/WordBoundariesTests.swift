import RandomNumbers
import Testing
import Typography

@Suite("Where the caret stops by words")
struct WordBoundariesTests {
  private func words(_ line: String) -> [String] {
    let characters = Array(line)
    let offsets = WordBoundaries.offsets(in: line)
    return zip(offsets, offsets.dropFirst()).map { String(characters[$0..<$1]) }
  }

  @Test(
    "Words and phrases",
    arguments: [
      ("今日は、とても暑い。", ["今日は、", "とても", "暑い。"]),
      ("シャッターを切ってきょうの", ["シャッターを", "切って", "きょうの"]),
      ("the quick  brown fox ", ["the ", "quick  ", "brown ", "fox "]),
      ("  indented", ["  ", "indented"]),
      ("これはEnglishです", ["これは", "Englishです"]),
      ("don't stop", ["don't ", "stop"]),
    ])
  func examples(line: String, expected: [String]) {
    #expect(words(line) == expected)
  }

  @Test("An empty line has one place")
  func emptyLine() {
    #expect(WordBoundaries.offsets(in: "") == [0])
  }

  @Test("Places rise from 0 to the line's end, whatever the line")
  func randomLines() {
    var generator = SplitMix64(seed: 5)
    let lines = (0..<500).map { _ in NastyText.random(upTo: 40, using: &generator) } + NastyText.endless
    for line in lines where !line.isEmpty {
      let offsets = WordBoundaries.offsets(in: line)
      #expect(offsets.first == 0)
      #expect(offsets.last == line.count)
      #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test("A long text has the same words as its sentences", arguments: [200, 2_000])
  func longText(count: Int) {
    let sentence = "今日は、とても暑い。"
    let expected = [[String]](repeating: words(sentence), count: count).flatMap(\.self)
    #expect(words(String(repeating: sentence, count: count)) == expected)
  }
}
