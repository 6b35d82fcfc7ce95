package import Journal
internal import YAML

/// All rules that texts are checked with: those that the program ships, and the writer's own.
package struct CheckSet: Sendable {
  let rules: [Rule]
  /// What cannot be used; the others go on working.
  package let refused: [RefusedRule]
  let words: [Language: LanguageWords]
  let classifiers: [Language: Classifiers]
  let probes: ProbeIndex
  let alphabet: Alphabet

  /// - Parameters:
  ///   - embedded: the files that the program ships. Their specs are not tried here: the tests do that.
  ///   - own: the files in the journal's `rules/` folder.
  ///   - classifiers: those that rules may ask.
  ///   - verifiesEmbedded: also the program's own rules have to keep their specs.
  package init(
    embedded: [(path: String, text: String)], own: [(path: String, text: String)] = [],
    classifiers: [Language: Classifiers] = [:], verifiesEmbedded: Bool = false
  ) {
    var shelf = RuleShelf(classifiers: classifiers)
    for file in embedded { shelf.take(RuleFile(path: file.path, text: file.text), isOwn: false) }
    for file in own { shelf.take(RuleFile(path: file.path, text: file.text), isOwn: true) }
    shelf.readRules(verifiesEmbedded: verifiesEmbedded)
    self.init(
      rules: shelf.rules, words: shelf.words, classifiers: classifiers, refused: shelf.refused)
  }

  /// One rule alone, with the classes of words that it is read with.
  init(only rule: Rule, words: [Language: LanguageWords], classifiers: [Language: Classifiers]) {
    self.init(rules: [rule], words: words, classifiers: classifiers, refused: [])
  }

  private init(
    rules: [Rule], words: [Language: LanguageWords], classifiers: [Language: Classifiers],
    refused: [RefusedRule]
  ) {
    self.classifiers = classifiers
    var numbering = AutomataNumbering()
    var rules = rules
    var words = words
    for index in rules.indices { numbering.number(&rules[index]) }
    for language in Language.allCases {
      if var own = words[language] {
        numbering.number(&own)
        words[language] = own
      }
    }
    self.rules = rules
    self.words = words
    self.refused = refused
    alphabet = Alphabet(numbering.automata)
    probes = ProbeIndex(rules, alphabet)
  }

  /// The names of all rules, in their order.
  package var ruleNames: [String] { rules.map(\.name) }
}

/// A rule as it is told to a writer.
package struct RuleDescription: Sendable {
  package let name: String
  package let `class`: FindingClass
  package let language: Language?
  package let why: String
  package let tries: [String]
  package let path: String
  /// From 1.
  package let line: Int
  /// The rule as its file has it.
  package let text: String
}

extension CheckSet {
  /// The rules with a name, or of a class.
  package func descriptions(of name: String) -> [RuleDescription] {
    rules.filter { $0.name == name || $0.class.rawValue == name }.map { rule in
      RuleDescription(
        name: rule.name, class: rule.class, language: rule.language, why: rule.why, tries: rule.tries,
        path: rule.source.path, line: rule.source.line, text: rule.source.text)
    }
  }
}

/// A set of rules while its files are read.
private struct RuleShelf {
  let classifiers: [Language: Classifiers]
  private(set) var rules: [Rule] = []
  private(set) var refused: [RefusedRule] = []
  private(set) var words: [Language: LanguageWords] = [:]
  private var files: [(file: RuleFile, isOwn: Bool)] = []
  private var places: [Slot: Int] = [:]
  private var paths: [Slot: (path: String, isOwn: Bool)] = [:]

  private struct Slot: Hashable {
    let name: String
    let language: Language?
  }

  init(classifiers: [Language: Classifiers]) { self.classifiers = classifiers }

  mutating func take(_ file: RuleFile, isOwn: Bool) {
    files.append((file, isOwn))
    refused += file.refused
  }

  mutating func readRules(verifiesEmbedded: Bool) {
    for language in Language.allCases {
      let definitions = files.flatMap { entry in
        entry.file.definitions.filter { $0.language == nil || $0.language == language }.map(\.definition)
      }
      let classes = WordClasses(definitions)
      refused += classes.refused.filter { !refused.contains($0) }
      words[language] = LanguageWords(classes.patterns, language)
    }
    for (file, isOwn) in files {
      for table in file.rules { read(table, isOwn: isOwn, verifies: isOwn || verifiesEmbedded) }
    }
  }

  private mutating func read(_ table: RuleTable, isOwn: Bool, verifies: Bool) {
    do throws(RuleFault) {
      let language = try table.value("lang", Language.init(rawValue:))
      let classes = language.flatMap { words[$0] } ?? LanguageWords([:], .english)
      let rule = try RuleReader.rule(
        table, words: classes, classifiers: classifiers, verifies: verifies)
      if verifies { try refuseBrokenSpecs(of: rule) }
      try put(rule, isOwn: isOwn)
    } catch {
      refused.append(RefusedRule(path: table.file.path, name: RuleReader.name(of: table), fault: error))
    }
  }

  private mutating func put(_ rule: Rule, isOwn: Bool) throws(RuleFault) {
    let slot = Slot(name: rule.name, language: rule.language)
    if let other = paths[slot], other.isOwn == isOwn {
      throw RuleFault(line: rule.source.line, reason: .duplicateName(path: other.path))
    }
    paths[slot] = (rule.source.path, isOwn)
    if let place = places[slot] {
      rules[place] = rule
    } else {
      places[slot] = rules.count
      rules.append(rule)
    }
  }

  private func refuseBrokenSpecs(of rule: Rule) throws(RuleFault) {
    var checker = Checker(CheckSet(only: rule, words: words, classifiers: classifiers))
    for spec in rule.flagged where checker.findings(inSpec: spec.text, of: rule).isEmpty {
      throw RuleFault(line: spec.line, reason: .specNotFlagged(spec.text))
    }
    for spec in rule.passed where !checker.findings(inSpec: spec.text, of: rule).isEmpty {
      throw RuleFault(line: spec.line, reason: .specNotPassed(spec.text))
    }
  }
}

extension Rule {
  /// The patterns that are looked for in every text.
  var probes: [Probe] {
    switch body {
    case .existence(let probe), .occurrence(let probe, _, _), .conditional(let probe, _, _): [probe]
    case .substitution(let list): list.map(\.probe)
    case .score(let signs, _, _): signs.map(\.probe)
    case .learned, .invisible: []
    }
  }
}
