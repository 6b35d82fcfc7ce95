/// A call to the file system that failed.
package struct FileError: Error, Equatable, Sendable {
  package let operation: Operation
  package let path: String
  package let code: Code

  package init(_ operation: Operation, path: String, code: Code) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// The calls of `FileSystem`.
  package enum Operation: String, CaseIterable, Sendable {
    case openFolder, openFile, close, status, canonicalPath, items, read, write, truncate
    case setPermissions, setOwner, synchronize, makeFolder, rename, link, remove
  }

  /// Why it failed.
  package enum Code: Hashable, Sendable {
    case notFound, exists, noPermission, isDirectory, notADirectory, isLink, io
    /// The disk or the writer's share of it is full.
    case noSpace
    /// The whole file system is read-only.
    case readOnly
    /// The file would be larger than the file system or a limit of the process allows.
    case tooLarge
    /// Any other `errno`.
    case other(Int32)
  }
}
