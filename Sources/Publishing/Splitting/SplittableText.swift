internal import Journal
internal import Typography

/// A text with the places where it may be cut: sentences, and of those that are too long phrases, and of those
/// characters.
struct SplittableText {
  /// What is not cut any further: in characters, without the white space around.
  private(set) var atoms: [Range<Int>] = []
  /// How bad a cut before each atom is; the first has none before it.
  private(set) var ranks: [Rank] = []
  let characters: [Character]
  private let capacity: PartCapacity
  /// For each character, whether it may not be parted from the one before.
  private let isBound: [Bool]

  enum Rank: Comparable {
    case paragraph, line, sentence, phrase, character
  }

  init(_ text: String, capacity: PartCapacity) {
    characters = Array(text)
    self.capacity = capacity
    isBound = BoundCharacters(characters).isBound
    var start = 0
    var rank = Rank.paragraph
    while start < characters.count {
      let end = characters[start...].firstIndex { $0.isNewline } ?? characters.count
      addSentences(of: start..<end, rank: rank)
      let space = characters[end...].prefix { $0.isWhitespace }
      rank = space.count(where: \.isNewline) > 1 ? .paragraph : .line
      start = max(space.endIndex, start + 1)
    }
  }

  func text(of range: Range<Int>) -> String { String(characters[range]) }

  /// The atoms that are too long for a part of their own.
  var uncuttable: Set<String> {
    Set(atoms.filter { !fits($0) }.map { text(of: $0) })
  }

  func measure(_ range: Range<Int>) -> [Int] { capacity.measure(text(of: range)) }

  private func fits(_ range: Range<Int>) -> Bool { capacity.holds(measure(range)) }

  // MARK: Finding the places

  private mutating func addSentences(of line: Range<Int>, rank: Rank) {
    let sentences = Sentence.all(in: text(of: line)[...]).map(\.count)
    add(pieces(of: line, lengths: sentences), rank: rank, inner: .sentence) { text, sentence in
      text.fits(sentence) ? text.atoms.append(sentence) : text.addPhrases(of: sentence)
    }
  }

  private mutating func addPhrases(of sentence: Range<Int>) {
    let offsets = WordBoundaries.offsets(in: text(of: sentence))
    let lengths = zip(offsets, offsets.dropFirst()).map { $1 - $0 }
    add(pieces(of: sentence, lengths: lengths), rank: nil, inner: .phrase) { text, phrase in
      text.fits(phrase) ? text.atoms.append(phrase) : text.addCharacters(of: phrase)
    }
  }

  private mutating func addCharacters(of phrase: Range<Int>) {
    let pieces = pieces(of: phrase, lengths: Array(repeating: 1, count: phrase.count))
    add(pieces, rank: nil, inner: .character) { text, character in text.atoms.append(character) }
  }

  /// Adds the atoms of each piece. The first atom of the first piece is reached by the outer cut, whose rank it has
  /// already where none is given.
  private mutating func add(
    _ pieces: [Range<Int>], rank: Rank?, inner: Rank, _ addAtoms: (inout SplittableText, Range<Int>) -> Void
  ) {
    for (index, piece) in pieces.enumerated() {
      if index > 0 { ranks.append(inner) } else if let rank { ranks.append(rank) }
      addAtoms(&self, piece)
    }
  }

  /// The pieces between cuts that may be made, without white space around them and without empty ones.
  private func pieces(of range: Range<Int>, lengths: [Int]) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var end = start
    for length in lengths {
      end = min(end + length, range.upperBound)
      guard end == range.upperBound || !isBound[end] else { continue }
      let trimmed = trimmed(start..<end)
      if !trimmed.isEmpty { pieces.append(trimmed) }
      start = end
    }
    let rest = trimmed(start..<range.upperBound)
    if !rest.isEmpty { pieces.append(rest) }
    return pieces
  }

  /// Without white space at the end, and, but at a line's start, where it may be an indentation, at the start.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let content = characters[range]
    guard let last = content.lastIndex(where: { !$0.isWhitespace }) else {
      return range.lowerBound..<range.lowerBound
    }
    let isLineStart = range.lowerBound == 0 || characters[range.lowerBound - 1].isNewline
    let first = isLineStart ? range.lowerBound : content.firstIndex { !$0.isWhitespace } ?? range.lowerBound
    return first..<last + 1
  }
}

/// The characters that are not to be parted from the one before them: inside links, hashtags, mentions and numbers.
struct BoundCharacters {
  private(set) var isBound: [Bool]

  init(_ characters: [Character]) {
    isBound = Array(repeating: false, count: characters.count + 1)
    var scalars: [Unicode.Scalar] = []
    var owners: [Int] = []
    for (index, character) in characters.enumerated() {
      for scalar in character.unicodeScalars {
        scalars.append(scalar)
        owners.append(index)
      }
    }
    let marks = TextMarks(scalars)
    for range in marks.links + marks.hashtags + marks.mentions {
      for scalar in range.dropFirst() where owners[scalar] != owners[range.lowerBound] {
        isBound[owners[scalar]] = true
      }
    }
    bindNumbers(in: characters)
    bindAddresses(in: characters)
  }

  /// What begins as a link does, be it none for the place, as where a word touches it.
  private mutating func bindAddresses(in characters: [Character]) {
    var place = 0
    while let colon = characters[place...].firstIndex(of: ":") {
      place = colon + 1
      guard characters[place...].starts(with: ["/", "/"]) else { continue }
      let start = characters[..<colon].lastIndex { !($0.isASCII && $0.isLetter) }.map { $0 + 1 } ?? 0
      let end = characters[place...].firstIndex { !$0.isASCII || $0.isWhitespace } ?? characters.count
      for index in start..<end where index > start { isBound[index] = true }
      place = end
    }
  }

  /// "1,000", "3.14", "12:30", "50%", "300円".
  private mutating func bindNumbers(in characters: [Character]) {
    let isDigit = characters.map(\.isDigit)
    for index in characters.indices.dropFirst() {
      if isDigit[index - 1] {
        isBound[index] =
          isBound[index] || isDigit[index] || characters[index].isLetter || "%％".contains(characters[index])
      } else if isDigit[index], index > 1, isDigit[index - 2], ",.:/，．：".contains(characters[index - 1]) {
        isBound[index - 1] = true
        isBound[index] = true
      }
    }
  }
}

extension Character {
  fileprivate var isDigit: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }
}
