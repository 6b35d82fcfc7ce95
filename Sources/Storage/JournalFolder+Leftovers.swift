package import Journal

extension JournalFolder {
  /// Brings to light what saves left behind that were cut off, as by `kill -9`: hidden files of ours that were
  /// last changed before that time, and so belong to no save that is still on its way. What they hold goes to
  /// `.kiseki/rescue`, and the paths there are returned; one that is empty, or another name of an entry, is
  /// removed. What cannot be moved stays for the next time.
  package func rescueLeftovers(before time: Timestamp) throws(JournalError) -> [EntryPath] {
    var paths = try listing().leftovers
    if let rescued = try? leftoversInRescueFolder() { paths += rescued }
    if let drafts = try? leftoversInDrafts() { paths += drafts }
    return paths.compactMap { try? rescue($0, before: time) }
  }

  private func leftoversInRescueFolder() throws(FileError) -> [EntryPath] {
    let folder = try openRoot().folder(Self.rescueFolder)
    return try folder.items().filter { FreshCopy.isLeftover($0) }
      .map { EntryPath(FilePath.join(Self.rescueFolder, $0.name)) }
  }

  private func leftoversInDrafts() throws(FileError) -> [EntryPath] {
    let drafts = try openRoot().folder(Self.draftsFolder)
    var paths: [EntryPath] = []
    for item in try drafts.items() where item.kind == .folder {
      guard let items = try? drafts.folder(item.name).items() else { continue }
      let path = FilePath.join(Self.draftsFolder, item.name)
      paths += items.filter { FreshCopy.isLeftover($0) }.map { EntryPath(FilePath.join(path, $0.name)) }
    }
    return paths
  }

  /// Nil where nothing had to be kept, or it is not time yet.
  private func rescue(_ path: EntryPath, before time: Timestamp) throws(JournalError) -> EntryPath? {
    let place = try place(of: path)
    return try naming(path.text) { () throws(FileError) in
      let status = try place.folder.status(of: place.name)
      guard status.kind == .file, status.modified.seconds < time.seconds else { return nil }
      guard status.size > 0, status.linkCount == 1 else {
        try place.folder.remove(place.name)
        return nil
      }
      let rescue = try openRescueFolder()
      let name = try rescue.nameForRescued(from: status.modified, offset: time.offset)
      try fileSystem.rename(place.name, in: place.folder.descriptor, to: name, in: rescue.descriptor)
      return EntryPath(FilePath.join(Self.rescueFolder, name))
    }
  }
}

extension OpenFolder {
  /// A name that no file in the folder has, by the time of a file, as "20261120-210400.md".
  fileprivate func nameForRescued(from time: FileTime, offset: Int) throws(FileError) -> String {
    let moment = Timestamp(seconds: time.seconds, offset: offset).formatted("YYYYMMDD-HHmmss")
    let taken = Set(try items().map(\.name))
    let free = FileName.numbered { moment + $0 + ".md" }.first { !taken.contains($0) }
    guard let free else { throw FileError(.rename, path: path, code: .exists) }
    return free
  }
}
