/// Gives the automata of a check set their numbers, and takes down what letters they tell apart.
struct AutomataNumbering {
  private(set) var automata: [Automaton] = []
  /// Of those that are shared, by name.
  private var numbers: [String: Int] = [:]

  mutating func number(_ rule: inout Rule) {
    switch rule.body {
    case .existence(var probe):
      number(&probe)
      rule.body = .existence(probe)
    case .occurrence(var probe, let min, let max):
      number(&probe)
      rule.body = .occurrence(probe, min: min, max: max)
    case .conditional(var first, var second, let within):
      number(&first)
      number(&second)
      rule.body = .conditional(first: first, second: second, within: within)
    case .substitution(var list):
      for index in list.indices { number(&list[index].probe) }
      rule.body = .substitution(list)
    case .score(var signs, let atLeast, let below):
      for index in signs.indices { number(&signs[index].probe) }
      rule.body = .score(signs, atLeast: atLeast, below: below)
    case .learned(var learned):
      if var headings = learned.headings {
        number(&headings)
        learned.headings = headings
      }
      for index in learned.required.indices { number(&learned.required[index].matcher) }
      for index in learned.refused.indices { number(&learned.refused[index].matcher) }
      rule.body = .learned(learned)
    case .invisible: return
    }
  }

  mutating func number(_ words: inout LanguageWords) {
    number(&words.negationBefore)
    number(&words.negationAfter)
    number(&words.takenBackBefore)
    number(&words.takenBackAfter)
    number(&words.takenBackNext)
    number(&words.notPerson)
  }

  private mutating func number(_ probe: inout Probe) {
    probe.number = probeCount
    probeCount += 1
    number(&probe.matcher)
    if var headings = probe.headings {
      number(&headings)
      probe.headings = headings
    }
    if var exceptions = probe.exceptions {
      number(&exceptions)
      probe.exceptions = exceptions
    }
    for index in probe.required.indices { number(&probe.required[index].matcher) }
    for index in probe.refused.indices { number(&probe.refused[index].matcher) }
  }

  private var probeCount = 0

  private mutating func number(_ matcher: inout Matcher) {
    for index in matcher.automata.indices {
      var automaton: Automaton? = matcher.automata[index]
      number(&automaton)
      if let automaton { matcher.automata[index] = automaton }
    }
  }

  private mutating func number(_ automaton: inout Automaton?) {
    guard let name = automaton?.name, let known = numbers[name] else {
      automaton?.number = automata.count
      if let automaton { automata.append(automaton) }
      if let name = automaton?.name { numbers[name] = automaton?.number }
      return
    }
    automaton?.number = known
  }
}
