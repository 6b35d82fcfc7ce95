import Resources
import Testing
import Typography

@testable import Checks

@Suite struct ShippedRulesTests {
  private let set = CheckSet(
    embedded: Resources.files(under: "rules/"),
    classifiers: Classifiers.byLanguage(Resources.files(under: "classifiers/")), verifiesEmbedded: true)

  @Test func everyRuleWorksAndKeepsItsSpecs() {
    #expect(set.refused.isEmpty, "\(set.refused)")
    #expect(!set.ruleNames.isEmpty)
  }

  @Test func everyRuleTellsWhatWhyAndWhatToTry() {
    for rule in set.rules {
      #expect(!rule.message.isEmpty && !rule.why.isEmpty && rule.class != .own, "\(rule.name)")
      #expect(rule.language != nil && rule.name.hasPrefix(rule.class.rawValue), "\(rule.name)")
      #expect(!rule.tries.isEmpty || rule.class == .care, "\(rule.name)")
      #expect(rule.level != .error, "\(rule.name)")
      #expect(rule.flagged.count >= 2 && rule.passed.count >= 2, "\(rule.name)")
    }
  }

  @Test func noTextIsOfAWidthThatTerminalsDisagreeAbout() {
    let narrow = ColumnWidths(ambiguous: .narrow)
    let wide = ColumnWidths(ambiguous: .wide)
    for rule in set.rules {
      for text in [rule.message, rule.why] + rule.tries {
        #expect(narrow.columns(of: text) == wide.columns(of: text), "\(rule.name): \(text)")
      }
    }
  }

  @Test func everyClassHasRulesInBothLanguages() {
    for name in FindingClass.allCases where name != .own {
      let rules = set.rules.filter { $0.class == name }
      let languages = Set(rules.compactMap(\.language))
      #expect(languages.count == 2 || rules.contains { $0.language == nil }, "\(name)")
    }
  }
}
