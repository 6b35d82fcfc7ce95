extension Key.Code {
  /// The keys that are called by a name: all but function keys and the characters that stand for themselves.
  private static let named: [Key.Code] = [
    .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete, .backspace, .tab, .enter,
    .escape, .character(" "), .character("-"), .character("<"), .character(">"),
  ]

  private static let otherNames = [
    "pgup": "pageup", "pgdn": "pagedown", "ins": "insert", "del": "delete", "bs": "backspace",
    "cr": "enter", "ret": "enter", "return": "enter", "esc": "escape",
  ]

  /// The highest function key that a terminal can send (ncurses' KEY_F).
  private static let lastFunction = 63

  /// The key of that name, in lower case. Nil if there is none.
  init?(name: String) {
    let name = Self.otherNames[name] ?? name
    let functions = (1...Self.lastFunction).lazy.map(Self.function)
    if let code = Self.named.first(where: { $0.name == name }) ?? functions.first(where: { $0.name == name })
    {
      self = code
    } else if let character = name.first, name.count == 1, character.isSign {
      self = .character(character)
    } else {
      return nil
    }
  }

  var name: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .left: "left"
    case .right: "right"
    case .home: "home"
    case .end: "end"
    case .pageUp: "pageup"
    case .pageDown: "pagedown"
    case .insert: "insert"
    case .delete: "delete"
    case .backspace: "backspace"
    case .tab: "tab"
    case .enter: "enter"
    case .escape: "escape"
    case .function(let number): "f\(number)"
    case .character(" "): "space"
    case .character("-"): "minus"
    case .character("<"): "lt"
    case .character(">"): "gt"
    case .character(let sign): String(sign)
    }
  }

  var label: String {
    switch self {
    case .escape: "Esc"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .character(let sign) where sign.isSign && sign != "-": sign.uppercased()
    default: name.prefix(1).uppercased() + name.dropFirst()
    }
  }
}

extension Character {
  /// Whether it can stand for itself in a key's notation.
  fileprivate var isSign: Bool { isLetter || isNumber || isSymbol || isPunctuation }
}
