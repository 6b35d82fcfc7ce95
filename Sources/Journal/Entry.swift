/// One entry of the journal: what its front matter says, and its text.
package struct Entry: Equatable, Sendable {
  package var metadata: EntryMetadata
  /// The exact text below the front matter, with the file's own line endings.
  package var body: String

  package init(metadata: EntryMetadata = EntryMetadata(), body: String = "") {
    self.metadata = metadata
    self.body = body
  }
}

/// What a list shows of an entry.
package struct EntrySummary: Equatable, Sendable {
  /// The entry's path inside the journal's folder, as "2026/2026-11-20-学び.md".
  package var path: String
  package var metadata: EntryMetadata
  /// The first words of the text that are not a heading, one line; empty where there are none.
  package var excerpt: String
  /// The current vector in one sentence, where the entry is a vector statement that has one.
  package var vectorLine: String?
  /// Sections with text, of all sections that the entry has. Nil where it has no headings.
  package var progress: Progress?

  package init(
    path: String, metadata: EntryMetadata, excerpt: String = "", vectorLine: String? = nil,
    progress: Progress? = nil
  ) {
    self.path = path
    self.metadata = metadata
    self.excerpt = excerpt
    self.vectorLine = vectorLine
    self.progress = progress
  }
}

/// How many of a whole are done.
package struct Progress: Hashable, Sendable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
