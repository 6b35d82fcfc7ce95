import Display
import RandomNumbers
import Testing
import Typography

@Suite("Whatever is drawn on a screen")
struct ScreenPropertyTests {
  private static let pieces = [
    "か", "\u{3099}", "\u{200D}", "👨", "\u{1F3FD}", "\u{1F1EF}", "\u{1F1F5}", "e", "\u{301}", "\r", "\n", "ｶ",
    "ﾞ",
    " ", "a", "漢", "※", "\u{FE0F}", "\u{1B}", "\u{202E}", "\t", "\u{0}", "\u{1FAE8}", "\u{1100}", "\u{1161}",
    "\u{E0100}", "\u{10FFFF}", "\u{212B}",
  ]

  private func randomText(_ random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...8, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      .joined()
  }

  private func randomRect(_ size: Size, _ random: inout SplitMix64) -> Rect {
    Rect(
      column: .random(in: -3...size.columns + 3, using: &random),
      row: .random(in: -2...size.rows + 2, using: &random),
      columns: .random(in: -1...size.columns + 3, using: &random),
      rows: .random(in: -1...size.rows + 2, using: &random))
  }

  private func randomDraw(on screen: inout Screen, _ random: inout SplitMix64) {
    let rect = randomRect(screen.size, &random)
    let style = Style.allCases.randomElement(using: &random) ?? .plain
    switch Int.random(in: 0..<4, using: &random) {
    case 0: screen.fill(rect, style)
    case 1: screen.restyle(rect, style)
    default:
      screen.draw(
        randomText(&random), column: rect.column, row: rect.row,
        in: Bool.random(using: &random) ? randomRect(screen.size, &random) : nil, style: style)
    }
  }

  @Test(
    "there is never half a wide character, and every row is full",
    arguments: [(0, 0), (1, 1), (2, 1), (1, 3), (3, 2), (7, 4), (20, 3)])
  func wholeCharacters(columns: Int, rows: Int) {
    for ambiguous in [ColumnWidths.Ambiguous.narrow, .wide] {
      var random = SplitMix64(seed: columns * 100 + rows)
      let size = Size(columns: columns, rows: rows)
      var screen = Screen(size: size, widths: ColumnWidths(ambiguous: ambiguous))
      for _ in 0..<400 {
        randomDraw(on: &screen, &random)
        for row in 0..<rows { expectWholeCharacters(screen.row(row), columns: columns) }
      }
    }
  }

  private func expectWholeCharacters(_ row: ArraySlice<Cell>, columns: Int) {
    #expect(row.count == columns)
    #expect(row.reduce(0) { $0 + $1.columns } == columns)
    for (cell, next) in zip(row, row.dropFirst()) {
      #expect((cell.columns == 2) == (next.columns == 0))
      #expect(cell.text.isEmpty == (cell.columns == 0))
    }
    #expect(row.first.map(\.columns) != 0)
    #expect(row.last.map(\.columns) != 2)
  }

  @Test("is the same on whatever was there, and only that part changes", arguments: 0..<16)
  func independence(seed: Int) {
    var random = SplitMix64(seed: seed)
    let size = Size(columns: 9, rows: 3)
    var used = Screen(size: size, widths: ColumnWidths())
    for _ in 0..<200 {
      randomDraw(on: &used, &random)
      let (text, column, row) = (randomText(&random), Int.random(in: -3...9, using: &random), 1)
      let clip = randomRect(size, &random)
      var (drawn, blank) = (used, Screen(size: size, widths: ColumnWidths()))
      let end = drawn.draw(text, column: column, row: row, in: clip, style: .title)
      #expect(blank.draw(text, column: column, row: row, in: clip, style: .title) == end)
      let covered =
        clip.row..<clip.endRow ~= row ? max(0, column, clip.column)..<max(0, column, clip.column, end) : 0..<0
      for place in 0..<9 {
        if covered ~= place {
          #expect(drawn[place, row] == blank[place, row])
        } else {
          #expect(drawn[place, row] == used[place, row] || drawn[place, row].text == " ")
          #expect(drawn[place, row].style == used[place, row].style)
        }
        #expect(drawn[place, 0] == used[place, 0] && drawn[place, 2] == used[place, 2])
      }
    }
  }
}
