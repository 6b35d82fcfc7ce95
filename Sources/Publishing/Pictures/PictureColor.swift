internal import Glibc

/// A colour of a picture, as `#rrggbb`.
package struct PictureColor: Equatable, Sendable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  /// Nil for everything but `#rrggbb` and `#rgb`. The sign may be missing: in YAML it begins a comment, unless there are
  /// quotation marks.
  package init?(_ text: String) {
    let written = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let digits = written.compactMap(\.hexDigitValue)
    guard written.utf8.count == digits.count else { return nil }
    let parts =
      switch digits.count {
      case 3: digits.map { $0 * 17 }
      case 6: stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
      default: [Int]()
      }
    guard parts.count == 3 else { return nil }
    (red, green, blue) = (UInt8(parts[0]), UInt8(parts[1]), UInt8(parts[2]))
  }

  package var text: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(part, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// How well two colours are told apart, from 1 to 21, in tenths and rounded down (WCAG 2.2, "contrast ratio").
  package func contrast(with other: PictureColor) -> Int {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return Int((light + 0.05) / (dark + 0.05) * 10)
  }

  /// From 0 to 1 (WCAG 2.2, "relative luminance").
  private var luminance: Double {
    0.2126 * Self.linear[Int(red)] + 0.7152 * Self.linear[Int(green)] + 0.0722 * Self.linear[Int(blue)]
  }

  /// The share of light for each value of a part.
  private static let linear: [Double] = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
