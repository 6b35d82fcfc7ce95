/// Text between the marks of a bracketed paste, as it comes.
struct PastedText: Sendable {
  /// When it is handed over before its end, so that no paste grows without bound.
  let mostBytes: Int

  private static let end: [UInt8] = [Byte.escape] + Array("[201~".utf8)

  private var bytes: [UInt8] = []
  private var followsCarriageReturn = false

  init(mostBytes: Int) {
    self.mostBytes = mostBytes
  }

  var isFull: Bool { bytes.count >= mostBytes }

  /// Takes bytes up to the end mark, or until it is full, and tells whether the mark was there. What may be part of the
  /// mark stays in the input.
  mutating func read(_ input: inout ArraySlice<UInt8>) -> Bool {
    while let byte = input.first, !isFull {
      guard byte == Byte.escape else {
        takeText(from: &input)
        continue
      }
      if input.starts(with: PastedText.end) {
        input = input.dropFirst(PastedText.end.count)
        return true
      }
      if PastedText.end.starts(with: input) { return false }
      input.removeFirst()
    }
    return false
  }

  /// Takes a run of text, or one control byte that is not ESC.
  private mutating func takeText(from input: inout ArraySlice<UInt8>) {
    let run = input.prefix(mostBytes - bytes.count).prefix { !Byte.isControl($0) }
    if let byte = input.first, run.isEmpty {
      takeControl(byte)
      input.removeFirst()
    } else {
      bytes += run
      followsCarriageReturn = false
      input = input[run.endIndex...]
    }
  }

  private mutating func takeControl(_ byte: UInt8) {
    switch byte {
    case Byte.lineFeed where followsCarriageReturn: break
    case Byte.carriageReturn, Byte.lineFeed: bytes.append(Byte.lineFeed)
    case Byte.tab: bytes.append(Byte.tab)
    default: break
    }
    followsCarriageReturn = byte == Byte.carriageReturn
  }

  /// Takes out what has come, but for a character that is not finished.
  mutating func take() -> String {
    let unfinished = UTF8Text.unfinishedCount(of: bytes[...])
    defer { bytes = bytes.suffix(unfinished) }
    return UTF8Text.decoded(bytes.dropLast(unfinished))
  }
}
