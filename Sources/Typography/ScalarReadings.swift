internal import CICU

/// What a scalar comes to on the screen, given what stands before it in its character.
enum ScalarReading: Equatable {
  case spacing(Unicode.Scalar, columns: Int)
  /// Drawn with the glyph before it.
  case mark(Unicode.Scalar)
  /// Left out, as it would be drawn in different ways by different terminals, or not at all.
  case nothing
  case substitute(Substitute)

  var columns: Int {
    switch self {
    case .spacing(_, let columns): columns
    case .mark, .nothing: 0
    case .substitute(let substitute): substitute.columns
    }
  }
}

/// Reads the scalars of one character, one after the other, into what may be drawn. It is the one place that
/// decides, so that columns and glyphs never differ.
///
/// Terminals disagree about sequences, so of an emoji with a skin tone or of several joined ones only the first is
/// kept, and of a keycap the digit; half a flag and a lone skin tone are not shown at all. They agree about flags,
/// about marks on letters, and about the selectors that choose an ideograph's shape (measured; the table stands with the tests).
struct ScalarReadings: Sequence, IteratorProtocol {
  /// A character's columns after which only one sign stands for all the rest of it: conjoining jamo, half-width
  /// sound marks and others can make a character endless.
  static let mostColumns = 16

  private let isAmbiguousWide: Bool
  private var scalars: Character.UnicodeScalarView.Iterator
  private var upcoming: Unicode.Scalar?
  /// What marks go to.
  private var base: Unicode.Scalar?
  private var marks = 0
  /// Whether the scalar just read is one that a variation selector may follow.
  private var takesSelector = false
  private var columns = 0
  private var isCut = false

  init(of character: Character, ambiguous: ColumnWidths.Ambiguous) {
    isAmbiguousWide = ambiguous == .wide
    scalars = character.unicodeScalars.makeIterator()
    upcoming = scalars.next()
  }

  mutating func next() -> ScalarReading? {
    guard let scalar = upcoming, !isCut else { return nil }
    upcoming = scalars.next()
    let reading = read(scalar)
    columns += reading.columns
    guard columns > Self.mostColumns else { return reading }
    isCut = true
    return .substitute(.rest)
  }

  private mutating func read(_ scalar: Unicode.Scalar) -> ScalarReading {
    switch kiseki_scalar_columns(scalar.value, isAmbiguousWide) {
    case 0: readMark(scalar)
    case 1: readSpacing(scalar, columns: 1)
    case 2: readSpacing(scalar, columns: 2)
    default: readHidden(scalar)
    }
  }

  private mutating func readSpacing(_ scalar: Unicode.Scalar, columns: Int) -> ScalarReading {
    if scalar.properties.isEmojiModifier {
      return isBaseEmoji ? .nothing : readUnknown(scalar, isWide: true)
    }
    let pairs = base?.isRegionalIndicator ?? false || upcoming?.isRegionalIndicator ?? false
    guard pairs || !scalar.isRegionalIndicator else { return readUnknown(scalar, isWide: false) }
    begin(scalar)
    return .spacing(scalar, columns: columns)
  }

  /// Stands in for what terminals know, but give different columns when it is alone.
  private mutating func readUnknown(_ scalar: Unicode.Scalar, isWide: Bool) -> ScalarReading {
    begin(scalar)
    return .substitute(.unknown(isWide: isWide))
  }

  private mutating func readMark(_ scalar: Unicode.Scalar) -> ScalarReading {
    guard !scalar.properties.isVariationSelector else { return readSelector(scalar) }
    takesSelector = false
    guard let base else {
      begin(scalar)
      marks = 1
      takesSelector = false
      return .substitute(.loneMark(scalar))
    }
    let isKeycap = scalar == Unicode.Scalar.keycap && base.isASCII && base.properties.isEmoji
    guard !isKeycap, marks < Glyph.mostMarks else { return .nothing }
    marks += 1
    return .mark(scalar)
  }

  private mutating func readSelector(_ scalar: Unicode.Scalar) -> ScalarReading {
    let isExpected = takesSelector
    takesSelector = false
    guard isExpected, let base else { return .substitute(.notation(scalar)) }
    switch scalar {
    case "\u{FE0E}", "\u{FE0F}":
      return .nothing
    case "\u{E0100}"... where !base.properties.isIdeographic:
      return .substitute(.notation(scalar))
    default:
      marks += 1
      return .mark(scalar)
    }
  }

  private mutating func readHidden(_ scalar: Unicode.Scalar) -> ScalarReading {
    guard !passesJoinedEmoji(after: scalar) else { return .nothing }
    guard !(base == "\u{1F3F4}" && "\u{E0020}"..."\u{E007F}" ~= scalar) else { return .nothing }
    let substitute = Substitute(for: scalar)
    begin(substitute.takesMarks ? scalar : nil)
    return .substitute(substitute)
  }

  /// Goes past the emoji that a zero width joiner ties to the one before.
  private mutating func passesJoinedEmoji(after joiner: Unicode.Scalar) -> Bool {
    guard joiner == "\u{200D}", isBaseEmoji, let upcoming, upcoming.isDrawnAsEmoji else { return false }
    self.upcoming = scalars.next()
    takesSelector = true
    return true
  }

  private var isBaseEmoji: Bool { base?.isDrawnAsEmoji ?? false }

  private mutating func begin(_ scalar: Unicode.Scalar?) {
    base = scalar
    marks = 0
    takesSelector = scalar != nil
  }
}

extension Unicode.Scalar {
  fileprivate static let keycap: Unicode.Scalar = "\u{20E3}"

  /// An emoji by itself: Unicode counts digits, # and * as emoji too, for keycaps.
  fileprivate var isDrawnAsEmoji: Bool { !isASCII && properties.isEmoji }

  /// Half of a flag.
  fileprivate var isRegionalIndicator: Bool { "\u{1F1E6}"..."\u{1F1FF}" ~= self }
}
