import Display

extension Key {
  /// The key that a control byte stands for; nil for a byte of text and for ESC.
  init?(control byte: UInt8) {
    switch byte {
    case Byte.tab: self.init(.tab)
    case Byte.carriageReturn, Byte.lineFeed: self.init(.enter)
    case Byte.backspace, Byte.delete: self.init(.backspace)
    case Byte.escape: return nil
    case 0: self.init(.character(" "), .control)
    case 0x01...0x1A: self.init(.character(Character(Unicode.Scalar(byte + 0x60))), .control)
    case 0x1C...0x1F: self.init(.character(Character(Unicode.Scalar(byte + 0x40))), .control)
    default: return nil
    }
  }

  /// A character held with modifiers: its letter is lower-case, and upper case is Shift. nil for what is on no key.
  init?(_ scalar: Unicode.Scalar, _ modifiers: Modifiers) {
    let character = Character(scalar)
    guard
      character.isLetter || character.isNumber || character.isPunctuation || character.isSymbol
        || character == " "
    else { return nil }
    let lower = character.lowercased()
    if lower.count == 1, lower != String(character) {
      self.init(.character(Character(lower)), modifiers.union(.shift))
    } else {
      self.init(.character(character), modifiers)
    }
  }

  func with(_ modifiers: Modifiers) -> Key { Key(code, self.modifiers.union(modifiers)) }
}
