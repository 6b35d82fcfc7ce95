import Glibc
import Interface

/// A file somewhere on the disk that is read as text.
enum TextFile {
  /// The file's text, without a byte order mark.
  ///
  /// - Parameter limit: in bytes.
  static func read(_ path: String, upTo limit: Int) throws(Problem) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Problem(readingFailedWith: errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Problem(readingFailedWith: errno) }
      guard count > 0 else {
        guard let text = text(of: bytes) else { throw .notUTF8 }
        return text
      }
      bytes += buffer[..<count]
    }
    throw .tooLarge
  }

  /// What bytes say as text, without a byte order mark; nil where they are not UTF-8 or hold a NUL, which no text
  /// does.
  static func text(of bytes: [UInt8]) -> String? {
    guard !bytes.contains(0) else { return nil }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return String(validating: bytes.dropFirst(bytes.starts(with: byteOrderMark) ? 3 : 0), as: UTF8.self)
  }
}

extension Problem: Error {
  fileprivate init(readingFailedWith code: Int32) {
    self =
      switch code {
      case ENOENT, ENOTDIR: .notFound
      case EACCES, EPERM: .noPermission
      case EISDIR: .isFolder
      default: .system(String(cString: strerror(code)))
      }
  }
}
