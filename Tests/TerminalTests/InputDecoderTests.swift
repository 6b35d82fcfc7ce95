import Display
import Testing

@testable import Terminal

@Suite("Input that nobody typed")
struct UnaskedInputTests {
  @Test(
    "is passed over whole",
    arguments: [
      "\u{1B}[?64;1;2c", "\u{1B}[>41;367;0c", "\u{1B}[12;40R", "\u{1B}[1;3R", "\u{1B}[0n", "\u{1B}[?2026;2$y",
      "\u{1B}[4;2$y", "\u{1B}[I", "\u{1B}[O", "\u{1B}[8;24;80t", "\u{1B}[<0;12;5M", "\u{1B}[<0;12;5m",
      "\u{1B}[M !!", "\u{1B}[M\u{60}\u{7F}\u{7F}", "\u{1B}[?1u", "\u{1B}[99~", "\u{1B}[201~", "\u{1B}[E",
      "\u{1B}OE",
      "\u{1B}[1;5:3A", "\u{1B}[38;2;1;2;3 q", "\u{1B}[\(String(repeating: "1;", count: 60))z",
      "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]52;c;5pel5pys\u{7}", "\u{1B}]0;日本語\u{7}",
      "\u{1B}P>|XTerm(367)\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}_Gi=31;OK\u{1B}\\",
      "\u{1B}^x\u{1B}\\",
      "\u{1B}Xx\u{1B}\\", "\u{1B}]10;\u{18}", "\u{1B}[<0;1", "\u{1B}]2;never ended",
    ])
  func answers(bytes: String) {
    #expect(decoded(bytes) == "")
    #expect(decoded("a\(bytes)") == "'a'")
  }

  @Test("does not touch what comes after it")
  func afterwards() {
    #expect(decoded("\u{1B}[?64;1c\u{1B}]11;x\u{1B}\\\u{1B}[0nx\u{1B}[A") == "'x' <up>")
    #expect(decoded("\u{1B}]11;x\u{1B}[Ax") == "<up> 'x'")
    #expect(decoded("\u{1B}[1;\rx") == "<enter> 'x'")
    #expect(decoded("\u{1B}[1;日本") == "'日本'")
  }

  @Test("has an end, even if it never ends")
  func endless() {
    let sequence = decoded("\u{1B}[" + String(repeating: "1", count: 300))
    #expect(sequence == "'\(String(repeating: "1", count: 44))'")
    var decoder = InputDecoder()
    let string = decoder.events(of: "\u{1B}]" + String(repeating: "x", count: 100_000))
    #expect(string == [.text(String(repeating: "x", count: 100_000 - 65_536))])
  }
}

@Suite("Text")
struct TextDecodingTests {
  @Test("of a burst is one event")
  func burst() {
    #expect(decoded("日本語の文。か\u{3099}👨‍👩‍👧") == "'日本語の文。か\u{3099}👨‍👩‍👧'")
  }

  @Test(
    "that is not UTF-8 has U+FFFD for each broken part, and loses nothing beside it",
    arguments: [
      ([0xFF, 0x61], "'\u{FFFD}a'"), ([0xE6, 0x61], "'\u{FFFD}a'"), ([0xE6, 0x97, 0x61], "'\u{FFFD}a'"),
      ([0xE6, 0x97, 0x0D], "'\u{FFFD}' <enter>"), ([0xE0, 0x80, 0x61], "'\u{FFFD}\u{FFFD}a'"),
      ([0xED, 0xA0, 0x80, 0x61], "'\u{FFFD}\u{FFFD}\u{FFFD}a'"), ([0xF0, 0x9F, 0x98, 0x61], "'\u{FFFD}a'"),
      ([0xF5, 0x61], "'\u{FFFD}a'"), ([0x80, 0xBF, 0x61], "'\u{FFFD}\u{FFFD}a'"),
      ([0xE6, 0x97, 0x1B, 0x5B, 0x41], "'\u{FFFD}' <up>"), ([0xC0, 0x9B, 0x61], "'\u{FFFD}\u{FFFD}a'"),
    ] as [([UInt8], String)])
  func broken(bytes: [UInt8], events: String) {
    #expect(decoded(bytes) == events)
  }

