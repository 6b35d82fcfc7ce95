/// One line of Markdown, letter by letter, without what is not read.
struct MarkdownLine {
  private let characters: [Character]
  /// UTF-8 offsets, where something is hidden.
  private let isHidden: [Bool]?
  /// In graphemes.
  private(set) var column = 0

  struct Piece {
    let content: Content
    let column: Int
  }

  enum Content {
    case character(Character)
    case code
    case webAddress
  }

  init(_ line: String, hidden: [Range<Int>]) {
    characters = Array(line)
    guard !hidden.isEmpty else {
      isHidden = nil
      return
    }
    var offset = 0
    isHidden = characters.map { character in
      defer { offset += character.utf8.count }
      return hidden.contains { $0.contains(offset) }
    }
  }

  /// Goes past the marks of headings, lists and tasks.
  mutating func skipMarks() {
    skipSpaces()
    let start = column
    while peek() == "#" { column += 1 }
    if column > start {
      if peek() != " " { column = start }
      return
    }
    if let mark = peek(), "-*+".contains(mark), peek(1) == " " {
      column += 2
      if peek() == "[", peek(2) == "]", peek(3) == " " { column += 4 }
    }
    skipSpaces()
  }

  mutating func next() -> Piece? {
    while let character = peek() {
      let place = column
      if isHidden?[column] == true {
        column += 1
      } else if character == "*" || (character == "_" && peek(1) == "_")
        || (character == "~" && peek(1) == "~")
      {
        column += character == "*" ? 1 : 2
      } else if character == "`", let end = end(of: "`") {
        column = end
        return Piece(content: .code, column: place)
      } else if let end = endOfLinkTarget(character) ?? endOfWebAddress(character) {
        column = end
        return Piece(content: .webAddress, column: place)
      } else {
        column += 1
        return Piece(content: .character(character), column: place)
      }
    }
    return nil
  }

  private func peek(_ distance: Int = 0) -> Character? {
    column + distance < characters.count ? characters[column + distance] : nil
  }

  private mutating func skipSpaces() {
    while peek() == " " || peek() == "\t" || peek() == "\u{3000}" { column += 1 }
  }

  private func end(of mark: Character) -> Int? {
    characters[(column + 1)...].firstIndex(of: mark).map { $0 + 1 }
  }

  /// "](address)" behind the text of a link.
  private func endOfLinkTarget(_ character: Character) -> Int? {
    guard character == "]", peek(1) == "(", let end = characters[column...].firstIndex(of: ")") else {
      return nil
    }
    return end + 1
  }

  private func endOfWebAddress(_ character: Character) -> Int? {
    guard character == "h" || character == "H" || character == "w" else { return nil }
    let head = String(characters[column...].prefix(8)).lowercased()
    guard head.hasPrefix("http://") || head == "https://" || head.hasPrefix("www.") else { return nil }
    var end = column
    while end < characters.count, Self.isAddressCharacter(characters[end]) { end += 1 }
    while end > column, ".,;:!?)".contains(characters[end - 1]) { end -= 1 }
    return end > column + 4 ? end : nil
  }

  private static func isAddressCharacter(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return false }
    return value > 0x20 && value != UInt8(ascii: "<") && value != UInt8(ascii: ">")
      && value != UInt8(ascii: "\"")
  }
}
