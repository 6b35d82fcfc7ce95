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

/// How many of a whole are done.
package struct Progress: Hashable, Sendable {
  package var done: Int
  package var total: Int

  package init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}
