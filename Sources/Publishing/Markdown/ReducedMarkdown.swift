internal import Journal

/// Markdown for a place that does not have all of it: what would be shown with its marks there is written as people
/// read it, and line breaks get what they need. Code stays as it is.
struct ReducedMarkdown {
  let text: String

  init(_ markdown: String, for shows: Channel.Shows, language: Language) {
    guard !shows.lacks.isEmpty || shows.needsSpacesAtBreaks else {
      text = markdown
      return
    }
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let kinds = MarkdownScan(lines).lines.map(\.kind)
    var inline = ReducedLine(lacking: shows.lacks, language: language)
    var table = TableReader()
    var result: [String] = []
    for (index, line) in lines.enumerated() {
      guard kinds[index] != .code else {
        result.append(String(line))
        continue
      }
      let next = index + 1 < lines.count && kinds[index + 1] == .text ? lines[index + 1] : ""
      guard shows.lacks.contains(.tables), let row = table.row(line, before: next) else {
        let reduced = inline.reduced(line)
        let isBroken = shows.needsSpacesAtBreaks && kinds[index] == .text && line.breaks(before: next)
        result.append(isBroken ? reduced + "  " : reduced)
        continue
      }
      if !row.isEmpty { result.append(inline.reduced(row[...])) }
    }
    text = result.joined(separator: "\n")
  }
}

/// The rows of tables, as "a / b".
private struct TableReader {
  private var isInside = false

  /// Nil for a line of no table; empty for the line below a table's head.
  mutating func row(_ line: Substring, before next: Substring) -> String? {
    let hasCells = line.contains("|")
    if isInside {
      isInside = hasCells
    } else {
      isInside = hasCells && next.isTableRule
    }
    guard isInside else { return nil }
    return line.isTableRule ? "" : Self.cells(of: line).joined(separator: " / ")
  }

  private static func cells(of line: Substring) -> [String] {
    let ends = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    var cells: [String] = [""]
    var isEscaped = false
    for character in ends {
      if character == "|", !isEscaped { cells.append("") } else { cells[cells.count - 1].append(character) }
      isEscaped = character == "\\" && !isEscaped
    }
    return cells.map { $0.replacing("\\|", with: "|").withoutOuterSpaces }.filter { !$0.isEmpty }
  }
}

/// Lines of text, one after the other: footnotes are numbered in the order in which they are met.
private struct ReducedLine {
  let lacking: Set<Channel.Feature>
  let language: Language
  private var footnotes: [String: Int] = [:]

  init(lacking: Set<Channel.Feature>, language: Language) {
    self.lacking = lacking
    self.language = language
  }

  mutating func reduced(_ line: Substring) -> String {
    var scalars = Array(line.unicodeScalars)
    if lacking.contains(.italics) { dropItalics(from: &scalars) }
    guard !lacking.isDisjoint(with: [.images, .footnotes]) else {
      return String(String.UnicodeScalarView(scalars))
    }
    return replacingBrackets(in: scalars)
  }

  private func dropItalics(from scalars: inout [Unicode.Scalar]) {
    let code = CodeSpans(scalars)
    var open: EmphasisRun?
    var dropped: [Int] = []
    for run in EmphasisRun.all(in: scalars)
    where run.mark == "*" && run.range.count == 1 && !code.contains(run.range.lowerBound)
      && !Self.isOfSum(run, in: scalars)
    {
      if let start = open, run.isFreed || run.closesStrictly {
        dropped += [start.range.lowerBound, run.range.lowerBound]
        open = nil
      } else if run.isFreed || run.opensStrictly {
        open = run
      }
    }
    for index in dropped.sorted().reversed() { scalars.remove(at: index) }
  }

  /// 5*3 means what it says.
  private static func isOfSum(_ run: EmphasisRun, in scalars: [Unicode.Scalar]) -> Bool {
    let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
    return run.range.lowerBound > 0 && run.range.upperBound < scalars.count
      && digits.contains(scalars[run.range.lowerBound - 1]) && digits.contains(scalars[run.range.upperBound])
  }

