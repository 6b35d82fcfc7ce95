import Synchronization

/// A file system in memory for tests: it counts its calls, lets any one of them fail, and knows what a power
/// failure would leave. After SQLite's test harness (https://www.sqlite.org/testing.html, "I/O Error
/// Testing" and "Crash Testing").
///
/// Its current folder is the root. Folders and files keep to their owner's permissions.
package final class SimulatedFileSystem: FileSystem {
  private let state: Mutex<SimulatedMachine>

  /// An empty disk. Its clock shows 2026-11-20T12:00:00Z.
  package convenience init() {
    self.init(SimulatedDisk(clock: FileTime(seconds: 1_795_176_000)))
  }

  private init(_ disk: SimulatedDisk) {
    state = Mutex(SimulatedMachine(disk: disk))
  }

  /// The calls since the beginning.
  package var calls: [FileError.Operation] {
    state.withLock { $0.calls }
  }

  /// Lets something happen at the call with that number, counted from 1.
  package func plan(_ fault: SimulatedFault, atCall number: Int) {
    state.withLock { $0.faults[number] = fault }
  }

  /// Forgets every fault, as after a new start. A power failure stays.
  package func removeFaults() {
    state.withLock { state in
      state.faults = [:]
      state.lastingFailure = nil
    }
  }

  /// As on a memory card: a file has one name only.
  package func removeLinks() {
    state.withLock { $0.hasLinks = false }
  }

  /// Every disk that a power failure at this moment may leave, as the next start finds it.
  package var afterPowerFailure: [SimulatedFileSystem] {
    state.withLock { $0.disk }.disksAfterPowerFailure.map(SimulatedFileSystem.init)
  }

  /// How many files and folders are open.
  package var openCount: Int {
    state.withLock { $0.open.count }
  }

  /// One call: counted, let fail where that is planned, and done.
  private func call<Result: Sendable>(
    _ operation: FileError.Operation, _ path: String,
    _ body: (inout SimulatedMachine) throws(FileError.Code) -> Result
  ) throws(FileError) -> Result {
    if case .outside(let action) = state.withLock({ $0.plannedFault }) { action(self) }
    do throws(FileError.Code) {
      return try state.withLock { (machine) throws(FileError.Code) in
        try machine.begin(operation)
        return try body(&machine)
      }
    } catch {
      throw FileError(operation, path: path, code: error)
    }
  }

  /// One call on an open file or folder.
  private func call<Result: Sendable>(
    _ operation: FileError.Operation, _ descriptor: FileDescriptor,
    _ body: (inout SimulatedMachine, SimulatedDisk.Inode) throws(FileError.Code) -> Result
  ) throws(FileError) -> Result {
    try call(operation, descriptor.path) { (machine) throws(FileError.Code) in
      try body(&machine, machine.inode(of: descriptor))
    }
  }
}

// MARK: - Paths

