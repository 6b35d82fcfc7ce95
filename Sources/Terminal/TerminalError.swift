/// Why the terminal cannot be taken.
package enum TerminalError: Error, Equatable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal's type (`TERM`; empty if there is none) is not known, or it cannot move its cursor.
  case unknownTerminal(String)
  /// The locale asks for another encoding than UTF-8, or the system has no UTF-8 locale.
  case noUTF8Locale
  /// The system refused descriptors or memory.
  case noResources
}
