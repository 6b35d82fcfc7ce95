import Glibc

/// A table of tab-separated values in this folder's Data.
struct DataFile {
  let rows: [[Substring]]

  /// `file` is the caller's own path: the data stands beside it.
  init(_ name: String, beside file: StaticString = #filePath) throws {
    var text = ""
    let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard let stream = fopen((folder + ["Data", Substring(name)]).joined(separator: "/"), "r") else {
      throw Unreadable(name: name)
    }
    defer { fclose(stream) }
    var buffer = [CChar](repeating: 0, count: 1024)
    while fgets(&buffer, Int32(buffer.count), stream) != nil {
      text += String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  struct Unreadable: Error {
    let name: String
  }
}

extension StringProtocol {
  /// The text of code points written in hexadecimal with spaces between them.
  var textOfCodePoints: String {
    var text = ""
    text.unicodeScalars.append(
      contentsOf: split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) })
    return text
  }
}
