extension JournalFolder {
  /// The entries, newest first: by the date that a file's name begins with, else by the day of its last
  /// change; those of one day by name, the last first ("-2" is newer than none), until their times are read
  /// (`newestFirstWithinDays`).
  ///
  /// Every Markdown file is an entry, at most eight folders deep, but for `drafts`, `templates` and `rules`
  /// at the top, names that begin with a dot, and conflict copies of other programs. Names that are not UTF-8 are left
  /// out.
  package func entryPaths() throws(JournalError) -> [EntryPath] {
    try listing().entries.sorted { $0.isNewer(than: $1) }.map(\.path)
  }

  /// The conflict copies beside entries, which a writer still has to compare, in the order of their paths.
  package func conflictCopies() throws(JournalError) -> [EntryPath] {
    try listing().conflictCopies.sorted()
  }

  func listing() throws(JournalError) -> JournalListing {
    try naming(root) { () throws(FileError) in try JournalListing(of: openRoot()) }
  }
}
