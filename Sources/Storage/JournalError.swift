/// Why the journal's folder could not be read or written. Every case names the path that it is about.
package enum JournalError: Error, Equatable, Sendable {
  /// Something else than a folder is where the journal, or a folder in it, should be.
  case notAFolder(path: String)
  /// A folder, a pipe or a device is where a file should be.
  case notAFile(path: String)
  case notFound(path: String)
  /// Something has the name that a new file was to get.
  case exists(path: String)
  case noPermission(path: String)
  /// The disk, or the writer's share of it, is full.
  case noSpace(path: String)
  /// The file system does not take changes.
  case readOnly(path: String)
  /// A symbolic link inside the journal leads to something outside that is not Markdown, or a folder that
  /// should be the journal's own is a link.
  case leadsOutside(path: String)
  /// The entry can be read but not written back without harm: not UTF-8, or too large.
  case notEditable(path: String)
  /// The entry's front matter could not be read back if it were written like that; it is too long.
  case frontMatterFault(path: String, FrontMatterFault)
  /// Saving stopped while the file was being written over. All of the new text is in `copy`.
  case interrupted(path: String, copy: String, FileError)
  /// The new text has taken its place, but the disk would not confirm that it is there to stay. The next save
  /// goes over this entry; it always writes.
  case unconfirmed(StoredEntry, FileError)
  case failed(path: String, FileError)

  init(_ error: FileError, path: String) {
    self =
      switch error.code {
      case .notADirectory: .notAFolder(path: path)
      case .isDirectory: .notAFile(path: path)
      case .notFound: .notFound(path: path)
      case .noPermission: .noPermission(path: path)
      case .noSpace: .noSpace(path: path)
      case .readOnly: .readOnly(path: path)
      case .exists, .isLink, .io, .tooLarge, .other: .failed(path: path, error)
      }
  }

  /// The path of the entry or folder that the error is about.
  package var path: String {
    switch self {
    case .notAFolder(let path), .notAFile(let path), .notFound(let path), .exists(let path),
      .noPermission(let path),
      .noSpace(let path), .readOnly(let path), .leadsOutside(let path), .notEditable(let path),
      .frontMatterFault(let path, _), .interrupted(let path, _, _), .failed(let path, _):
      path
    case .unconfirmed(let stored, _): stored.path.text
    }
  }
}
