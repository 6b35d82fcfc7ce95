/// The files that the program ships with: what lies beside this source, put into the executable when it
/// is built. Paths are relative to this folder, as "templates/failure/ywt.ja.md".
package enum Resources {
  /// The text of the file at `path`, exactly as in the file. Nil where there is none.
  package static func file(_ path: String) -> String? {
    embeddedFiles.first { $0.path == path }?.contents
  }

  /// Every file whose path begins with `prefix` ("templates/"), sorted by path.
  package static func files(under prefix: String) -> [(path: String, text: String)] {
    embeddedFiles.filter { $0.path.hasPrefix(prefix) }.map { ($0.path, $0.contents) }
  }
}
