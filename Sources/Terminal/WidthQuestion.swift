import CTerminal
package import Typography

/// The question how wide a terminal shows characters of ambiguous width, put to the terminal itself before it is taken.
/// What stands between us and the window answers: under tmux and screen those do, with the width that they count with.
package struct WidthQuestion: Sendable {
  /// Nil where the terminal has not answered in time.
  package let answer: ColumnWidths.Ambiguous?
  /// What was typed meanwhile, to be handed to the `TerminalSession`.
  package let typed: [UInt8]

  /// Longer than the way to a machine far away; a terminal that does not answer costs this once.
  private static let milliseconds: Int32 = 100
  private static let mostTyped = 4_096

  /// Asks the terminal at standard input and output.
  package init() {
    self.init(input: TerminalSession.inputDescriptor, output: 1, type: nil)
  }

  /// - Parameter type: of the terminal; nil for what `TERM` says.
  init(input: Int32, output: Int32, type: String?) {
    var columns: Int32 = 0
    typed = [UInt8](unsafeUninitializedCapacity: Self.mostTyped) { buffer, count in
      columns = kiseki_ask_ambiguous_columns(
        input, output, type, Self.milliseconds, buffer.baseAddress, buffer.count, &count)
    }
    answer = columns == 2 ? .wide : columns == 1 ? .narrow : nil
  }
}
