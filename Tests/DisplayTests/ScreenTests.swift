import Display
import Testing
import Typography

@Suite("A screen")
struct ScreenTests {
  private func screen(_ columns: Int, _ rows: Int = 1) -> Screen {
    Screen(size: Size(columns: columns, rows: rows), widths: ColumnWidths())
  }

  private func expect(_ screen: Screen, _ text: String, _ style: String? = nil) {
    #expect(screen.textDump == text)
    if let style { #expect(screen.styleDump == style) }
  }

  @Test("shows text where it is drawn, and gives the column behind it")
  func drawing() {
    var screen = screen(8, 2)
    let ends = [
      screen.draw("か\u{3099}きa", column: 1, row: 0, style: .title), screen.draw("b", column: 6, row: 0),
    ]
    #expect(ends == [6, 7])
    expect(screen, "| か\u{3099}きab |\n|        |\n", "|.TTTTT..|\n|........|\n")
    #expect(screen[1, 0].columns == 2)
    #expect(screen[1, 0].text.unicodeScalars.map(\.value) == [0x304B, 0x3099])
    #expect(screen[2, 0].columns == 0 && screen[2, 0].text.isEmpty)
    #expect(screen.row(0).map(\.columns) == [1, 2, 0, 2, 0, 1, 1, 1])
  }

  @Test("leaves out what lies outside, and makes blanks of wide characters at its edges")
  func edges() {
    var screen = screen(4)
    #expect(screen.draw("あいう", column: -1, row: 0, style: .title) == 4)
    expect(screen, "| い |\n", "|TTTT|\n")
    for (column, row) in [(4, 0), (9, 0), (0, 1), (0, -1), (Int.max, 0), (0, .min), (.min, 0)] {
      screen.draw("x", column: column, row: row)
    }
    for (column, row) in [(4, 0), (-1, 0), (0, 1), (0, -1)] {
      screen.fill(Rect(column: column, row: row, columns: 1, rows: 1), .error)
    }
    expect(screen, "| い |\n", "|TTTT|\n")
  }

  @Test("draws in a part of it only")
  func clipping() {
    var screen = screen(8)
    let clip = Rect(column: 2, row: 0, columns: 4, rows: 1)
    #expect(screen.draw("abcdefgh", column: 0, row: 0, in: clip) == 6)
    expect(screen, "|  cdef  |\n")
    #expect(screen.draw("あいうえ", column: 1, row: 0, in: clip) == 6)
    expect(screen, "|   い   |\n")
    screen.draw("x", column: 3, row: 1, in: clip)
    screen.draw("y", column: 7, row: 0, in: Rect(column: 6, row: 0, columns: 9, rows: 9))
    screen.draw("z", column: 0, row: 0, in: Rect(column: 9, row: 0, columns: 9, rows: 9))
    expect(screen, "|   い  y|\n")
  }

  @Test("makes a blank of the other half when one half is overwritten")
  func halves() {
    var screen = screen(6)
    screen.draw("あいう", column: 0, row: 0, style: .hint)
    screen.draw("x", column: 1, row: 0)
    expect(screen, "| xいう|\n", "|h.hhhh|\n")
    screen.draw("漢", column: 3, row: 0)
    expect(screen, "| x 漢 |\n", "|h.h..h|\n")
    screen.draw("い", column: 2, row: 0)
    screen.fill(Rect(column: 3, row: 0, columns: 1, rows: 1), .error)
    expect(screen, "| x    |\n", "|h..x.h|\n")
    screen.draw("あいう", column: 0, row: 0)
    screen.draw("yyy", column: 0, row: 0, in: Rect(column: 1, row: 0, columns: 2, rows: 1))
    expect(screen, "| yy う|\n")
  }

  @Test("shows what must not reach a terminal as signs in their own style")
  func substitutes() {
    var screen = screen(14)
    screen.draw("a\u{1B}[\u{202E}b", column: 0, row: 0, style: .selected)
    expect(screen, "|a^[[<U+202E>b |\n", "|suusuuuuuuuus.|\n")
  }

  @Test("is filled and restyled in rectangles, with wide characters whole")
  func rectangles() {
    var screen = screen(6, 3)
    for row in 0..<3 { screen.draw("あいう", column: 0, row: row) }
    screen.fill(Rect(column: 1, row: 1, columns: 2, rows: 9), .rule)
    expect(screen, "|あいう|\n|    う|\n|    う|\n", "|......|\n|.rr...|\n|.rr...|\n")
    screen.restyle(Rect(column: 1, row: 0, columns: 2, rows: 2), .selected)
    expect(screen, "|あいう|\n|    う|\n|    う|\n", "|ssss..|\n|.ss...|\n|.rr...|\n")
  }

  @Test("tells which rows differ from another one")
  func difference() {
    let old = screen(4, 3)
    var new = old
    #expect(new.rowsDiffering(from: old).isEmpty)
    new.draw("a", column: 3, row: 1)
    new.fill(Rect(column: 0, row: 2, columns: 1, rows: 1), .selected)
    #expect(new.rowsDiffering(from: old) == [1, 2])
    #expect(new.rowsDiffering(from: screen(5, 3)) == [0, 1, 2])
    var other = old
    other.caret = ScreenPosition(column: 0, row: 0)
    #expect(other != old)
    #expect(other.rowsDiffering(from: old).isEmpty)
  }

  @Test("tells cells apart by scalars, not by canonical equivalence")
  func equivalentCells() {
    var (composed, decomposed) = (screen(2), screen(2))
    composed.draw("が", column: 0, row: 0)
    decomposed.draw("か\u{3099}", column: 0, row: 0)
    #expect(composed != decomposed)
  }

  @Test("keeps up to four marks in a cell")
  func marks() {
    var screen = screen(2)
    screen.draw("e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", column: 0, row: 0)
    #expect(screen[0, 0].text.unicodeScalars.map(\.value) == [0x65, 0x301, 0x302, 0x303, 0x304])
    screen.draw("𠮷\u{E0100}", column: 0, row: 0)
    #expect(screen[0, 0].text.unicodeScalars.map(\.value) == [0x20BB7, 0xE0100])
  }

  @Test("of no size takes everything")
  func empty() {
    for size in [Size(columns: 0, rows: 0), Size(columns: 0, rows: 2), Size(columns: 2, rows: 0)] {
      var screen = Screen(size: size, widths: ColumnWidths())
      screen.draw("あa", column: 0, row: 0)
      screen.fill(Rect(column: -1, row: -1, columns: 5, rows: 5), .error)
      screen.restyle(Rect(column: -1, row: -1, columns: 5, rows: 5), .error)
      #expect(screen.textDump == String(repeating: "||\n", count: size.rows))
    }
    #expect(Screen(size: Size(columns: .max, rows: .max), widths: ColumnWidths()).size.rows < 10_000)
  }
}
