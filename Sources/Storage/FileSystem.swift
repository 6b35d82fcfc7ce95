/// What the program asks of a disk: every call that reads or changes files goes through here, so that a
/// test can let any one of them fail, or the power with it.
///
/// The calls are POSIX's and keep their meaning: a `path` is taken from `folder`, or from the process's
/// current folder (or the root, with a leading "/") where that is nil. Names are compared byte for byte.
/// What was written is only certain to outlast a power failure when the file was synchronized, and its
/// name only when the folder was. Interrupted calls are taken up again by the file system itself.
package protocol FileSystem: Sendable {
  /// Opens a folder. Without `followsLink` a symbolic link is refused as `notADirectory`.
  func openFolder(
    _ path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileDescriptor

  /// Opens a file. A symbolic link in the last place is refused as `isLink`; pipes and devices open
  /// without waiting.
  func openFile(
    _ path: String, in folder: FileDescriptor?, for access: FileAccess
  ) throws(FileError) -> FileDescriptor

  /// Gives the descriptor back, whatever the outcome. An error tells that earlier writes may be lost.
  func close(_ descriptor: FileDescriptor) throws(FileError)

  func status(of descriptor: FileDescriptor) throws(FileError) -> FileStatus

  func status(
    of path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileStatus

  /// The absolute path without links, "." and "..".
  func canonicalPath(of path: String) throws(FileError) -> String

  /// What is in a folder, in no particular order, without "." and "..", and without names that are not
  /// UTF-8.
  func items(in folder: FileDescriptor) throws(FileError) -> [FolderItem]

  /// The names in a folder that are not UTF-8, as far as they can be shown. Nothing can be done with them.
  func unreadableNames(in folder: FileDescriptor) throws(FileError) -> [String]

  /// At most `count` bytes from `offset`; fewer where the file ends, none behind its end.
  func read(
    _ descriptor: FileDescriptor, at offset: Int, upTo count: Int
  ) throws(FileError) -> [UInt8]

  /// Writes at `offset` and returns how many bytes were taken: at least 1 of a non-empty text, maybe not
  /// all.
  func write(
    _ bytes: RawSpan, to descriptor: FileDescriptor, at offset: Int
  ) throws(FileError) -> Int

  func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileError)

  /// Sets the permissions (as 0o600) of an open file or folder, whatever the process's mask.
  func setPermissions(_ permissions: UInt32, of descriptor: FileDescriptor) throws(FileError)

  func setOwner(_ owner: FileOwner, of descriptor: FileDescriptor) throws(FileError)

  /// Returns when the disk has a file's content, or a folder's names. After an error nothing is known of
  /// what was written before, and asking again does not help: Linux marks the pages as clean.
  func synchronize(_ descriptor: FileDescriptor) throws(FileError)

  /// Makes a folder that only its owner can enter (0o700).
  func makeFolder(_ path: String, in folder: FileDescriptor?) throws(FileError)

  /// Gives a file another name, in place of the file that has it.
  func rename(
    _ name: String, in folder: FileDescriptor, to newName: String, in newFolder: FileDescriptor
  ) throws(FileError)

  /// Gives a file a second name. `exists` where that is taken.
  func link(_ name: String, to newName: String, in folder: FileDescriptor) throws(FileError)

  func remove(_ name: String, in folder: FileDescriptor) throws(FileError)
}

/// What a file is opened for.
package enum FileAccess: Sendable {
  case reading
  /// Reading and writing a file that is there.
  case overwriting
  /// Reading and writing a new file that only its owner can read (0o600). `exists` where the name is taken.
  case creating
}

/// An open file or folder.
package struct FileDescriptor: Hashable, Sendable {
  package let number: Int32
  /// The path that it was opened by, for messages.
  package let path: String

  package init(number: Int32, path: String) {
    self.number = number
    self.path = path
  }
}
