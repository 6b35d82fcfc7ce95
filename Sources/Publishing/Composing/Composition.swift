package import Journal

/// An entry as the Markdown that a channel's draft is made from: what its writer wrote, and nothing that was only for
/// the writer.
struct Composition {
  let markdown: String
  let language: Language
  /// The writer's own headings whose text is left out, as the format does not say where it goes.
  let leftOut: [String]

  /// - Parameter name: the one way of composing that is to be taken, as "line"; nil for the channel's first that the
  ///   format knows.
  init(_ entry: Entry, template: Template?, for channel: Channel, as name: String? = nil) {
    language = Self.language(of: entry, template)
    let text = GuidedText(body: entry.body, template: template, metadata: entry.metadata)
    if let composed = template?.composed(text, as: name.map { [$0] } ?? channel.composingNames) {
      markdown = OpenComment.asText(in: composed)
      leftOut = text.sections.filter { $0.section == nil && $0.state != .empty }.compactMap {
        $0.heading?.text
      }
    } else {
      markdown = OpenComment.asText(in: Self.joined(entry, template, for: channel))
      leftOut = []
    }
  }

  private static func joined(_ entry: Entry, _ template: Template?, for channel: Channel) -> String {
    var entry = entry
    if !(channel.article?.hasTitleHeading ?? false) {
      entry.body = entry.bodyWithoutTitleHeading
      entry.metadata.title = nil
    }
    return MarkdownDraft.text(of: entry, template: template)
  }

  /// What the entry says, or its format, or its letters.
  static func language(of entry: Entry, _ template: Template?) -> Language {
    if let language = entry.metadata.language ?? template?.language { return language }
    let isJapanese = entry.body.unicodeScalars.prefix(2_000).contains { (0x3040...0x9FFF).contains($0.value) }
    return isJapanese ? .japanese : .english
  }
}

extension Channel {
  /// The ways of composing that make this channel's text, the best first.
  fileprivate var composingNames: [String] { [id] + compose }

  /// The first of them that the format knows and with which the text of an entry fits; nil where there is no choice.
  func composingName(of template: Template?, where fits: (String) -> Bool) -> String? {
    let known = composingNames.filter { template?.compose[$0] != nil }
    return known.count > 1 ? known.first(where: fits) : nil
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

  /// By the first of the names that the format knows, as Markdown; nil where it knows none, or nothing is written in its
  /// sections.
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
