package import Display

/// Makes events of the bytes that a terminal sends.
///
/// It is a value that knows nothing of a terminal: bytes and the time at which they were read go in, events come out.
/// However the bytes are cut, the events are the same, but for how text is shared out among `.text` events; only the
/// silence after an unfinished sequence decides anything by time.
///
/// A terminal is not trusted: answers that come late, reports that nobody asked for and sequences that nobody knows
/// are passed over whole, broken UTF-8 becomes U+FFFD, and no text ever holds a control character.
package struct InputDecoder: Sendable {
  /// What the bytes belong to.
  private enum Mode {
    case keys
    /// A string for the program that asked for it (OSC, DCS): passed over, at most so many bytes more.
    case string(bytesLeft: Int)
    case paste(PastedText)
  }

  private let keys: KeySequences
  private let mostPastedBytes: Int
  private let escapeWait: Duration
  private var mode = Mode.keys
  /// What has come but may go on: part of a sequence or of a character.
  private var pending: [UInt8] = []
  private var lastArrival = Duration.zero
  /// When the ESC came that was told as the escape key last; nil if something has come since.
  private var escapeArrival: Duration?
  /// The ESC that `pending` begins with was told as the escape key already.
  private var isLate = false

  /// How long after an ESC that was told as the escape key the rest of a sequence is still known as that.
  private static let lateness = Duration.seconds(1)

  /// A decoder that knows the usual sequences, and `keys` before them. A paste of more than `mostPastedBytes` comes in
  /// parts. An ESC that nothing follows for `escapeWait` is the escape key.
  package init(
    keys: KeySequences = KeySequences([]), mostPastedBytes: Int = 16 << 20,
    escapeWait: Duration = usualEscapeWait
  ) {
    self.keys = keys
    self.mostPastedBytes = mostPastedBytes
    self.escapeWait = escapeWait
  }

  /// A key's bytes come together from a terminal on the same machine.
  package static let usualEscapeWait = Duration.milliseconds(25)

  /// The events in what has come. Without bytes, time passes: see `deadline`.
  package mutating func decode(_ bytes: some Collection<UInt8>, at now: Duration) -> [InputEvent] {
    var events = InputEvents()
    if let deadline, now >= deadline, !isContinued(by: bytes.first) {
      giveUpWaiting(into: &events)
    }
    guard let first = bytes.first else { return events.all }
    if let escapeArrival, now - escapeArrival < Self.lateness, Self.beginsSequence(first) {
      pending = [Byte.escape]
      isLate = true
    }
    escapeArrival = nil
    pending += bytes
    lastArrival = now
    read(into: &events, isAll: false)
    return events.all
  }

  /// The events in what is still pending, when nothing will come any more.
  package mutating func finish() -> [InputEvent] {
    var events = InputEvents()
    giveUpWaiting(into: &events)
    return events.all
  }

  /// When to call `decode` again even if nothing comes, on the clock of its `now`; nil if nothing waits for time.
  package var deadline: Duration? {
    patience.map { lastArrival + $0 }
  }

  /// How long to wait for the rest of what is pending. nil means until it comes: a character's bytes may come as slowly
  /// as they like.
  private var patience: Duration? {
    switch mode {
    case .string, .paste: .seconds(1)
    case .keys: EscapeSequence.patience(for: pending, escapeWait: escapeWait, isLate: isLate)
    }
  }

  /// Whether a byte is more of what is pending, although it comes late. The program may have been busy, so lateness
  /// alone proves nothing; but after ESC only the signs that begin most sequences are taken for one.
  private func isContinued(by byte: UInt8?) -> Bool {
    guard let byte else { return false }
    guard case .keys = mode, pending.allSatisfy({ $0 == Byte.escape }) else { return true }
    return Self.beginsSequence(byte)
  }

  /// Whether most keys go on with the byte after ESC.
  private static func beginsSequence(_ byte: UInt8) -> Bool {
    byte == Byte.leftBracket || byte == Byte.capitalO
  }

  private mutating func giveUpWaiting(into events: inout InputEvents) {
    if case .paste(var paste) = mode {
      events.append(paste: paste.take())
      pending = []
    }
    let isEscape = pending == [Byte.escape]
    mode = .keys
    read(into: &events, isAll: true)
    if isEscape { escapeArrival = lastArrival }
  }

  private mutating func read(into events: inout InputEvents, isAll: Bool) {
    var input = pending[...]
    while !input.isEmpty, readSome(of: &input, into: &events, isAll: isAll) {}
    pending = Array(input)
  }

  /// Reads on, and tells whether that led anywhere: the rest is read when more has come.
  private mutating func readSome(
    of input: inout ArraySlice<UInt8>, into events: inout InputEvents, isAll: Bool
  ) -> Bool {
    let count = input.count
    switch mode {
    case .keys:
      readKeys(of: &input, into: &events, isAll: isAll)
    case .string(let bytesLeft):
      let bytesLeft = EscapeSequence.skipString(&input, bytesLeft: bytesLeft)
      mode = bytesLeft.map(Mode.string) ?? .keys
      return bytesLeft == nil || input.count < count
    case .paste(var paste):
      // Lets go of the text, so that it is not copied for every piece.
      mode = .keys
      let isAtEnd = paste.read(&input)
      if isAtEnd || paste.isFull {
        events.append(paste: paste.take())
      }
      mode = isAtEnd ? .keys : .paste(paste)
    }
    return input.count < count
  }

  private mutating func readKeys(
    of input: inout ArraySlice<UInt8>, into events: inout InputEvents, isAll: Bool
  ) {
    guard let first = input.first else { return }
    if first == Byte.escape {
      guard let sequence = EscapeSequence.read(input, keys: keys, isAll: isAll) else { return }
      guard !isLate else { return takeLate(sequence, of: &input, into: &events) }
      input = input.dropFirst(sequence.length)
      take(sequence.meaning, into: &events)
    } else if let key = Key(control: first) {
      input = input.dropFirst()
      events.append(key)
    } else {
      events.append(text: UTF8Text.take(from: &input))
    }
  }

  /// Takes what follows an ESC that was told as the escape key: the rest of a key, of a paste's beginning or of a
  /// terminal's answer, or else what somebody has typed after the escape key.
  private mutating func takeLate(
    _ sequence: EscapeSequence, of input: inout ArraySlice<UInt8>, into events: inout InputEvents
  ) {
    isLate = false
    let isPrivate = input.dropFirst(2).first.map { 0x3C...0x3F ~= $0 } ?? false
    switch sequence.meaning {
    case .key(let key) where sequence.length > 2: events.append(.lateKey(key))
    case .pasteStart: take(sequence.meaning, into: &events)
    case .nothing where isPrivate: break
    default: return input = input.dropFirst()
    }
    input = input.dropFirst(sequence.length)
  }

  private mutating func take(_ meaning: EscapeSequence.Meaning, into events: inout InputEvents) {
    switch meaning {
    case .key(let key): events.append(key)
    case .text(let text): events.append(text: text)
    case .pasteStart: mode = .paste(PastedText(mostBytes: mostPastedBytes))
    case .stringStart: mode = .string(bytesLeft: EscapeSequence.longestString)
    case .nothing: break
    }
  }
}

/// Events as they are gathered: text that follows text is one event.
private struct InputEvents {
  private var events: [InputEvent] = []
  private var text = ""

  var all: [InputEvent] { text.isEmpty ? events : events + [.text(text)] }

  mutating func append(text: String) {
    self.text += text
  }

  mutating func append(_ key: Key) {
    append(.key(key))
  }

  mutating func append(paste: String) {
    guard !paste.isEmpty else { return }
    append(.paste(paste))
  }

  mutating func append(_ event: InputEvent) {
    if !text.isEmpty {
      events.append(.text(text))
      text = ""
    }
    events.append(event)
  }
}
