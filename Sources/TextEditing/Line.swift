/// One line of a text and what ends it, so that mixed endings survive exactly.
///
/// The text has no "\n", and does not end in "\r" where the ending is "\n": that would be "\r\n".
struct Line: Equatable, Sendable {
  let text: String
  let ending: LineEnding
  /// Where its graphemes are; nil for a line that is not long.
  let marks: LineMarks?

  /// - Parameter similar: lines that begin or end as this one does; it saves time where this one is long.
  init(text: String, ending: LineEnding, similar: [Line] = []) {
    var text = text
    text.makeContiguousUTF8()
    self.text = text
    self.ending = ending
    marks = LineMarks(text, similar: similar.compactMap { line in line.marks.map { (line.text, $0) } })
  }

  /// How many graphemes it has.
  var characterCount: Int { marks?.characterCount ?? text.count }

  /// The place before a grapheme; nil where there are not so many.
  func index(ofCharacter character: Int) -> String.Index? {
    guard let mark = marks?.mark(beforeCharacter: character) else {
      return text.index(text.startIndex, offsetBy: character, limitedBy: text.endIndex)
    }
    let start = text.utf8.index(text.startIndex, offsetBy: mark.byte)
    return text.index(start, offsetBy: character - mark.character, limitedBy: text.endIndex)
  }

  /// The text of some graphemes, as far as there are so many.
  func text(ofCharacters range: Range<Int>) -> Substring {
    let start = index(ofCharacter: range.lowerBound) ?? text.endIndex
    let end = text.index(start, offsetBy: range.count, limitedBy: text.endIndex) ?? text.endIndex
    return text[start..<end]
  }

  /// The line as it stands in the file.
  var textWithEnding: String { text + ending.rawValue }

  static func == (left: Line, right: Line) -> Bool {
    left.ending == right.ending && left.text.hasSameBytes(as: right.text)
  }

  /// A text cut at its line breaks. Never empty; the last line has no ending and may be empty.
  ///
  /// - Parameter similar: lines that those of the text begin or end like.
  static func lines(of text: String, similar: [Line] = []) -> [Line] {
    var text = text
    text.makeContiguousUTF8()
    var lines: [Line] = []
    var start = text.startIndex
    while let newline = text.firstNewline(from: start) {
      let line = text.utf8[start..<newline]
      let hasReturn = line.last == LineEnding.carriageReturn
      let end = hasReturn ? text.utf8.index(before: newline) : newline
      lines.append(
        Line(
          text: String(text[start..<end]), ending: hasReturn ? .carriageReturnLineFeed : .lineFeed,
          similar: similar))
      start = text.utf8.index(after: newline)
    }
    lines.append(
      Line(text: start == text.startIndex ? text : String(text[start...]), ending: .none, similar: similar))
    return lines
  }
}
