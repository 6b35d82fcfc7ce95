import RandomNumbers
import Testing
import TextEditing
import Typography

@Suite("A text editor")
struct TextEditorTests {
  @Test("goes back to the start and forth to the end, exactly, whatever was done", arguments: 0..<16)
  func undoAndRedoAll(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let start = random.text(upTo: 30)
      var editor = TextEditor(start)
      var time: Milliseconds = 0
      for _ in 0..<60 {
        time += .random(in: 0...700, using: &random)
        editor.doAnything(at: time, &random)
        #expect(editor.buffer.clamped(editor.caret) == editor.caret)
        #expect(TextBuffer(editor.buffer.text) == editor.buffer)
      }
      while editor.redo() {}
      let end = editor.buffer.text
      while editor.undo() { #expect(editor.buffer.clamped(editor.caret) == editor.caret) }
      #expect(editor.buffer.text.bytes == start.bytes)
      while editor.redo() { #expect(editor.buffer.clamped(editor.caret) == editor.caret) }
      #expect(editor.buffer.text.bytes == end.bytes)
    }
  }

  @Test("never has the same revision for different texts", arguments: 0..<8)
  func revisions(seed: Int) {
    var random = SplitMix64(seed: seed)
    var editor = TextEditor(random.text(upTo: 10))
    var texts = [editor.revision: editor.buffer]
    for time in 0..<200 {
      let revision = editor.revision
      editor.doAnything(at: Milliseconds(time) * 400, &random)
      #expect(editor.revision >= revision)
      #expect(texts[editor.revision, default: editor.buffer] == editor.buffer)
      texts[editor.revision] = editor.buffer
    }
  }

  @Test("begins with the caret where it is told, or as near as there is a place")
  func startCaret() {
    #expect(TextEditor("かき").caret == Position(line: 0, character: 0))
    #expect(TextEditor("かき", caret: Position(line: 3, character: 0)).caret == Position(line: 0, character: 2))
  }

  @Test("puts the caret behind what was typed, also where that fuses with its neighbours")
  func caretAfterTyping() {
    var editor = TextEditor("かき", caret: Position(line: 0, character: 1))
    editor.insert("\u{3099}", at: 0)
    #expect(editor.caret == Position(line: 0, character: 1))
    editor.insert("x", at: 0)
    #expect(editor.buffer.text.bytes == "か\u{3099}xき".bytes)

    editor = TextEditor("a\nb", caret: Position(line: 0, character: 1))
    editor.insert("\r", at: 0)
    #expect(editor.buffer.text.bytes == "a\r\nb".bytes)
    #expect(editor.caret == Position(line: 1, character: 0))
  }

  @Test("deletes whole graphemes and line breaks")
  func deletion() {
    var editor = TextEditor("か\u{3099}👨‍👩‍👧\r\nb", caret: Position(line: 1, character: 0))
    editor.deleteBackward(at: 0)
    #expect(editor.buffer.text.bytes == "か\u{3099}👨‍👩‍👧b".bytes)
    editor.deleteBackward(at: 0)
    #expect(editor.buffer.text.bytes == "か\u{3099}b".bytes)
    editor.deleteForward(at: 0)
    editor.deleteBackward(at: 0)
    #expect(editor.buffer.text.isEmpty)
  }

  @Test("deletes to the line's end, and there the line break")
  func deletionToLineEnd() {
    var editor = TextEditor("一二三\n四", caret: Position(line: 0, character: 1))
    editor.deleteToLineEnd(at: 0)
    #expect(editor.buffer.text == "一\n四")
    editor.deleteToLineEnd(at: 0)
    #expect(editor.buffer.text == "一四")
    #expect(editor.caret == Position(line: 0, character: 1))
    editor.moveToTextEnd()
    editor.deleteToLineEnd(at: 0)
    #expect(editor.buffer.text == "一四")
  }

  @Test("moves by graphemes, and over line breaks")
  func horizontalMoves() {
    var editor = TextEditor("aか\u{3099}\nb")
    let places = (0..<5).map { _ in
      editor.moveRight()
      return editor.caret
    }
    #expect(places == [(0, 1), (0, 2), (1, 0), (1, 1), (1, 1)].map(Position.init))
    let back = (0..<5).map { _ in
      editor.moveLeft()
      return editor.caret
    }
    #expect(back == [(1, 0), (0, 2), (0, 1), (0, 0), (0, 0)].map(Position.init))
  }

  @Test("moves and deletes by phrases")
  func words() {
    var editor = TextEditor("今日は雨が降る。\nTo be")
    editor.moveWordRight()
    #expect(editor.caret == Position(line: 0, character: 3))
    editor.moveToTextEnd()
    editor.moveWordLeft()
    #expect(editor.caret == Position(line: 1, character: 3))
    editor.moveWordLeft()
    editor.moveWordLeft()
    #expect(editor.caret == Position(line: 0, character: 8))
    editor.moveWordRight()
    #expect(editor.caret == Position(line: 1, character: 0))
    editor.moveToTextEnd()
    editor.deleteWordBackward(at: 0)
    #expect(editor.buffer.line(1) == "To ")
  }

  @Test("moves by words in a very long line")
  func wordsOfALongLine() {
    let line = String(repeating: "word ", count: 5_000)
    var editor = TextEditor(line, caret: Position(line: 0, character: 20_002))
    editor.moveWordLeft()
    #expect(editor.caret.character == 20_000)
    editor.moveWordRight()
    #expect(editor.caret.character == 20_005)
    editor.move(to: Position(line: 0, character: 24_999))
    editor.moveWordRight()
    #expect(editor.caret.character == 25_000)
  }

  @Test("replaces text elsewhere, with the caret kept at its neighbours")
  func replacement() {
    var editor = TextEditor("彼のせいで\n遅れた", caret: Position(line: 1, character: 2))
    editor.replaceText(
      in: Position(line: 0, character: 0)..<Position(line: 0, character: 5), with: "私が\n見落として", at: 0)
    #expect(editor.buffer.text == "私が\n見落として\n遅れた")
    #expect(editor.caret == Position(line: 2, character: 2))
    editor.undo()
    #expect(editor.caret == Position(line: 1, character: 2))
  }
}

extension TextEditor {
  /// One of all the things that a writer can do, moves less often than changes.
  fileprivate mutating func doAnything(at time: Milliseconds, _ random: inout SplitMix64) {
    let layout = TextLayout(width: 4, widths: ColumnWidths())
    switch Int.random(in: 0..<20, using: &random) {
    case 0...5: insert(SplitMix64.pieces.randomElement(using: &random) ?? "", at: time)
    case 6: insert(random.text(upTo: 9), at: time, asOneStep: true)
    case 7: insertLineBreak(at: time)
    case 8, 9: deleteBackward(at: time)
    case 10: deleteForward(at: time)
    case 11: deleteToLineEnd(at: time)
    case 12: deleteWordBackward(at: time)
    case 13: replaceText(in: min(caret, buffer.end)..<buffer.end, with: random.text(upTo: 5), at: time)
    case 14: _ = undo()
    case 15: _ = redo()
    case 16: moveWordLeft()
    case 17: moveUp(in: layout)
    case 18: movePage(rows: 3, in: layout)
    default: moveLeft()
    }
  }
}
