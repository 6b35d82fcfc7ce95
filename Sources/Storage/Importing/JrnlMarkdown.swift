import Journal

/// A file of jrnl's export to Markdown, one for each entry: `# 2024-03-01 09:05 title`, then the text.
///
/// Source: jrnl 4, jrnl/plugins/markdown_exporter.py (github.com/jrnl-org/jrnl).
struct JrnlMarkdown {
  private let date: Timestamp
  private let title: String
  private let body: String

  /// Of "2024-03-01 09:05" and of "2024-03-01".
  private static let dateLengths = [16, 10]

  /// Nil where the file is none of these.
  init?(_ text: String, zones: TimeZones) {
    let line = text.prefix { !$0.isNewline }
    guard line.hasPrefix("# ") else { return nil }
    let heading = line.dropFirst(2)
    for length in Self.dateLengths {
      guard let date = zones.timestamp(String(heading.prefix(length))) else { continue }
      self.date = date
      title = heading.dropFirst(length).trimmed
      body = String(text[line.endIndex...].drop { $0.isNewline })
      return
    }
    return nil
  }

  func entry(origin: String, today: Timestamp) -> Result<ImportedEntry, ImportRefusal> {
    var draft = ImportDraft(origin: origin)
    draft.metadata.title = title
    draft.metadata.date = date
    draft.body = body
    var fingerprint = TextFingerprint()
    for text in [date.rfc3339, title, body] { fingerprint.add(text) }
    return draft.entry(id: "jrnl:" + fingerprint.text, today: today)
  }
}
