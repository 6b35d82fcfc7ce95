/// One line of a text and what ends it, so that mixed endings survive exactly.
///
/// The text has no "\n", and does not end in "\r" where the ending is "\n": that would be "\r\n".
struct Line: Equatable, Sendable {
  var text: String
  var ending: LineEnding

  /// The line as it stands in the file.
  var textWithEnding: String { text + ending.rawValue }

  static func == (left: Line, right: Line) -> Bool {
    left.ending == right.ending && left.text.hasSameBytes(as: right.text)
  }

  /// A text cut at its line breaks. Never empty; the last line has no ending and may be empty.
  static func lines(of text: String) -> [Line] {
    var text = text
    text.makeContiguousUTF8()
    var lines: [Line] = []
    var start = text.startIndex
    while let newline = text.utf8[start...].firstIndex(of: LineEnding.newline) {
      let line = text.utf8[start..<newline]
      let hasReturn = line.last == LineEnding.carriageReturn
      let end = hasReturn ? text.utf8.index(before: newline) : newline
      lines.append(
        Line(text: String(text[start..<end]), ending: hasReturn ? .carriageReturnLineFeed : .lineFeed))
      start = text.utf8.index(after: newline)
    }
    lines.append(Line(text: String(text[start...]), ending: .none))
    return lines
  }
}
