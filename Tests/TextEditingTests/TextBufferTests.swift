import RandomNumbers
import Testing
import TextEditing

@Suite("A text buffer")
struct TextBufferTests {
  @Test(
    "gives back exactly what went in",
    arguments: [
      "", "\n", "\r\n", "\r", "\r\r\n", "\n\r", "a", "a\n", "a\r\nb\nc\rd", "か\u{3099}", "が", "a\n\n",
      "\u{FEFF}a\r\n",
      "\u{0}\n\u{0}",
    ])
  func isExact(_ text: String) {
    #expect(TextBuffer(text).text.bytes == text.bytes)
  }

  @Test("gives back exactly what went in, whatever it is", arguments: 0..<8)
  func isExactForAnything(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let text = random.text(upTo: 60)
      #expect(TextBuffer(text).text.bytes == text.bytes)
    }
  }

  @Test("counts lines by line feeds: a last one has an empty line after it")
  func lines() {
    #expect(Array(TextBuffer("").lines) == [""])
    #expect(Array(TextBuffer("一\n二\r\n").lines) == ["一", "二", ""])
    #expect(Array(TextBuffer("a\rb\u{2028}c").lines) == ["a\rb\u{2028}c"])
    #expect(Array(TextBuffer("a\r\r\nb").lines) == ["a\r", "b"])
    #expect(TextBuffer("\n\n").lineCount == 3)
    #expect(TextBuffer("一\n二三").end == Position(line: 1, character: 2))
  }

  @Test("is equal to another by bytes, not by what they look like")
  func equality() {
    #expect(TextBuffer("が") != TextBuffer("か\u{3099}"))
    #expect(TextBuffer("a\n") != TextBuffer("a\r\n"))
    #expect(TextBuffer("a\nが") == TextBuffer("a\nが"))
  }

  @Test("takes places that do not exist as the nearest ones")
  func clamping() {
    let buffer = TextBuffer("かき\nく")
    #expect(buffer.clamped(Position(line: -1, character: 5)) == buffer.start)
    #expect(buffer.clamped(Position(line: 0, character: 9)) == Position(line: 0, character: 2))
    #expect(buffer.clamped(Position(line: 1, character: -3)) == Position(line: 1, character: 0))
    #expect(buffer.clamped(Position(line: 7, character: 0)) == buffer.end)
    #expect(buffer.clamped(Position(line: .max, character: .max)) == buffer.end)
    #expect(buffer.clamped(Position(line: .min, character: .min)) == buffer.start)
  }

  @Test("gives the text between any two places", arguments: 0..<8)
  func textInRange(seed: Int) {
    var random = SplitMix64(seed: seed)
    let plain = PlainText(random.text(upTo: 80))
    let buffer = TextBuffer(plain.text)
    for start in plain.places {
      for end in plain.places where end.byte >= start.byte {
        let text = buffer.text(in: start.position..<end.position)
        #expect(text.bytes == Array(plain.bytes[start.byte..<end.byte]))
      }
    }
  }

  @Test(
    "gives line breaks the ending of the line that they are put in",
    arguments: [
      ("a\r\nb", 0, "x\ny", "ax\r\ny\r\nb"), ("a\nb\r\n", 0, "\r\n", "a\n\nb\r\n"),
      ("a\r\nb", 1, "\n", "a\r\nb\r\n"),
      ("", 0, "a\r\nb", "a\nb"), ("a\nb\r\nc", 2, "\n", "a\nb\r\nc\r\n"),
    ])
  func lineBreaks(_ text: String, line: Int, inserted: String, expected: String) {
    var buffer = TextBuffer(text)
    let end = buffer.endOfLine(line)
    buffer.apply(buffer.edit(replacing: end..<end, with: inserted))
    #expect(buffer.text.bytes == expected.bytes)
  }

  @Test("survives an edit that was made for another text", arguments: 0..<8)
  func foreignEdit(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let edit = Edit(
        start: Position(
          line: .random(in: -1...5, using: &random), character: .random(in: -1...9, using: &random)),
        removed: random.text(upTo: 9), inserted: random.text(upTo: 9))
      var buffer = TextBuffer(random.text(upTo: 20))
      buffer.apply(edit)
      #expect(TextBuffer(buffer.text) == buffer)
    }
  }
}
