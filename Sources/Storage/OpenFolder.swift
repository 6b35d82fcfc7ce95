/// An open folder, closed when it goes out of use. What is done in it happens in this very folder, whatever
/// happens to its name meanwhile.
struct OpenFolder: ~Copyable {
  let fileSystem: any FileSystem
  let descriptor: FileDescriptor

  /// The folder's path, as it was asked for.
  var path: String { descriptor.path }

  /// - Parameter followsLink: whether the last name of `path` may be a symbolic link.
  init(
    _ path: String, in folder: FileDescriptor? = nil, followsLink: Bool, fileSystem: any FileSystem
  ) throws(FileError) {
    self.fileSystem = fileSystem
    descriptor = try fileSystem.openFolder(path, in: folder, followsLink: followsLink)
  }

  deinit {
    try? fileSystem.close(descriptor)
  }

  /// A folder in this one. Links are not followed.
  func folder(_ name: String) throws(FileError) -> OpenFolder {
    try OpenFolder(name, in: descriptor, followsLink: false, fileSystem: fileSystem)
  }

  /// This folder, opened once more.
  func again() throws(FileError) -> OpenFolder {
    try OpenFolder(".", in: descriptor, followsLink: false, fileSystem: fileSystem)
  }

  /// A folder in this one, made where it is missing: private to its owner, and sure to stay.
  func folder(orNew name: String) throws(FileError) -> OpenFolder {
    do throws(FileError) {
      return try folder(name)
    } catch let error where error.code == .notFound {
      return try newFolder(name)
    }
  }

  private func newFolder(_ name: String) throws(FileError) -> OpenFolder {
    do throws(FileError) {
      try fileSystem.makeFolder(name, in: descriptor)
    } catch let error where error.code == .exists {
    }
    let made = try folder(name)
    try fileSystem.setPermissions(0o700, of: made.descriptor)
    try synchronize()
    return made
  }

  func file(_ name: String, for access: FileAccess) throws(FileError) -> OpenFile {
    try OpenFile(name, in: descriptor, for: access, fileSystem: fileSystem)
  }

  func status(of name: String) throws(FileError) -> FileStatus {
    try fileSystem.status(of: name, in: descriptor, followsLink: false)
  }

  func items() throws(FileError) -> [FolderItem] {
    try fileSystem.items(in: descriptor)
  }

  func unreadableNames() throws(FileError) -> [String] {
    try fileSystem.unreadableNames(in: descriptor)
  }

  func rename(_ name: String, to newName: String) throws(FileError) {
    try fileSystem.rename(name, in: descriptor, to: newName, in: descriptor)
  }

  func link(_ name: String, to newName: String) throws(FileError) {
    try fileSystem.link(name, to: newName, in: descriptor)
  }

  func remove(_ name: String) throws(FileError) {
    try fileSystem.remove(name, in: descriptor)
  }

  func synchronize() throws(FileError) {
    try fileSystem.synchronize(descriptor)
  }
}
