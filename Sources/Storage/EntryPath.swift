/// Where an entry's file is: inside the journal's folder, as "2026/2026-11-20-学び.md", or an absolute path
/// elsewhere.
///
/// Two paths are equal when they are byte for byte: a name typed with composed letters and one with
/// separate marks look alike and are two files.
package struct EntryPath: Hashable, Comparable, Sendable {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }

  /// The path of a file inside the journal's folder without that folder's, of another as it is.
  ///
  /// - Parameter root: the journal's folder; like the file's, a canonical path.
  init(canonical path: String, root: String?) {
    let start = root.map { FilePath.join($0, "") } ?? ""
    let inside = path.utf8.starts(with: start.utf8) ? String(path.utf8.dropFirst(start.utf8.count)) : nil
    text = inside ?? path
  }

  /// Whether the file is somewhere else than in the journal's folder.
  package var isOutside: Bool { text.utf8.first == UInt8(ascii: "/") }

  /// The last part, as "2026-11-20-学び.md".
  package var name: String { FilePath.split(text).name }

  /// The name without its ending, as "2026-11-20-学び".
  package var stem: String { FileName(name).stem }

  /// The path of the folder; "." for the journal's own.
  var folder: String { FilePath.split(text).folder }

  package static func == (left: EntryPath, right: EntryPath) -> Bool {
    left.text.isExactly(right.text)
  }

  package static func < (left: EntryPath, right: EntryPath) -> Bool {
    left.text.precedes(right.text)
  }

  package func hash(into hasher: inout Hasher) {
    text.utf8.span.bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
