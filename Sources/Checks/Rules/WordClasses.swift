internal import Journal

/// The classes of words that patterns name, for one language.
struct WordClasses: Sendable {
  private(set) var patterns: [String: Pattern] = [:]
  private(set) var refused: [RefusedRule] = []

  /// One word of a class, as a file has it.
  struct Definition: Sendable {
    let name: String
    let word: RuleText
    let path: String
  }

  static let most = 20_000

  init(_ definitions: [Definition]) {
    let byName = Dictionary(grouping: definitions.prefix(Self.most), by: \.name)
    for name in byName.keys.sorted() { resolve(name, in: byName, using: []) }
  }

  private mutating func resolve(_ name: String, in byName: [String: [Definition]], using users: [String]) {
    guard patterns[name] == nil, let definitions = byName[name], users.count < 20 else { return }
    var words: [Pattern] = []
    for definition in definitions {
      for other in definition.word.text.classNames where other != name && !users.contains(other) {
        resolve(other, in: byName, using: users + [name])
      }
      do throws(PatternFault) {
        words.append(try PatternParser.pattern(definition.word.text, words: patterns))
      } catch {
        let fault = RuleFault(error, in: definition.word.text, line: definition.word.line)
        refused.append(RefusedRule(path: definition.path, name: "{\(name)}", fault: fault))
      }
    }
    if !words.isEmpty { patterns[name] = .choice(words) }
  }
}

extension String {
  /// The names in "{name}".
  fileprivate var classNames: [String] {
    split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }
}
