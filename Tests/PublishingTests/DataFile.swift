import Glibc

/// The test data beside these tests.
enum DataFile {
  /// Lines of columns with tabs between them; "\n", "\t" and "\\" stand for what they do in Swift.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    }
  }

  /// A whole file; the path begins in the folder `Data`.
  static func text(_ name: String, beside file: StaticString = #filePath) throws -> String {
    let folder = "\(file)".split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard let stream = fopen((folder + ["Data", Substring(name)]).joined(separator: "/"), "r") else {
      throw Unreadable(name: name)
    }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  struct Unreadable: Error {
    let name: String
  }

  private static func unescaped(_ column: Substring) -> String {
    var text = ""
    var rest = column
    while let character = rest.popFirst() {
      guard character == "\\", let escaped = rest.popFirst() else {
        text.append(character)
        continue
      }
      switch escaped {
      case "n": text.append("\n")
      case "t": text.append("\t")
      default: text.append(escaped)
      }
    }
    return text
  }
}
