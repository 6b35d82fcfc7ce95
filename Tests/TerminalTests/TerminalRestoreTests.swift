import Display
import Glibc
import Testing
import Typography

@testable import Terminal

extension ProcessTests {
  /// Each ends a process of its own that has the terminal.
  @Suite("However a process ends, the terminal is as it was")
  struct TerminalRestoreTests {
    private static let size = Size(columns: 40, rows: 6)

    /// Runs in the process that is to end.
    private static func take(_ path: String) throws -> TerminalSession {
      let descriptor = open(path, O_RDWR | O_NOCTTY)
      var session = try TerminalSession(
        ambiguous: .narrow, usesColor: true, input: descriptor, output: descriptor, type: "xterm-256color")
      var screen = Screen(size: size, widths: ColumnWidths())
      screen.draw("日本語", column: 0, row: 0, style: .selected)
      session.present(screen)
      return session
    }

    private func expectRestored(_ terminal: Pseudoterminal, settings: [UInt32]) {
      var model = TerminalModel(size: Self.size)
      model.feed(terminal.output())
      #expect(model.modes == ["?7", "?25"])
      let now = terminal.settings
      #expect(now == settings)
    }

    enum Ending: String, CaseIterable, Codable {
      case trap, badMemory, fullStack, abort, exit

      @inline(never)
      func happen() -> Int {
        switch self {
        case .trap: return [Int]()[rawValue.count]
        case .badMemory: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
        case .fullStack: return rawValue.isEmpty ? 0 : happen() &+ 1
        case .abort: Glibc.abort()
        case .exit: Glibc.exit(7)
        }
        return 0
      }
    }

    @Test("after whatever it does not survive", arguments: Ending.allCases)
    func ending(_ ending: Ending) async throws {
      let terminal = try Pseudoterminal(size: Self.size)
      let (path, settings) = (terminal.path, terminal.settings)
      await #expect(processExitsWith: .failure) { [path = path as String, ending = ending as Ending] in
        let session = try Self.take(path)
        _ = ending.happen() + session.size.rows
      }
      expectRestored(terminal, settings: settings)
    }
  }
}
