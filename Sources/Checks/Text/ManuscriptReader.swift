internal import Journal

/// A paragraph where it stands in a manuscript.
struct PlacedSource: Sendable {
  let part: Finding.Part
  let firstLine: Int
  let source: ParagraphSource
  /// There is text below a heading.
  var isFilled = true
}

/// Cuts a manuscript into paragraphs: headings, items of lists and lines between blank ones. Fenced code and `>`
/// quotations are left out.
struct ManuscriptReader {
  private(set) var paragraphs: [PlacedSource] = []
  private(set) var suppressions: [Suppression] = []
  private var lines: [String] = []
  private var hidden: [Int: [Range<Int>]] = [:]
  private var firstLine = 0

  init(_ manuscript: Manuscript) {
    if !manuscript.title.isEmpty { add(.title, [manuscript.title], role: .title, part: .title) }
    if !manuscript.tags.isEmpty {
      add(.tags, [manuscript.tags.map { "#" + $0 }.joined(separator: " ")], role: .tags, part: .tags)
    }
    let lines = manuscript.body.lines
    let scan = MarkdownScan(lines)
    suppressions = scan.comments.compactMap(Suppression.init)
    for (number, line) in lines.enumerated() { read(line, number, scan.lines[number]) }
    flush()
    markEmptyHeadings()
  }

  private mutating func add(
    _ part: Finding.Part, _ lines: [String], role: ParagraphSource.Role, part place: Finding.Part
  ) {
    paragraphs.append(
      PlacedSource(part: place, firstLine: 0, source: ParagraphSource(lines: lines, hidden: [:], role: role)))
  }

  private mutating func read(_ line: Substring, _ number: Int, _ scanned: MarkdownScan.Line) {
    switch scanned.kind {
    case .code: flush()
    case .heading:
      flush()
      append(line, number, scanned)
      flush(role: .heading)
    case .text:
      let start = line.drop { $0 == " " || $0 == "\t" }
      if start.isEmpty || start.hasPrefix(">") { return flush() }
      if Self.beginsItem(start) { flush() }
      append(line, number, scanned)
    }
  }

  private static func beginsItem(_ line: Substring) -> Bool {
    if line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("+ ") { return true }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    return (1...3).contains(digits.count) && line[digits.endIndex...].hasPrefix(". ")
  }

  private mutating func append(_ line: Substring, _ number: Int, _ scanned: MarkdownScan.Line) {
    if lines.isEmpty { firstLine = number }
    if !scanned.hidden.isEmpty { hidden[number - firstLine] = scanned.hidden }
    lines.append(String(line))
  }

  private mutating func flush(role: ParagraphSource.Role = .body) {
    guard !lines.isEmpty else { return }
    paragraphs.append(
      PlacedSource(
        part: .body, firstLine: firstLine, source: ParagraphSource(lines: lines, hidden: hidden, role: role)))
    lines = []
    hidden = [:]
  }

  private mutating func markEmptyHeadings() {
    var isFilled = false
    for index in paragraphs.indices.reversed() {
      if paragraphs[index].source.role == .heading {
        paragraphs[index].isFilled = isFilled
        isFilled = false
      } else {
        isFilled = isFilled || paragraphs[index].source.hasText
      }
    }
  }
}

extension ParagraphSource {
  /// There is something outside comments.
  fileprivate var hasText: Bool {
    lines.enumerated().contains { number, line in
      guard let hidden = hidden[number] else { return line.contains { !$0.isWhitespace } }
      var offset = 0
      return line.contains { character in
        defer { offset += character.utf8.count }
        return !character.isWhitespace && !hidden.contains { $0.contains(offset) }
      }
    }
  }
}

/// `<!-- kiseki off blame -->` or `<!-- kiseki on -->`: from its line on, rules or classes are silent, or speak
/// again.
struct Suppression: Sendable {
  let line: Int
  let isOff: Bool
  /// Classes and rules; empty for all.
  let names: Set<String>

  init?(_ comment: MarkdownScan.Comment) {
    let words = comment.text.split { $0 == " " || $0 == "," || $0 == "\n" }
    guard words.count >= 2, words[0] == "kiseki", words[1] == "off" || words[1] == "on" else { return nil }
    line = comment.line
    isOff = words[1] == "off"
    names = Set(words.dropFirst(2).map(String.init))
  }
}
