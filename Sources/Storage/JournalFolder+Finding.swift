internal import Typography

extension JournalFolder {
  /// What a writer means by a reference on the command line. The first of these that finds something:
  ///
  /// 1. `last`: the entry that was changed last;
  /// 2. the path of a file, from `currentFolder` or from the journal's folder;
  /// 3. the name of an entry's file with or without its ending, or its path in the journal;
  /// 4. an `id`;
  /// 5. the beginning of a name or of a path in the journal.
  ///
  /// Names match however their letters are composed; a file system's names open as they are.
  package func find(
    _ reference: String, from currentFolder: String? = nil
  ) throws(JournalError) -> EntryMatch {
    guard !reference.isEmpty, !reference.utf8.span.bytes.contains(0) else { return .none }
    if reference == "last" { return try EntryMatch(newestEntry().map { [$0] } ?? []) }
    let file = try naming(reference) { () throws(FileError) in
      try path(ofFile: reference, from: currentFolder)
    }
    if let file { return .one(file) }

    let paths = try entryPaths()
    let wanted = CanonicalText.composed(reference)
    let called = paths.filter { $0.isCalled(wanted) }
    guard called.isEmpty else { return EntryMatch(called) }
    let known = self.paths(among: paths, withID: reference)
    guard known.isEmpty else { return EntryMatch(known) }
    return EntryMatch(paths.filter { $0.begins(with: wanted) })
  }

  private func path(
    ofFile reference: String, from currentFolder: String?
  ) throws(FileError) -> EntryPath? {
    let starts = reference.hasPrefix("/") ? [""] : [currentFolder, root].compactMap { $0.map { $0 + "/" } }
    for start in starts {
      guard let canonical = try? fileSystem.canonicalPath(of: start + reference),
        (try? fileSystem.status(of: canonical, in: nil, followsLink: false).kind) == .file
      else { continue }
      return EntryPath(canonical: canonical, root: try canonicalRoot())
    }
    return nil
  }
}

extension EntryPath {
  /// Whether that is the file's name, with or without its ending, or its path in the journal.
  ///
  /// - Parameter wanted: composed.
  fileprivate func isCalled(_ wanted: String) -> Bool {
    [name, stem, text].contains { CanonicalText.composed($0) == wanted }
  }

  /// Whether the file's name or its path in the journal begins like that.
  ///
  /// - Parameter wanted: composed.
  fileprivate func begins(with wanted: String) -> Bool {
    [name, text].contains { CanonicalText.composed($0).utf8.starts(with: wanted.utf8) }
  }
}
