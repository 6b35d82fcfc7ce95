import Display
import Glibc
import Testing
import Typography

@testable import Terminal

extension ProcessTests {
  /// Each in a process of its own, since the C library's locale is one for all of it.
  @Suite("The locale")
  struct LocaleTests {
    private static let size = Size(columns: 40, rows: 6)

    /// 0 if a session started, 1 if it was refused for its locale, 2 for anything else.
    private static func start(_ path: String, locale: String) -> Int32 {
      unsetenv("LC_CTYPE")
      unsetenv("LANG")
      setenv("LC_ALL", locale, 1)
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      do throws(TerminalError) {
        let session = try TerminalSession(
          ambiguous: .narrow, usesColor: true, input: descriptor, output: descriptor, type: "xterm-256color")
        return session.size == size ? 0 : 2
      } catch {
        return error == .noUTF8Locale ? 1 : 2
      }
    }

    @Test(
      "that says nothing, or that is not installed, is no obstacle",
      arguments: ["", "ja_JP.UTF-8", "tlh.utf8"])
    func quiet(_ name: String) async throws {
      let terminal = try Pseudoterminal(size: Self.size)
      await #expect(processExitsWith: .exitCode(0)) {
        [path = terminal.path as String, name = name as String] in
        exit(Self.start(path, locale: name))
      }
    }

    @Test(
      "that asks for another encoding is refused",
      arguments: ["C", "POSIX", "ja_JP.eucJP", "ja_JP.SJIS", "en_US.ISO-8859-1"])
    func otherEncoding(_ name: String) async throws {
      let terminal = try Pseudoterminal(size: Self.size)
      await #expect(processExitsWith: .exitCode(1)) {
        [path = terminal.path as String, name = name as String] in
        exit(Self.start(path, locale: name))
      }
      #expect(terminal.output() == [])
    }
  }
}