  /// Pictures become their alternative text, references to footnotes their numbers.
  private mutating func replacingBrackets(in scalars: [Unicode.Scalar]) -> String {
    let code = CodeSpans(scalars)
    var result = String.UnicodeScalarView()
    var place = 0
    while place < scalars.count {
      let rest = scalars[place...].prefix(Self.longestMark)
      let isMark = (scalars[place] == "!" || scalars[place] == "[") && !code.contains(place)
      if isMark, lacking.contains(.images), let image = ImageMark(rest) {
        if !image.alternative.isEmpty { result += language.imageNote(image.alternative).unicodeScalars }
        place = image.end
      } else if isMark, lacking.contains(.footnotes), let note = FootnoteMark(rest) {
        result += "[\(number(of: note.name))]".unicodeScalars
        place = note.end + (note.isDefinition && place == 0 ? 1 : 0)
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return String(result)
  }

  /// Of a picture with its address, in scalars.
  private static let longestMark = 2_000

  private mutating func number(of footnote: String) -> Int {
    let number = footnotes[footnote] ?? footnotes.count + 1
    footnotes[footnote] = number
    return number
  }
}

/// "![alternative](target)" at the start of a text.
private struct ImageMark {
  let alternative: String
  let end: Int

  init?(_ text: ArraySlice<Unicode.Scalar>) {
    guard text.starts(with: ["!", "["]), let close = text.firstIndex(of: "]"),
      text[close...].dropFirst().first == "(", let end = text[close...].firstIndex(of: ")")
    else { return nil }
    alternative = String(String.UnicodeScalarView(text[(text.startIndex + 2)..<close]))
    self.end = end + 1
  }
}

/// "[^name]" at the start of a text.
private struct FootnoteMark {
  let name: String
  let end: Int
  /// A colon follows.
  let isDefinition: Bool

  init?(_ text: ArraySlice<Unicode.Scalar>) {
    guard text.starts(with: ["[", "^"]), let close = text.firstIndex(of: "]"), close > text.startIndex + 2,
      !text[..<close].contains(" ")
    else { return nil }
    name = String(String.UnicodeScalarView(text[(text.startIndex + 2)..<close]))
    end = close + 1
    isDefinition = text[close...].dropFirst().first == ":"
  }
}

extension StringProtocol {
  fileprivate var withoutOuterSpaces: String {
    let start = drop { $0 == " " }
    return String(start[..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.startIndex)])
  }

  /// The line below the head of a table.
  fileprivate var isTableRule: Bool {
    contains("|") && contains("-") && allSatisfy { " |:-\t".contains($0) }
  }

  /// Whether the writer broke a paragraph here: the next line goes on with it.
  fileprivate func breaks(before next: Substring) -> Bool {
    let line = drop { $0 == " " }
    let following = next.drop { $0 == " " }
    guard let first = line.first, let start = following.first, !hasSuffix("  "), !hasSuffix("\\") else {
      return false
    }
    if "|<".contains(first) || "|<#".contains(start) || line.isRule || following.isRule { return false }
    if start == ">" { return first == ">" }
    return !following.beginsListItem && !following.hasPrefix("[^") && !following.hasPrefix("```")
  }

  /// A line of nothing but dashes, stars or equal signs.
  private var isRule: Bool { count >= 3 && allSatisfy { "-*_= ".contains($0) } }

  private var beginsListItem: Bool {
    let mark = prefix { !$0.isWhitespace }
    guard mark.endIndex < endIndex, let last = mark.last else { return false }
    return ["-", "*", "+"].contains(String(mark))
      || ".)".contains(last) && mark.dropLast().allSatisfy { $0.isASCII && $0.isNumber } && mark.count > 1
  }
}
