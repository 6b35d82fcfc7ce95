import RandomNumbers
import Testing

@testable import Typography

@Suite("A line in rows")
struct LineLayoutTests {
  private let widths = ColumnWidths()

  private func rows(_ line: String, _ width: Int) -> [String] {
    let characters = Array(line)
    return LineLayout(line, width: width, widths: widths).rows.map { String(characters[$0.characters]) }
  }

  @Test(
    "Lines break by the Japanese rules and between words",
    arguments: [
      ("", 10, [""]),
      ("今日はとても暑い。", 10, ["今日はとて", "も暑い。"]),
      ("今日はとても。暑い", 12, ["今日はとて", "も。暑い"]),
      ("彼女は「行こう」と", 8, ["彼女は", "「行こ", "う」と"]),
      ("ちょっとまって", 4, ["ちょ", "っと", "まっ", "て"]),
      ("コーヒーを飲む", 6, ["コー", "ヒーを", "飲む"]),
      ("言った――そして……。", 8, ["言った――", "そし", "て……。"]),
      ("the quick brown fox", 9, ["the quick ", "brown fox"]),
      ("the quick brown fox", 10, ["the quick ", "brown fox"]),
      ("3,000円を日本語English", 10, ["3,000円を", "日本語", "English"]),
      ("incomprehensibilities", 8, ["incompre", "hensibil", "ities"]),
      ("https://example.com/path", 20, ["https://example.com/", "path"]),
      ("a   b", 1, ["a   ", "b"]),
      ("文　文", 2, ["文　", "文"]),
      ("   a", 2, ["   ", "a"]),
      ("日本", 1, ["日", "本"]),
      ("、、、、", 4, ["、、", "、、"]),
    ])
  func breaks(line: String, width: Int, expected: [String]) {
    #expect(rows(line, width) == expected)
  }

  @Test("No row begins with a sign that may not begin one, nor wraps early without need")
  func kinsoku() throws {
    for row in try DataFile("wpt-ja-linebreak.tsv").rows {
      let sign = row[0].textOfCodePoints
      let width = widths.columns(of: sign) + 1
      let expected = row[2] == "0" ? ["文", "文" + sign] : ["文文", sign]
      #expect(rows("文文" + sign, max(4, width)) == expected, "U+\(row[0]) \(row[1])")
    }
  }

  @Test("A row's columns leave out the spaces that hang")
  func rowColumns() {
    #expect(LineLayout("ab    cd", width: 3, widths: widths).rows.map(\.columns) == [3, 2])
    #expect(LineLayout("ab ", width: 8, widths: widths).rows.map(\.columns) == [3])
    #expect(LineLayout("日", width: 1, widths: widths).rows.map(\.columns) == [2])
    #expect(LineLayout("日", width: -3, widths: widths).rows.map(\.columns) == [2])
  }

  @Test("The caret's places")
  func places() {
    let layout = LineLayout("今日は晴れ", width: 4, widths: widths)
    let places = (-1...6).map { layout.place(ofCharacter: $0) }
    #expect(places.map(\.row) == [0, 0, 0, 1, 1, 2, 2, 2])
    #expect(places.map(\.column) == [0, 0, 2, 0, 2, 0, 2, 2])
  }

  @Test("The caret stays in the row that is asked for")
  func charactersInRows() {
    let layout = LineLayout("今日はabc", width: 4, widths: widths)
    #expect((0...5).map { layout.character(inRow: 0, column: $0) } == [0, 0, 1, 1, 1, 1])
    #expect(layout.character(inRow: 1, column: Int.max) == layout.rows[1].characters.upperBound - 1)
    #expect(layout.character(inRow: 2, column: Int.max) == 6)
    #expect(layout.character(inRow: Int.max, column: -1) == layout.rows[2].characters.lowerBound)
    #expect(layout.character(inRow: Int.min, column: Int.min) == 0)
  }

  @Test("The caret among hanging spaces stands at the row's end")
  func hangingCaret() {
    let layout = LineLayout("ab     ", width: 3, widths: widths)
    #expect((2...7).map { layout.place(ofCharacter: $0).column } == [2, 3, 3, 3, 3, 3])
    #expect(layout.character(inRow: 0, column: 3) == 7)
    #expect(layout.startColumns(inRow: 0) == [0, 1, 2, 3, 4, 5, 6])
  }

