internal import Typography

extension JournalFolder {
  /// What a writer means by a reference on the command line. The first of these that finds something:
  ///
  /// 1. `last`: the entry that was changed last, by `lastmod`, else by its file's time;
  /// 2. the path of a file, from `currentFolder` or from the journal's folder;
  /// 3. the name of an entry's file with or without its ending, or its path in the journal;
  /// 4. an `id`;
  /// 5. the beginning of a name or of a path in the journal.
  ///
  /// Names match however their letters are composed; a file system's names open as they are.
  package func find(
    _ reference: String, from currentFolder: String? = nil
  ) throws(JournalError) -> EntryMatch {
    guard !reference.isEmpty, !reference.utf8.contains(0) else { return .none }
    if reference == "last" { return try EntryMatch(newestEntry().map { [$0] } ?? []) }
    if let path = path(ofFile: reference, from: currentFolder) { return .one(path) }

    let paths = try entryPaths()
    let wanted = CanonicalText.composed(reference)
    let searches: [() throws(JournalError) -> [EntryPath]] = [
      { () throws(JournalError) in paths.filter { $0.isCalled(wanted) } },
      { () throws(JournalError) in heads(of: paths).filter { $0.metadata.id == wanted }.map(\.path) },
      { () throws(JournalError) in paths.filter { $0.begins(with: wanted) } },
    ]
    for search in searches {
      let found = try search()
      if !found.isEmpty { return EntryMatch(found) }
    }
    return .none
  }

  private func path(ofFile reference: String, from currentFolder: String?) -> EntryPath? {
    let starts = reference.hasPrefix("/") ? [""] : [currentFolder, root].compactMap { $0.map { $0 + "/" } }
    for start in starts {
      guard let canonical = try? fileSystem.canonicalPath(of: start + reference),
        (try? fileSystem.status(of: canonical, in: nil, followsLink: false).kind) == .file
      else { continue }
      return try? entryPath(of: canonical)
    }
    return nil
  }
}

extension EntryPath {
  /// - Parameter name: composed; the file's name with or without ending, or the path in the journal.
  fileprivate func isCalled(_ name: String) -> Bool {
    CanonicalText.composed(self.name) == name || CanonicalText.composed(stem) == name
      || CanonicalText.composed(text) == name
  }
}
