import Glibc

/// The machine's file system, by POSIX calls.
package struct RealFileSystem: FileSystem {
  package init() {}

  package func openFolder(
    _ path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileDescriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followsLink ? 0 : O_NOFOLLOW)
    let number = try call(.openFolder, joined(path, in: folder)) {
      openat(self.number(of: folder), path, flags)
    }
    return FileDescriptor(number: number, path: joined(path, in: folder))
  }

  package func openFile(
    _ path: String, in folder: FileDescriptor?, for access: FileAccess
  ) throws(FileError) -> FileDescriptor {
    let number = try call(.openFile, joined(path, in: folder)) {
      openat(self.number(of: folder), path, flags(for: access), 0o600)
    }
    return FileDescriptor(number: number, path: joined(path, in: folder))
  }

  /// `close` is never called twice: the number may be another thread's file by then.
  package func close(_ descriptor: FileDescriptor) throws(FileError) {
    guard Glibc.close(descriptor.number) != 0, errno != EINTR else { return }
    throw FileError(.close, path: descriptor.path, code: .init(errno: errno))
  }

  package func status(of descriptor: FileDescriptor) throws(FileError) -> FileStatus {
    var status = stat()
    try call(.status, descriptor.path) { fstat(descriptor.number, &status) }
    return FileStatus(status)
  }

  package func status(
    of path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileStatus {
    var status = stat()
    let flags = followsLink ? 0 : AT_SYMLINK_NOFOLLOW
    try call(.status, joined(path, in: folder)) { fstatat(number(of: folder), path, &status, flags) }
    return FileStatus(status)
  }

  package func canonicalPath(of path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else {
      throw FileError(.canonicalPath, path: path, code: .init(errno: errno))
    }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else {
      throw FileError(.canonicalPath, path: path, code: .other(EILSEQ))
    }
    return text
  }

  package func makeFolder(_ path: String, in folder: FileDescriptor?) throws(FileError) {
    try call(.makeFolder, joined(path, in: folder)) { mkdirat(number(of: folder), path, 0o700) }
  }

  package func rename(
    _ name: String, in folder: FileDescriptor, to newName: String, in newFolder: FileDescriptor
  ) throws(FileError) {
    try call(.rename, joined(newName, in: newFolder)) {
      renameat(folder.number, name, newFolder.number, newName)
    }
  }

  package func link(_ name: String, to newName: String, in folder: FileDescriptor) throws(FileError) {
    try call(.link, joined(newName, in: folder)) {
      linkat(folder.number, name, folder.number, newName, 0)
    }
  }

  package func remove(_ name: String, in folder: FileDescriptor) throws(FileError) {
    try call(.remove, joined(name, in: folder)) { unlinkat(folder.number, name, 0) }
  }
}

// MARK: - Open files

extension RealFileSystem {
  package func read(
    _ descriptor: FileDescriptor, at offset: Int, upTo count: Int
  ) throws(FileError) -> [UInt8] {
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(FileError) {
        let got = try call(.read, descriptor.path) {
          pread(descriptor.number, buffer.baseAddress, count, off_t(offset))
        }
        filled = got
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func write(
    _ bytes: RawSpan, to descriptor: FileDescriptor, at offset: Int
  ) throws(FileError) -> Int {
    try bytes.withUnsafeBytes { (buffer) throws(FileError) in
      try call(.write, descriptor.path) {
        pwrite(descriptor.number, buffer.baseAddress, buffer.count, off_t(offset))
      }
    }
  }

  package func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileError) {
    try call(.truncate, descriptor.path) { ftruncate(descriptor.number, off_t(size)) }
  }

  package func setPermissions(
    _ permissions: UInt32, of descriptor: FileDescriptor
  ) throws(FileError) {
    try call(.setPermissions, descriptor.path) { fchmod(descriptor.number, permissions) }
  }

  package func setOwner(_ owner: FileOwner, of descriptor: FileDescriptor) throws(FileError) {
    try call(.setOwner, descriptor.path) { fchown(descriptor.number, owner.user, owner.group) }
  }

  /// Some file systems (of networks, and FUSE) cannot synchronize a folder and say EINVAL or ENOTSUP: there
  /// is nothing more to be had from them.
  package func synchronize(_ descriptor: FileDescriptor) throws(FileError) {
    do throws(FileError) {
      try call(.synchronize, descriptor.path) { fsync(descriptor.number) }
    } catch {
      let isUnsupported = error.code == .other(EINVAL) || error.code == .other(ENOTSUP)
      guard isUnsupported, try status(of: descriptor).kind == .folder else { throw error }
    }
  }
}

// MARK: - Folders

extension RealFileSystem {
  /// Opens the folder anew, so that the place in its listing is this call's own.
  package func items(in folder: FileDescriptor) throws(FileError) -> [FolderItem] {
    try reading(folder) { item in
      guard let name = Self.name(of: item), name != ".", name != ".." else { return nil }
      return FolderItem(name: name, kind: kind(of: item, called: name, in: folder))
    }
  }

