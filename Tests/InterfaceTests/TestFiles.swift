import Display
import Foundation
import Testing

/// Files beside the tests that hold what is expected. `UPDATE_GOLDENS=1` writes them anew; a missing one fails.
enum TestFiles {
  static func folder(_ name: String, file: String = #filePath) -> URL {
    URL(filePath: file).deletingLastPathComponent().appending(path: name)
  }

  static func compare(
    _ actual: String, with expected: String?, at url: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard expected != actual else { return }
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
      try? actual.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    Issue.record(
      "\(url.lastPathComponent) differs.\n--- expected\n\(expected ?? "(no file)")\n--- actual\n\(actual)",
      sourceLocation: sourceLocation)
  }
}

extension Screen {
  /// The screen as a golden holds it: the text, the roles, and where the caret is.
  var golden: String {
    let caret = caret.map { "caret \($0.column),\($0.row)" } ?? "no caret"
    return textDump + "\n" + styleDump + "\n" + caret + "\n"
  }
}
