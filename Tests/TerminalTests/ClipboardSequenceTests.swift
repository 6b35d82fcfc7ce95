import Testing

@testable import Terminal

/// What a terminal is sent so that it copies.
struct ClipboardSequenceTests {
  private func sent(_ text: String, isInTmux: Bool = false) -> String {
    String(decoding: ClipboardSequence(text, isInTmux: isInTmux).bytes, as: UTF8.self)
  }

  /// RFC 4648, section 10, and Japanese.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("朝市", "5pyd5biC"),
  ])
  func `A text goes in base64`(text: String, encoded: String) {
    #expect(sent(text) == "\u{1B}]52;c;\(encoded)\u{7}")
  }

  @Test func `Nothing in a text acts on the terminal`() {
    let bytes = ClipboardSequence("\u{1B}]2;stolen\u{7}\u{9C}\n\u{1B}\\", isInTmux: false).bytes
    #expect(bytes.dropFirst(7).dropLast().allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test func `Within tmux it is sent again, wrapped, for the terminal around`() {
    #expect(
      sent("a", isInTmux: true) == "\u{1B}]52;c;YQ==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;YQ==\u{7}\u{1B}\\")
  }
}
