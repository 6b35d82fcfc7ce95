import RandomNumbers
import Testing
import TextEditing
import Typography

/// A line of many kilobytes is looked at only near a change: what is found is the same as for all of it.
@Suite("A long line")
struct LongLineTests {
  private static let sentences = [
    "朝の会議で、資料の数字がひとつ古いままだと気づきました。", "「声に出す前に」、二度ほど飲みこみました（ほんとうに）。",
    "It rained all afternoon, and nobody minded.", " 小さな約束を守れた日は、ーっと少し遠くまで歩けます！？",
    "https://example.com/a/b?c=d&e=f#g ", "         ", "1,234,567.89円（＋12%）", "🇯🇵🇫🇷👩🏽‍🚀👨‍👩‍👧 e\u{301}が",
  ]

  private func text(_ random: inout SplitMix64, bytes: Int) -> String {
    var text = ""
    while text.utf8.count < bytes {
      text +=
        Int.random(in: 0..<6, using: &random) == 0
        ? random.text(upTo: 12).filter { !$0.isNewline } : Self.sentences.randomElement(using: &random) ?? ""
    }
    return text
  }

  private func piece(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: "\n"
    case 1: text(&random, bytes: 3_000)
    case 2, 3: random.text(upTo: 4)
    default: Self.sentences.randomElement(using: &random) ?? ""
    }
  }

  /// The bytes of a text with other ones in a range, found by going through all of it.
  private func replacing(_ range: Range<Position>, in buffer: TextBuffer, with text: String) -> [UInt8] {
    var plain = PlainText(buffer.text)
    let places = plain.places
    func byte(_ position: Position) -> Int {
      places.first { $0.position >= position }?.byte ?? plain.bytes.count
    }
    let start = byte(range.lowerBound)
    plain.bytes.replaceSubrange(
      start..<byte(range.upperBound), with: text.withLineBreaks(plain.lineBreak(at: start)).utf8)
    return plain.bytes
  }

  @Test("is edited and laid out as if it were looked at as a whole", arguments: 0..<12)
  func edits(seed: Int) {
    var random = SplitMix64(seed: seed)
    var buffer = TextBuffer("# 見出し\n" + text(&random, bytes: 20_000) + "\n終わり")
    let fresh = TextLayout(width: [5, 40, 88][seed % 3], widths: ColumnWidths())
    var layout = fresh
    for _ in 0..<30 {
      layout.keepRows(from: RowPosition(line: 0, row: 0), count: 100_000, in: buffer)
      let line = Int.random(in: 0..<buffer.lineCount, using: &random)
      let count = buffer.line(line).count
      #expect(buffer.characterCount(ofLine: line) == count)
      let start = Position(line: line, character: .random(in: 0...count, using: &random))
      let length = Int.random(in: 0...9, using: &random) == 0 ? 2_000 : Int.random(in: 0...3, using: &random)
      let end = max(start, buffer.clamped(Position(line: line, character: start.character + length)))
      let inserted = piece(&random)
      let expected = replacing(start..<end, in: buffer, with: inserted)
      buffer.apply(buffer.edit(replacing: start..<end, with: inserted))
      #expect(buffer.text.bytes == expected)
      for line in 0..<buffer.lineCount {
        let text = buffer.line(line)
        #expect(buffer.characterCount(ofLine: line) == text.count)
        let place = Int.random(in: 0...text.count, using: &random)
        let after = buffer.text(ofLine: line, characters: place..<(place + 3))
        #expect(String(after).bytes == String(text.dropFirst(place).prefix(3)).bytes)
        #expect(layout.layout(ofLine: line, in: buffer) == fresh.layout(ofLine: line, in: buffer))
      }
    }
  }

  @Test("is edited and taken back without a trace")
  func undo() {
    var random = SplitMix64(seed: 1)
    let text = text(&random, bytes: 30_000)
    var editor = TextEditor(text)
    for index in 0..<20 {
      editor.move(to: Position(line: 0, character: index * 700))
      editor.insert(piece(&random), at: 0, asOneStep: true)
      editor.deleteBackward(at: 0)
    }
    while editor.undo() {}
    #expect(editor.buffer.text.bytes == text.bytes)
  }
}
