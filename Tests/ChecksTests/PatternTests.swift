import RandomNumbers
import Testing

@testable import Checks

@Suite struct PatternTests {
  /// What a pattern matches in a sentence, read as texts are read.
  private func matches(_ pattern: String, in text: String, isWholeWord: Bool = true) throws -> [String] {
    let automaton = try Automaton([PatternParser.pattern(pattern, words: [:])], isWholeWord: isWholeWord)
    var room = MatchingRoom()
    return sentences(of: text).flatMap { sentence in
      automaton.matches(in: sentence.whole.all, &room).map { range in
        String(String.UnicodeScalarView(sentence.whole.scalars[range]))
      }
    }
  }

  private func sentences(of text: String) -> [Sentence] {
    let source = ParagraphSource(lines: [text], hidden: [:], role: .body)
    return ParagraphReader.paragraph(source, entities: EntityReader(notPerson: nil)).sentences
  }

  @Test(arguments: [
    ("せい", "監督のせいだ", ["せい"]),
    ("(あの|この)人", "あの人とこの人", ["あの人", "この人"]),
    ("[だダ]メ", "ダメとだメ", ["ダメ", "だメ"]),
    ("もう.{0,3}いや", "もうほんといや", ["もうほんといや"]),
    ("もう.{0,2}いや", "もうほんといや", []),
    ("^私", "「私は私", ["私"]),
    ("です$", "ですがそうです。", ["です"]),
    ("a{2,3}", "a aa aaa aaaa", ["aa", "aaa"]),
    ("\\d{3}-\\d{4}", "郵便は100-0001です", ["100-0001"]),
    ("[^0-9]円", "10円と百円", ["百円"]),
    ("colou?r", "color, colour", ["color", "colour"]),
    ("x.*y", "q x1y 2y 3 z", ["x1y 2y"]),
    ("{kanji}+(さん|くん)", "岡部さんと沢田くん", ["岡部さん", "沢田くん"]),
    ("\\?", "本当?ええ", ["?"]),
  ])
  func patternsMatch(pattern: String, text: String, expected: [String]) throws {
    #expect(try matches(pattern, in: text) == expected)
  }

  @Test func latinWordsMatchWhole() throws {
    #expect(try matches("art", in: "art, artful, part, Art") == ["art", "Art"])
    #expect(try matches("art", in: "part", isWholeWord: false) == ["art"])
    #expect(try matches("PR", in: "PRです。PRESS") == ["PR"])
  }

  @Test func aCapitalMeansACapital() throws {
    #expect(try matches("ad", in: "AD ad Ad") == ["AD", "ad", "Ad"])
    #expect(try matches("AD", in: "AD ad Ad") == ["AD"])
    #expect(try matches("(?i)AD", in: "AD ad") == ["AD", "ad"])
    #expect(try matches("[a-c]1", in: "A1 b1") == ["A1", "b1"])
  }

  @Test func formsOfOneLetterAreTheSame() throws {
    #expect(try matches("カレーパン", in: "ｶﾚｰﾊﾟﾝ") == ["カレーパン"])
    #expect(try matches("ＰＲ", in: "PR") == ["PR"])
    #expect(try matches("が", in: "か\u{3099}") == ["が"])
    #expect(try matches("don't", in: "don’t") == ["don't"])
    #expect(try matches("レシピ", in: "レ\u{200B}シピ") == ["レシピ"])
    #expect(try matches("やばーい", in: "やばーーーい") == ["やばーい"])
  }

  @Test func entitiesMatchAsAWhole() throws {
    #expect(try matches("{person}の電話", in: "岡部さんの電話") == ["岡部さんの電話"])
    #expect(try matches("電話.{0,3}{phone}", in: "電話は090-1234-5678です") == ["電話は090-1234-5678"])
  }

  @Test(arguments: [
    "(", ")", "[a", "a{3", "a{5,2}", "a{1,1000}", "*a", "(?=a)", "(?<!a)b", "\\1", "{nobody}", "a\\",
  ])
  func whatIsNotSupportedIsRefused(pattern: String) {
    #expect(throws: PatternFault.self) { try PatternParser.pattern(pattern, words: [:]) }
  }

