import Display
import Testing

@testable import Terminal

@Suite("Keys")
struct KeyDecodingTests {
  @Test(
    "of a single byte",
    arguments: [
      ("\r", "<enter>"), ("\n", "<enter>"), ("\t", "<tab>"), ("\u{7F}", "<backspace>"),
      ("\u{8}", "<backspace>"),
      ("\0", "<c-space>"), ("\u{1}", "<c-a>"), ("\u{3}", "<c-c>"), ("\u{11}", "<c-q>"), ("\u{13}", "<c-s>"),
      ("\u{1A}", "<c-z>"), ("\u{1C}", "<c-\\>"), ("\u{1D}", "<c-]>"), ("\u{1F}", "<c-_>"),
      ("\u{1B}", "<escape>"),
    ])
  func single(bytes: String, keys: String) {
    #expect(decoded(bytes) == keys)
  }

  @Test(
    "as xterm and its kin send them",
    arguments: [
      ("\u{1B}[A", "<up>"), ("\u{1B}OB", "<down>"), ("\u{1B}[C", "<right>"), ("\u{1B}OD", "<left>"),
      ("\u{1B}[H", "<home>"), ("\u{1B}OF", "<end>"), ("\u{1B}[2~", "<insert>"), ("\u{1B}[3~", "<delete>"),
      ("\u{1B}[5~", "<pageup>"), ("\u{1B}[6~", "<pagedown>"), ("\u{1B}[1~", "<home>"), ("\u{1B}[8~", "<end>"),
      ("\u{1B}OP", "<f1>"), ("\u{1B}OR", "<f3>"), ("\u{1B}[15~", "<f5>"), ("\u{1B}[17~", "<f6>"),
      ("\u{1B}[21~", "<f10>"), ("\u{1B}[24~", "<f12>"), ("\u{1B}[34~", "<f20>"), ("\u{1B}[[C", "<f3>"),
      ("\u{1B}[Z", "<s-tab>"), ("\u{1B}OM", "<enter>"), ("\u{1B}Ok", "'+'"), ("\u{1B}Op\u{1B}Oy", "'09'"),
    ])
  func plain(bytes: String, keys: String) {
    #expect(decoded(bytes) == keys)
  }

  @Test(
    "with modifiers",
    arguments: [
      ("\u{1B}[1;2A", "<s-up>"), ("\u{1B}[1;3B", "<a-down>"), ("\u{1B}[1;4C", "<a-s-right>"),
      ("\u{1B}[1;5D", "<c-left>"), ("\u{1B}[1;6H", "<c-s-home>"), ("\u{1B}[1;7F", "<c-a-end>"),
      ("\u{1B}[1;8A", "<c-a-s-up>"), ("\u{1B}[5A", "<c-up>"), ("\u{1B}O5B", "<c-down>"),
      ("\u{1B}O1;5P", "<c-f1>"),
      ("\u{1B}[3;5~", "<c-delete>"), ("\u{1B}[5;3~", "<a-pageup>"), ("\u{1B}[6;2~", "<s-pagedown>"),
      ("\u{1B}[15;2~", "<s-f5>"), ("\u{1B}[1;5P", "<c-f1>"), ("\u{1B}[1;69A", "<c-up>"),
      ("\u{1B}[1;3:1B", "<a-down>"), ("\u{1B}[1;3:3B", ""),
      // rxvt
      ("\u{1B}[a", "<s-up>"), ("\u{1B}Od", "<c-left>"), ("\u{1B}[5^", "<c-pageup>"),
      ("\u{1B}[3$", "<s-delete>"),
      ("\u{1B}[3$x", "<s-delete> 'x'"), ("\u{1B}[6@", "<c-s-pagedown>"),
    ])
  func modified(bytes: String, keys: String) {
    #expect(decoded(bytes) == keys)
  }

