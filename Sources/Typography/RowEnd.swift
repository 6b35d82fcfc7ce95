/// How well a row may end between two characters, where the Japanese rules (kinsoku) and the dictionary allow it.
///
/// ICU's dictionary (72) takes 待|たせる, 書い|ています and 地味|ですが for two phrases. What stands at such places is told by
/// the kinds of letters: hardly any phrase begins with the kana that go on behind ideographs.
enum RowEnd: Comparable {
  /// After a comma or full stop.
  case pause
  case betweenPhrases
  /// Between kana, where the dictionary may be right.
  case betweenKana
  /// Inside 自転車手袋, or between a word and a number.
  case inCompound
  case inPhrase
  case anywhere

  /// - Parameter before: the character before, spaces left out.
  init(before: Character, after: Character) {
    let kinds = (Kind(before), Kind(after))
    self =
      switch kinds {
      case (.pause, _): .pause
      case (.closing, .hiragana), (.ideograph, .hiragana), (.katakana, .hiragana), (.alphanumeric, .hiragana):
        .inPhrase
      case (.hiragana, .hiragana): Self.endings.contains(after) ? .inPhrase : .betweenKana
      case (.ideograph, .ideograph), (.katakana, .katakana), (.ideograph, .katakana), (.katakana, .ideograph),
        (.katakana, .alphanumeric), (.ideograph, .alphanumeric):
        .inCompound
      default: .betweenPhrases
      }
  }

  /// What verbs and particles go on with, and few phrases begin with.
  private static let endings = Set("ていたでられせけめをへんばだっゃゅょー")

  /// What it costs, as the square of the room at a row's end that may be left instead, in thousandths of an em.
  var cost: Int {
    switch self {
    case .pause: 0
    case .betweenPhrases: 9_000_000
    case .betweenKana: 16_000_000
    case .inCompound: 20_000_000
    case .inPhrase: 36_000_000
    case .anywhere: 64_000_000
    }
  }

  private enum Kind {
    case hiragana, katakana, ideograph, alphanumeric, closing, pause, other

    init(_ character: Character) {
      guard let scalar = character.unicodeScalars.first else {
        self = .other
        return
      }
      self =
        switch scalar.value {
        case 0x3041...0x309F: .hiragana
        case 0x30A1...0x30FF, 0xFF66...0xFF9F: .katakana
        case _ where "、。！？，．,.!?;:：；…".contains(character): .pause
        case _ where "」』）)】］〉》〕\"”’".contains(character): .closing
        case _ where scalar.properties.isIdeographic: .ideograph
        case _ where character.isLetter || character.isNumber: .alphanumeric
        default: .other
        }
    }
  }
}
