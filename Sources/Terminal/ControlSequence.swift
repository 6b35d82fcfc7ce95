import Display

/// A sequence that begins with CSI (`ESC [`) or SS3 (`ESC O`), by ECMA-48: parameters, then a final byte.
struct ControlSequence {
  /// What stands between two semicolons: a number, and perhaps another after a colon.
  struct Parameter {
    let number: Int?
    let second: Int?
  }

  let introducer: UInt8
  let parameters: [Parameter]
  let final: UInt8

  /// The longest that is waited for, in bytes after the introducer.
  private static let longest = 256
  /// rxvt ends its keys with Shift in this, which may not end a sequence elsewhere.
  private static let rxvtShift = UInt8(ascii: "$")

  /// Reads the sequence at the beginning of bytes that begin with CSI or SS3. nil if more may belong to it, unless
  /// these are all. A byte that cannot stand in it breaks it off, and is not part of it.
  static func read(_ bytes: ArraySlice<UInt8>, isAll: Bool) -> EscapeSequence? {
    let introducer = bytes[bytes.startIndex + 1]
    let body = bytes.dropFirst(2).prefix(longest)
    let end = end(of: body)
    guard end < body.endIndex || body.count == longest || isAll else { return nil }
    let before = body[..<end]
    if end < body.endIndex, 0x40...0x7E ~= body[end] || body[end] == rxvtShift {
      let meaning = ControlSequence(introducer, body: before, final: body[end])?.meaning
      return EscapeSequence(meaning: meaning ?? .nothing, length: before.count + 3)
    }
    return before.isEmpty
      ? .altKey(introducer: introducer) : EscapeSequence(meaning: .nothing, length: before.count + 2)
  }

  /// The place of the first byte that is neither parameter nor intermediate.
  private static func end(of body: ArraySlice<UInt8>) -> Int {
    let digits = body.prefix { 0x30...0x39 ~= $0 }
    if 1...2 ~= digits.count, digits.endIndex < body.endIndex, body[digits.endIndex] == rxvtShift {
      return digits.endIndex
    }
    return body.firstIndex { !(0x20...0x3F ~= $0) } ?? body.endIndex
  }

  /// nil for private sequences and those with intermediate bytes: none of them is a key.
  private init?(_ introducer: UInt8, body: ArraySlice<UInt8>, final: UInt8) {
    guard body.allSatisfy({ 0x30...0x3B ~= $0 }) else { return nil }
    self.introducer = introducer
    self.final = final
    parameters = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map(
      Parameter.init)
  }
}

extension ControlSequence.Parameter {
  fileprivate init(_ text: ArraySlice<UInt8>) {
    let numbers = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    number = numbers.first ?? nil
    second = numbers.dropFirst().first ?? nil
  }
}