  @Test(arguments: ["", "a*", "(a|)", "^", "(a?){3}", "\\b"])
  func whatMatchesEverywhereIsRefused(pattern: String) {
    #expect(throws: PatternFault.matchesNothing) {
      _ = try Automaton([PatternParser.pattern(pattern, words: [:])], isWholeWord: false)
    }
  }

  @Test(arguments: [
    "b((a{0,100}){0,100}){0,100}",
    String(repeating: "(", count: 50) + "a" + String(repeating: ")", count: 50),
    String(repeating: "a", count: 10_000),
  ])
  func whatWouldTakeTooLongIsRefused(pattern: String) {
    #expect(throws: PatternFault.tooLarge) {
      _ = try Automaton([PatternParser.pattern(pattern, words: [:])], isWholeWord: false)
    }
  }

  /// Patterns that take other engines years end at once, with both ways of matching.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["(a+)+b", "(a|aa)+b", "(a*)*b", "(.*)(.*)(.*)b", "(a|a|a|a)*b", "(a?){50}a{50}b"])
  func explosivePatternsStayLinear(pattern: String) throws {
    var text = ScalarText.plain(String(repeating: "a", count: 20_000))
    var automaton = try Automaton([PatternParser.pattern(pattern, words: [:])], isWholeWord: false)
    var room = MatchingRoom()
    #expect(automaton.firstMatch(in: text.all, &room) == nil)
    let alphabet = Alphabet([automaton])
    automaton.number = 0
    text.symbols = text.scalars.map(alphabet.symbol)
    var tables = MatchingRoom(alphabet: alphabet)
    #expect(automaton.firstMatch(in: text.all, &tables) == nil)
  }

  /// The table and the states it stands for agree on random patterns and texts.
  @Test(arguments: 0..<40)
  func theTableFindsWhatTheStatesFind(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let source = randomPattern(depth: 3, &random)
      guard let pattern = try? PatternParser.pattern(source, words: [:]),
        var automaton = try? Automaton([pattern], isWholeWord: Bool.random(using: &random))
      else { continue }
      let alphabet = Alphabet([automaton])
      var text = ScalarText.plain(String((0..<30).map { _ in "aあb い".random(&random) }))
      text.entities = [Entity(kind: .person, range: 3..<6), Entity(kind: .person, range: 9..<10)]
      var plain = MatchingRoom()
      let expected = automaton.matches(in: text.all, &plain)
      automaton.number = 0
      text.symbols = text.scalars.map(alphabet.symbol)
      var tables = MatchingRoom(alphabet: alphabet)
      #expect(
        automaton.matches(in: text.all, &tables) == expected,
        "\(source) in \(String(String.UnicodeScalarView(text.scalars)))")
    }
  }

  private func randomPattern(depth: Int, _ random: inout SplitMix64) -> String {
    let atoms = ["a", "あ", "b", "い", ".", "[aい]", "[^a]", "{hiragana}", "{person}", "\\w"]
    func atom() -> String {
      depth > 0 && Int.random(in: 0..<3, using: &random) == 0
        ? "(" + randomPattern(depth: depth - 1, &random) + "|" + randomPattern(depth: depth - 1, &random)
          + ")"
        : atoms[Int.random(in: 0..<atoms.count, using: &random)]
    }
    let marks = ["", "", "", "?", "*", "+", "{2}", "{0,3}"]
    var pattern = Int.random(in: 0..<8, using: &random) == 0 ? "^" : ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      pattern += atom() + marks[Int.random(in: 0..<marks.count, using: &random)]
    }
    return pattern + (Int.random(in: 0..<8, using: &random) == 0 ? "$" : "")
  }
}

extension String {
  fileprivate func random(_ random: inout SplitMix64) -> Character {
    Array(self)[Int.random(in: 0..<count, using: &random)]
  }
}

extension ScalarText {
  /// A text as it is, without sentences.
  static func plain(_ text: String) -> ScalarText {
    let scalars = Array(text.unicodeScalars)
    return ScalarText(
      scalars: scalars, places: (0...scalars.count).map { TextPlace(line: 0, column: $0) },
      words: 0..<scalars.count,
      clauseEdges: [0, scalars.count])
  }
}
