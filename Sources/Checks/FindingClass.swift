/// What a finding is about.
package enum FindingClass: String, CaseIterable, Hashable, Sendable {
  case blame, negative
  case learningMissing = "learning-missing"
  case nextStepMissing = "next-step-missing"
  case `private`, sponsorship, borrowed, invisible, care
  /// Found by a rule that says no class, as a rule made for Vale.
  case own

  /// A sentence is what it judges, not words in it: one finding says enough.
  var isAboutSentences: Bool {
    switch self {
    case .blame, .negative, .borrowed, .care: true
    default: false
    }
  }

  /// What says nothing where the writer may be in danger: nobody who writes that they want to be gone should be
  /// told that a next step is missing.
  static let silencedByCare: Set<FindingClass> = [.negative, .learningMissing, .nextStepMissing]
}

/// How much a finding matters; none of them stops anything.
package enum Level: String, CaseIterable, Hashable, Sendable {
  case suggestion, warning, error
}