  package func unreadableNames(in folder: FileDescriptor) throws(FileError) -> [String] {
    try reading(folder) { item in
      Self.name(of: item) == nil ? Self.nameBytes(of: item).map { String(cString: $0) } : nil
    }
  }

  /// What each name in a folder gives.
  private func reading<Value>(
    _ folder: FileDescriptor, _ value: (UnsafeMutablePointer<dirent>) -> Value?
  ) throws(FileError) -> [Value] {
    let number = try call(.items, folder.path) {
      openat(folder.number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    }
    guard let stream = fdopendir(number) else {
      let code = errno
      _ = Glibc.close(number)
      throw FileError(.items, path: folder.path, code: .init(errno: code))
    }
    defer { closedir(stream) }
    var values: [Value] = []
    while true {
      errno = 0
      guard let item = readdir(stream) else { break }
      if let value = value(item) { values.append(value) }
    }
    guard errno == 0 else { throw FileError(.items, path: folder.path, code: .init(errno: errno)) }
    return values
  }

  private static func name(of item: UnsafeMutablePointer<dirent>) -> String? {
    nameBytes(of: item).flatMap { String(validatingCString: $0) }
  }

  private static func nameBytes(of item: UnsafeMutablePointer<dirent>) -> UnsafePointer<CChar>? {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return nil }
    let start = UnsafeRawPointer(item).advanced(by: offset)
    return start.assumingMemoryBound(to: CChar.self)
  }

  /// Not every file system tells the kind in its listing.
  private func kind(
    of item: UnsafeMutablePointer<dirent>, called name: String, in folder: FileDescriptor
  ) -> FileKind {
    switch Int(item.pointee.d_type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): (try? status(of: name, in: folder, followsLink: false).kind) ?? .other
    default: .other
    }
  }
}

// MARK: - Calls

extension RealFileSystem {
  /// The result of a POSIX call; taken up again when a signal interrupted it.
  @discardableResult
  private func call<Result: SignedInteger>(
    _ operation: FileError.Operation, _ path: @autoclosure () -> String, _ body: () -> Result
  ) throws(FileError) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      guard errno == EINTR else {
        throw FileError(operation, path: path(), code: .init(errno: errno))
      }
    }
  }

  private func number(of folder: FileDescriptor?) -> Int32 {
    folder?.number ?? AT_FDCWD
  }

  private func flags(for access: FileAccess) -> Int32 {
    let always = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    return switch access {
    case .reading: always | O_RDONLY
    case .overwriting: always | O_RDWR
    case .creating: always | O_RDWR | O_CREAT | O_EXCL
    }
  }
}

/// A path taken from a folder, for messages.
func joined(_ path: String, in folder: FileDescriptor?) -> String {
  guard let folder, !path.hasPrefix("/") else { return path }
  return path == "." ? folder.path : folder.path + "/" + path
}

extension FileStatus {
  init(_ status: stat) {
    self.init(
      kind: FileKind(mode: status.st_mode), device: UInt64(status.st_dev), inode: UInt64(status.st_ino),
      size: Int(status.st_size), permissions: status.st_mode & 0o7777, linkCount: Int(status.st_nlink),
      owner: FileOwner(user: status.st_uid, group: status.st_gid), modified: FileTime(status.st_mtim),
      changed: FileTime(status.st_ctim))
  }
}

extension FileKind {
  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .other
      }
  }
}

extension FileTime {
  init(_ time: timespec) {
    self.init(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec))
  }
}
