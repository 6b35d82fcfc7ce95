/// A piece of text that may reach the terminal as it is and fills one place there.
package struct Glyph: Hashable, Sendable {
  /// One spacing scalar and at most `mostMarks` marks of no width.
  package let text: String
  /// 1 or 2.
  package let columns: Int
  /// Whether it stands for a character that is not shown itself, as `^[` does for ESC.
  package let isSubstitute: Bool

  /// The most marks ncurses keeps with a character (its CCHARW_MAX is 5).
  package static let mostMarks = 4
}
