/// A disk in memory: what programs see of it, and what of that would outlast a power failure.
///
/// Content is durable once its file was synchronized, a name once its folder was. Kinds, owners and
/// permissions are durable at once: nothing depends on them here.
struct SimulatedDisk: Sendable {
  typealias Inode = UInt64
  /// A name's bytes: composed and separate letters make different names.
  typealias Name = [UInt8]
  typealias Names = [Name: Inode]

  struct Node: Sendable {
    var content: Content
    var permissions: UInt32
    var owner = SimulatedDisk.owner
    var modified: FileTime
    var changed: FileTime
  }

  enum Content: Sendable {
    case file([UInt8])
    case folder(Names)
    case link(to: String)
  }

  /// One change of names that happens as a whole: each name gets a file, or none.
  struct NameChange: Sendable {
    var names: [(folder: Inode, name: Name, inode: Inode?)]
  }

  static let root: Inode = 1
  static let owner = FileOwner(user: 1_000, group: 1_000)

  var nodes: [Inode: Node]
  /// What a power failure leaves of files and folders at least.
  var durableFiles: [Inode: [UInt8]] = [:]
  var durableNames: [Inode: Names] = [root: [:]]
  /// The changes of names that are not durable, in their order.
  var pendingChanges: [NameChange] = []
  /// Files of which a synchronization failed: later ones say "done" and do nothing, as on Linux.
  var lostFiles: Set<Inode> = []
  /// Goes on by a second with every change.
  var clock: FileTime
  private var lastInode = root

  init(clock: FileTime) {
    self.clock = clock
    nodes = [
      Self.root: Node(content: .folder([:]), permissions: 0o700, modified: clock, changed: clock)
    ]
  }
}

// MARK: - Looking

extension SimulatedDisk {
  func names(in folder: Inode) throws(FileError.Code) -> Names {
    guard case .folder(let names)? = nodes[folder]?.content else { throw .notADirectory }
    return names
  }

  func bytes(of file: Inode) throws(FileError.Code) -> [UInt8] {
    switch nodes[file]?.content {
    case .file(let bytes): return bytes
    case .folder: throw .isDirectory
    case .link, nil: throw .notFound
    }
  }

  func node(_ inode: Inode) throws(FileError.Code) -> Node {
    guard let node = nodes[inode] else { throw .notFound }
    return node
  }

  func status(of inode: Inode) throws(FileError.Code) -> FileStatus {
    let node = try node(inode)
    let (kind, size): (FileKind, Int) =
      switch node.content {
      case .file(let bytes): (.file, bytes.count)
      case .folder: (.folder, 0)
      case .link(let target): (.link, target.utf8.count)
      }
    return FileStatus(
      kind: kind, device: 1, inode: inode, size: size, permissions: node.permissions,
      linkCount: linkCount(of: inode), owner: node.owner, modified: node.modified, changed: node.changed)
  }

  private func linkCount(of inode: Inode) -> Int {
    nodes.values.reduce(0) { count, node in
      guard case .folder(let names) = node.content else { return count }
      return count + names.values.count { $0 == inode }
    }
  }
}

// MARK: - Changing

extension SimulatedDisk {
  mutating func add(_ content: Content, permissions: UInt32) -> Inode {
    lastInode += 1
    tick()
    nodes[lastInode] = Node(content: content, permissions: permissions, modified: clock, changed: clock)
    if case .folder = content { durableNames[lastInode] = [:] }
    if case .file = content { durableFiles[lastInode] = [] }
    return lastInode
  }

  mutating func setBytes(_ bytes: [UInt8], of file: Inode) {
    tick()
    nodes[file]?.content = .file(bytes)
    nodes[file]?.modified = clock
    nodes[file]?.changed = clock
  }

  mutating func setPermissions(_ permissions: UInt32, of inode: Inode) {
    tick()
    nodes[inode]?.permissions = permissions
    nodes[inode]?.changed = clock
  }

  /// Changes names for everybody to see; they are durable when their folder is synchronized.
  mutating func change(_ names: [(folder: Inode, name: Name, inode: Inode?)]) {
    tick()
    for change in names {
      guard case .folder(var inFolder)? = nodes[change.folder]?.content else { continue }
      let before = inFolder[change.name]
      inFolder[change.name] = change.inode
      nodes[change.folder]?.content = .folder(inFolder)
      for inode in [before, change.inode] { inode.map { nodes[$0]?.changed = clock } }
    }
    pendingChanges.append(NameChange(names: names))
  }

  mutating func synchronize(_ inode: Inode) throws(FileError.Code) {
    switch try node(inode).content {
    case .file(let bytes): if !lostFiles.contains(inode) { durableFiles[inode] = bytes }
    case .folder: makeNamesDurable { change in change.names.contains { $0.folder == inode } }
    case .link: break
    }
  }

  /// Makes everything durable.
  mutating func settle() {
    for (inode, node) in nodes {
      if case .file(let bytes) = node.content { durableFiles[inode] = bytes }
    }
    makeNamesDurable { _ in true }
  }

  private mutating func makeNamesDurable(_ isMeant: (NameChange) -> Bool) {
    for change in pendingChanges where isMeant(change) {
      for (folder, name, inode) in change.names { durableNames[folder, default: [:]][name] = inode }
    }
    pendingChanges.removeAll(where: isMeant)
  }

  private mutating func tick() {
    clock = FileTime(seconds: clock.seconds + 1, nanoseconds: clock.nanoseconds)
  }
}
