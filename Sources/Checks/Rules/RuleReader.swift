internal import Journal
internal import YAML

#if canImport(Glibc)
  internal import Glibc
#endif

/// Reads a rule out of its table.
struct RuleReader {
  private let table: RuleTable
  private let compiler: MatcherCompiler
  private let classifiers: [Language: Classifiers]

  private static let keys: Set<String> = [
    "extends", "message", "level", "scope", "tokens", "raw", "exceptions", "ignorecase", "nonword", "link",
    "name",
    "class", "lang", "kinds", "why", "try", "when", "unless", "quoted", "negated", "taken-back", "specs",
    "description", "limit", "action", "vocab",
  ]
  private static let kindKeys: [String: Set<String>] = [
    "existence": [], "occurrence": ["token", "min", "max", "headings"],
    "conditional": ["first", "second", "within"], "substitution": ["swap"],
    "score": ["signs", "at-least", "below"],
    "learned": ["classifier", "against", "at-least", "below", "headings"],
    "invisible": [],
  ]

  static func rule(
    _ table: RuleTable, words: LanguageWords, classifiers: [Language: Classifiers], verifies: Bool
  ) throws(RuleFault) -> Rule {
    let compiler = MatcherCompiler(
      words: words, ignoresCase: try table.flag("ignorecase"), isWholeWord: try table.flag("nonword") != true,
      verifies: verifies)
    return try RuleReader(table: table, compiler: compiler, classifiers: classifiers).rule()
  }

  /// The name of a table's rule, for a message.
  static func name(of table: RuleTable) -> String {
    if let name = table["name"]?.text { return name }
    let file = table.file.path.split(separator: "/").last ?? ""
    return String(
      file.hasSuffix(".yml") ? file.dropLast(4) : file.hasSuffix(".yaml") ? file.dropLast(5) : file)
  }

  private func rule() throws(RuleFault) -> Rule {
    guard let kind = try table.text("extends") else {
      throw RuleFault(line: table.line, reason: .missingKey("extends"))
    }
    guard let kindKeys = Self.kindKeys[kind] else { throw table.fault("extends") }
    try table.refuseKeys(except: Self.keys.union(kindKeys))
    var rule = Rule(name: Self.name(of: table))
    rule.source = RuleSource(path: table.file.path, line: table.line, text: table.text)
    try readHead(into: &rule)
    rule.body = kind == "learned" ? .learned(try learned(rule.language)) : try body(kind)
    return rule
  }

  private func readHead(into rule: inout Rule) throws(RuleFault) {
    guard let message = try table.text("message") else {
      throw RuleFault(line: table.line, reason: .missingKey("message"))
    }
    rule.message = message
    rule.class = try table.value("class", FindingClass.init(rawValue:)) ?? .own
    rule.level = try table.value("level", Level.init(rawValue:)) ?? .suggestion
    rule.language = try table.value("lang", Language.init(rawValue:))
    rule.kinds = Set(try table.texts("kinds").map { Kind(rawValue: $0.text) })
    rule.why = try table.text("why") ?? ""
    rule.tries = try table.texts("try").map(\.text)
    rule.link = try table.text("link")
    rule.limit = try table.value("limit") { Int($0) }
    rule.scopes = try scopes()
    guard let specs = table["specs"] else { return }
    let table = try RuleTable(specs, in: table.file)
    try table.refuseKeys(except: ["flag", "pass"])
    rule.flagged = try table.texts("flag").map { Rule.Spec(text: $0.text, line: $0.line) }
    rule.passed = try table.texts("pass").map { Rule.Spec(text: $0.text, line: $0.line) }
  }

  private func scopes() throws(RuleFault) -> Set<Rule.Scope> {
    var scopes: Set<Rule.Scope> = []
    for text in try table.texts("scope") {
      guard let scope = Rule.Scope(rawValue: text.text) else { throw table.fault("scope") }
      scopes.insert(scope)
    }
    return scopes.isEmpty ? [.sentence] : scopes
  }

  private func body(_ kind: String) throws(RuleFault) -> Rule.Body {
    switch kind {
    case "occurrence":
      let min = try table.value("min") { Int($0) }
      let max = try table.value("max") { Int($0) }
      guard min != nil || max != nil else { throw RuleFault(line: table.line, reason: .missingKey("max")) }
      return .occurrence(try probe(table, tokens: ["token", "tokens"]), min: min, max: max)
    case "conditional":
      return .conditional(
        first: try probe(table, tokens: ["first"]), second: try matcher(["second"]),
        within: try table.value("within", Place.init(rawValue:)) ?? .text)
    case "substitution": return .substitution(try substitutions())
    case "score": return try score()
    case "invisible": return .invisible
    default: return .existence(try probe(table, tokens: ["tokens"]))
    }
  }

  private func matcher(_ keys: [String]) throws(RuleFault) -> Matcher {
    var texts: [RuleText] = []
    for key in keys { texts += try table.texts(key) }
    guard !texts.isEmpty else { throw RuleFault(line: table.line, reason: .missingKey(keys.last ?? "")) }
    return try compiler.matcher(texts)
  }

