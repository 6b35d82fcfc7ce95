/// Reads text from bytes that may end, or be broken, anywhere.
enum UTF8Text {
  /// Takes the text at the beginning of bytes, up to the next control byte. A character whose last bytes may still come
  /// stays. Each part that cannot be UTF-8 becomes one U+FFFD; the control characters U+0080 to U+009F are left out.
  static func take(from input: inout ArraySlice<UInt8>) -> String {
    let run = input.prefix { !Byte.isControl($0) }
    let goesOn = run.endIndex == input.endIndex
    let whole = run.dropLast(goesOn ? unfinishedCount(of: run) : 0)
    input = input[whole.endIndex...]
    return decoded(whole)
  }

  /// Text of bytes that are all there.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    // U+0080 to U+009F, the only ones that may be left, begin with this byte.
    guard bytes.contains(0xC2) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x80...0x9F ~= $0.value) }))
  }

  /// How many bytes at the end begin a character that is not finished.
  static func unfinishedCount(of bytes: ArraySlice<UInt8>) -> Int {
    for count in 1...3 where count <= bytes.count {
      let tail = bytes.suffix(count)
      if let length = tail.first.flatMap(length(ofCharacterFrom:)) {
        return count < length && isBeginning(tail) ? count : 0
      }
    }
    return 0
  }

  /// The number of bytes of a character by its first one; nil for a byte that begins none of several bytes.
  static func length(ofCharacterFrom byte: UInt8) -> Int? {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  /// Whether the bytes after the first may follow it (Unicode, table 3-7).
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return true }
    let range: ClosedRange<UInt8> =
      switch first {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    return range ~= second && bytes.dropFirst(2).allSatisfy { 0x80...0xBF ~= $0 }
  }
}
