extension JournalFolder {
  /// The drafts that are kept for an entry: the Markdown files in `drafts/<the entry's stem>`, in the order of their
  /// names. At most 1,000; what is no text in UTF-8 is left out, as are links: nothing leads out of the journal.
  package func drafts(of entry: EntryPath) throws(JournalError) -> [StoredEntry] {
    let path = try draftFolder(of: entry)
    do throws(FileError) {
      let folder = try openRoot().folder(Self.draftsFolder).folder(FilePath.split(path).name)
      let items = try folder.items().filter { $0.kind == .file && FileName($0.name).isDraft }
      return items.map(\.name).sorted { $0.precedes($1) }.prefix(Self.mostDrafts).compactMap {
        folder.draft($0, at: EntryPath(FilePath.join(path, $0)))
      }
    } catch let error where error.code == .notFound {
      return []
    } catch {
      throw JournalError(error, path: path)
    }
  }

  /// Makes a file for a draft: `drafts/<the entry's stem>/<channel>.md`; "-2" and so on follow where the name is taken,
  /// as by a file that is none of ours. When this returns, the disk has confirmed that the file is there to stay.
  ///
  /// - Parameter channel: the channel's id.
  package func createDraft(
    _ text: String, of entry: EntryPath, for channel: String
  ) throws(JournalError) -> StoredEntry {
    try prepare()
    let path = try draftFolder(of: entry)
    let new = StoredEntry(path: EntryPath(FilePath.join(path, channel + ".md")), text: text)
    let folder = try naming(path) { () throws(FileError) in try openFolder(orNew: path) }
    var copy = try naming(path) { () throws(FileError) in
      try FreshCopy.written(.texts(new.texts), in: folder.again())
    }
    let name = try naming(path) { () throws(FileError) in
      let taken = try TakenNames(in: folder)
      return try copy.appear(asOneOf: taken.free(among: FileName.numbered { channel + $0 + ".md" }))
    }
    return try copy.confirmed(new.at(EntryPath(FilePath.join(path, name))))
  }

  /// Writes a draft's text to the file that `baseline` was read from, as `save(_:over:)` does with an entry; links are
  /// not followed.
  package func saveDraft(
    _ text: String, over baseline: StoredEntry
  ) throws(JournalError) -> SaveOutcome {
    let new = StoredEntry(path: baseline.path, text: text)
    if baseline.isConfirmed, new.hasSameText(as: baseline) { return .saved(baseline) }
    let place = try naming(baseline.path.text) { () throws(FileError) in
      EntryPlace(
        folder: try openFolder(orNew: baseline.path.folder), name: baseline.path.name,
        root: try canonicalRoot())
    }
    return try EntrySave(of: new, over: baseline, at: place, in: self).run()
  }

  /// The path of the folder that an entry's drafts are in, whether there is one or not.
  package func draftFolder(of entry: EntryPath) throws(JournalError) -> String {
    let stem = entry.stem
    guard !stem.isEmpty, stem != ".", stem != ".." else { throw .leadsOutside(path: entry.text) }
    return FilePath.join(Self.draftsFolder, stem)
  }

  static let draftsFolder = "drafts"
  private static let mostDrafts = 1_000
}

extension FileName {
  /// Markdown that a writer is meant to see, and no copy that a conflict has left.
  fileprivate var isDraft: Bool {
    isMarkdown && !isHidden && ConflictCopy.originalName(of: text) == nil
  }
}

extension OpenFolder {
  /// Nil where it is no text.
  fileprivate func draft(_ name: String, at path: EntryPath) -> StoredEntry? {
    guard let content = try? file(name, for: .reading).content(upTo: StoredEntry.sizeLimit),
      case .bytes(let bytes) = content, let text = String(text: bytes)
    else { return nil }
    return StoredEntry(path: path, text: text)
  }
}
