import Display
import Testing

@Suite("A key")
struct KeyTests {
  private static let named: [Key.Code] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .tab, .enter,
    .escape,
  ]
  private static let ascii: [Character] = (UInt8(0x20)...0x7E).map { Character(Unicode.Scalar($0)) }
  private static let codes: [Key.Code] =
    named + (1...63).map { .function($0) }
    + (ascii.filter { !$0.isUppercase } + ["あ", "é"]).map { .character($0) }

  @Test("is written in a notation that gives it back")
  func roundTrip() {
    var notations: Set<String> = []
    for code in Self.codes {
      for modifiers: UInt8 in 0..<8 {
        let key = Key(code, Key.Modifiers(rawValue: modifiers))
        #expect(Key(notation: key.notation) == key)
        notations.insert(key.notation)
      }
    }
    #expect(notations.count == Self.codes.count * 8)
  }

  @Test(
    "is written in one way",
    arguments: [
      (Key(.character("s"), .control), "<c-s>", "Ctrl-S"), (Key(.down, .alt), "<a-down>", "Alt-Down"),
      (Key(.enter), "<enter>", "Enter"), (Key(.escape), "<escape>", "Esc"), (Key(.function(1)), "<f1>", "F1"),
      (Key(.tab, .shift), "<s-tab>", "Shift-Tab"),
      (Key(.character("x"), [.control, .alt]), "<c-a-x>", "Ctrl-Alt-X"),
      (Key(.character(" "), .control), "<c-space>", "Ctrl-Space"), (Key(.pageDown), "<pagedown>", "PageDown"),
      (Key(.character("-"), .control), "<c-minus>", "Ctrl-Minus"),
      (Key(.character("/"), .control), "<c-/>", "Ctrl-/"),
      (Key(.character("<"), .alt), "<a-lt>", "Alt-<"), (Key(.backspace), "<backspace>", "Backspace"),
    ])
  func writing(key: Key, notation: String, label: String) {
    #expect(key.notation == notation)
    #expect(key.label == label)
  }

  @Test(
    "has other names that are understood",
    arguments: [
      ("<C-S>", "<c-s>"), ("<a-c-x>", "<c-a-x>"), ("<esc>", "<escape>"), ("<cr>", "<enter>"),
      ("<ret>", "<enter>"),
      ("<return>", "<enter>"), ("<del>", "<delete>"), ("<bs>", "<backspace>"), ("<PageUp>", "<pageup>"),
      ("<pgdn>", "<pagedown>"), ("<F12>", "<f12>"), ("<c-->", "<c-minus>"), ("<->", "<minus>"),
      ("<a->>", "<a-gt>"),
      ("<ins>", "<insert>"), ("<<>", "<lt>"), ("<c>", "<c>"), ("<f>", "<f>"),
    ])
  func reading(notation: String, canonical: String) {
    #expect(Key(notation: notation)?.notation == canonical)
  }

  @Test(
    "is nothing else",
    arguments: [
      "", "<", ">", "<>", "c-s", "s", "<c-s", "c-s>", "<c->", "<c-c-x>", "<x-s>", "<c-s>x", " <c-s>", "< >",
      "<c- >", "<enterr>", "<f0>", "<f64>", "<f01>", "<f-1>", "<f+1>", "<f１>", "<f>1>", "<c-\u{7}>", "＜c-s＞",
      "<c-あい>", "<c-\u{200D}>", "<c-s><c-s>",
    ])
  func nonsense(_ notation: String) {
    #expect(Key(notation: notation) == nil)
  }
}
