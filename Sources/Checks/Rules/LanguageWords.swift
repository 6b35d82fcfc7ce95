internal import Journal

/// The classes of words of one language, and those among them that have a meaning of their own.
struct LanguageWords: Sendable {
  let classes: [String: Pattern]
  /// What a class is looked for with where it stands alone, by "{name}": many rules look for the same class, and a
  /// text is read for it once.
  let automata: [String: [Automaton]]
  var negationBefore: Automaton?
  var negationAfter: Automaton?
  var takenBackBefore: Automaton?
  var takenBackAfter: Automaton?
  var takenBackNext: Automaton?
  var notPerson: Automaton?

  init(_ classes: [String: Pattern], _ language: Language) {
    self.classes = classes
    var automata: [String: [Automaton]] = [:]
    for (name, pattern) in classes {
      automata["{\(name)}"] = Self.automata(for: [pattern], named: "\(language.rawValue)/\(name)")
    }
    self.automata = automata
    negationBefore = automaton("negation-before")
    negationAfter = automaton("negation-after")
    takenBackBefore = automaton("taken-back-before")
    takenBackAfter = automaton("taken-back-after")
    takenBackNext = automaton("taken-back-next")
    notPerson = automaton("not-person")
  }

  private func automaton(_ name: String) -> Automaton? {
    classes[name].flatMap { try? Automaton([$0], isWholeWord: true) }
  }

  /// Nil for a class that is too large in itself, or that matches nothing: rules that use it say so.
  private static func automata(for patterns: [Pattern], named name: String) -> [Automaton]? {
    if var automaton = try? Automaton(patterns, isWholeWord: true) {
      automaton.name = name
      return [automaton]
    }
    var parts = patterns
    if parts.count == 1, case .choice(let choices) = parts[0] { parts = choices }
    guard parts.count > 1 else { return nil }
    let middle = parts.count / 2
    guard let first = automata(for: Array(parts[..<middle]), named: name + "/1"),
      let second = automata(for: Array(parts[middle...]), named: name + "/2")
    else { return nil }
    return first + second
  }
}
