/// How far a section is written.
package enum SectionState: Hashable, Sendable {
  /// No text outside comments, or the format's starting text as it was.
  case empty
  case begun
  /// The text ends a sentence, or is at least 40 graphemes long.
  case done

  /// - Parameter text: outside comments, without white space around it.
  init(of text: String) {
    if text.isEmpty {
      self = .empty
    } else {
      self = Sentence.isEnded(text) || text.dropFirst(39).first != nil ? .done : .begun
    }
  }
}

/// A section of an entry beside the section of the format that leads the writer there.
package struct GuidedSection: Equatable, Sendable {
  /// Nil for the text before the first heading.
  package let heading: Heading?
  /// The lines below the heading, down to the next heading of any level.
  package let body: Range<Int>
  /// The format's section; nil where the heading is the writer's own. That of the text before the first heading
  /// has no heading and an empty id.
  package let section: Template.Section?
  /// What is written there: outside comments, without white space around it; empty for the format's starting
  /// text as it was. Of a format's section it holds the writer's own headings of a deeper level, with their
  /// text.
  package let text: String
  package let state: SectionState
}

extension GuidedSection {
  /// The sections of a text beside its format; see `GuidedText`.
  package static func sections<Lines: Collection>(
    of lines: Lines, in template: Template?, metadata: EntryMetadata = EntryMetadata()
  ) -> [GuidedSection] where Lines.Element: StringProtocol {
    GuidedText(MarkdownScan(lines), template: template, metadata: metadata).sections
  }
}

/// An entry's text beside the format that it follows.
///
/// A section is recognised by its heading's text, whatever its level; white space and case don't count. Each of
/// the format's sections is recognised once, where its heading comes first.
package struct GuidedText: Equatable, Sendable {
  /// In the text's order. The first one has no heading where there is text before the first heading, where there
  /// is no heading at all, or where the format leads the writer there.
  package let sections: [GuidedSection]

  /// - Parameters:
  ///   - body: the entry's text.
  ///   - template: nil for an entry without a format: all headings are the writer's own.
  ///   - metadata: what the format's placeholders were filled with, to know starting text again.
  package init(body: String, template: Template?, metadata: EntryMetadata = EntryMetadata()) {
    self.init(MarkdownScan(body.lines), template: template, metadata: metadata)
  }

  init(_ scan: MarkdownScan, template: Template?, metadata: EntryMetadata) {
    let outline = Outline(scan, hasOpening: template?.hasOpening ?? false).sections
    let values = PlaceholderValues(metadata, language: template?.language ?? .japanese)
    let matches = template.map { Self.matches(of: $0, with: outline, values) } ?? [:]
    sections = outline.indices.map { index in
      let section = matches[index]
      let extent = section == nil ? outline[index].body : Self.extent(of: index, in: outline, matches)
      let text = Self.text(in: extent, scan, unless: section.map { values.filling($0.startingText) })
      return GuidedSection(
        heading: outline[index].heading, body: outline[index].body, section: section, text: text,
        state: SectionState(of: text))
    }
  }

  /// What is written in the format's section with an id; nil where nothing is.
  package func text(ofSection id: String) -> String? {
    let section = sections.first { $0.section?.id == id }
    return section.flatMap { $0.text.isEmpty ? nil : $0.text }
  }

  /// How many sections are done, of those that the format does not call optional. Where nothing is a section of
  /// a format, of the writer's own, without those that only hold others; nil where there are none.
  package var progress: Progress? {
    let guided = sections.filter { $0.heading != nil && $0.section?.isOptional == false }
    let counted = guided.isEmpty ? ownSections : guided
    if counted.isEmpty { return nil }
    return Progress(done: counted.count { $0.state == .done }, total: counted.count)
  }

  private var ownSections: [GuidedSection] {
    zip(sections, sections.dropFirst().map(Optional.some) + [nil]).compactMap { section, next in
      guard let level = section.heading?.level, section.section == nil else { return nil }
      let holdsNext = (next?.heading?.level ?? 0) > level
      return section.state == .empty && holdsNext ? nil : section
    }
  }
}

extension GuidedText {
  /// The format's section of each section of an outline that has one.
  private static func matches(
    of template: Template, with outline: [Outline.Section], _ values: PlaceholderValues
  ) -> [Int: Template.Section] {
    var waiting = Dictionary(grouping: template.sections.reversed()) {
      HeadingKey(values.filling($0.heading))
    }
    var matches: [Int: Template.Section] = [:]
    for (index, section) in outline.enumerated() {
      guard let heading = section.heading else {
        matches[index] = template.openingSection
        continue
      }
      matches[index] = waiting[HeadingKey(heading.text)]?.popLast()
    }
    return matches
  }

  /// The lines of a section with those of the deeper headings of the writer's own below it.
  private static func extent(
    of index: Int, in outline: [Outline.Section], _ matches: [Int: Template.Section]
  ) -> Range<Int> {
    guard let level = outline[index].heading?.level else { return outline[index].body }
    var last = index
    while last + 1 < outline.count, matches[last + 1] == nil,
      let next = outline[last + 1].heading, next.level > level
    {
      last += 1
    }
    return outline[index].body.lowerBound..<outline[last].body.upperBound
  }

  private static func text(in range: Range<Int>, _ scan: MarkdownScan, unless starting: String?) -> String {
    guard scan.hasText(in: range) else { return "" }
    let text = scan.text(in: range)
    return text == starting?.trimmed ? "" : text
  }
}

/// What of a heading's text counts when a section is looked for.
private struct HeadingKey: Hashable {
  private let text: String

  init(_ heading: String) {
    let words = TemplateHeading(heading).text.split(whereSeparator: \.isWhitespace)
    text = words.joined(separator: " ").lowercased()
  }
}
