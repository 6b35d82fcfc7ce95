/// Names of persons by their shape: what stands before さん, or a title and a name, or two names.
struct PersonScan {
  let text: ScalarText
  let words: EnglishWords
  let notPerson: Automaton?
  private var room = MatchingRoom()

  init(text: ScalarText, words: EnglishWords, notPerson: Automaton?) {
    self.text = text
    self.words = words
    self.notPerson = notPerson
  }

  private static let honorifics: [[Unicode.Scalar]] = [
    "さん", "くん", "君", "ちゃん", "氏", "先生", "さま", "様", "先輩", "課長", "部長", "師匠", "選手",
  ].map { Array($0.unicodeScalars) }
  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "prof", "sir"]

  private static func mayBeginHonorific(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "さ", "く", "君", "ち", "氏", "先", "様", "課", "部", "師", "選": true
    default: false
    }
  }

  mutating func collect(into found: inout [Entity]) {
    collectJapanese(into: &found)
    collectEnglish(into: &found)
  }

  private mutating func collectJapanese(into found: inout [Entity]) {
    let scalars = text.scalars
    for place in scalars.indices where Self.mayBeginHonorific(scalars[place]) {
      guard let honorific = Self.honorifics.first(where: { scalars[place...].starts(with: $0) }) else {
        continue
      }
      let start = startOfName(before: place)
      guard start < place, !isNoName(start..<place, atEnd: true) else { continue }
      found.append(Entity(kind: .person, range: start..<(place + honorific.count)))
    }
  }

  /// One to six kanji, katakana behind them or instead of them: 岡, 長谷川美智子, 荒木トミ.
  private func startOfName(before end: Int) -> Int {
    var start = end
    while start > 0, end - start < 8, ScalarSet.katakana.contains(text.scalars[start - 1]) { start -= 1 }
    let kana = start
    while start > 0, kana - start < 6, ScalarSet.kanji.contains(text.scalars[start - 1]) { start -= 1 }
    if start > 0, kana > start, ScalarSet.kanji.contains(text.scalars[start - 1]) { return end }
    return end - start > 1 || kana > start ? start : end
  }

  /// - Parameter atEnd: only a word at the name's end makes it none.
  private mutating func isNoName(_ range: Range<Int>, atEnd: Bool) -> Bool {
    guard let notPerson else { return false }
    let matches = notPerson.matches(in: Reading(text: text, bounds: range), &room)
    return atEnd ? matches.contains { $0.upperBound == range.upperBound } : !matches.isEmpty
  }

  private mutating func collectEnglish(into found: inout [Entity]) {
    let words = words.words
    var index = 0
    while index < words.count {
      let names =
        words[index...].prefix(1)
        + words[(index + 1)...].prefix(while: { $0.follows && $0.isCapitalised }).prefix(3)
      index += 1
      guard let first = names.first, first.isCapitalised, names.count > 1, let last = names.last else {
        continue
      }
      let isTitled = Self.titles.contains(first.text.lowercased())
      let range = first.range.lowerBound..<last.range.upperBound
      guard isTitled || names.allSatisfy({ Self.looksLikeName($0.text) }) && !isNoName(range, atEnd: false)
      else { continue }
      found.append(Entity(kind: .person, range: range))
      index += names.count - 1
    }
  }

  private static func looksLikeName(_ word: String) -> Bool {
    word.utf8.count > 1 && word.unicodeScalars.dropFirst().contains { !ScalarSet.upper.contains($0) }
      && !word.unicodeScalars.contains(where: NumberScan.isDigit) && !word.hasPrefix("I'")
  }
}
