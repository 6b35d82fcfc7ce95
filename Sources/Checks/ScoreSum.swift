/// What a rule's signs come to.
struct ScoreSum {
  private(set) var total = 0.0
  /// The signs that were found, with the matches that count.
  private(set) var parts: [(weight: Double, matches: [Match])] = []

  mutating func add(_ sign: Sign, _ matches: [Match]) {
    let counted = Array(matches.prefix(sign.most))
    guard !counted.isEmpty else { return }
    total += sign.weight * Double(counted.count)
    parts.append((sign.weight, counted))
  }

  /// The first match of the sign that speaks most for the rule.
  var heaviest: Match? {
    var best: (weight: Double, matches: [Match])?
    for part in parts where part.weight > best?.weight ?? 0 { best = part }
    return best?.matches.first
  }
}