  private func substitutions() throws(RuleFault) -> [Substitution] {
    guard let swap = table["swap"] else { throw RuleFault(line: table.line, reason: .missingKey("swap")) }
    let words = try RuleTable(swap, in: table.file)
    let conditions = try probe(table, tokens: [])
    var list: [Substitution] = []
    for word in words.values.keys.sorted() {
      guard let replacement = try words.text(word) else { throw words.fault(word) }
      var probe = conditions
      probe.matcher = try compiler.matcher([RuleText(text: word, line: words.line(of: word))])
      list.append(Substitution(probe: probe, replacement: replacement))
    }
    return list
  }

  private func score() throws(RuleFault) -> Rule.Body {
    let atLeast = try table.value("at-least") { Double($0) }
    let below = try table.value("below") { Double($0) }
    guard (atLeast == nil) != (below == nil) else {
      throw RuleFault(line: table.line, reason: .missingKey("at-least"))
    }
    guard let node = table["signs"] else { throw RuleFault(line: table.line, reason: .missingKey("signs")) }
    guard case .list(let items, _) = node.content else { throw table.fault("signs") }
    var signs: [Sign] = []
    for item in items { signs.append(try sign(RuleTable(item, in: table.file))) }
    return .score(signs, atLeast: atLeast, below: below)
  }

  /// A classifier of the rule's language; how sure it is stands there from 0 to 1, and 0.5 is even odds.
  private func learned(_ language: Language?) throws(RuleFault) -> Learned {
    guard let language else { throw RuleFault(line: table.line, reason: .missingKey("lang")) }
    let names = classifiers[language]?.names ?? []
    guard let classifier = try table.value("classifier", names.firstIndex(of:)) else {
      throw RuleFault(line: table.line, reason: .missingKey("classifier"))
    }
    let atLeast = try table.value("at-least", Self.logit)
    let below = try table.value("below", Self.logit)
    guard (atLeast == nil) != (below == nil) else {
      throw RuleFault(line: table.line, reason: .missingKey("at-least"))
    }
    let headings = try table.texts("headings")
    return Learned(
      classifier: classifier, against: try table.value("against", names.firstIndex(of:)), atLeast: atLeast,
      below: below,
      headings: headings.isEmpty ? nil : try compiler.matcher(headings),
      required: try conditions(table, "when"), refused: try conditions(table, "unless"))
  }

  private static func logit(_ text: String) -> Float? {
    guard let share = Double(text), share > 0, share < 1 else { return nil }
    return Float(log(share / (1 - share)))
  }

  private func sign(_ table: RuleTable) throws(RuleFault) -> Sign {
    try table.refuseKeys(except: [
      "weight", "tokens", "raw", "headings", "exceptions", "when", "unless", "in", "most", "quoted",
      "negated",
      "taken-back",
    ])
    guard let weight = try table.value("weight", { Double($0) }) else {
      throw RuleFault(line: table.line, reason: .missingKey("weight"))
    }
    var probe = try probe(table, tokens: ["tokens"])
    probe.place = try table.value("in", Place.init(rawValue:))
    return Sign(probe: probe, weight: weight, most: try table.value("most") { Int($0) } ?? 1)
  }

  /// Patterns and conditions of a rule or a sign. What a sign does not say, its rule says for it.
  private func probe(_ table: RuleTable, tokens keys: [String]) throws(RuleFault) -> Probe {
    var probe = Probe()
    var tokens: [RuleText] = []
    for key in keys { tokens += try table.texts(key) }
    let raw = keys.isEmpty ? [] : try table.texts("raw")
    let headings = try table.texts("headings")
    guard keys.isEmpty || !(tokens + raw + headings).isEmpty else {
      throw RuleFault(line: table.line, reason: .missingKey(keys.last ?? "tokens"))
    }
    let exceptions = try table.texts("exceptions")
    probe.matcher = try compiler.matcher(tokens, raw: raw, exceptions: exceptions)
    if !headings.isEmpty { probe.headings = try compiler.matcher(headings) }
    if !exceptions.isEmpty { probe.exceptions = try compiler.matcher(exceptions, mayNeverMatch: true) }
    probe.required = try conditions(table, "when")
    probe.refused = try conditions(table, "unless")
    probe.readsQuotations = try includes(table, "quoted")
    probe.takesNegated = try includes(table, "negated")
    probe.takesTakenBack = try includes(table, "taken-back")
    return probe
  }

  private func includes(_ table: RuleTable, _ key: String) throws(RuleFault) -> Bool {
    let choices = ["skip": false, "include": true]
    if let own = try table.value(key, { choices[$0] }) { return own }
    return try self.table.value(key) { choices[$0] } ?? false
  }

  private func conditions(_ table: RuleTable, _ key: String) throws(RuleFault) -> [Condition] {
    guard let node = table[key] else { return [] }
    let places = try RuleTable(node, in: table.file)
    var conditions: [Condition] = []
    for name in places.values.keys.sorted() {
      guard let place = Place(rawValue: name) else {
        throw RuleFault(line: places.line(of: name), reason: .unknownKey(name))
      }
      let texts = try places.texts(name)
      guard !texts.isEmpty else { throw places.fault(name) }
      conditions.append(Condition(place: place, matcher: try compiler.matcher(texts, mayNeverMatch: true)))
    }
    return conditions
  }
}
