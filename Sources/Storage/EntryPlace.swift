/// Where an entry's file is, or should be: links on the way have been followed, and what is done from now on
/// is done in this folder.
struct EntryPlace: ~Copyable {
  let folder: OpenFolder
  /// The file's name in the folder.
  let name: String
  /// The journal's folder by its canonical path; nil where there is none yet.
  let root: String?

  /// The path of the file itself, behind the links.
  var path: EntryPath { path(of: name, in: folder.path) }

  /// The path of another file that belongs to the entry.
  ///
  /// - Parameter folder: a canonical path.
  func path(of name: String, in folder: String) -> EntryPath {
    EntryPath(canonical: FilePath.join(folder, name), root: root)
  }

  /// What is at the place.
  enum Standing {
    case missing
    /// A file with one of the texts that were expected.
    case expected(FileStatus)
    /// A file with another text, or no file at all.
    case other
  }

  /// Nil where nothing is at the place.
  func status() throws(FileError) -> FileStatus? {
    do throws(FileError) {
      return try folder.status(of: name)
    } catch let error where error.code == .notFound {
      return nil
    }
  }

  /// Whether one of these texts, each given in parts, is at the place, and stays there while it is read.
  func standing(expecting texts: [[String]]) throws(FileError) -> Standing {
    guard let found = try status() else { return .missing }
    guard found.kind == .file else { return .other }
    guard let read = try statusOfFile(holdingOneOf: texts), try status() == read else { return .other }
    return .expected(read)
  }

  private func statusOfFile(holdingOneOf texts: [[String]]) throws(FileError) -> FileStatus? {
    let file = try folder.file(name, for: .reading)
    let status = try file.status()
    for text in texts where try file.holds(.texts(text)) { return status }
    return nil
  }
}
