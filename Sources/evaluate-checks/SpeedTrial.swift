import Checks
import Journal

/// How long a check of 3,000 characters takes, from nothing and while something is typed.
enum SpeedTrial {
  static func run(_ checker: Checker, _ drafts: [LabelledDraft]) {
    for language in Language.allCases {
      let texts = drafts.filter { $0.language == language && $0.kind == .failure }.map(\.text)
      let text = String(texts.joined(separator: "\n\n").prefix(3_000))
      let manuscript = Manuscript(body: text, kind: .failure, language: language)
      var warm = checker
      let first = ContinuousClock().measure { _ = warm.findings(in: manuscript) }
      var round = 0
      let whole = median {
        round += 1
        var other = manuscript
        other.body = text.split(separator: "\n").joined(separator: " \(round).\n")
        return warm.findings(in: other).count
      }
      _ = warm.findings(in: manuscript)
      var typed = manuscript
      let typing = median {
        typed.body += "x"
        return warm.findings(in: typed).count
      }
      print(
        "\(language.rawValue): \(text.count) characters: the first time \(first), other texts \(whole), a key \(typing)"
      )
    }
  }

  private static func median(_ body: () -> Int) -> Duration {
    let clock = ContinuousClock()
    let times = (0..<41).map { _ in clock.measure { precondition(body() >= 0) } }
    return times.sorted()[20]
  }
}
