import RandomNumbers
import Testing
import TextEditing

@Suite("An edit")
struct EditTests {
  @Test("changes what a plain text changes, and is taken back byte for byte", arguments: 0..<16)
  func againstPlainText(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    var plain = PlainText(random.text(upTo: 25))
    var buffer = TextBuffer(plain.text)
    for _ in 0..<200 {
      if plain.bytes.count > 300 { (plain, buffer) = (PlainText(""), TextBuffer("")) }
      let (earlierBuffer, earlierText) = (buffer, plain)
      let ends = [random.next(), random.next()].map {
        earlierText.places[Int($0 % UInt64(earlierText.places.count))]
      }
      let (start, end) = ends[0].byte <= ends[1].byte ? (ends[0], ends[1]) : (ends[1], ends[0])
      let inserted = random.text(upTo: 6)

      let edit = buffer.edit(replacing: start.position..<end.position, with: inserted)
      buffer.apply(edit)
      let caret = plain.replace(
        start.byte..<end.byte, with: inserted.withLineBreaks(earlierText.lineBreak(at: start.byte)))

      #expect(buffer.text.bytes == plain.bytes)
      #expect(buffer == TextBuffer(plain.text), "lines and endings as if the text had just been read")
      #expect(edit.map(end.position) == caret)
      #expect(buffer.clamped(edit.insertedEnd) == edit.insertedEnd)
      try expectPlacesToMap(by: edit, from: earlierText, to: plain)

      var undone = buffer
      undone.apply(edit.inverse)
      #expect(undone == earlierBuffer)
      undone.apply(edit)
      #expect(undone == buffer)
    }
  }

  /// Places outside the edit keep their distance to the text's start or end in bytes; all others lie within
  /// what was inserted; none changes its order.
  private func expectPlacesToMap(by edit: Edit, from old: PlainText, to new: PlainText) throws {
    let newBytes = Dictionary(uniqueKeysWithValues: new.places.map { ($0.position, $0.byte) })
    let start = try #require(newBytes[edit.start])
    var last = 0
    for place in old.places {
      let byte = try #require(newBytes[edit.map(place.position)], "a place that exists")
      if place.position < edit.start { #expect(byte == place.byte) }
      if place.position >= edit.removedEnd { #expect(new.bytes.count - byte == old.bytes.count - place.byte) }
      #expect(place.position < edit.start || byte >= start)
      #expect(byte >= last)
      last = byte
    }
  }

  @Test("takes in the graphemes that what is typed fuses with")
  func fusion() {
    let voiced = edit("か|き", "\u{3099}")
    #expect(voiced.start == Position(line: 0, character: 0))
    #expect(voiced.removed == "か")
    #expect(voiced.inserted.bytes == "か\u{3099}".bytes)

    let flags = edit("\u{1F1EF}\u{1F1F5}|\u{1F1EF}\u{1F1F5}a", "\u{1F1FA}")
    #expect(flags.start == Position(line: 0, character: 1))
    #expect(flags.removed == "\u{1F1EF}\u{1F1F5}")

    let carriageReturn = edit("a|\nb", "\r")
    #expect(carriageReturn.start == Position(line: 0, character: 1))
    #expect(carriageReturn.removed == "\n")
    #expect(carriageReturn.inserted.bytes == "\r\n".bytes)

    #expect(edit("か|き", "x") == Edit(start: Position(line: 0, character: 1), removed: "", inserted: "x"))
  }

  @Test("fuses what comes together when the text between is removed")
  func fusionByRemoval() {
    let buffer = TextBuffer("か\n\u{3099}")
    let edit = buffer.edit(
      replacing: Position(line: 0, character: 1)..<Position(line: 1, character: 0), with: "")
    #expect(edit.removed.bytes == "か\n\u{3099}".bytes)
    #expect(edit.inserted.bytes == "か\u{3099}".bytes)
    #expect(edit.map(Position(line: 1, character: 0)) == Position(line: 0, character: 1))
  }

  @Test("keeps places at their neighbours")
  func mapping() {
    let edit = Edit(start: Position(line: 0, character: 0), removed: "今日は雨。", inserted: "今日は大雨。")
    #expect([0, 2, 3, 4, 5].map { edit.map(Position(line: 0, character: $0)).character } == [0, 2, 4, 5, 6])
    #expect(edit.map(Position(line: 0, character: 8)).character == 9)
    #expect(edit.map(Position(line: 3, character: 1)) == Position(line: 3, character: 1))

    let joined = Edit(start: Position(line: 1, character: 2), removed: "\n", inserted: "")
    #expect(joined.map(Position(line: 2, character: 3)) == Position(line: 1, character: 5))
    #expect(joined.map(Position(line: 4, character: 3)) == Position(line: 3, character: 3))
  }

  /// The edit that inserts at the bar.
  private func edit(_ marked: String, _ inserted: String) -> Edit {
    let parts = marked.split(separator: "|").map(String.init)
    let place = Position(line: 0, character: parts[0].count)
    return TextBuffer(parts.joined()).edit(replacing: place..<place, with: inserted)
  }
}