extension SimulatedFileSystem {
  package func openFolder(
    _ path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileDescriptor {
    let fullPath = joined(path, in: folder)
    return try call(.openFolder, fullPath) { (machine) throws(FileError.Code) in
      let inode = try machine.inode(at: path, in: folder, followsLink: followsLink)
      _ = try machine.disk.names(in: inode)
      return FileDescriptor(number: machine.open(inode), path: fullPath)
    }
  }

  package func openFile(
    _ path: String, in folder: FileDescriptor?, for access: FileAccess
  ) throws(FileError) -> FileDescriptor {
    let fullPath = joined(path, in: folder)
    return try call(.openFile, fullPath) { (machine) throws(FileError.Code) in
      let inode =
        access == .creating
        ? try machine.create(.file([]), at: path, in: folder, permissions: 0o600)
        : try machine.file(at: path, in: folder, permission: access == .reading ? 0o400 : 0o600)
      return FileDescriptor(number: machine.open(inode), path: fullPath)
    }
  }

  package func status(
    of path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError) -> FileStatus {
    try call(.status, joined(path, in: folder)) { (machine) throws(FileError.Code) in
      try machine.disk.status(of: machine.inode(at: path, in: folder, followsLink: followsLink))
    }
  }

  package func canonicalPath(of path: String) throws(FileError) -> String {
    try call(.canonicalPath, path) { (machine) throws(FileError.Code) in
      let place = try machine.disk.place(of: path, in: nil, followsLink: true)
      guard place.inode != nil else { throw .notFound }
      return "/" + place.canonical.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
    }
  }

  package func makeFolder(_ path: String, in folder: FileDescriptor?) throws(FileError) {
    try call(.makeFolder, joined(path, in: folder)) { (machine) throws(FileError.Code) in
      _ = try machine.create(.folder([:]), at: path, in: folder, permissions: 0o700)
    }
  }

  package func rename(
    _ name: String, in folder: FileDescriptor, to newName: String, in newFolder: FileDescriptor
  ) throws(FileError) {
    try call(.rename, joined(newName, in: newFolder)) { (machine) throws(FileError.Code) in
      let old = try machine.writablePlace(of: name, in: folder)
      let new = try machine.writablePlace(of: newName, in: newFolder)
      guard let inode = old.inode else { throw .notFound }
      machine.disk.change([(old.folder, old.name, nil), (new.folder, new.name, inode)])
    }
  }

  package func link(_ name: String, to newName: String, in folder: FileDescriptor) throws(FileError) {
    try call(.link, joined(newName, in: folder)) { (machine) throws(FileError.Code) in
      guard machine.hasLinks else { throw .noPermission }
      let old = try machine.writablePlace(of: name, in: folder)
      let new = try machine.writablePlace(of: newName, in: folder)
      guard let inode = old.inode else { throw .notFound }
      guard new.inode == nil else { throw .exists }
      machine.disk.change([(new.folder, new.name, inode)])
    }
  }

  package func remove(_ name: String, in folder: FileDescriptor) throws(FileError) {
    try call(.remove, joined(name, in: folder)) { (machine) throws(FileError.Code) in
      let place = try machine.writablePlace(of: name, in: folder)
      guard place.inode != nil else { throw .notFound }
      machine.disk.change([(place.folder, place.name, nil)])
    }
  }
}

// MARK: - Open files and folders

extension SimulatedFileSystem {
  package func close(_ descriptor: FileDescriptor) throws(FileError) {
    state.withLock { _ = $0.open.removeValue(forKey: descriptor.number) }
    try call(.close, descriptor.path) { _ in }
  }

  package func status(of descriptor: FileDescriptor) throws(FileError) -> FileStatus {
    try call(.status, descriptor) { (machine, inode) throws(FileError.Code) in
      try machine.disk.status(of: inode)
    }
  }

  package func items(in folder: FileDescriptor) throws(FileError) -> [FolderItem] {
    try call(.items, folder) { (machine, inode) throws(FileError.Code) in
      try machine.disk.names(in: inode).map { (name, inode) throws(FileError.Code) in
        FolderItem(
          name: String(decoding: name, as: UTF8.self), kind: try machine.disk.status(of: inode).kind)
      }
    }
  }

  /// The names of a simulated disk are all UTF-8.
  package func unreadableNames(in folder: FileDescriptor) throws(FileError) -> [String] { [] }

  package func read(
    _ descriptor: FileDescriptor, at offset: Int, upTo count: Int
  ) throws(FileError) -> [UInt8] {
    try call(.read, descriptor) { (machine, inode) throws(FileError.Code) in
      Array(try machine.disk.bytes(of: inode).dropFirst(offset).prefix(count))
    }
  }

  package func write(
    _ bytes: RawSpan, to descriptor: FileDescriptor, at offset: Int
  ) throws(FileError) -> Int {
    let bytes = bytes.withUnsafeBytes { Array($0) }
    return try call(.write, descriptor) { (machine, inode) throws(FileError.Code) in
      let taken = machine.taken(of: bytes)
      var content = try machine.disk.bytes(of: inode)
      content += [UInt8](repeating: 0, count: max(0, offset + taken.count - content.count))
      content.replaceSubrange(offset..<(offset + taken.count), with: taken)
      machine.disk.setBytes(content, of: inode)
      return taken.count
    }
  }

