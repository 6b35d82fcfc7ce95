/// Which entries an import makes: those that the journal does not have yet, each once.
package struct ImportPlan: Equatable, Sendable {
  package private(set) var entries: [Planned] = []
  /// How many the journal has from an earlier import.
  package private(set) var presentCount = 0
  /// How many are the same as another one that is imported.
  package private(set) var repeatedCount = 0

  package struct Planned: Equatable, Sendable {
    package let entry: ImportedEntry
    /// Where it will be, as far as nothing else takes its name meanwhile.
    package let path: EntryPath
  }

  /// Only looks; nothing is made.
  package init(_ found: [ImportedEntry], for journal: JournalFolder) throws(JournalError) {
    let present = try journal.importIDs()
    var planned: Set<String> = []
    var names = PlannedNames(journal: journal)
    for entry in found {
      if present.contains(entry.id) {
        presentCount += 1
      } else if !planned.insert(entry.id).inserted {
        repeatedCount += 1
      } else {
        entries.append(Planned(entry: entry, path: names.next(journal.newPath(of: entry))))
      }
    }
  }
}

/// The names that the files of an import get: free ones, as far as is known before.
private struct PlannedNames {
  let journal: JournalFolder
  private var taken: [String: TakenNames] = [:]

  init(journal: JournalFolder) {
    self.journal = journal
  }

  mutating func next(_ path: EntryPath) -> EntryPath {
    var names = taken.removeValue(forKey: path.folder) ?? journal.takenNames(in: path.folder)
    let candidates = FileName.numbered { path.stem + $0 + ".md" }
    let name = names.free(among: candidates).first { _ in true } ?? path.name
    names.take(name)
    taken[path.folder] = names
    return EntryPath(FilePath.join(path.folder, name))
  }
}

extension JournalFolder {
  /// Makes an entry of the journal from one that was imported, under a name that no other file has. When this returns,
  /// the disk has confirmed that the file is there to stay.
  package func create(_ entry: ImportedEntry) throws(JournalError) -> StoredEntry {
    try add(StoredEntry(path: newPath(of: entry), text: entry.text))
  }

  fileprivate func newPath(of entry: ImportedEntry) -> EntryPath {
    let slug = Slug(entry.name).text
    return newPath(date: entry.date, slug: slug.isEmpty ? "entry" : slug)
  }

  /// The names in one of the journal's folders; none where it is not there or cannot be read.
  fileprivate func takenNames(in folder: String) -> TakenNames {
    let names = try? naming(folder) { () throws(FileError) in
      try TakenNames(in: openRoot().folder(folder))
    }
    return names ?? TakenNames()
  }
}
