/// What asks a terminal to put a text on the clipboard (OSC 52). The text is in base64, so that nothing in it can act on
/// the terminal. Nothing comes back: whether the terminal does it, nobody can tell.
struct ClipboardSequence {
  let bytes: [UInt8]

  /// - Parameter isInTmux: tmux takes the sequence itself where `set-clipboard` is on, and hands on what is wrapped for it
  ///   where `allow-passthrough` is; both are sent, for neither does harm.
  init(_ text: String, isInTmux: Bool) {
    let plain = Self.start + Self.base64(text) + Self.end
    bytes = isInTmux ? plain + Self.tmuxStart + plain + Self.tmuxEnd : plain
  }

  private static let start = Array("\u{1B}]52;c;".utf8)
  private static let end: [UInt8] = [0x07]
  /// The sequence's own escape is doubled: it begins with one.
  private static let tmuxStart = Array("\u{1B}Ptmux;\u{1B}".utf8)
  private static let tmuxEnd = Array("\u{1B}\\".utf8)

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func base64(_ text: String) -> [UInt8] {
    let source = Array(text.utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((source.count + 2) / 3 * 4)
    for start in stride(from: 0, to: source.count, by: 3) {
      let group = source[start..<min(start + 3, source.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        encoded.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}
