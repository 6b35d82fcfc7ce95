internal import Journal

/// What is looked for, in which texts, and what is said where it is found.
struct Rule: Sendable {
  var name: String
  var `class` = FindingClass.own
  var level = Level.suggestion
  /// Nil for texts of any language.
  var language: Language?
  /// Empty for entries of any kind.
  var kinds: Set<Kind> = []
  var scopes: Set<Scope> = [.sentence]
  var message = ""
  var why = ""
  var tries: [String] = []
  var link: String?
  var limit: Int?
  var body = Body.invisible
  var flagged: [Spec] = []
  var passed: [Spec] = []
  var source = RuleSource()

  /// What is read, and the unit in which is counted.
  enum Scope: String, CaseIterable, Sendable {
    case sentence, paragraph, text, heading, title, tags
  }

  enum Body: Sendable {
    case existence(Probe)
    case occurrence(Probe, min: Int?, max: Int?)
    case conditional(first: Probe, second: Matcher, within: Place)
    case substitution([Substitution])
    case score([Sign], atLeast: Double?, below: Double?)
    case learned(Learned)
    case invisible
  }

  /// A text in which a rule has to find something, or nothing.
  struct Spec: Sendable {
    let text: String
    let line: Int
  }

  func applies(to language: Language, _ kind: Kind?) -> Bool {
    guard self.language == nil || self.language == language else { return false }
    return kinds.isEmpty || kind.map(kinds.contains) ?? false
  }
}

/// Where a rule comes from.
struct RuleSource: Sendable {
  var path = ""
  /// From 1.
  var line = 1
  /// The rule as it is written there.
  var text = ""
}

/// Patterns with what makes their matches count.
struct Probe: Sendable {
  /// Which of the set's probes this is: their matches are kept by it.
  var number = 0
  var matcher = Matcher()
  var headings: Matcher?
  var exceptions: Matcher?
  var required: [Condition] = []
  var refused: [Condition] = []
  var readsQuotations = false
  var takesNegated = false
  var takesTakenBack = false
  /// The part of the text that is read; nil for all of it.
  var place: Place?
}

/// Patterns that must or must not match in a place.
struct Condition: Sendable {
  let place: Place
  var matcher: Matcher
}

/// A probe that counts for or against a rule.
struct Sign: Sendable {
  var probe: Probe
  var weight: Double
  var most: Int
}

/// A classifier that judges the text as a whole, and how sure it has to be.
struct Learned: Sendable {
  /// Which of its language's classifiers.
  let classifier: Int
  /// The one that speaks against it: what that one says for itself is taken away.
  let against: Int?
  /// In logits: something is found where the classifier says this much and more, or less than this.
  let atLeast: Float?
  let below: Float?
  /// With text below such a heading nothing is missing.
  var headings: Matcher?
  /// Seen from the sentence that would be shown; where something is missing, from the last one.
  var required: [Condition]
  var refused: [Condition]
}

/// What is better written in another way.
struct Substitution: Sendable {
  var probe: Probe
  var replacement: String
}

/// A part of a text, seen from a match.
enum Place: String, CaseIterable, Sendable {
  case clause, before, after, left, right, sentence, previous, next, near, paragraph, earlier, rest
  case text, first, last, opening, ending, heading, title, tags
}

/// Some patterns that are looked for together.
struct Matcher: Sendable {
  var automata: [Automaton] = []

  func matches(in reading: Reading, _ room: inout MatchingRoom) -> [Range<Int>] {
    if automata.count == 1 { return automata[0].matches(in: reading, &room) }
    var all: [Range<Int>] = []
    for automaton in automata { all += automaton.matches(in: reading, &room) }
    all.sort { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
    var end = 0
    return all.filter { match in
      guard match.lowerBound >= end else { return false }
      end = match.upperBound
      return true
    }
  }

  func isFound(in reading: Reading, _ room: inout MatchingRoom) -> Bool {
    automata.contains { $0.firstMatch(in: reading, &room) != nil }
  }
}
