/// Where sentences end, in Japanese and English.
package enum Sentence {
  /// The text ends in a full stop, a question mark or an exclamation mark, with or without closing brackets,
  /// quotation marks or marks of emphasis behind it.
  static func isEnded(_ text: some StringProtocol) -> Bool {
    text.reversed().first { !closings.contains($0) }.map(ends.contains) ?? false
  }

  /// The first sentence of a line, with its end; all of the line where none ends in it.
  ///
  /// What is said inside brackets or quotation marks is part of the sentence around it: 「なぜ？」と聞いた。
  static func first(of line: String) -> String {
    String(line[..<endOfFirst(in: line[...])])
  }

  /// All sentences of a line, as `first(of:)` tells them apart: together they are the line. White space between two
  /// sentences belongs to the one before.
  package static func all(in line: Substring) -> [Substring] {
    var sentences: [Substring] = []
    var rest = line
    while !rest.isEmpty {
      let space = rest[endOfFirst(in: rest)...].prefix { $0.isWhitespace }
      sentences.append(rest[..<space.endIndex])
      rest = rest[space.endIndex...]
    }
    return sentences
  }

  /// The sentences of a text, without the white space around each. None goes over the end of a line.
  static func all(of text: String) -> [String] {
    text.lines.flatMap { all(in: $0).map(\.trimmed) }.filter { !$0.isEmpty }
  }

  /// Behind the first sentence, in one walk through the line.
  private static func endOfFirst(in line: Substring) -> Substring.Index {
    var depth = 0
    var place = line.startIndex
    while place < line.endIndex {
      let character = line[place]
      if openings.contains(character) { depth += 1 }
      if brackets.contains(character) { depth = max(0, depth - 1) }
      guard depth == 0, ends.contains(character) else {
        place = line.index(after: place)
        continue
      }
      let marks = line[place...].prefix { ends.contains($0) || closings.contains($0) }
      let isEnd =
        isWholeWidth(character) || marks.endIndex == line.endIndex || line[marks.endIndex].isWhitespace
      if isEnd { return marks.endIndex }
      place = marks.endIndex
    }
    return line.endIndex
  }

  /// "3.5" and "example.com" hold no end; a Japanese full stop needs no space behind it.
  private static func isWholeWidth(_ end: Character) -> Bool { !".!?".contains(end) }

  private static let ends: Set<Character> = ["。", "．", "｡", "！", "？", ".", "!", "?", "‼", "⁉"]
  private static let openings: Set<Character> = ["「", "『", "（", "(", "【", "〈", "《", "［", "[", "“", "‘"]
  private static let brackets: Set<Character> = ["」", "』", "）", ")", "】", "〉", "》", "］", "]", "”"]
  private static let closings = brackets.union(["’", "\"", "'", "*", "_", "~", "｣"])
}
