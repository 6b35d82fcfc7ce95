package import Journal

/// A draft as one text that a writer changes in place. Where a channel has parts, each begins with a line "---": to cut
/// is to write that line, to join is to take it away.
package struct DraftText: Equatable, Sendable {
  /// In the order of the text, without those that are empty.
  package let parts: [Part]

  /// A part, and where it stands.
  package struct Part: Equatable, Sendable {
    /// The lines from the one that begins it up to the next part.
    package let lines: Range<Int>
    package let text: String
    /// Whether its first line is the "---" that begins it.
    package let hasCut: Bool
  }

  /// The line that begins a part.
  package static let cut = "---"

  /// Finds the parts of a text.
  ///
  /// - Parameter isDivided: whether the channel has parts; else all of the text is one.
  package init(_ lines: some Collection<String>, isDivided: Bool) {
    let lines = Array(lines)
    guard isDivided, !lines.isEmpty else {
      let part = Part(lines: 0..<lines.count, text: lines.joined(separator: "\n"), hasCut: false)
      parts = part.text.trimmedEnds.isEmpty ? [] : [part]
      return
    }
    let starts = [0] + lines.indices.filter { $0 > 0 && lines[$0] == Self.cut }
    let ends = starts.dropFirst() + [lines.count]
    parts = zip(starts, ends).compactMap { start, end in
      let hasCut = lines[start] == Self.cut
      let words = lines[(hasCut ? start + 1 : start)..<end].map { DraftFile.unescaped($0) }
      let text = words.joined(separator: "\n").trimmedEnds
      return text.isEmpty ? nil : Part(lines: start..<end, text: text, hasCut: hasCut)
    }
  }

  /// The text that has these parts.
  package static func text(of parts: [String], isDivided: Bool) -> String {
    guard isDivided else { return parts.joined() }
    return parts.map { cut + "\n" + DraftFile.escaped($0) }.joined(separator: "\n\n")
  }

  /// The part that a line belongs to: an empty one has none, and neither has a line of a text without parts.
  package func part(atLine line: Int) -> Int? { parts.firstIndex { $0.lines.contains(line) } }
}

extension Channel {
  /// The draft as it would be if nothing were too long: where its parts' ends were joined, it has the white space that a
  /// cut takes away.
  package func uncutDraft(of entry: Entry, template: Template?) -> String {
    var channel = self
    channel.limits = []
    return channel.draft(of: entry, template: template).parts.joined(separator: "\n\n")
  }

  /// What is counted of parts as they stand: the posts with their numbers, and of an article what a reader reads, without
  /// its front matter. Nothing of a page of HTML.
  package func counts(of parts: [String]) -> [TextCount] {
    guard form == .article else { return posts(of: parts).map(count) }
    guard shows.markup != .html else { return [] }
    return parts.map { count(readerText(of: $0)) }
  }

  private func readerText(of part: String) -> String {
    guard shows.markup == .markdown else { return part.trimmedEnds }
    var lines = part.lines[...]
    if article?.frontMatter.isEmpty == false, lines.first == "---",
      let end = lines.dropFirst().firstIndex(of: "---")
    {
      lines = lines[(end + 1)...]
    }
    let plain = PlainText(lines.joined(separator: "\n"), language: .japanese, keepsHeadings: true)
    return plain.pieces.joined(separator: "\n\n")
  }
}
