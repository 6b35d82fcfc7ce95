/// A heading of an entry.
package struct Heading: Equatable, Sendable {
  /// The line it stands in, from 0.
  package let line: Int
  /// 1 to 6.
  package let level: Int
  package let text: String

  package init(line: Int, level: Int, text: String) {
    self.line = line
    self.level = level
    self.text = text
  }
}

/// A Markdown text by its headings: ATX headings (`## …`) outside fenced code and HTML comments.
package struct Outline: Equatable, Sendable {
  /// What stands between two headings.
  package struct Section: Equatable, Sendable {
    /// Nil for the text before the first heading.
    package let heading: Heading?
    /// The lines below the heading, down to the next heading of any level.
    package let body: Range<Int>
  }

  /// In the text's order. The first one has no heading where there is text before the first heading, or
  /// where there is no heading at all.
  package let sections: [Section]

  /// - Parameter lines: with or without their endings.
  package init<Lines: Collection>(lines: Lines) where Lines.Element: StringProtocol {
    self.init(MarkdownScan(lines))
  }

  /// - Parameter hasOpening: blank lines before the first heading are a section, too.
  init(_ scan: MarkdownScan, hasOpening: Bool = false) {
    let headings = scan.lines.indices.compactMap { line -> Heading? in
      guard case .heading(let level, let text) = scan.lines[line].kind else { return nil }
      return Heading(line: line, level: level, text: text)
    }
    let ends = headings.map(\.line).dropFirst() + [scan.lines.count]
    let opening = 0..<(headings.first?.line ?? scan.lines.count)
    let hasOpening = headings.isEmpty || scan.hasText(in: opening) || (hasOpening && !opening.isEmpty)
    sections =
      (hasOpening ? [Section(heading: nil, body: opening)] : [])
      + zip(headings, ends).map { Section(heading: $0, body: $0.line + 1..<$1) }
  }
}
