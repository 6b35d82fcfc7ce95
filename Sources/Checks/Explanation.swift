/// How a text was read, and what the rules that add up signs and those that ask a classifier came to: for those who
/// write rules.
package struct Explanation: Sendable {
  /// As rules read them: one form of each letter, quotations as one sign.
  package var sentences: [String] = []
  package var sums: [Sum] = []

  /// The signs of a rule, in one of the units in which it counts; of a classifier the grams that weigh most.
  package struct Sum: Sendable {
    package let rule: String
    package let `class`: FindingClass
    package let total: Double
    /// The weights and the words.
    package let signs: [(weight: Double, words: String)]
  }
}

extension Checker {
  package mutating func explanation(of manuscript: Manuscript) -> Explanation {
    let rules = rules.rules
    return evaluate(manuscript, manuscript.textLanguage) { evaluation in
      var explanation = Explanation()
      explanation.sentences = evaluation.sentences.map { $0.sentence.unquoted.shown }
      for rule in rules where rule.applies(to: evaluation.language, manuscript.kind) {
        explanation.sums += evaluation.explainedSums(of: rule)
      }
      return explanation
    }
  }
}

extension Evaluation {
  fileprivate mutating func explainedSums(of rule: Rule) -> [Explanation.Sum] {
    if case .learned(let learned) = rule.body { return explainedSum(of: rule, learned).map { [$0] } ?? [] }
    guard case .score(let signs, _, _) = rule.body else { return [] }
    return sums(of: rule, signs).filter { !$0.parts.isEmpty }.map { sum in
      let signs = sum.parts.flatMap { part in part.matches.map { (part.weight, words(of: $0)) } }
      return Explanation.Sum(rule: rule.name, class: rule.class, total: sum.total, signs: signs)
    }
  }

  func words(of match: Match) -> String {
    let text = sentences[match.sentence].sentence.text(quoted: match.isQuoting)
    return String(String.UnicodeScalarView(text.scalars[match.range]))
  }
}

extension ScalarText {
  fileprivate var shown: String {
    scalars.reduce(into: "") { text, scalar in
      switch scalar {
      case PreparedScalars.quote: text += "{quote}"
      case PreparedScalars.webAddress: text += "{url}"
      case PreparedScalars.code: text += "{code}"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
