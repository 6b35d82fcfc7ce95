import Journal
import Storage

/// A journal on a simulated disk, at /journal.
struct SimulatedJournal {
  let disk: SimulatedFileSystem
  let folder: JournalFolder

  init(on disk: SimulatedFileSystem = SimulatedFileSystem()) {
    self.disk = disk
    folder = JournalFolder(root: "/journal", fileSystem: disk)
    disk.addFolder("/journal")
  }

  /// Adds an entry's file and reads it.
  func adding(_ path: String, _ text: String, permissions: UInt32 = 0o600) throws -> StoredEntry {
    disk.addFile("/journal/" + path, text, permissions: permissions)
    return try folder.read(EntryPath(path))
  }

  /// The text of a file in the journal, or of another by its absolute path.
  func text(at path: String) -> String? {
    disk.text(at: folder.fullPath(of: EntryPath(path)))
  }

  /// The paths of all files in the journal.
  var paths: [String] {
    disk.paths.filter { $0.hasPrefix("/journal/") }.map { String($0.dropFirst("/journal/".count)) }
  }
}

extension StoredEntry {
  /// The entry with another body.
  func with(body: String) -> Entry {
    var entry = entry
    entry.body = body
    return entry
  }
}

extension Timestamp {
  /// 2026-11-20T21:00:00+09:00
  static let evening = Timestamp(seconds: 1_795_176_000, offset: 32_400)
}

/// Texts are the same only when their bytes are.
func same(_ left: String?, _ right: String?) -> Bool {
  left.map { Array($0.utf8) } == right.map { Array($0.utf8) }
}
