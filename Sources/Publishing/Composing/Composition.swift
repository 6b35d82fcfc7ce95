package import Journal

/// An entry as the Markdown that a channel's draft is made from: what its writer wrote, and nothing that was only for
/// the writer.
struct Composition {
  let markdown: String
  let language: Language
  /// The writer's own headings whose text is left out, as the format does not say where it goes.
  let leftOut: [String]

  init(_ entry: Entry, template: Template?, for channel: Channel) {
    language = Self.language(of: entry, template)
    let text = GuidedText(body: entry.body, template: template, metadata: entry.metadata)
    if let composed = Self.composed(text, template, for: channel) {
      markdown = composed
      leftOut = text.sections.filter { $0.section == nil && $0.state != .empty }.compactMap {
        $0.heading?.text
      }
    } else {
      markdown = Self.joined(entry, template, for: channel)
      leftOut = []
    }
  }

  /// By the first of the channel's names that the format knows; nil where it knows none, or nothing is written in its
  /// sections.
  private static func composed(_ text: GuidedText, _ template: Template?, for channel: Channel) -> String? {
    template?.composed(text, as: [channel.id] + channel.compose)
  }

  private static func joined(_ entry: Entry, _ template: Template?, for channel: Channel) -> String {
    var entry = entry
    if !(channel.article?.hasTitleHeading ?? false) {
      entry.body = entry.bodyWithoutTitleHeading
      entry.metadata.title = nil
    }
    return MarkdownDraft.text(of: entry, template: template)
  }

  private static func language(of entry: Entry, _ template: Template?) -> Language {
    if let language = entry.metadata.language ?? template?.language { return language }
    let isJapanese = entry.body.unicodeScalars.prefix(2_000).contains { (0x3040...0x9FFF).contains($0.value) }
    return isJapanese ? .japanese : .english
  }
}

extension Template {
  /// An entry's text in one of the forms that the format's `compose` knows, as plain text.
  ///
  /// - Parameter name: a key of `compose`, as "line".
  /// - Returns: nil where the format has no such form, or nothing is written in the entry's sections.
  package func plainText(of entry: Entry, as name: String) -> String? {
    let text = GuidedText(body: entry.body, template: self, metadata: entry.metadata)
    let pieces = composed(text, as: [name]).map {
      PlainText($0, language: entry.metadata.language ?? language, keepsHeadings: false).pieces
    }
    guard let pieces, !pieces.isEmpty else { return nil }
    return pieces.joined(separator: "\n\n")
  }

  /// By the first of the names that the format knows, as Markdown.
  fileprivate func composed(_ text: GuidedText, as names: [String]) -> String? {
    let source = names.lazy.compactMap { compose[$0] }.first
    guard let source, let template = try? ComposeTemplate(source) else { return nil }
    var values: [String: String] = [:]
    for section in sections { values[section.id] = text.text(ofSection: section.id) }
    guard !values.isEmpty else { return nil }
    return template.text(values)
  }
}

extension Entry {
  /// The text without its first heading where that is the title: the place has a field of its own for it.
  fileprivate var bodyWithoutTitleHeading: String {
    let lines = body.lines
    guard let title = metadata.title, !title.isEmpty,
      let heading = Outline(lines: lines).sections.first?.heading, heading.level == 1, heading.text == title
    else { return body }
    return (lines[..<heading.line] + lines[(heading.line + 1)...]).joined(separator: "\n")
  }
}
