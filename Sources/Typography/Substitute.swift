internal import CICU

/// What is shown in place of a scalar that must not reach the terminal.
enum Substitute: Equatable {
  /// A control of ASCII, as "^[".
  case control(Unicode.Scalar)
  /// A tab: a fixed number of blanks, so that its columns never depend on what stands left of it.
  case tab
  /// A scalar that draws nothing or steers the text around it, as "<U+202E>".
  case notation(Unicode.Scalar)
  /// A mark that has nothing to stand on, on a blank. (The dotted circle of printed Unicode is ambiguous in width.)
  case loneMark(Unicode.Scalar)
  /// A character that terminals do not know: 〓 (the "geta" of Japanese printers) or "?", as wide as it would be.
  case unknown(isWide: Bool)
  /// The rest of a character that would never end.
  case rest

  /// What stands for a scalar whose columns are -1.
  init(for scalar: Unicode.Scalar) {
    let properties = scalar.properties
    if scalar == "\t" {
      self = .tab
    } else if scalar.isASCII {
      self = .control(scalar)
    } else if properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint {
      self = .notation(scalar)
    } else {
      self =
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: .notation(scalar)
        case .privateUse: .unknown(isWide: false)
        default: .unknown(isWide: kiseki_scalar_is_wide(scalar.value))
        }
    }
  }

  var columns: Int {
    switch self {
    case .control: 2
    case .tab: 4
    case .notation(let scalar): "<U+>".count + max(4, scalar.hexadecimal.count)
    case .unknown(let isWide): isWide ? 2 : 1
    case .loneMark, .rest: 1
    }
  }

  /// Whether marks that follow may be drawn on it.
  var takesMarks: Bool {
    switch self {
    case .unknown, .loneMark: true
    case .control, .tab, .notation, .rest: false
    }
  }

  /// Blanks are what a tab looks like, so these are the only glyphs here that do not count as substitutes.
  var glyphs: [Glyph] {
    switch self {
    case .control(let scalar): Glyph.narrow("^" + String(Unicode.Scalar(UInt8(scalar.value & 0x7F) ^ 0x40)))
    case .tab: Array(repeating: Glyph(text: " ", columns: 1, isSubstitute: false), count: columns)
    case .notation(let scalar): Glyph.narrow("<U+\(scalar.paddedHexadecimal)>")
    case .loneMark(let scalar): [Glyph(text: " " + String(scalar), columns: 1, isSubstitute: true)]
    case .unknown(let isWide): [Glyph(text: isWide ? "〓" : "?", columns: columns, isSubstitute: true)]
    case .rest: Glyph.narrow("?")
    }
  }
}

extension Glyph {
  /// Substitutes of one column each for the characters of an ASCII text.
  fileprivate static func narrow(_ text: String) -> [Glyph] {
    text.map { Glyph(text: String($0), columns: 1, isSubstitute: true) }
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimal: String { String(value, radix: 16, uppercase: true) }

  fileprivate var paddedHexadecimal: String {
    String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
  }
}
