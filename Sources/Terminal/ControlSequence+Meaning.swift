import Display

extension ControlSequence {
  /// The key or the character that it stands for, if any.
  var meaning: EscapeSequence.Meaning {
    guard !isRelease else { return .nothing }
    switch final {
    case UInt8(ascii: "~"): return numbered
    case UInt8(ascii: "u") where isCSI: return .reported(number(0), modifiers(at: 1))
    // rxvt says by the final byte what is held.
    case UInt8(ascii: "^"): return .key(functionCode, .control)
    case UInt8(ascii: "$"): return .key(functionCode, .shift)
    case UInt8(ascii: "@"): return .key(functionCode, [.control, .shift])
    default: return lettered
    }
  }

  private var isCSI: Bool { introducer == Byte.leftBracket }

  /// kitty reports that a key goes up as `;5:3`.
  private var isRelease: Bool { parameters.count > 1 && parameters[1].second == 3 }

  /// A parameter; 1 where there is none.
  private func number(_ index: Int) -> Int {
    index < parameters.count ? parameters[index].number ?? 1 : 1
  }

  private func modifiers(at index: Int) -> Key.Modifiers { Key.Modifiers(reported: number(index)) }
}

extension ControlSequence {
  /// What a sequence that ends in "~" means by its first number.
  private var numbered: EscapeSequence.Meaning {
    switch number(0) {
    case 200: .pasteStart
    // xterm's modifyOtherKeys: `27;5;97`.
    case 27: .reported(number(2), modifiers(at: 1))
    default: .key(functionCode, modifiers(at: 1))
    }
  }

  /// The numbers of the VT220's keys. They have gaps.
  private var functionCode: Key.Code? {
    switch number(0) {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case let number where 11...15 ~= number: .function(number - 10)
    case let number where 17...21 ~= number: .function(number - 11)
    case let number where 23...26 ~= number: .function(number - 12)
    case let number where 28...29 ~= number: .function(number - 13)
    case let number where 31...34 ~= number: .function(number - 14)
    default: nil
    }
  }

  /// What a sequence that ends in a letter means. Modifiers are the second number, or the only one.
  private var lettered: EscapeSequence.Meaning {
    let modifiers = modifiers(at: parameters.count - 1)
    switch final {
    case UInt8(ascii: "Z") where isCSI: return .key(.tab, modifiers.union(.shift))
    // rxvt's arrows with Shift, and with Ctrl after SS3.
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return .key(code(ofLetter: final - 0x20), isCSI ? .shift : .control)
    default: break
    }
    if let code = code(ofLetter: final) { return .key(code, modifiers) }
    return isCSI ? .nothing : keypad
  }

  private func code(ofLetter letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    // After CSI it is the answer to a question for the cursor's place.
    case UInt8(ascii: "R"): isCSI ? nil : .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// The keys of the number pad, where the terminal tells them from the others.
  private var keypad: EscapeSequence.Meaning {
    switch final {
    case UInt8(ascii: "M"): .key(Key(.enter))
    case UInt8(ascii: "I"): .key(Key(.tab))
    case UInt8(ascii: "X"): .text("=")
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .text(String(Unicode.Scalar(final - 0x40)))
    default: .nothing
    }
  }
}

extension EscapeSequence.Meaning {
  fileprivate static func key(_ code: Key.Code?, _ modifiers: Key.Modifiers) -> Self {
    code.map { .key(Key($0, modifiers)) } ?? .nothing
  }

  /// A key that is reported by its character's number.
  fileprivate static func reported(_ number: Int, _ modifiers: Key.Modifiers) -> Self {
    switch number {
    case 8, 127: .key(Key(.backspace, modifiers))
    case 9: .key(Key(.tab, modifiers))
    case 13, 57_414: .key(Key(.enter, modifiers))
    case 27: .key(Key(.escape, modifiers))
    default: UInt32(exactly: number).flatMap(Unicode.Scalar.init).map { reported($0, modifiers) } ?? .nothing
    }
  }

  private static func reported(_ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers) -> Self {
    let category = scalar.properties.generalCategory
    // kitty gives keys without a character numbers for private use.
    guard category != .control, category != .privateUse else { return .nothing }
    guard modifiers.isSubset(of: .shift) else { return Key(scalar, modifiers).map { .key($0) } ?? .nothing }
    let upper = scalar.properties.uppercaseMapping
    return .text(modifiers.contains(.shift) && upper.unicodeScalars.count == 1 ? upper : String(scalar))
  }
}

extension Key.Modifiers {
  /// One more than the sum of 1 for Shift, 2 for Alt and 4 for Ctrl. What else may be held does not matter.
  fileprivate init(reported number: Int) {
    let bits = (1...256).contains(number) ? number - 1 : 0
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 2 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}