  @Test("has no control characters of the second set")
  func controls() {
    #expect(decoded("a\u{80}\u{9B}31m\u{85}\u{9F}\u{A0}b") == "'a31m\u{A0}b'")
  }

  @Test("waits for a character's bytes as long as they take")
  func slow() {
    for character in ["é", "日", "👍"] {
      var decoder = InputDecoder()
      var events: [InputEvent] = []
      for (index, byte) in character.utf8.enumerated() {
        #expect(decoder.deadline == nil)
        events += decoder.decode([byte], at: .seconds(100 * index))
        events += decoder.decode([], at: .seconds(100 * index + 99))
      }
      #expect(events == [.text(character)])
    }
  }
}

@Suite("A paste")
struct PasteDecodingTests {
  private func pasted(_ text: String) -> String { decoded("\u{1B}[200~\(text)\u{1B}[201~") }

  @Test("is one event, with line feeds for all line breaks and nothing a terminal acts on")
  func content() {
    #expect(pasted("一\r\n二\r三\n\n四\tx") == "\"一\n二\n三\n\n四\tx\"")
    #expect(pasted("a\u{1B}[31mb\u{7}\0\u{7F}\u{9B}c\u{3}") == "\"a[31mbc\"")
    #expect(pasted("\u{1B}[200~x\u{1B}\u{1B}[20") == "\"[200~x[20\"")
    #expect(pasted("") == "")
    #expect(decoded("a\u{1B}[200~b\u{1B}[201~c\r") == "'a' \"b\" 'c' <enter>")
  }

  @Test("that never ends is handed over after a second of silence")
  func unended() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~日本".utf8), at: .zero) == [])
    #expect(decoder.decode([0xE8], at: .milliseconds(900)) == [])
    #expect(decoder.deadline == .milliseconds(1_900))
    #expect(decoder.decode([], at: .milliseconds(1_800)) == [])
    #expect(line(decoder.decode([], at: .milliseconds(1_900))) == "\"日本\"")
    #expect(decoder.deadline == nil)
    #expect(line(decoder.decode(Array("x\r".utf8), at: .seconds(2))) == "'x' <enter>")
  }

  @Test("that comes late, while the program is busy, is still one")
  func busy() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("\u{1B}[200~a".utf8), at: .zero) == [])
    #expect(line(decoder.decode(Array("b\u{1B}[201~".utf8), at: .seconds(5))) == "\"ab\"")
  }

  @Test("that is very large comes in parts, whole")
  func large() {
    let text = String(repeating: "日本語\n", count: 2_000)
    var decoder = InputDecoder(mostPastedBytes: 4_096)
    let events = decoder.events(of: "\u{1B}[200~\(text)\u{1B}[201~x")
    #expect(events.last == .text("x"))
    let parts = events.map { event in
      if case .paste(let text) = event { text } else { "" }
    }
    #expect(parts.count > 4 && parts.allSatisfy { $0.utf8.count <= 4_096 })
    #expect(parts.joined() == text)
  }
}

@Suite("Silence")
struct InputSilenceTests {
  private func events(_ steps: [(bytes: String, milliseconds: Int)]) -> String {
    var decoder = InputDecoder()
    return line(steps.flatMap { decoder.decode(Array($0.bytes.utf8), at: .milliseconds($0.milliseconds)) })
  }

  @Test("after ESC makes it the escape key")
  func escape() {
    var decoder = InputDecoder()
    #expect(decoder.decode([Byte.escape], at: .milliseconds(10)) == [])
    #expect(decoder.deadline == .milliseconds(35))
    #expect(decoder.decode([], at: .milliseconds(34)) == [])
    #expect(decoder.decode([], at: .milliseconds(35)) == [.key(Key(.escape))])
    #expect(decoder.deadline == nil)
  }

