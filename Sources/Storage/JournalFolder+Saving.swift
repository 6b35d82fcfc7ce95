package import Journal

extension JournalFolder {
  /// Writes the entry to the file that `baseline` was read from. When this returns, the disk has confirmed
  /// that the text is there to stay; when it throws, the old text is whole, or the error says where the new
  /// one is.
  ///
  /// - A file that was changed outside since then stays as it is: the writer's text goes into a conflict
  ///   copy beside it. A file that was deleted is made again.
  /// - An entry that would leave every byte as it is, is not written.
  /// - A link is followed to its file (`place(of:)`). A file with several names, or in a folder where none
  ///   can be made, is written over in place, once a copy of the new text is safe.
  /// - Permissions and, where the system allows it, the owner stay. Access lists and extended attributes are
  ///   not carried over.
  package func save(_ entry: Entry, over baseline: StoredEntry) throws(JournalError) -> SaveOutcome {
    guard baseline.condition.isEditable else { throw .notEditable(path: baseline.path.text) }
    let new = try baseline.holding(entry)
    if baseline.isConfirmed, new.hasSameText(as: baseline) { return .saved(baseline) }
    let place = try place(of: baseline.path, makingFolders: true)
    return try EntrySave(of: new, over: baseline, at: place, in: self).run()
  }

  /// Where the text of an entry goes whose own folder takes no new files.
  func openRescueFolder() throws(FileError) -> OpenFolder {
    try makeFolder(root)
    return try openFolder(orNew: Self.rescueFolder)
  }

  static let rescueFolder = ".kiseki/rescue"
}
