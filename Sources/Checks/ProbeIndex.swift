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
  /// Those that are tried where the next two letters fit.
  private(set) var quick: [Search] = []
  /// Those that look at the edges of words, of which no table can be made: they are tried in every sentence.
  private(set) var slow: [Search] = []
  /// The quick ones by the symbol of the alphabet that they begin with.
  private var bySymbol: [[Int]]
  /// The quick ones that begin with something else than one of some letters.
  private var others: [Int] = []

  init(_ rules: [Rule], _ alphabet: Alphabet) {
    bySymbol = Array(repeating: [], count: alphabet.members.count)
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
    guard !search.automaton.hasWordEdges else { return slow.append(search) }
    if case .scalars(let scalars) = search.automaton.beginning {
      for scalar in scalars { bySymbol[Int(alphabet.symbol(of: scalar))].append(quick.count) }
    } else {
      others.append(quick.count)
    }
    quick.append(search)
  }

  /// The numbers of the quick searches that may begin with a symbol.
  func searches(beginningWith symbol: Alphabet.Symbol) -> [Int] { bySymbol[Int(symbol)] + others }
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
