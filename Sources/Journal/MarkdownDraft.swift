/// An entry as Markdown for somewhere else: what its author wrote, and nothing that was only for its author.
package enum MarkdownDraft {
  /// The text below the front matter, with the title as its first heading.
  ///
  /// Sections without text are left out with their headings, and HTML comments outside code are removed; the
  /// blank lines around what was removed become one. A comment that is never closed is text. All else is exact.
  /// There is one line ending at the end; without any text there is nothing at all but the title.
  ///
  /// - Parameter template: the entry's format, whose starting text is no text of the writer's.
  package static func text(of entry: Entry, template: Template? = nil) -> String {
    let lines = entry.body[...].linesWithEndings
    let scan = MarkdownScan(lines)
    let text = GuidedText(scan, template: template, metadata: entry.metadata)
    let isKept = keptLines(of: text, count: lines.count)

    var draft = DraftText(lineEnding: lines[0].lineEnding == "\r\n" ? "\r\n" : "\n")
    if let title = heading(for: entry.metadata.title, above: text) {
      draft.addParagraph("# " + title)
    }
    for (index, content) in scan.lines.enumerated() {
      if !isKept[index] || (content.hasComment && content.visible.isBlank) {
        draft.leaveOut()
      } else if content.hasComment {
        draft.add(content.visible, ending: lines[index].lineEnding)
      } else {
        draft.add(lines[index])
      }
    }
    return draft.text
  }

  /// The title, unless the text has it as its first heading already.
  private static func heading(for title: String?, above text: GuidedText) -> String? {
    let line = title?.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed ?? ""
    let first = text.sections.first?.heading
    return line.isEmpty || first?.level == 1 && first?.text == line ? nil : line
  }

  /// For each line, whether it belongs to a section with text, or is the heading above one.
  private static func keptLines(of text: GuidedText, count: Int) -> [Bool] {
    var lines = Array(repeating: false, count: count)
    /// The levels of the kept sections below, as far as a heading above can hold them.
    var levels: Set<Int> = []
    for section in text.sections.reversed() {
      let level = section.heading?.level ?? 0
      let holdsText = section.heading != nil && levels.contains { $0 > level }
      levels = levels.filter { $0 <= level }
      guard section.state != .empty || holdsText else { continue }
      levels.insert(level)
      for line in (section.heading?.line ?? section.body.lowerBound)..<section.body.upperBound {
        lines[line] = true
      }
    }
    return lines
  }
}

/// A draft while its lines are put together: without blank lines at its start and end, and with one where
/// something was left out.
private struct DraftText {
  let lineEnding: String
  private var lines: [Substring] = []
  private var isAfterGap = false

  init(lineEnding: String) {
    self.lineEnding = lineEnding
  }

  mutating func leaveOut() { isAfterGap = true }

  /// A line as it was, with its ending.
  mutating func add(_ line: Substring) {
    let isBlank = line.isBlank
    if isBlank, lines.isEmpty || (isAfterGap && lines.last?.isBlank == true) { return }
    if !isBlank { isAfterGap = false }
    lines.append(line)
  }

  /// A line that lost a comment, and with it the white space before it.
  mutating func add(_ line: String, ending: Substring) {
    let end = line.lastIndex { !$0.isWhitespace }.map(line.index(after:)) ?? line.startIndex
    add(line[..<end] + ending)
  }

  mutating func addParagraph(_ line: String) {
    lines = [Substring(line + lineEnding), Substring(lineEnding)]
    isAfterGap = true
  }

  var text: String {
    guard let last = lines.lastIndex(where: { !$0.isBlank }) else { return "" }
    let text = lines[...last].joined()
    return text.utf8.last == UInt8(ascii: "\n") ? text : text + lineEnding
  }
}
