/// How many terminal columns text takes.
package struct ColumnWidths: Hashable, Sendable {
  /// How the terminal shows characters of East Asian Width "Ambiguous" (※ ○ → … “).
  package enum Ambiguous: String, Hashable, Sendable {
    case narrow
    case wide
  }

  package let ambiguous: Ambiguous

  package init(ambiguous: Ambiguous = .narrow) {
    self.ambiguous = ambiguous
  }
}
