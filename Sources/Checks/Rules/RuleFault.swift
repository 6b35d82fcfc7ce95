/// Why a rule cannot be used.
package struct RuleFault: Error, Equatable, Sendable {
  /// The line in the file, from 1.
  package let line: Int
  package let reason: Reason

  package enum Reason: Equatable, Sendable {
    /// Longer than `RuleFile.sizeLimit`, or with more rules than are read.
    case tooLong
    case notYAML
    /// YAML, but neither a rule nor a list of rules nor classes of words.
    case notARule
    case unknownKey(String)
    case duplicateKey(String)
    case missingKey(String)
    /// A key says something that it cannot say.
    case invalidValue(String)
    /// A pattern with something that patterns do not have, at this sign.
    case patternSyntax(String, at: String)
    case unknownClass(String)
    /// A pattern that would need too much time.
    case patternTooLarge(String)
    /// A pattern that matches the empty text.
    case patternMatchesNothing(String)
    /// A pattern that no text can match.
    case patternNeverMatches(String)
    /// The rule says nothing about a text in which it has to find something.
    case specNotFlagged(String)
    /// The rule finds something in a text in which it has to find nothing.
    case specNotPassed(String)
    /// Another file of the same kind has a rule with this name and language.
    case duplicateName(path: String)
  }

  init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  init(_ fault: PatternFault, in pattern: String, line: Int) {
    let reason: Reason =
      switch fault {
      case .syntax(let sign): .patternSyntax(pattern, at: sign)
      case .unknownClass(let name): .unknownClass(name)
      case .tooLarge: .patternTooLarge(pattern)
      case .matchesNothing: .patternMatchesNothing(pattern)
      case .neverMatches: .patternNeverMatches(pattern)
      }
    self.init(line: line, reason: reason)
  }
}

/// A rule, or a class of words, that cannot be used; the others go on working.
package struct RefusedRule: Equatable, Sendable {
  package let path: String
  /// Empty where not even the name is known.
  package let name: String
  package let fault: RuleFault
}
