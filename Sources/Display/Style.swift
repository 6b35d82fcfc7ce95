/// What a piece of text is for. The terminal decides how each role looks (colour, weight, or neither),
/// so a screen can be drawn, tested and themed without naming a colour.
///
/// The raw value is the letter that stands for the role in a golden's plane of styles.
package enum Style: Character, CaseIterable, Sendable {
  /// The writer's own text and ordinary words of the program.
  case plain = "."
  /// The name of a screen, and an entry's title.
  case title = "T"
  /// A heading in the writer's text.
  case heading = "H"
  /// A question shown where nothing is written yet. Never in the file.
  case ghost = "g"
  /// Words that matter less: dates, counts, keys not in reach.
  case muted = "m"
  /// What draws the eye: the current vector, the current question.
  case accent = "a"
  /// The line or word that is chosen in a list.
  case selected = "s"
  /// The line at the bottom.
  case statusBar = "b"
  /// The status line's part that says that something is not well.
  case statusAlert = "!"
  /// The name of a key.
  case key = "k"
  /// A guide's hint.
  case hint = "h"
  /// A guide's example.
  case example = "e"
  /// A guide's caution.
  case caution = "c"
  /// A section that has text, or whatever else is well.
  case done = "d"
  /// A line between two parts of the screen.
  case rule = "r"
  /// A fault, and what to do about it.
  case error = "x"
  /// A sign shown in place of a character that must not reach the terminal (`^[`, `<U+202E>`).
  case substitute = "u"
}
