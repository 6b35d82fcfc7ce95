import Testing
import TextEditing

@Suite("What is taken back at once")
struct HistoryTests {
  /// The texts that undoing everything leads through, the last state first.
  private func states(of editor: TextEditor) -> [String] {
    var editor = editor
    var states: [String] = []
    while editor.undo() { states.append(editor.buffer.text) }
    return states
  }

  private func typed(_ text: String, pause: Milliseconds = 100, into editor: TextEditor = TextEditor(""))
    -> TextEditor
  {
    var editor = editor
    for (index, character) in text.enumerated() {
      editor.insert(String(character), at: 10_000 + Milliseconds(index) * pause)
    }
    return editor
  }

  @Test("is a run of typing")
  func typing() {
    #expect(states(of: typed("かきく")) == [""])
    #expect(states(of: typed("かきく", pause: 1_000)) == [""])
    #expect(states(of: typed("かきく", pause: 1_001)) == ["かき", "か", ""])
  }

  @Test("ends where the caret was moved")
  func moves() {
    var editor = typed("ab")
    editor.moveLeft()
    editor.moveRight()
    editor.insert("c", at: 10_200)
    #expect(states(of: editor) == ["ab", ""])
  }

  @Test("ends at a line break, and begins anew behind it")
  func lineBreaks() {
    var editor = typed("a")
    editor.insertLineBreak(at: 10_000)
    editor.insert("b", at: 10_000)
    #expect(states(of: editor) == ["a\n", "a", ""])
    editor = typed("a")
    editor.insert("\n", at: 10_000)
    editor.insert("b", at: 10_000)
    #expect(states(of: editor) == ["a\n", "a", ""])
  }

  @Test("is one paste, or what an input method commits")
  func bursts() {
    var editor = typed("a")
    editor.insert("日本語", at: 10_000)
    editor.insert("b", at: 10_000, asOneStep: true)
    editor.insert("c", at: 10_000)
    #expect(states(of: editor) == ["a日本語b", "a日本語", "a", ""])
  }

  @Test("is deleting in one direction")
  func deleting() {
    var editor = typed("abcd\u{3042}")
    for _ in 0..<2 { editor.deleteBackward(at: 11_000) }
    editor.move(to: Position(line: 0, character: 0))
    for _ in 0..<2 { editor.deleteForward(at: 11_000) }
    editor.insert("x", at: 11_000)
    #expect(states(of: editor) == ["c", "abc", "abcdあ", ""])

    editor = TextEditor("abc", caret: Position(line: 0, character: 2))
    editor.deleteBackward(at: 0)
    editor.deleteForward(at: 0)
    #expect(states(of: editor) == ["ab".dropLast() + "c", "abc"])
  }

  @Test("is a run where graphemes fused, too")
  func fusing() {
    let editor = typed("か", into: TextEditor("き"))
    var marked = editor
    marked.insert("\u{3099}", at: 10_100)
    marked.insert("x", at: 10_200)
    marked.insert("y", at: 10_300)
    #expect(marked.buffer.text.bytes == "か\u{3099}xyき".bytes)
    #expect(states(of: marked).map(\.bytes) == ["き".bytes])
  }

  @Test("never ends up in a run because the clock was set back")
  func clockSetBack() {
    var editor = typed("a")
    editor.insert("b", at: 9_999)
    editor.insert("c", at: .max)
    editor.insert("d", at: .min)
    #expect(states(of: editor) == ["abc", "ab", "a", ""])
  }

  @Test("takes the caret along, there and back")
  func carets() {
    var editor = TextEditor("かき", caret: Position(line: 0, character: 2))
    editor.deleteBackward(at: 0)
    editor.moveToTextStart()
    editor.undo()
    #expect(editor.caret == Position(line: 0, character: 2))
    editor.redo()
    #expect(editor.caret == Position(line: 0, character: 1))
  }

  @Test("is gone for redo after a new change, but not after one that changed nothing")
  func redoIsForgotten() {
    var editor = typed("a")
    #expect(editor.canUndo && !editor.canRedo)
    editor.undo()
    #expect(!editor.canUndo && editor.canRedo)
    editor.deleteBackward(at: 0)
    editor.insert("", at: 0)
    #expect(editor.canRedo)
    editor.insert("b", at: 0)
    #expect(!editor.canRedo)
    editor.redo()
    #expect(editor.buffer.text == "b")
  }

  @Test("ends after some thousand bytes, so that a key held down is not one step")
  func longRun() {
    var editor = TextEditor("")
    for _ in 0..<3_000 { editor.insert("あ", at: 0) }
    #expect(states(of: editor).count == 3)
  }

  @Test("is kept for so many steps")
  func steps() {
    var editor = TextEditor("", limits: UndoLimits(steps: 3, bytes: 1_000))
    for _ in 0..<5 { editor.insertLineBreak(at: 0) }
    #expect(states(of: editor) == ["\n\n\n\n", "\n\n\n", "\n\n"])
  }

  @Test("is kept for so much text, and the newest in any case")
  func bytes() {
    var editor = TextEditor("", limits: UndoLimits(steps: 100, bytes: 20))
    for _ in 0..<3 { editor.insert("abcdefgh", at: 0) }
    #expect(states(of: editor).map(\.count) == [16, 8])
    editor.undo()
    editor.insert(String(repeating: "い", count: 90), at: 0)
    #expect(states(of: editor).map(\.count) == [16])
  }

  @Test("is by default 10,000 steps and 64 MB")
  func standardLimits() {
    #expect(UndoLimits.standard == UndoLimits(steps: 10_000, bytes: 67_108_864))
  }
}
