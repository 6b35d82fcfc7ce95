/// The folder on the writer's disk that holds the journal: one Markdown file an entry.
///
/// It works inside an Obsidian vault, a git repository or a synced folder. What it does not know it leaves
/// alone; what it makes, only the writer can read.
package struct JournalFolder: Sendable {
  /// The folder's path, as it was given; without "/" at its end.
  package let root: String
  let fileSystem: any FileSystem

  package init(root: String, fileSystem: any FileSystem) {
    let trimmed = root.utf8.lastIndex { $0 != UInt8(ascii: "/") }.map { String(root[...$0]) }
    self.root = trimmed ?? (root.isEmpty ? "." : "/")
    self.fileSystem = fileSystem
  }

  /// Makes the folder where it is missing, with those above it: private to the writer (0700). A folder that
  /// is there stays as it is.
  package func prepare() throws(JournalError) {
    try naming(root) { () throws(FileError) in
      try makeFolder(root)
      _ = try openRoot()
    }
  }

  func makeFolder(_ path: String) throws(FileError) {
    do throws(FileError) {
      _ = try fileSystem.status(of: path, in: nil, followsLink: true)
    } catch let error where error.code == .notFound {
      let (parent, name) = FilePath.split(path)
      try makeFolder(parent)
      _ = try OpenFolder(parent, followsLink: true, fileSystem: fileSystem).folder(orNew: name)
    }
  }
}

// MARK: - Places

extension JournalFolder {
  /// The journal's folder itself, by its canonical path.
  func openRoot() throws(FileError) -> OpenFolder {
    try OpenFolder(fileSystem.canonicalPath(of: root), followsLink: false, fileSystem: fileSystem)
  }

  /// The folder of that path inside the journal, made where it is missing. Links are not followed.
  func openFolder(orNew path: String) throws(FileError) -> OpenFolder {
    var folder = try openRoot()
    for name in path.split(separator: "/") {
      folder = try folder.folder(orNew: String(name))
    }
    return folder
  }

  /// Where the entry's file is, behind all links, or where it should be.
  ///
  /// A link in the journal is followed to a file in the journal, or to a Markdown file anywhere: writers
  /// link in what they keep elsewhere, but a journal that came from elsewhere must not bring `~/.bashrc`
  /// before the writer as an entry.
  func place(of path: EntryPath, makingFolders: Bool = false) throws(JournalError) -> EntryPlace {
    let place = try naming(path.text) { () throws(FileError) in
      try placeBehindLinks(of: path, makingFolders: makingFolders)
    }
    let isAllowed = path.isOutside || !place.path.isOutside || FileName(place.name).isMarkdown
    guard isAllowed else { throw .leadsOutside(path: path.text) }
    return place
  }

  private func placeBehindLinks(
    of path: EntryPath, makingFolders: Bool
  ) throws(FileError) -> EntryPlace {
    let full = fullPath(of: path)
    do throws(FileError) {
      return try place(at: fileSystem.canonicalPath(of: full))
    } catch let error where error.code == .notFound {
      let (parent, name) = FilePath.split(full)
      if makingFolders, !path.isOutside { _ = try openFolder(orNew: path.folder) }
      return try place(at: FilePath.join(fileSystem.canonicalPath(of: parent), name))
    }
  }

  private func place(at canonicalPath: String) throws(FileError) -> EntryPlace {
    let (parent, name) = FilePath.split(canonicalPath)
    return EntryPlace(
      folder: try OpenFolder(parent, followsLink: false, fileSystem: fileSystem), name: name,
      root: try canonicalRoot())
  }

  /// The entry's path for the file system, links not followed.
  package func fullPath(of path: EntryPath) -> String {
    path.isOutside ? path.text : FilePath.join(root, path.text)
  }

  /// The journal's folder by its canonical path; nil where there is none yet.
  func canonicalRoot() throws(FileError) -> String? {
    do throws(FileError) {
      return try fileSystem.canonicalPath(of: root)
    } catch let error where error.code == .notFound {
      return nil
    }
  }

  /// The result of file calls, with their errors as the journal's.
  func naming<Result: ~Copyable>(
    _ path: String, _ body: () throws(FileError) -> Result
  ) throws(JournalError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw JournalError(error, path: path)
    }
  }
}
