import RandomNumbers
import Testing
import TextEditing
import Typography

@Suite("The rows of a text")
struct TextLayoutTests {
  private let text = TextBuffer("一二三四五六七\n\nabc\n八九十")
  private let layout = TextLayout(width: 6, widths: ColumnWidths())
  /// What `text` looks like at that width: each row's line, row and text.
  private let rows = [
    (0, 0, "一二三"), (0, 1, "四五六"), (0, 2, "七"), (1, 0, ""), (2, 0, "abc"), (3, 0, "八九十"),
  ]

  @Test("are shown from any row on")
  func visibleRows() {
    for first in rows.indices {
      let top = RowPosition(line: rows[first].0, row: rows[first].1)
      for count in 0...7 {
        let visible = layout.visibleRows(from: top, count: count, in: text)
        let expected = rows[first...].prefix(count)
        #expect(visible.map(\.text) == expected.map { Substring($0.2) })
        #expect(visible.map(\.position) == expected.map { RowPosition(line: $0.0, row: $0.1) })
      }
    }
    let start = layout.visibleRows(from: RowPosition(line: 0, row: 1), count: 1, in: text).first?.start
    #expect(start == Position(line: 0, character: 3))
  }

  @Test("are counted from one to another, as far as the text goes")
  func advance() {
    for first in rows.indices {
      for count in -8...8 {
        let expected = rows[min(max(0, first + count), rows.count - 1)]
        let place = RowPosition(line: rows[first].0, row: rows[first].1)
        #expect(
          layout.advance(place, by: count, in: text) == RowPosition(line: expected.0, row: expected.1))
      }
    }
    let start = RowPosition(line: 0, row: 0)
    #expect(layout.advance(start, by: .max, in: text) == RowPosition(line: 3, row: 0))
    #expect(layout.advance(start, by: .min, in: text) == start)
  }

  @Test("that do not exist are taken as the nearest ones")
  func clamping() {
    #expect(layout.clamped(RowPosition(line: 0, row: 9), in: text) == RowPosition(line: 0, row: 2))
    #expect(layout.clamped(RowPosition(line: 0, row: -1), in: text) == RowPosition(line: 0, row: 0))
    #expect(layout.clamped(RowPosition(line: -4, row: 5), in: text) == RowPosition(line: 0, row: 0))
    #expect(
      layout.clamped(RowPosition(line: 9, row: 0), in: TextBuffer("一二三四")) == RowPosition(line: 0, row: 1))
  }

  @Test("scroll no further than is needed to show a place")
  func scrolling() {
    func top(_ line: Int, _ row: Int, showing place: Position) -> RowPosition {
      layout.top(from: RowPosition(line: line, row: row), showing: place, rows: 3, in: text)
    }
    #expect(top(0, 1, showing: Position(line: 0, character: 6)) == RowPosition(line: 0, row: 1))
    #expect(top(0, 1, showing: Position(line: 0, character: 0)) == RowPosition(line: 0, row: 0))
    #expect(top(0, 1, showing: Position(line: 1, character: 0)) == RowPosition(line: 0, row: 1))
    #expect(top(0, 1, showing: Position(line: 2, character: 0)) == RowPosition(line: 0, row: 2))
    #expect(top(0, 0, showing: text.end) == RowPosition(line: 1, row: 0))
    #expect(top(9, 9, showing: text.end) == RowPosition(line: 3, row: 0))
  }

  @Test("have a place for every position, and give it back")
  func places() {
    for line in 0..<text.lineCount {
      for character in 0...text.characterCount(ofLine: line) {
        let position = Position(line: line, character: character)
        let place = layout.place(of: position, in: text)
        #expect(place.row == layout.row(of: position, in: text))
        #expect(layout.position(in: place.row, column: place.column, of: text) == position)
      }
    }
  }

  @Test("are the same whether they are remembered or not, also after edits", arguments: 0..<8)
  func remembering(seed: Int) {
    var random = SplitMix64(seed: seed)
    var buffer = TextBuffer(random.text(upTo: 60))
    let forgetful = TextLayout(width: 5, widths: ColumnWidths())
    var layout = forgetful
    for _ in 0..<40 {
      let top = RowPosition(line: .random(in: 0..<buffer.lineCount, using: &random), row: 0)
      layout.keepRows(from: top, count: 6, in: buffer)
      for line in 0..<buffer.lineCount {
        #expect(layout.layout(ofLine: line, in: buffer) == forgetful.layout(ofLine: line, in: buffer))
      }
      let place = buffer.clamped(
        Position(line: .random(in: 0...9, using: &random), character: .random(in: 0...9, using: &random)))
      buffer.apply(buffer.edit(replacing: place..<place, with: random.text(upTo: 4)))
    }
    #expect(layout == forgetful)
  }

  @Test("are told apart by bytes: what is canonically equivalent may have another width")
  func equivalentLines() {
    var layout = TextLayout(width: 80, widths: ColumnWidths(ambiguous: .wide))
    let (letter, sign) = (TextBuffer("\u{C5}"), TextBuffer("\u{212B}"))
    layout.keepRows(from: RowPosition(line: 0, row: 0), count: 1, in: letter)
    #expect(layout.place(of: letter.end, in: letter).column == 1)
    #expect(layout.place(of: sign.end, in: sign).column == 2)
  }

  @Test("keep the column of vertical moves over shorter ones")
  func verticalMoves() {
    var editor = TextEditor(text.text, caret: Position(line: 0, character: 2))
    let places = (0..<6).map { _ in
      editor.moveDown(in: layout)
      return editor.caret
    }
    #expect(places == [(0, 5), (0, 7), (1, 0), (2, 3), (3, 2), (3, 2)].map(Position.init))
    let moved = [editor.moveDown(in: layout), editor.moveUp(in: layout)]
    #expect(moved == [false, true])
    editor.moveLeft()
    editor.moveUp(in: layout)
    editor.moveUp(in: layout)
    #expect(editor.caret == Position(line: 0, character: 7))
    editor.moveToTextStart()
    let movedOn = editor.moveUp(in: layout)
    #expect(!movedOn)
  }

  @Test("are passed by pages, and their ends reached")
  func pages() {
    var editor = TextEditor(text.text, caret: Position(line: 0, character: 1))
    editor.movePage(rows: 4, in: layout)
    #expect(editor.caret == Position(line: 2, character: 2))
    editor.movePage(rows: 9, in: layout)
    #expect(editor.caret == Position(line: 3, character: 1))
    editor.movePage(rows: -9, in: layout)
    #expect(editor.caret == Position(line: 0, character: 1))
    editor.moveToRowEnd(in: layout)
    #expect(editor.caret == Position(line: 0, character: 2))
    editor.move(to: Position(line: 0, character: 5))
    editor.moveToRowStart(in: layout)
    #expect(editor.caret == Position(line: 0, character: 3))
    editor.move(to: Position(line: 0, character: 6))
    editor.moveToRowEnd(in: layout)
    #expect(editor.caret == Position(line: 0, character: 7))
  }
}
