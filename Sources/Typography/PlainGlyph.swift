/// A character that is one scalar and stands for itself on every terminal: printable ASCII, kana, the common
/// ideographs and punctuation, Hangul syllables, full-width forms. Nearly all of what is written, so that it is spared
/// the way through the properties of its scalars.
package struct PlainGlyph: Equatable, Sendable {
  package let scalar: Unicode.Scalar
  /// 1 or 2.
  package let columns: Int

  /// Nil for every other character.
  package init?(_ character: Character) {
    guard let scalar = character.unicodeScalars.first, character.utf8.count == UTF8.width(scalar) else {
      return nil
    }
    switch scalar.value {
    case 0x20...0x7E: columns = 1
    // Ideographic space and punctuation, kana, the basic ideographs, Hangul, full-width forms: wide in Unicode 14.
    case 0x3000...0x3029, 0x3041...0x3096, 0x309D...0x30FF, 0x4E00...0x9FFC, 0xAC00...0xD7A3, 0xFF01...0xFF60:
      columns = 2
    default: return nil
    }
    self.scalar = scalar
  }
}