  @Test("counts between ESC and a letter, but not between ESC and what begins most sequences")
  func late() {
    #expect(events([("\u{1B}", 0), ("a", 24)]) == "<a-a>")
    #expect(events([("\u{1B}", 0), ("a", 25)]) == "<escape> 'a'")
    #expect(events([("\u{1B}", 0), ("\u{1B}", 300), ("", 400)]) == "<escape> <escape>")
    #expect(events([("\u{1B}", 0), ("[A", 300)]) == "<up>")
    #expect(events([("\u{1B}[", 0), ("1;3B", 5_000)]) == "<a-down>")
  }

  @Test("after ESC makes it the escape key, until the rest of another key shows that nobody pressed that")
  func rest() {
    #expect(events([("\u{1B}", 0), ("", 25), ("[1;3B", 60)]) == "<escape> late:<a-down>")
    #expect(events([("\u{1B}", 0), ("", 25), ("OAx", 900)]) == "<escape> late:<up> 'x'")
    #expect(
      events([("\u{1B}", 0), ("", 25), ("[", 60), ("1;", 90), ("3B", 120)]) == "<escape> late:<a-down>")
    #expect(events([("\u{1B}", 0), ("", 25), ("[200~日\u{1B}[201~", 60)]) == "<escape> \"日\"")
    #expect(events([("\u{1B}", 0), ("", 25), ("[?62;22cx", 60)]) == "<escape> 'x'")
  }

  @Test("after the escape key loses nothing that is typed then")
  func typedAfterEscape() {
    #expect(events([("\u{1B}", 0), ("", 25), ("[[記事]]", 60)]) == "<escape> '[[記事]]'")
    #expect(events([("\u{1B}", 0), ("", 25), ("Okay [x]", 60)]) == "<escape> 'Okay [x]'")
    #expect(events([("\u{1B}", 0), ("", 25), ("[", 60), ("", 160), ("A", 170)]) == "<escape> '[' 'A'")
    #expect(events([("\u{1B}", 0), ("", 25), ("O", 60), ("", 159), ("K", 159)]) == "<escape> 'OK'")
    #expect(events([("\u{1B}", 0), ("", 25), ("[1", 60), ("", 160)]) == "<escape> '[1'")
    #expect(events([("\u{1B}", 0), ("", 25), ("[A", 1_000)]) == "<escape> '[A'")
    #expect(events([("\u{1B}", 0), ("", 25), ("x", 60), ("[A", 70)]) == "<escape> 'x' '[A'")
    #expect(
      events([("\u{1B}", 0), ("", 25), ("[", 60), ("\u{1B}", 70), ("", 95)]) == "<escape> '[' <escape>")
  }

  @Test("is waited for longer where bytes come slowly")
  func slowConnection() {
    var decoder = InputDecoder(escapeWait: .milliseconds(100))
    #expect(decoder.decode([Byte.escape], at: .zero) == [])
    #expect(decoder.deadline == .milliseconds(100))
    #expect(line(decoder.decode(Array("b".utf8), at: .milliseconds(99))) == "<a-b>")
  }

  @Test(
    "that is for ever leaves nothing behind",
    arguments: [("\u{1B}[200~日", "\"日\""), ("\u{1B}", "<escape>"), ("", "")])
  func ending(bytes: String, events: String) {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array(bytes.utf8), at: .zero) == [])
    #expect(line(decoder.finish()) == events)
    #expect(decoder.deadline == nil && decoder.finish() == [])
  }

  @Test("ends what does not go on")
  func unfinished() {
    #expect(events([("\u{1B}[", 0), ("", 99), ("", 100), ("x", 101)]) == "<a-[> 'x'")
    #expect(events([("\u{1B}[1;", 0), ("", 999), ("5A", 1_000)]) == "<c-up>")
    #expect(events([("\u{1B}[1;", 0), ("", 1_000), ("x", 1_001)]) == "'x'")
    #expect(events([("\u{1B}]2;x", 0), ("", 1_000), ("y", 1_001)]) == "'y'")
    #expect(events([("\u{1B}]2;x\u{1B}", 0), ("", 1_000), ("y", 1_001)]) == "<escape> 'y'")
  }
}
