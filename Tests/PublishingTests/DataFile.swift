import Foundation
import Testing

/// The files beside these tests.
enum DataFile {
  static func url(_ path: String, file: String = #filePath) -> URL {
    URL(filePath: file).deletingLastPathComponent().appending(path: path)
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: url("Data/" + path), encoding: .utf8)
  }

  /// Lines of columns with tabs between them; "\n", "\t" and "\\" stand for what they do in Swift.
  static func rows(_ name: String) throws -> [[String]] {
    try text(name).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    }
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

  /// `UPDATE_GOLDENS=1` writes what is expected anew; a missing file fails.
  static func compare(
    _ actual: String, withGolden name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let url = url("Goldens/" + name)
    let expected = try? String(contentsOf: url, encoding: .utf8)
    guard expected != actual else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try? FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? actual.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    Issue.record(
      "\(name) differs.\n--- expected\n\(expected ?? "(no file)")\n--- actual\n\(actual)",
      sourceLocation: sourceLocation)
  }
}
