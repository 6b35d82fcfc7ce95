/// Reads words and numbers off a text, from a place on.
struct WordReader {
  private let characters: [Character]
  private var place: Int

  init(_ characters: [Character], at place: Int) {
    self.characters = characters
    self.place = place
  }

  var next: Character? { place < characters.count ? characters[place] : nil }
  private var previous: Character? { place > 0 ? characters[place - 1] : nil }

  var isAfterDigit: Bool { previous?.isASCIIDigit ?? false }
  var isAfterLetter: Bool { previous.map { $0.isASCII && $0.isLetter } ?? false }
  var isAfterHiragana: Bool { previous?.isHiragana ?? false }

  mutating func take(_ word: String) -> Bool {
    guard characters[place...].starts(with: word) else { return false }
    place += word.count
    return true
  }

  /// Takes the first of these that comes next.
  mutating func take(oneOf words: [String]) -> Bool {
    for word in words where take(word) { return true }
    return false
  }

  /// The value of the first of these words that comes next.
  mutating func take<Value>(_ words: [(word: String, value: Value)]) -> Value? {
    for (word, value) in words where take(word) { return value }
    return nil
  }

  /// A number of at most four digits.
  mutating func digits() -> Int? {
    let digits = characters[place...].prefix { $0.isASCIIDigit }
    guard (1...4).contains(digits.count) else { return nil }
    place += digits.count
    return Int(String(digits))
  }

  /// A number in digits, or in kanji up to 99.
  mutating func number() -> Int? {
    if let number = digits() { return number }
    let kanji = characters[place...].prefix { Self.kanji[$0] != nil || $0 == "十" }
    guard !kanji.isEmpty, let number = Self.value(of: kanji) else { return nil }
    place += kanji.count
    return number
  }

  /// A word of Latin letters.
  mutating func word() -> String {
    let letters = characters[place...].prefix { $0.isASCII && $0.isLetter }
    place += letters.count
    return String(letters)
  }

  mutating func skipSpaces() {
    while next == " " || next == "\u{3000}" { place += 1 }
  }

  private static let kanji: [Character: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  private static func value(of text: ArraySlice<Character>) -> Int? {
    let parts = text.split(separator: "十", omittingEmptySubsequences: false)
    let values = parts.map { part in part.isEmpty ? nil : part.count == 1 ? kanji[part[part.startIndex]] : 0 }
    switch values.count {
    case 1: return values[0].flatMap { $0 == 0 ? nil : $0 }
    case 2: return (values[0] ?? 1) * 10 + (values[1] ?? 0)
    default: return nil
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }

  var isHiragana: Bool {
    unicodeScalars.first.map { (0x3041...0x309F).contains($0.value) } ?? false
  }
}
