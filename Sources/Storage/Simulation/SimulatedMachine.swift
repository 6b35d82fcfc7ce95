/// A computer with a simulated disk: open files, and what is planned to go wrong.
struct SimulatedMachine: Sendable {
  var disk: SimulatedDisk
  var open: [Int32: SimulatedDisk.Inode] = [:]
  var calls: [FileError.Operation] = []
  var faults: [Int: SimulatedFault] = [:]
  /// Set when the power failed, or when everything fails from some call on.
  var lastingFailure: FileError.Code?
  var hasLinks = true
  private var lastDescriptor: Int32 = 2

  init(disk: SimulatedDisk) {
    self.disk = disk
  }

  /// That of the call that comes next.
  var plannedFault: SimulatedFault? { faults[calls.count + 1] }

  /// Counts a call, and lets it fail where that is planned.
  mutating func begin(_ operation: FileError.Operation) throws(FileError.Code) {
    let fault = plannedFault
    calls.append(operation)
    if let lastingFailure { throw lastingFailure }
    switch fault {
    case .error(let code): throw code
    case .errorsFromHere(let code):
      lastingFailure = code
      throw code
    case .powerFailure:
      lastingFailure = .io
      throw .io
    case .shortWrite, .lyingWrite, .outside, nil: break
    }
  }

  /// What a write really takes, at the call that has begun.
  func taken(of bytes: [UInt8]) -> [UInt8] {
    switch faults[calls.count] {
    case .shortWrite: Array(bytes.prefix(max(1, bytes.count / 2)))
    case .lyingWrite: [UInt8](repeating: 0, count: bytes.count)
    default: bytes
    }
  }

  mutating func open(_ inode: SimulatedDisk.Inode) -> Int32 {
    lastDescriptor += 1
    open[lastDescriptor] = inode
    return lastDescriptor
  }
}

// MARK: - Paths

extension SimulatedMachine {
  /// `EBADF` on Linux.
  private static let notOpen = FileError.Code.other(9)

  func inode(of descriptor: FileDescriptor) throws(FileError.Code) -> SimulatedDisk.Inode {
    guard let inode = open[descriptor.number] else { throw Self.notOpen }
    return inode
  }

  func place(
    of path: String, in folder: FileDescriptor?, followsLink: Bool = false
  ) throws(FileError.Code) -> SimulatedDisk.Place {
    let start = try folder.map { (folder) throws(FileError.Code) in try inode(of: folder) }
    return try disk.place(of: path, in: start, followsLink: followsLink)
  }

  func inode(
    at path: String, in folder: FileDescriptor?, followsLink: Bool
  ) throws(FileError.Code) -> SimulatedDisk.Inode {
    guard let inode = try place(of: path, in: folder, followsLink: followsLink).inode else {
      throw .notFound
    }
    return inode
  }

  /// A place in a folder whose names may be changed.
  func writablePlace(
    of path: String, in folder: FileDescriptor?
  ) throws(FileError.Code) -> SimulatedDisk.Place {
    let place = try place(of: path, in: folder)
    guard try disk.node(place.folder).permissions & 0o200 != 0 else { throw .noPermission }
    return place
  }

  /// A file, with permission to open it.
  func file(
    at path: String, in folder: FileDescriptor?, permission: UInt32
  ) throws(FileError.Code) -> SimulatedDisk.Inode {
    let inode = try inode(at: path, in: folder, followsLink: false)
    let node = try disk.node(inode)
    if case .link = node.content { throw .isLink }
    guard node.permissions & permission == permission else { throw .noPermission }
    return inode
  }

  mutating func create(
    _ content: SimulatedDisk.Content, at path: String, in folder: FileDescriptor?, permissions: UInt32
  ) throws(FileError.Code) -> SimulatedDisk.Inode {
    let place = try writablePlace(of: path, in: folder)
    guard place.inode == nil else { throw .exists }
    let inode = disk.add(content, permissions: permissions)
    disk.change([(place.folder, place.name, inode)])
    return inode
  }
}

// MARK: - What other programs do

extension SimulatedMachine {
  /// Puts something on the disk for good, in place of what is there, with the folders above it.
  mutating func add(
    _ content: SimulatedDisk.Content, at path: String, permissions: UInt32, modified: FileTime? = nil
  ) {
    let parent = FilePath.split(path).folder
    if (try? place(of: parent, in: nil, followsLink: true).inode) == nil {
      add(.folder([:]), at: parent, permissions: 0o700)
    }
    change(path) { disk, place in
      let inode = disk.add(content, permissions: permissions)
      if let modified { disk.nodes[inode]?.modified = modified }
      disk.change([(place.folder, place.name, inode)])
    }
  }

  mutating func addName(_ path: String, of other: String) {
    guard let inode = try? inode(at: other, in: nil, followsLink: false) else { return }
    change(path) { disk, place in disk.change([(place.folder, place.name, inode)]) }
  }

  mutating func remove(_ path: String) {
    change(path) { disk, place in disk.change([(place.folder, place.name, nil)]) }
  }

  mutating func setPermissions(_ permissions: UInt32, at path: String) {
    change(path) { disk, place in
      if let inode = place.inode { disk.setPermissions(permissions, of: inode) }
    }
  }

  mutating func setOwner(_ owner: FileOwner, at path: String) {
    change(path) { disk, place in
      if let inode = place.inode { disk.nodes[inode]?.owner = owner }
    }
  }

  /// A change after which everything is durable.
  private mutating func change(_ path: String, _ body: (inout SimulatedDisk, SimulatedDisk.Place) -> Void) {
    guard let place = try? place(of: path, in: nil) else { return }
    body(&disk, place)
    disk.settle()
  }
}

extension SimulatedDisk {
  /// The paths of all files and links, sorted.
  var paths: [String] {
    paths(in: Self.root, path: "").sorted()
  }

  private func paths(in folder: Inode, path: String) -> [String] {
    guard let names = try? names(in: folder) else { return [] }
    return names.flatMap { name, inode in
      let path = path + "/" + String(decoding: name, as: UTF8.self)
      if case .folder = nodes[inode]?.content { return paths(in: inode, path: path) }
      return [path]
    }
  }
}

/// Thrown inside the simulation, where the path is not known yet.
extension FileError.Code: Error {}