  @Test(
    "with Alt as a prefix",
    arguments: [
      ("\u{1B}x", "<a-x>"), ("\u{1B}X!", ""), ("\u{1B}A", "<a-s-a>"), ("\u{1B}1", "<a-1>"),
      ("\u{1B} ", "<a-space>"),
      ("\u{1B}\r", "<a-enter>"), ("\u{1B}\t", "<a-tab>"), ("\u{1B}\u{7F}", "<a-backspace>"),
      ("\u{1B}\u{13}", "<c-a-s>"),
      ("\u{1B}é", "<a-é>"), ("\u{1B}É", "<a-s-é>"), ("\u{1B}日本", "<escape> '日本'"),
      ("\u{1B}[", "<a-[>"), ("\u{1B}O", "<a-s-o>"), ("\u{1B}]", "<a-]>"), ("\u{1B}P", "<a-s-p>"),
      ("\u{1B}]\u{1B}]\u{1B}x", "<a-]> <a-]> <a-x>"), ("\u{1B}[\u{1B}[\r", "<a-[> <a-[> <enter>"),
      ("\u{1B}\u{1B}[A", "<a-up>"), ("\u{1B}\u{1B}OB", "<a-down>"), ("\u{1B}\u{1B}[5~", "<a-pageup>"),
      ("\u{1B}\u{1B}", "<escape> <escape>"), ("\u{1B}\u{1B}x", "<escape> <a-x>"),
      ("\u{1B}\u{1B}[200~x\u{1B}[201~", "<escape> \"x\""),
    ])
  func alt(bytes: String, keys: String) {
    #expect(decoded(bytes) == keys)
  }

  @Test(
    "reported by number",
    arguments: [
      ("\u{1B}[97;5u", "<c-a>"), ("\u{1B}[97;3u", "<a-a>"), ("\u{1B}[13;2u", "<s-enter>"),
      ("\u{1B}[27u", "<escape>"),
      ("\u{1B}[9;2u", "<s-tab>"), ("\u{1B}[127;5u", "<c-backspace>"), ("\u{1B}[97u", "'a'"),
      ("\u{1B}[97;2u", "'A'"),
      ("\u{1B}[65;6u", "<c-s-a>"), ("\u{1B}[97:65:97;5:1u", "<c-a>"), ("\u{1B}[97;5:3u", ""),
      ("\u{1B}[12354u", "'あ'"), ("\u{1B}[57358u", ""), ("\u{1B}[57414;5u", "<c-enter>"), ("\u{1B}[133u", ""),
      ("\u{1B}[55296u", ""), ("\u{1B}[99999999999999999999;5u", ""), ("\u{1B}[-1u", ""),
      ("\u{1B}[27;5;97~", "<c-a>"), ("\u{1B}[27;2;32~", "' '"), ("\u{1B}[27;5;13~", "<c-enter>"),
      ("\u{1B}[27;5;7~", ""),
    ])
  func reported(bytes: String, keys: String) {
    #expect(decoded(bytes) == keys)
  }

  @Test("that are text follow each other and text in one event")
  func runs() {
    #expect(decoded("日本\u{1B}[97uか\u{1B}[0nな\rb\u{13}c") == "'日本aかな' <enter> 'b' <c-s> 'c'")
  }

  @Test("as the terminal's description has them come first")
  func described() {
    let keys = KeySequences([
      (Array("\u{1B}A".utf8), Key(.up)), (Array("\u{1B}[M".utf8), Key(.function(1))),
      (Array("\u{1B}[Mx".utf8), Key(.function(2))), (Array("\u{B}".utf8), Key(.up)),
      (Array("\u{1B}".utf8), Key(.down)), ([], Key(.down)),
    ])
    #expect(decoded("\u{1B}A", keys: keys) == "<up>")
    #expect(decoded("\u{1B}[M\u{1B}[Mx\u{1B}[Ma", keys: keys) == "<f1> <f2> <f1> 'a'")
    #expect(decoded("\u{1B}[M", keys: keys) == "<f1>")
    #expect(decoded("\u{1B}\u{1B}[Mx", keys: keys) == "<a-f2>")
    #expect(decoded("\u{B}\u{1B}B", keys: keys) == "<c-k> <a-s-b>")
  }
}
