internal import Journal
internal import YAML

extension Channel {
  /// An article for a blog, or a file of Markdown or HTML.
  func article(of entry: Entry, _ composition: Composition) -> Draft {
    switch shows.markup {
    case .html:
      let page = HTMLText.page(
        title: entry.metadata.title, composition.markdown, language: composition.language)
      return Draft(parts: [page])
    case .plain:
      let plain = PlainText(
        composition.markdown, language: composition.language, keepsHeadings: shows.headings)
      let text = ([titleLine(of: entry)].compactMap(\.self) + plain.pieces).joined(separator: "\n\n")
      return Draft(parts: [text.isEmpty ? "" : text + "\n"])
    case .markdown:
      let markdown = composition.markdown
      let leveled = shows.headingLevels.map { HeadingLevels($0).applied(to: markdown) } ?? markdown
      let shown = ReducedMarkdown(leveled, for: shows, language: composition.language).text
      let strict = StrictEmphasis(shown)
      let head = article?.head(of: entry, language: composition.language) ?? ""
      return Draft(parts: [head + strict.text], notices: strict.isDoubtful ? [.emphasisMayShow] : [])
    }
  }

  private func titleLine(of entry: Entry) -> String? {
    guard article?.hasTitleHeading == false, let title = entry.metadata.title, !title.isEmpty else {
      return nil
    }
    return title
  }
}

/// The levels of headings that a place has: an entry's own go down or up to them.
private struct HeadingLevels {
  let range: ClosedRange<Int>

  init(_ range: ClosedRange<Int>) {
    self.range = range
  }

  func applied(to markdown: String) -> String {
    var lines = markdown.lines.map { String($0) }
    let headings = Outline(lines: lines).sections.compactMap(\.heading)
    guard let highest = headings.map(\.level).min() else { return markdown }
    for heading in headings {
      let level = min(range.upperBound, heading.level - highest + range.lowerBound)
      guard level != heading.level else { continue }
      lines[heading.line] = String(repeating: "#", count: level) + " " + heading.text
    }
    return lines.joined(separator: "\n")
  }
}

extension Channel.Article {
  /// The front matter with the entry's values in it, and a blank line; empty where the place reads none.
  func head(of entry: Entry, language: Language) -> String {
    guard !frontMatter.isEmpty else { return "" }
    let lines = frontMatter.compactMap { line in
      value(of: line.value, entry, language).map { "\(line.key): \($0)\n" }
    }
    return "---\n" + lines.joined() + "---\n\n"
  }

  /// As YAML; nil where the entry does not say it, so that the key is left out.
  private func value(of text: String, _ entry: Entry, _ language: Language) -> String? {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return text.isEmpty ? "''" : text }
    let name = text.dropFirst().dropLast()
    let metadata = entry.metadata
    switch name.prefix(while: { $0 != ":" }) {
    case "title": return YAMLScalar.written(metadata.title ?? "")
    case "tags": return "[" + metadata.tags.map(YAMLScalar.written).joined(separator: ", ") + "]"
    case "date":
      let pattern = name.drop { $0 != ":" }.dropFirst()
      return metadata.date.map { pattern.isEmpty ? $0.rfc3339 : $0.formatted(String(pattern)) }
    case "lastmod": return metadata.lastModified?.rfc3339
    case "lang": return language.rawValue
    case "is-japanese": return String(language == .japanese)
    default: return nil
    }
  }
}
