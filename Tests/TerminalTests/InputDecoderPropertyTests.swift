import Display
import RandomNumbers
import Testing

@testable import Terminal

@Suite("However input comes")
struct InputDecoderPropertyTests {
  private static let keys = KeySequences([
    (Array("\u{1B}A".utf8), Key(.up)), (Array("\u{1B}[A".utf8), Key(.up)),
    (Array("\u{1B}[Mx".utf8), Key(.down)),
  ])

  private static let pieces: [[UInt8]] =
    [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}\\", "\u{7}", "[", "A", "M", "1;3B", "5~",
      "$", "u", "97;5u",
      "\u{1B}[200~", "\u{1B}[201~", "\r", "\n", "\t", "\0", "a", "日本", "👍", "\u{9B}", ";", ":", "?", " ", "~",
      "\u{18}",
      "\u{1B}[M", "\u{1B}[[", "\u{1B}[27;2;", "é",
    ].map { Array($0.utf8) } + [[0xE6], [0x97, 0xA5], [0xFF], [0xF0, 0x9F], [0x80], [0xC2], [0xC2, 0x85]]

  private func input(_ random: inout SplitMix64, pieces count: Int) -> [UInt8] {
    (0..<count).flatMap { _ -> [UInt8] in
      Int.random(in: 0..<6, using: &random) == 0
        ? [UInt8.random(in: 0...255, using: &random)] : Self.pieces.randomElement(using: &random) ?? []
    }
  }

  /// Text that follows text is the same as all of it in one event.
  private func joined(_ events: [InputEvent]) -> [InputEvent] {
    events.reduce(into: []) { joined, event in
      if case .text(let next) = event, case .text(let last)? = joined.last {
        joined[joined.count - 1] = .text(last + next)
      } else {
        joined.append(event)
      }
    }
  }

  @Test("cut anywhere, the events are the same", arguments: 0..<40)
  func cuts(seed: Int) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let bytes = input(&random, pieces: Int.random(in: 1...12, using: &random))
      var whole = InputDecoder(keys: Self.keys)
      var cut = InputDecoder(keys: Self.keys)
      var events: [InputEvent] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...min(4, rest.count), using: &random)
        events += cut.decode(rest.prefix(count), at: .zero)
        rest = rest.dropFirst(count)
      }
      events += cut.decode([], at: .seconds(60))
      #expect(joined(events) == joined(whole.events(of: bytes)), "\(bytes)")
      #expect(cut.deadline == nil, "\(bytes)")
    }
  }

  @Test("no text holds a control character, and no event is empty", arguments: 0..<40)
  func harmless(seed: Int) {
    var random = SplitMix64(seed: seed)
    var decoder = InputDecoder(keys: Self.keys)
    var now = Duration.zero
    for _ in 0..<1_000 {
      now += .milliseconds(Int.random(in: 0...60, using: &random) * (Bool.random(using: &random) ? 1 : 30))
      let bytes = input(&random, pieces: Int.random(in: 0...4, using: &random))
      for event in decoder.decode(bytes, at: now) {
        #expect(isHarmless(event), "\(event)")
      }
      #expect(decoder.deadline.map { $0 > now } ?? true)
    }
  }

  private func isHarmless(_ event: InputEvent) -> Bool {
    switch event {
    case .text(let text): !text.isEmpty && !text.unicodeScalars.contains(where: isControl)
    case .paste(let text):
      !text.isEmpty && !text.unicodeScalars.contains { isControl($0) && $0 != "\n" && $0 != "\t" }
    case .key(let key), .lateKey(let key): Key(notation: key.notation) == key
    case .resize: false
    }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control
  }
}
