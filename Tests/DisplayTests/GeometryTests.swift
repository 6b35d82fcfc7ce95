import Display
import Testing

@Suite("Rectangles")
struct GeometryTests {
  @Test("meet in what both cover")
  func intersection() {
    let rect = Rect(column: 2, row: 1, columns: 4, rows: 3)
    #expect(rect.intersection(rect) == rect)
    #expect(
      rect.intersection(Rect(column: -5, row: 3, columns: 9, rows: 9))
        == Rect(column: 2, row: 3, columns: 2, rows: 1))
    for apart in [
      Rect(column: 6, row: 1, columns: 4, rows: 3), Rect(column: -9, row: -9, columns: 3, rows: 3),
    ] {
      let meeting = rect.intersection(apart)
      #expect(meeting.columns == 0 || meeting.rows == 0)
    }
  }

  @Test("are cut in two without losing a cell, and never have less than none", arguments: -2...12)
  func cutting(_ count: Int) {
    let rect = Rect(column: 3, row: 2, columns: 10, rows: 7)
    let (left, rest) = rect.splitLeft(count)
    #expect(
      left.columns + rest.columns == 10 && left.endColumn == rest.column && rest.endColumn == rect.endColumn)
    let (top, below) = rect.splitTop(count)
    #expect(top.rows + below.rows == 7 && top.endRow == below.row && below.endRow == rect.endRow)
    let (bottom, above) = rect.splitBottom(count)
    #expect(
      bottom.rows == min(max(0, count), 7) && above.endRow == bottom.row && bottom.endRow == rect.endRow)
    #expect(rect.inset(left: count, right: count).columns == max(0, 10 - 2 * count))
  }
}
