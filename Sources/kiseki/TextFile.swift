import Glibc

/// A file somewhere on the disk that is read as text.
enum TextFile {
  /// The file's text; nil where it can't be read, is no file, is larger, or is not UTF-8.
  ///
  /// - Parameter limit: in bytes.
  static func read(_ path: String, upTo limit: Int) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? nil : String(validating: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
    return nil
  }
}
