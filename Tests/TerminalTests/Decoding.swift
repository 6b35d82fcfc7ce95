import Display

@testable import Terminal

extension InputDecoder {
  /// The events of some bytes that come at once, followed by silence.
  mutating func events(of text: String) -> [InputEvent] { events(of: Array(text.utf8)) }

  mutating func events(of bytes: [UInt8]) -> [InputEvent] {
    decode(bytes, at: .zero) + decode([], at: .seconds(60))
  }
}

/// Events in one line: keys in their notation, text in single quotes, a paste in double quotes.
func line(_ events: [InputEvent]) -> String {
  events.map { event in
    switch event {
    case .key(let key): key.notation
    case .lateKey(let key): "late:\(key.notation)"
    case .text(let text): "'\(text)'"
    case .paste(let text): "\"\(text)\""
    case .resize(let size): "\(size.columns)x\(size.rows)"
    }
  }.joined(separator: " ")
}

/// What bytes decode to, in one line.
func decoded(_ text: String, keys: KeySequences = KeySequences([])) -> String {
  var decoder = InputDecoder(keys: keys)
  return line(decoder.events(of: text))
}

func decoded(_ bytes: [UInt8]) -> String {
  var decoder = InputDecoder()
  return line(decoder.events(of: bytes))
}
