import Display

/// What bytes that begin with ESC mean, by ECMA-48, xterm, rxvt, kitty and the Linux console, whose ways do not
/// contradict each other, and by the terminal's own description before them.
struct EscapeSequence: Equatable {
  enum Meaning: Equatable {
    case key(Key)
    /// A character that the terminal reports as a key with no more than Shift.
    case text(String)
    case pasteStart
    /// What follows, until it ends, is meant for whoever asked for it.
    case stringStart
    /// An answer, a report, or nothing that is known.
    case nothing
  }

  let meaning: Meaning
  /// In bytes, ESC included.
  let length: Int

  /// Reads the sequence at the beginning of bytes. nil if more may belong to it, unless these are all.
  static func read(_ bytes: ArraySlice<UInt8>, keys: KeySequences, isAll: Bool) -> EscapeSequence? {
    switch keys.match(bytes, isAll: isAll) {
    case .key(let key, let length): return EscapeSequence(meaning: .key(key), length: length)
    case .beginning: return nil
    case .none: break
    }
    guard let second = bytes.dropFirst().first else { return isAll ? .escapeKey : nil }
    switch (second, bytes.dropFirst(2).first) {
    case (Byte.escape, let third): return readDoubled(bytes, third: third, keys: keys, isAll: isAll)
    case (Byte.leftBracket, Byte.leftBracket): return readConsoleKey(bytes, isAll: isAll)
    case (Byte.leftBracket, UInt8(ascii: "M")): return readMouseReport(bytes, isAll: isAll)
    case (Byte.leftBracket, _), (Byte.capitalO, _): return ControlSequence.read(bytes, isAll: isAll)
    case (_, let third) where beginsString(second):
      return readStringStart(introducer: second, third: third, isAll: isAll)
    default: return readAlt(bytes, isAll: isAll)
    }
  }

  /// The escape key itself.
  static let escapeKey = EscapeSequence(meaning: .key(Key(.escape)), length: 1)

  /// Alt with the sign that would begin a sequence, where none follows.
  static func altKey(introducer: UInt8) -> EscapeSequence {
    EscapeSequence(meaning: Key(Unicode.Scalar(introducer), .alt).map { .key($0) } ?? .nothing, length: 2)
  }

  /// ESC ESC begins Alt with an arrow or function key in rxvt and PuTTY. Anything else is the escape key, and more.
  private static func readDoubled(
    _ bytes: ArraySlice<UInt8>, third: UInt8?, keys: KeySequences, isAll: Bool
  ) -> EscapeSequence? {
    guard let third else { return isAll ? escapeKey : nil }
    guard third == Byte.leftBracket || third == Byte.capitalO else { return escapeKey }
    guard let inner = read(bytes.dropFirst(), keys: keys, isAll: isAll) else { return nil }
    guard case .key(let key) = inner.meaning, inner.length > 2 else { return escapeKey }
    return EscapeSequence(meaning: .key(key.with(.alt)), length: inner.length + 1)
  }

  /// ESC before a character or control byte is Alt with that key.
  private static func readAlt(_ bytes: ArraySlice<UInt8>, isAll: Bool) -> EscapeSequence? {
    var rest = bytes.dropFirst()
    if let key = rest.first.flatMap(Key.init(control:)) {
      return EscapeSequence(meaning: .key(key.with(.alt)), length: 2)
    }
    rest = rest.prefix(rest.first.flatMap(UTF8Text.length(ofCharacterFrom:)) ?? 1)
    if UTF8Text.unfinishedCount(of: rest) == rest.count { return isAll ? escapeKey : nil }
    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first,
      scalar.value < firstOfInputMethods,
      let key = Key(scalar, .alt)
    else { return escapeKey }
    return EscapeSequence(meaning: .key(key), length: 1 + UTF8.width(scalar))
  }

  /// From here on are the characters that only input methods write: such a one follows an escape key.
  private static let firstOfInputMethods = 0x2E80

  /// The Linux console's first five function keys: `ESC [ [ A`.
  private static func readConsoleKey(_ bytes: ArraySlice<UInt8>, isAll: Bool) -> EscapeSequence? {
    guard let letter = bytes.dropFirst(3).first else {
      return isAll ? EscapeSequence(meaning: .nothing, length: 3) : nil
    }
    let isKey = UInt8(ascii: "A")...UInt8(ascii: "E") ~= letter
    return isKey
      ? EscapeSequence(meaning: .key(Key(.function(Int(letter) - 0x40))), length: 4)
      : EscapeSequence(meaning: .nothing, length: 3)
  }

  /// What the mouse does, in the old form: three bytes of any value after `ESC [ M`.
  private static func readMouseReport(_ bytes: ArraySlice<UInt8>, isAll: Bool) -> EscapeSequence? {
    bytes.count >= 6 || isAll ? EscapeSequence(meaning: .nothing, length: min(6, bytes.count)) : nil
  }
}

extension EscapeSequence {
  /// More bytes than any string has that a terminal answers with unasked.
  static let longestString = 1 << 16

  /// OSC, DCS, SOS, PM and APC.
  private static func beginsString(_ byte: UInt8) -> Bool { "]PX^_".utf8.contains(byte) }

  private static func readStringStart(introducer: UInt8, third: UInt8?, isAll: Bool) -> EscapeSequence? {
    guard let third else { return isAll ? altKey(introducer: introducer) : nil }
    return Byte.isControl(third)
      ? altKey(introducer: introducer) : EscapeSequence(meaning: .stringStart, length: 2)
  }

  /// Passes over a string's bytes. Returns how many may follow, or nil if the string has ended.
  static func skipString(_ input: inout ArraySlice<UInt8>, bytesLeft: Int) -> Int? {
    var bytesLeft = bytesLeft
    while let byte = input.first, bytesLeft > 0 {
      if byte == Byte.escape {
        guard let next = input.dropFirst().first else { return bytesLeft }
        // Any other sequence breaks the string off.
        input = input.dropFirst(next == UInt8(ascii: "\\") ? 2 : 0)
        return nil
      }
      input.removeFirst()
      bytesLeft -= 1
      if byte == Byte.bell || byte == Byte.cancel || byte == Byte.substitute { return nil }
    }
    return bytesLeft > 0 ? bytesLeft : nil
  }
}

extension EscapeSequence {
  /// How long to wait for more, once nothing comes. A key's bytes come together; a person who presses the escape key
  /// does not want to wait, and one who presses Alt-[ hardly. Where the ESC was told already, what follows may be text.
  static func patience(for pending: [UInt8], escapeWait: Duration, isLate: Bool) -> Duration? {
    guard pending.first == Byte.escape else { return nil }
    switch pending.drop(while: { $0 == Byte.escape }).count {
    case 0: return escapeWait
    case 1: return max(escapeWait, .milliseconds(100))
    default: return isLate ? max(escapeWait, .milliseconds(100)) : .seconds(1)
    }
  }
}
