import Typography

/// What one cell of a screen shows. Plain memory, so that screens are copied and compared quickly.
package struct Cell: Hashable, Sendable {
  /// Scalars of 21 bits each, the first in the lowest bits.
  private let scalars: UInt128
  private let width: UInt8
  package let style: Style

  private static let scalarBits: UInt128 = 21
  /// Five scalars: as many as ncurses keeps in a cell (its CCHARW_MAX).
  private static let allBits = 5 * scalarBits

  /// A blank.
  static func blank(_ style: Style) -> Cell { Cell(" ", columns: 1, style: style) }

  /// The right half of the wide glyph at the left.
  static func rightHalf(_ style: Style) -> Cell { Cell("", columns: 0, style: style) }

  /// Keeps the first five scalars of a glyph.
  init(_ text: String, columns: Int, style: Style) {
    var scalars: UInt128 = 0
    var shift: UInt128 = 0
    for scalar in text.unicodeScalars where shift < Cell.allBits {
      scalars |= UInt128(scalar.value) << shift
      shift += Cell.scalarBits
    }
    self.scalars = scalars
    width = UInt8(clamping: columns)
    self.style = style
  }

  /// A character that is spared the way through its glyphs.
  init(_ plain: PlainGlyph, style: Style) {
    self.init(scalars: UInt128(plain.scalar.value), width: UInt8(plain.columns), style: style)
  }

  /// One scalar that takes columns and at most four marks; nothing in a right half.
  package var text: String {
    var text = ""
    var rest = scalars
    while rest != 0 {
      let value = UInt32(truncatingIfNeeded: rest) & 0x1F_FFFF
      Unicode.Scalar(value).map { text.unicodeScalars.append($0) }
      rest >>= Cell.scalarBits
    }
    return text
  }

  /// 1, 2, or 0 for the right half of the wide glyph at the left.
  package var columns: Int { Int(width) }

  func restyled(_ style: Style) -> Cell { Cell(scalars: scalars, width: width, style: style) }

  private init(scalars: UInt128, width: UInt8, style: Style) {
    self.scalars = scalars
    self.width = width
    self.style = style
  }
}
