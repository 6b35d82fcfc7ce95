/// A folder, anywhere, that drafts are written to.
package struct ExportFolder: Sendable {
  private let folder: JournalFolder

  /// What became of a draft.
  package enum Outcome: Equatable, Sendable {
    case written
    /// The file held that already.
    case same
    /// Something else has that name, and stays.
    case taken
  }

  package init(path: String, fileSystem: any FileSystem) {
    folder = JournalFolder(root: path, fileSystem: fileSystem)
  }

  /// Writes a file, whole or not at all: it has its content before it has its name. The folder is made where it is
  /// missing.
  ///
  /// - Parameters:
  ///   - name: one part of a path.
  ///   - replaces: whether a file with that name and other content is replaced.
  package func write(_ text: String, as name: String, replaces: Bool) throws(JournalError) -> Outcome {
    try write(.texts([text]), as: name, replaces: replaces)
  }

  /// The same for what is no text, as a picture.
  package func write(_ bytes: [UInt8], as name: String, replaces: Bool) throws(JournalError) -> Outcome {
    try write(.bytes(bytes), as: name, replaces: replaces)
  }

  /// Whether something has that name.
  package func has(_ name: String) -> Bool {
    (try? folder.openRoot().status(of: name)) != nil
  }

  private func write(
    _ content: NewContent, as name: String, replaces: Bool
  ) throws(JournalError) -> Outcome {
    guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
      throw .leadsOutside(path: name)
    }
    try folder.prepare()
    return try folder.naming(FilePath.join(folder.root, name)) { () throws(FileError) in
      let place = try folder.openRoot()
      if try holds(content, name, in: place) { return .same }
      var copy = try FreshCopy.written(content, in: place.again())
      do throws(FileError) {
        try copy.appear(as: name)
      } catch let error where error.code == .exists {
        guard replaces else { return .taken }
        try copy.replace(name)
      }
      return .written
    }
  }

  /// Makes the files' names certain to outlast a power failure; their texts are already.
  package func synchronize() throws(JournalError) {
    try folder.naming(folder.root) { () throws(FileError) in try folder.openRoot().synchronize() }
  }

  private func holds(
    _ content: NewContent, _ name: String, in place: borrowing OpenFolder
  ) throws(FileError) -> Bool {
    do throws(FileError) {
      return try place.file(name, for: .reading).holds(content)
    } catch let error where error.code == .notFound || error.code == .isLink {
      return false
    }
  }
}
