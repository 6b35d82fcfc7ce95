/// What a file system tells of a file without opening it.
package struct FileStatus: Equatable, Sendable {
  package var kind: FileKind
  /// The device and the number on it: two names with the same identity are one file.
  package var device: UInt64
  package var inode: UInt64
  /// In bytes.
  package var size: Int
  /// As 0o600.
  package var permissions: UInt32
  /// How many names the file has.
  package var linkCount: Int
  package var owner: FileOwner
  package var modified: FileTime
  /// When anything of the file was changed: content, permissions or names.
  package var changed: FileTime

  package init(
    kind: FileKind, device: UInt64, inode: UInt64, size: Int, permissions: UInt32, linkCount: Int,
    owner: FileOwner, modified: FileTime, changed: FileTime
  ) {
    self.kind = kind
    self.device = device
    self.inode = inode
    self.size = size
    self.permissions = permissions
    self.linkCount = linkCount
    self.owner = owner
    self.modified = modified
    self.changed = changed
  }
}

package enum FileKind: Sendable {
  case file, folder, link
  /// A pipe, a socket or a device.
  case other
}

/// A user and a group, by their numbers.
package struct FileOwner: Hashable, Sendable {
  package let user: UInt32
  package let group: UInt32

  package init(user: UInt32, group: UInt32) {
    self.user = user
    self.group = group
  }
}

/// A moment on the disk's clock, since 1970 UTC.
package struct FileTime: Hashable, Comparable, Sendable {
  package let seconds: Int64
  package let nanoseconds: Int64

  package init(seconds: Int64, nanoseconds: Int64 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// One name in a folder.
package struct FolderItem: Hashable, Sendable {
  package let name: String
  package let kind: FileKind

  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}
