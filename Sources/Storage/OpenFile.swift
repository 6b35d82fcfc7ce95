/// An open file, closed when it goes out of use.
struct OpenFile: ~Copyable {
  private let fileSystem: any FileSystem
  private let descriptor: FileDescriptor
  private var isOpen = true

  /// How much is read or compared at a time, in bytes.
  private static let chunkSize = 1 << 20

  init(
    _ path: String, in folder: FileDescriptor?, for access: FileAccess, fileSystem: any FileSystem
  ) throws(FileError) {
    self.fileSystem = fileSystem
    descriptor = try fileSystem.openFile(path, in: folder, for: access)
  }

  deinit {
    if isOpen { try? fileSystem.close(descriptor) }
  }

  /// Closes the file and tells whether that went well.
  consuming func close() throws(FileError) {
    isOpen = false
    try fileSystem.close(descriptor)
  }

  func status() throws(FileError) -> FileStatus {
    try fileSystem.status(of: descriptor)
  }

  func setPermissions(_ permissions: UInt32) throws(FileError) {
    try fileSystem.setPermissions(permissions, of: descriptor)
  }

  func setOwner(_ owner: FileOwner) throws(FileError) {
    try fileSystem.setOwner(owner, of: descriptor)
  }

  func synchronize() throws(FileError) {
    try fileSystem.synchronize(descriptor)
  }

  /// The file's bytes, at most `limit`.
  ///
  /// - Parameter size: how many there are likely to be.
  func bytes(expecting size: Int, upTo limit: Int) throws(FileError) -> [UInt8] {
    var bytes = try fileSystem.read(descriptor, at: 0, upTo: min(size + 1, limit))
    while bytes.count < limit, !bytes.isEmpty {
      let more = try fileSystem.read(
        descriptor, at: bytes.count, upTo: min(limit - bytes.count, Self.chunkSize))
      guard !more.isEmpty else { break }
      bytes += more
    }
    return bytes
  }

  /// The first bytes in one call: all of a small file, and at least the beginning of another.
  func beginning(upTo limit: Int) throws(FileError) -> [UInt8] {
    try fileSystem.read(descriptor, at: 0, upTo: limit)
  }

  /// Makes the file hold this content and nothing else.
  func write(_ content: NewContent) throws(FileError) {
    var offset = 0
    switch content {
    case .bytes(let bytes):
      try write(bytes.span.bytes, at: 0)
      offset = bytes.count
    case .texts(let texts):
      for text in texts {
        try write(text.utf8.span.bytes, at: offset)
        offset += text.utf8.count
      }
    }
    if try status().size != offset { try fileSystem.truncate(descriptor, to: offset) }
  }

  private func write(_ bytes: RawSpan, at offset: Int) throws(FileError) {
    var written = 0
    while written < bytes.byteCount {
      let rest = bytes.extracting(droppingFirst: written)
      let count = try fileSystem.write(rest, to: descriptor, at: offset + written)
      guard (1...rest.byteCount).contains(count) else {
        throw FileError(.write, path: descriptor.path, code: .io)
      }
      written += count
    }
  }

  /// Whether the file holds exactly this content.
  func holds(_ content: NewContent) throws(FileError) -> Bool {
    var offset = 0
    switch content {
    case .bytes(let bytes):
      guard try holds(bytes.span.bytes, at: 0) else { return false }
      offset = bytes.count
    case .texts(let texts):
      for text in texts {
        guard try holds(text.utf8.span.bytes, at: offset) else { return false }
        offset += text.utf8.count
      }
    }
    return try fileSystem.read(descriptor, at: offset, upTo: 1).isEmpty
  }

  private func holds(_ bytes: RawSpan, at offset: Int) throws(FileError) -> Bool {
    var compared = 0
    while compared < bytes.byteCount {
      let wanted = min(bytes.byteCount - compared, Self.chunkSize)
      let found = try fileSystem.read(descriptor, at: offset + compared, upTo: wanted)
      guard !found.isEmpty else { return false }
      let expected = bytes.extracting(compared..<(compared + found.count))
      guard expected.isEqual(to: found.span.bytes) else { return false }
      compared += found.count
    }
    return true
  }
}
