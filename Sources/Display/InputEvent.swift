/// What comes from the terminal, in the order in which it came.
package enum InputEvent: Equatable, Sendable {
  /// A key that is not text: an arrow, Enter, a control or Alt combination.
  case key(Key)
  /// A key that came in pieces: the escape key that was told last was the beginning of this one, and nobody has pressed
  /// it.
  case lateKey(Key)
  /// Text as committed by the keyboard or an input method. A burst is one event, however long.
  /// Contains no control characters.
  case text(String)
  /// Pasted text. Lines end in "\n"; control characters but tab and line feed are already removed.
  case paste(String)
  /// The window has this size now.
  case resize(Size)
}
