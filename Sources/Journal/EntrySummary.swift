/// What a list shows of an entry.
package struct EntrySummary: Equatable, Sendable {
  /// The entry's path inside the journal's folder, as "2026/2026-11-20-学び.md".
  package var path: String
  package var metadata: EntryMetadata
  /// The first words of the text that are no heading, comment or code: one line, at most `excerptLimit`
  /// graphemes; empty where there are none.
  package var excerpt: String
  /// What the entry says, where it is a vector statement that says something.
  package var vector: VectorStatement?
  /// How many sections are done; see `GuidedText.progress`.
  package var progress: Progress?
  /// What its format says that the entry is a part of.
  package var series: String?
  /// Whether the file is text at all: there is nothing to show of one in another encoding.
  package var isText: Bool

  package init(
    path: String, metadata: EntryMetadata, excerpt: String = "", vector: VectorStatement? = nil,
    progress: Progress? = nil, series: String? = nil, isText: Bool = true
  ) {
    self.path = path
    self.metadata = metadata
    self.excerpt = excerpt
    self.vector = vector
    self.progress = progress
    self.series = series
    self.isText = isText
  }
}

extension EntrySummary {
  /// What other entries call this one: its `id`, else its file's name without the ending.
  package var reference: String { metadata.reference(path: path) }

  package static let excerptLimit = 120

  /// The summary of an entry beside its format, if it has one.
  package init(path: String, metadata: EntryMetadata, body: String, template: Template?) {
    let scan = MarkdownScan(body.lines)
    let text = GuidedText(scan, template: template, metadata: metadata)
    let isVector = (template?.kind ?? metadata.kind) == .vector
    self.init(
      path: path, metadata: metadata, excerpt: Self.excerpt(of: scan),
      vector: isVector ? VectorStatement(text) : nil, progress: text.progress,
      series: template?.series)
  }

  private static func excerpt(of scan: MarkdownScan) -> String {
    var excerpt = ""
    var length = 0
    for line in scan.lines where line.kind == .text {
      var needsSpace = length > 0
      for character in line.visible {
        if character.isWhitespace {
          needsSpace = length > 0
          continue
        }
        let added = needsSpace ? [" ", character] : [character]
        guard length + added.count <= excerptLimit else { return excerpt }
        excerpt += added
        length += added.count
        needsSpace = false
      }
    }
    return excerpt
  }
}
