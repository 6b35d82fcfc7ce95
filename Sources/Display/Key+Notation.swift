extension Key {
  /// Reads the notation: `<c-s>`, `<a-down>`, `<f1>`, `<c-a-x>`. Upper and lower case are the same, modifiers
  /// come in any order, and some keys have a second name (`<esc>`, `<cr>`). Nil for whatever is no key.
  package init?(notation: String) {
    guard notation.hasPrefix("<"), notation.hasSuffix(">"), notation.count > 2 else { return nil }
    var name = notation.dropFirst().dropLast().lowercased()[...]
    var modifiers: Modifiers = []
    while let named = Modifiers.named.first(where: { name.hasPrefix($0.prefix) }), name != named.prefix {
      guard modifiers.insert(named.modifier).inserted else { return nil }
      name = name.dropFirst(named.prefix.count)
    }
    guard let code = Code(name: String(name)) else { return nil }
    self.init(code, modifiers)
  }

  /// The key as it is written in the key file: modifiers in the order c, a, s, and the key's first name.
  package var notation: String {
    "<" + modifiers.names.map(\.prefix).joined() + code.name + ">"
  }

  /// The key as help names it: "Ctrl-S", "Alt-Down", "Esc", "F1". Always ASCII where the key is: arrows would be
  /// of ambiguous width.
  package var label: String {
    modifiers.names.map { $0.label + "-" }.joined() + code.label
  }
}

extension Key.Modifiers {
  fileprivate struct Name {
    let modifier: Key.Modifiers
    let prefix: String
    let label: String
  }

  fileprivate static let named = [
    Name(modifier: .control, prefix: "c-", label: "Ctrl"),
    Name(modifier: .alt, prefix: "a-", label: "Alt"),
    Name(modifier: .shift, prefix: "s-", label: "Shift"),
  ]

  fileprivate var names: [Name] { Self.named.filter { contains($0.modifier) } }
}
