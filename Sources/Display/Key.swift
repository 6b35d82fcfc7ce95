/// A key that is not plain text, with its modifiers.
///
/// It has one notation, used in the key file, in tests and in help: `<c-s>`, `<a-down>`, `<enter>`, `<f1>`.
package struct Key: Hashable, Sendable {
  /// The key itself, without modifiers.
  package enum Code: Hashable, Sendable {
    /// A letter, digit or sign held with Ctrl or Alt; letters are lower-case.
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown
    case insert, delete, backspace, tab, enter, escape
    /// A function key, from 1.
    case function(Int)
  }

  /// What is held together with the key.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let control = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let shift = Modifiers(rawValue: 4)
  }

  package let code: Code
  package let modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}