  package func truncate(_ descriptor: FileDescriptor, to size: Int) throws(FileError) {
    try call(.truncate, descriptor) { (machine, inode) throws(FileError.Code) in
      machine.disk.setBytes(Array(try machine.disk.bytes(of: inode).prefix(size)), of: inode)
    }
  }

  package func setPermissions(
    _ permissions: UInt32, of descriptor: FileDescriptor
  ) throws(FileError) {
    try call(.setPermissions, descriptor) { (machine, inode) throws(FileError.Code) in
      machine.disk.setPermissions(permissions, of: inode)
    }
  }

  /// Only an owner's own files may be given, and only to the owner.
  package func setOwner(_ owner: FileOwner, of descriptor: FileDescriptor) throws(FileError) {
    try call(.setOwner, descriptor) { (_, _) throws(FileError.Code) in
      guard owner == SimulatedDisk.owner else { throw .noPermission }
    }
  }

  package func synchronize(_ descriptor: FileDescriptor) throws(FileError) {
    do throws(FileError) {
      try call(.synchronize, descriptor) { (machine, inode) throws(FileError.Code) in
        try machine.disk.synchronize(inode)
      }
    } catch {
      state.withLock { machine in
        if let inode = machine.open[descriptor.number] { machine.disk.lostFiles.insert(inode) }
      }
      throw error
    }
  }
}

// MARK: - What other programs do

extension SimulatedFileSystem {
  /// A file that is on the disk for good, with the folders above it.
  package func addFile(
    _ path: String, _ text: String, permissions: UInt32 = 0o600, modified: FileTime? = nil
  ) {
    addFile(path, bytes: Array(text.utf8), permissions: permissions, modified: modified)
  }

  package func addFile(
    _ path: String, bytes: [UInt8], permissions: UInt32 = 0o600, modified: FileTime? = nil
  ) {
    add(.file(bytes), at: path, permissions: permissions, modified: modified)
  }

  package func addFolder(_ path: String, permissions: UInt32 = 0o700) {
    add(.folder([:]), at: path, permissions: permissions)
  }

  package func addLink(_ path: String, to target: String) {
    add(.link(to: target), at: path, permissions: 0o777)
  }

  package func setPermissions(_ permissions: UInt32, at path: String) {
    state.withLock { $0.setPermissions(permissions, at: path) }
  }

  package func setOwner(_ owner: FileOwner, at path: String) {
    state.withLock { $0.setOwner(owner, at: path) }
  }

  /// Gives a file a second name.
  package func addName(_ path: String, of other: String) {
    state.withLock { $0.addName(path, of: other) }
  }

  /// Removes a file, or a folder with all that is in it.
  package func remove(_ path: String) {
    state.withLock { $0.remove(path) }
  }

  /// Nil where no file is.
  package func bytes(at path: String) -> [UInt8]? {
    state.withLock { machine in
      guard let inode = try? machine.inode(at: path, in: nil, followsLink: true) else { return nil }
      return try? machine.disk.bytes(of: inode)
    }
  }

  package func text(at path: String) -> String? {
    bytes(at: path).map { String(decoding: $0, as: UTF8.self) }
  }

  package func permissions(at path: String) -> UInt32? {
    state.withLock { machine in
      guard let inode = try? machine.inode(at: path, in: nil, followsLink: false) else { return nil }
      return try? machine.disk.node(inode).permissions
    }
  }

  /// The paths of all files and links, sorted.
  package var paths: [String] {
    state.withLock { $0.disk.paths }
  }

  private func add(
    _ content: SimulatedDisk.Content, at path: String, permissions: UInt32, modified: FileTime? = nil
  ) {
    state.withLock { $0.add(content, at: path, permissions: permissions, modified: modified) }
  }
}
