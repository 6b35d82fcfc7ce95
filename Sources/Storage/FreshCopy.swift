internal import Journal

/// A new file with all of its content in it, on the disk for good, under a hidden name of its own: the step
/// before it takes a name that is seen. Going out of use without one, it is removed.
struct FreshCopy: ~Copyable {
  private let folder: OpenFolder
  private let name: String
  private var isToStay = false
  /// Whether it belongs to the user and group that its model belongs to.
  private(set) var hasOwnerOfModel = true

  private static let nameStart = ".kiseki-"
  private static let nameEnd = ".tmp"

  /// Whether that is such a copy, of this program or of another that runs.
  static func isLeftover(_ item: FolderItem) -> Bool {
    item.kind == .file && item.name.utf8.starts(with: nameStart.utf8) && item.name.hasSuffix(nameEnd)
  }

  /// Writes the content and reads it back.
  ///
  /// - Parameter model: the file whose permissions and owner the copy takes, as far as the system allows
  ///   that; without one only the writer can read it.
  static func written(
    _ content: NewContent, in folder: consuming OpenFolder, like model: FileStatus? = nil
  ) throws(FileError) -> FreshCopy {
    let name = nameStart + String(UInt64.random(in: 0...UInt64.max), radix: 36) + nameEnd
    let file = try folder.file(name, for: .creating)
    var copy = FreshCopy(folder: folder, name: name)
    try copy.fill(file, with: content, like: model)
    return copy
  }

  private init(folder: consuming OpenFolder, name: String) {
    self.folder = folder
    self.name = name
  }

  deinit {
    if !isToStay { try? folder.remove(name) }
  }

  private mutating func fill(
    _ file: consuming OpenFile, with content: NewContent, like model: FileStatus?
  ) throws(FileError) {
    try file.write(content)
    if let model, try file.status().owner != model.owner {
      try? file.setOwner(model.owner)
      hasOwnerOfModel = try file.status().owner == model.owner
    }
    try file.setPermissions(model.map { $0.permissions & 0o777 } ?? 0o600)
    try file.synchronize()
    guard try file.holds(content) else { throw FileError(.read, path: path, code: .io) }
    try file.close()
  }

  var folderPath: String { folder.path }

  var path: String { FilePath.join(folder.path, name) }

  /// Whether nothing of that file is lost when the copy takes its place: neither its other names nor its
  /// owner.
  func canReplace(_ status: FileStatus) -> Bool {
    status.linkCount == 1 && hasOwnerOfModel
  }

  /// When the copy was written, by the disk's clock, as "20261120-210400".
  ///
  /// - Parameter offset: of the wall clock, in seconds east of UTC.
  func moment(offset: Int) throws(FileError) -> String {
    let time = try folder.status(of: name).modified
    return Timestamp(seconds: time.seconds, offset: offset).formatted("YYYYMMDD-HHmmss")
  }

  /// Leaves the copy where it is.
  mutating func stay() {
    isToStay = true
  }

  /// Takes the place of the file with that name.
  mutating func replace(_ target: String) throws(FileError) {
    try folder.rename(name, to: target)
    isToStay = true
  }

  /// Takes a name that no file has; throws `exists` where one has it.
  mutating func appear(as target: String) throws(FileError) {
    do throws(FileError) {
      try folder.link(name, to: target)
    } catch let error where error.tellsThatLinksAreUnknown {
      try replaceReserved(target)
    }
  }

  /// Reserves the name with an empty file first, and gives it back where that was in vain.
  private mutating func replaceReserved(_ target: String) throws(FileError) {
    let reservation = try folder.file(target, for: .creating)
    do throws(FileError) {
      try reservation.close()
      try replace(target)
    } catch {
      try? folder.remove(target)
      throw error
    }
  }

  /// Takes the first of these names that no file has, and returns it.
  mutating func appear(asOneOf names: some Sequence<String>) throws(FileError) -> String {
    for name in names {
      do throws(FileError) {
        try appear(as: name)
        return name
      } catch let error where error.code == .exists {
      }
    }
    throw FileError(.link, path: path, code: .exists)
  }

  /// Makes the copy's name certain to outlast a power failure.
  func synchronizeName() throws(FileError) {
    try folder.synchronize()
  }
}

extension FreshCopy {
  /// What was stored by giving the copy a name, once the disk has confirmed the name.
  func confirmed(_ stored: StoredEntry) throws(JournalError) -> StoredEntry {
    do throws(FileError) {
      try folder.synchronize()
      return stored
    } catch {
      throw .unconfirmed(stored.unconfirmed, error)
    }
  }
}

extension FileError {
  /// Whether a `link` failed because the file system has no second names, as those of memory cards.
  fileprivate var tellsThatLinksAreUnknown: Bool {
    switch code {
    case .noPermission, .other: true
    default: false
    }
  }
}
