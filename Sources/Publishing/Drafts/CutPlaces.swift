internal import Journal
internal import Typography

/// How far a cut is moved.
package enum CutStep: CaseIterable, Sendable {
  case phrase, sentence, paragraph
}

/// Two parts of a draft with the white space that was between them, and the places where a cut may be: never inside a
/// link, a hashtag, a mention, a number or an emoji.
package struct CutPlaces {
  private let characters: [Character]
  /// The place between the two, in characters.
  private let cut: Int
  private let isBound: [Bool]

  /// - Parameter source: the text that both were cut from. Where they do not stand in it one behind the other, a sentence
  ///   that has ended is taken for the end of a paragraph.
  package init(_ first: String, _ second: String, in source: String) {
    let head = first.trimmedEnds
    characters = Array(head + Self.space(between: head, and: second, in: source) + second)
    cut = head.count
    isBound = BoundCharacters(characters).isBound
  }

  /// Both as one text.
  package var joined: String { String(characters) }

  /// The parts with the cut moved to the next place; nil where there is none.
  ///
  /// - Parameter isEarlier: towards the start of the text.
  package func moved(by step: CutStep, isEarlier: Bool) -> (first: String, second: String)? {
    let places = places(of: step)
    let end = characters[cut...].firstIndex { !$0.isWhitespace } ?? characters.count
    let place = isEarlier ? places.last { $0 < cut } : places.first { $0 > end }
    return place.flatMap(parts)
  }

  /// A text cut where it is best near its middle; nil where it cannot be cut.
  package static func halves(of text: String) -> (first: String, second: String)? {
    let whole = CutPlaces(text, "", in: text)
    for step in CutStep.allCases.reversed() {
      let middle = whole.characters.count / 2
      let place = whole.places(of: step).min { abs($0 - middle) < abs($1 - middle) }
      if let parts = place.flatMap(whole.parts) { return parts }
    }
    return nil
  }

  private func parts(cutAt place: Int) -> (first: String, second: String)? {
    let first = String(characters[..<place]).trimmedEnds
    let second = String(characters[place...].drop { $0.isWhitespace }).trimmedEnds
    return first.isEmpty || second.isEmpty ? nil : (first, second)
  }

  /// The starts of pieces, in characters.
  private func places(of step: CutStep) -> [Int] {
    let places: [Int] =
      switch step {
      case .paragraph: lineStarts(after: 2).isEmpty ? lineStarts(after: 1) : lineStarts(after: 2)
      case .sentence: starts { line in Sentence.all(in: line[...]).map(\.count) }
      case .phrase:
        starts { line in
          let offsets = WordBoundaries.offsets(in: line)
          return zip(offsets, offsets.dropFirst()).map { $1 - $0 }
        }
      }
    return places.filter { !isBound[$0] && !characters[$0].isWhitespace }
  }

  /// The starts of lines that have so many line breaks before them.
  private func lineStarts(after breaks: Int) -> [Int] {
    characters.indices.dropFirst().filter { place in
      guard characters[place - 1].isNewline else { return false }
      let space = characters[..<place].reversed().prefix { $0.isWhitespace }
      return space.count(where: \.isNewline) >= breaks
    }
  }

  /// The starts of the pieces of each line, given by their lengths.
  private func starts(_ lengths: (String) -> [Int]) -> [Int] {
    var starts: [Int] = []
    var start = 0
    for line in characters.split(
      maxSplits: .max, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      var place = start
      for length in lengths(String(line)) {
        if place > 0, place < characters.count { starts.append(place) }
        place += length
      }
      start += line.count + 1
    }
    return starts
  }

  // MARK: Between two parts

  private static func space(between first: String, and second: String, in source: String) -> String {
    let (tail, head) = (first.suffix(seen), second.prefix(seen))
    guard !tail.isEmpty, !head.isEmpty else { return "" }
    for place in source.ranges(of: tail) {
      let space = source[place.upperBound...].prefix { $0.isWhitespace }
      if source[space.endIndex...].hasPrefix(head) { return String(space) }
    }
    if Sentence.all(in: tail + "x").count > 1 { return "\n\n" }
    return tail.last?.isASCII == true && head.first?.isASCII == true ? " " : ""
  }

  /// How many characters on each side tell a place.
  private static let seen = 12
}
