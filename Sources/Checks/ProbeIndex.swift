internal import Journal

/// Which patterns have to be tried in a sentence, and where: those that can begin with what stands there.
struct ProbeIndex: Sendable {
  /// The patterns of a probe that are looked for in some kinds of paragraphs.
  struct Entry: Sendable {
    let probe: Int
    let language: Language?
    let readsQuotations: Bool
    let roles: Set<ParagraphSource.Role>
  }

  /// An automaton that is looked for, for an entry.
  struct Search: Sendable {
    let entry: Int
    let automaton: Automaton
  }

  let entries: [Entry]
  /// Those that begin with one of some letters: they are tried where the next two letters fit.
  private(set) var quick: [Search] = []
  /// All others: they are tried in whole sentences.
  private(set) var slow: [Search] = []
  /// The quick ones by the symbol of the alphabet that they begin with.
  private var quickBySymbol: [[Int]]
  private var slowBySymbol: [[Int]]
  private var byEntity: [Entity.Kind: [Int]] = [:]
  private var always: [Int] = []
  /// Those that can begin with a quotation.
  private var quoting: [Int] = []

  init(_ rules: [Rule], _ alphabet: Alphabet) {
    quickBySymbol = Array(repeating: [], count: alphabet.members.count)
    slowBySymbol = quickBySymbol
    var entries: [Entry] = []
    var searches: [Search] = []
    for rule in rules {
      for probe in rule.probes {
        searches += probe.matcher.automata.map { Search(entry: entries.count, automaton: $0) }
        entries.append(
          Entry(
            probe: probe.number, language: rule.language, readsQuotations: probe.readsQuotations,
            roles: rule.roles(of: probe)))
      }
    }
    self.entries = entries
    for search in searches { add(search, alphabet) }
  }

  private mutating func add(_ search: Search, _ alphabet: Alphabet) {
    let automaton = search.automaton
    switch automaton.beginning {
    case .scalars(let scalars) where !automaton.hasWordEdges:
      for scalar in scalars { quickBySymbol[Int(alphabet.symbol(of: scalar))].append(quick.count) }
      quick.append(search)
      return
    case .scalars(let scalars):
      if scalars.contains(PreparedScalars.quote) { quoting.append(slow.count) }
      for scalar in scalars { slowBySymbol[Int(alphabet.symbol(of: scalar))].append(slow.count) }
    case .entities(let kinds): for kind in kinds { byEntity[kind, default: []].append(slow.count) }
    case .start, .anything: always.append(slow.count)
    }
    slow.append(search)
  }

  /// The numbers of the quick searches that can begin with a symbol.
  func quickSearches(beginningWith symbol: Alphabet.Symbol) -> [Int] { quickBySymbol[Int(symbol)] }

  /// The numbers of the slow searches to try in a sentence, each once.
  func slowSearches(for text: ScalarText, hasQuotations: Bool) -> [Int] {
    var isSeen = Array(repeating: false, count: slow.count)
    var found: [Int] = []
    func add(_ list: [Int]) {
      for search in list where !isSeen[search] {
        isSeen[search] = true
        found.append(search)
      }
    }
    add(always)
    if hasQuotations { add(quoting) }
    for symbol in text.symbols { add(slowBySymbol[Int(symbol)]) }
    for entity in text.entities { if let list = byEntity[entity.kind] { add(list) } }
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
