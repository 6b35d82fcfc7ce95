/// Which probes have to be tried in a sentence: those that can begin with a scalar that it has.
struct ProbeIndex: Sendable {
  /// By symbol of the alphabet.
  private var bySymbol: [[Int]]
  private var byEntity: [Entity.Kind: [Int]] = [:]
  private var always: [Int] = []
  /// Those that can begin with a quotation.
  private var quoting: [Int] = []
  let entries: [Entry]

  /// The patterns of a probe that are looked for in some kinds of paragraphs.
  struct Entry: Sendable {
    let probe: Int
    let rule: Int
    let matcher: Matcher
    let readsQuotations: Bool
    let roles: Set<ParagraphSource.Role>
  }

  init(_ rules: [Rule], _ alphabet: Alphabet) {
    var entries: [Entry] = []
    for (number, rule) in rules.enumerated() {
      for probe in rule.probes {
        let roles = rule.roles(of: probe)
        entries.append(
          Entry(
            probe: probe.number, rule: number, matcher: probe.matcher, readsQuotations: probe.readsQuotations,
            roles: roles))
      }
    }
    self.entries = entries
    bySymbol = Array(repeating: [], count: alphabet.members.count)
    for (index, entry) in entries.enumerated() {
      for automaton in entry.matcher.automata { add(index, automaton.beginning, alphabet) }
    }
  }

  private mutating func add(_ entry: Int, _ beginning: Automaton.Beginning, _ alphabet: Alphabet) {
    switch beginning {
    case .scalars(let scalars):
      if scalars.contains(PreparedScalars.quote) { quoting.append(entry) }
      for scalar in scalars { bySymbol[Int(alphabet.symbol(of: scalar))].append(entry) }
    case .entities(let kinds): for kind in kinds { byEntity[kind, default: []].append(entry) }
    case .start, .anything: always.append(entry)
    }
  }

  /// The numbers of the entries to try, each once.
  func candidates(for text: ScalarText, hasQuotations: Bool, _ isSeen: inout [Bool]) -> [Int] {
    var found: [Int] = []
    func add(_ list: [Int]) {
      for entry in list where !isSeen[entry] {
        isSeen[entry] = true
        found.append(entry)
      }
    }
    add(always)
    if hasQuotations { add(quoting) }
    for symbol in text.symbols { add(bySymbol[Int(symbol)]) }
    for entity in text.entities { if let list = byEntity[entity.kind] { add(list) } }
    for entry in found { isSeen[entry] = false }
    return found
  }
}

extension Rule {
  /// The paragraphs that a probe is looked for in.
  fileprivate func roles(of probe: Probe) -> Set<ParagraphSource.Role> {
    switch probe.place {
    case .heading: return [.heading]
    case .title: return [.title]
    case .tags: return [.tags]
    default: break
    }
    return Set(
      scopes.map { scope in
        switch scope {
        case .sentence, .paragraph, .text: .body
        case .heading: .heading
        case .title: .title
        case .tags: .tags
        }
      })
  }
}
