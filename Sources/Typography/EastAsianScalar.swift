internal import CICU

extension Unicode.Scalar {
  /// Kana, ideographs, hangul and the punctuation and full-width or half-width forms that go with them, but no emoji:
  /// what the CJK-friendly amendment to CommonMark calls a CJK character (East Asian Width W, F or H and no emoji by
  /// default, or hangul).
  package var isEastAsian: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    case 0x20A9, 0xFF61...0xFFDC, 0xFFE8...0xFFEE: true
    default: kiseki_scalar_is_wide(value) && !properties.isEmojiPresentation
    }
  }
}
