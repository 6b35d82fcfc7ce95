/// A gram - a short run of letters or words of a sentence - as a key into a table of weights.
///
/// FNV-1a over the gram's scalars: 64 bits tell some ten thousand grams apart.
struct GramKey: Hashable, Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ start: some StringProtocol) {
    for scalar in start.unicodeScalars { add(scalar) }
  }

  /// What is known of a text or of a sentence without reading it, as "first" of its first sentence.
  static func fact(_ name: String) -> GramKey { GramKey("is|" + name) }

  mutating func add(_ scalar: Unicode.Scalar) {
    value = (value ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
  }
}