  @Test("Rows are those of the simple rule: as much as fits up to a break, else as many characters as fit")
  func model() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<3_000 {
      let line = NastyText.random(upTo: 30, using: &generator)
      let width = Int.random(in: 1...24, using: &generator)
      let model = SimpleLayout(line, width: width, widths: widths)
      let layout = LineLayout(line, width: width, widths: widths)
      #expect(layout.rows.map(\.characters) == model.rows, "\(line.debugDescription) at \(width)")
    }
  }

  @Test(
    "Rows hold every character, fit, and take the caret there and back", arguments: 0..<4)
  func invariants(seed: Int) {
    var generator = SplitMix64(seed: seed)
    let widths = ColumnWidths(ambiguous: seed.isMultiple(of: 2) ? .narrow : .wide)
    for _ in 0..<400 {
      let line = NastyText.random(upTo: 40, using: &generator)
      let width = Int.random(in: 1...30, using: &generator)
      expectInvariants(of: LineLayout(line, width: width, widths: widths), line, widths)
    }
  }

  @Test("Endless lines are laid out", arguments: [1, 80, Int.max])
  func endless(width: Int) {
    for line in NastyText.endless {
      let layout = LineLayout(line, width: width, widths: widths)
      #expect(layout.rows.first?.characters.lowerBound == 0)
      #expect(layout.rows.last?.characters.upperBound == line.count)
      #expect(
        zip(layout.rows, layout.rows.dropFirst()).allSatisfy {
          $0.characters.upperBound == $1.characters.lowerBound
        })
      #expect(layout.place(ofCharacter: line.count).row == layout.rows.count - 1)
    }
  }

  private func expectInvariants(of layout: LineLayout, _ line: String, _ widths: ColumnWidths) {
    let characters = Array(line)
    #expect(layout.characterCount == characters.count)
    #expect(layout.rows.flatMap(\.characters).elementsEqual(characters.indices), "\(line.debugDescription)")
    for (row, content) in layout.rows.enumerated() {
      #expect(!content.characters.isEmpty || characters.isEmpty)
      #expect(
        content.columns <= layout.width
          || content.characters.count(where: { !characters[$0].isHangingSpace }) == 1)
      #expect(row == 0 || !characters[content.characters.lowerBound].isHangingSpace)
      #expect(
        layout.startColumns(inRow: row)
          == content.characters.map {
            widths.columns(of: String(characters[content.characters.lowerBound..<$0]))
          })
    }
    for offset in 0...characters.count {
      let place = layout.place(ofCharacter: offset)
      let back = layout.character(inRow: place.row, column: place.column)
      #expect(0...layout.width ~= place.column)
      #expect(back == offset || (place.column == layout.width && layout.place(ofCharacter: back) == place))
    }
  }
}

/// The rule of `LineLayout`, said in the simplest way, for short lines.
private struct SimpleLayout {
  let rows: [Range<Int>]

  init(_ line: String, width: Int, widths: ColumnWidths) {
    let characters = Array(line)
    guard !characters.isEmpty else {
      rows = [0..<0]
      return
    }
    let isBreak = RowBreaks(in: line).isBreak
    func fits(_ range: Range<Int>) -> Bool {
      let content = characters[range].reversed().drop(while: \.isHangingSpace)
      return content.reduce(0) { $0 + widths.columns(of: $1) } <= width
    }
    func canEnd(_ end: Int) -> Bool { end == characters.count || !characters[end].isHangingSpace }
    var rows: [Range<Int>] = []
    var start = 0
    repeat {
      let fitting = (start...characters.count).dropFirst().filter { canEnd($0) && fits(start..<$0) }
      let end = fitting.last { $0 == characters.count || isBreak[$0] } ?? fitting.last
      rows.append(start..<(end ?? (start + 1...characters.count).first(where: canEnd) ?? characters.count))
      start = rows.last?.upperBound ?? characters.count
    } while start < characters.count
    self.rows = rows
  }
}
