/// What tells one text from another in a few characters: FNV-1a with 64 bits, as 16 hexadecimal digits. It finds texts
/// that are the same; it is no protection against somebody who wants two to look so.
package struct TextFingerprint: Equatable, Sendable {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  /// Takes in a text, byte for byte, and its end: "a", "b" is not "ab".
  package mutating func add(_ text: some StringProtocol) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  package var text: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
