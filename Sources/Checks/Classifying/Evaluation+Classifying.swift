internal import Journal

/// What classifiers say of a text.
extension Evaluation {
  /// The findings of the rules that ask a classifier. Where another rule has found something of the same class, that
  /// rule can say more exactly where, and the classifier is silent.
  mutating func judgements(of rules: [Rule], besides findings: [Finding]) -> [Finding] {
    var classes = Set(findings.map(\.class))
    return rules.compactMap { rule in
      guard case .learned(let learned) = rule.body, !classes.contains(rule.class),
        let finding = finding(of: rule, learned)
      else { return nil }
      classes.insert(rule.class)
      return finding
    }
  }

  private mutating func finding(of rule: Rule, _ learned: Learned) -> Finding? {
    guard let result = classify() else { return nil }
    let sum = result.sum(for: learned)
    let judged = judgedSentences
    if let below = learned.below {
      guard sum < below, filledHeadings(matching: learned.headings).isEmpty, let last = judged.last,
        meets(learned.required, learned.refused, whole(last), quoted: false)
      else { return nil }
      return missing(rule)
    }
    guard let atLeast = learned.atLeast, sum >= atLeast, let best = result.sentences[learned.classifier],
      meets(learned.required, learned.refused, whole(judged[best]), quoted: false)
    else { return nil }
    return finding(of: rule, at: whole(judged[best]))
  }

  /// A sentence without the marks at its ends.
  private func whole(_ sentence: Int) -> Match {
    Match(sentence: sentence, range: sentences[sentence].sentence.whole.words, isQuoting: true)
  }

  /// Nil where there are no classifiers of the text's language, or nothing to judge.
  mutating func classify() -> Classification? {
    if let classification { return classification }
    guard let classifiers = rules.classifiers[language], !judgedSentences.isEmpty else { return nil }
    let grams = paragraphs.filter { $0.placed.source.role == .body }.flatMap(\.read.grams)
    classification = classifiers.classification(of: grams, kind: manuscript.kind)
    return classification
  }

  /// The sentences that classifiers read: those of the body, with heaps of tags.
  var judgedSentences: [Int] { sentences.indices.filter { sentences[$0].role == .body } }
}

extension Evaluation {
  /// More than these nobody reads.
  private static let mostGrams = 12

  /// To two places: more of a logit says nothing.
  private static func shown(_ logit: Float) -> Double { Double((logit * 100).rounded()) / 100 }

  /// What a classifier came to, with the grams that weigh most: those of the text, and again those of the sentence.
  mutating func explainedSum(of rule: Rule, _ learned: Learned) -> Explanation.Sum? {
    guard let result = classify(), let classifiers = rules.classifiers[language] else { return nil }
    var weights: [String: Float] = [:]
    for (number, sentence) in judgedSentences.enumerated() {
      let tokens = SentenceTokens(sentences[sentence].sentence, language)
      tokens.forEachGram { key, range in
        guard let pair = classifiers.weights(of: key, learned.classifier) else { return }
        weights[tokens.text(of: range)] = pair.text
        if number == result.sentences[learned.classifier] {
          weights[tokens.text(of: range) + " (sentence)"] = pair.sentence
        }
      }
    }
    let heaviest = weights.sorted { (abs($0.value), $0.key) > (abs($1.value), $1.key) }.prefix(Self.mostGrams)
    return Explanation.Sum(
      rule: rule.name, class: rule.class, total: Self.shown(result.sum(for: learned)),
      signs: heaviest.map { (Self.shown($0.value), $0.key) } + counterevidence(to: learned, in: result))
  }

  /// What is taken away, and the sentence for which it is.
  private func counterevidence(
    to learned: Learned, in result: Classification
  ) -> [(weight: Double, words: String)] {
    guard let against = learned.against, result.sums[against] > 0, let best = result.sentences[against] else {
      return []
    }
    return [(Self.shown(-result.sums[against]), words(of: whole(judgedSentences[best])))]
  }
}

extension Classification {
  /// In logits.
  fileprivate func sum(for learned: Learned) -> Float {
    sums[learned.classifier] - (learned.against.map { max(0, sums[$0]) } ?? 0)
  }
}

extension Explanation {
  /// What classifiers read of a text: the grams of each sentence, and what is known of its place.
  package struct Grams: Sendable {
    package let sentence: String
    /// In tokens.
    package let length: Int
    package let grams: Set<String>
  }
}

extension Checker {
  /// The grams of a text's sentences, from which classifiers learn.
  package mutating func grams(of manuscript: Manuscript) -> [Explanation.Grams] {
    let language = manuscript.textLanguage
    return evaluate(manuscript, language) { evaluation in
      let judged = evaluation.judgedSentences
      return judged.enumerated().map { number, sentence in
        let tokens = SentenceTokens(evaluation.sentences[sentence].sentence, language)
        var grams = Set(Classifiers.places(of: number, in: judged.count).map { "is|" + $0 })
        tokens.forEachGram { _, range in grams.insert(tokens.text(of: range)) }
        return Explanation.Grams(
          sentence: String(String.UnicodeScalarView(tokens.scalars)), length: tokens.count, grams: grams)
      }
    }
  }
}
