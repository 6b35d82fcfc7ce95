package import Journal
internal import Typography

extension JournalFolder {
  /// Makes a file for a new entry: `2026/2026-11-20-<slug>.md` by the entry's date, else by `now`. The slug
  /// is the title's, else the template's name, else "entry"; "-2" and so on follow where the name is taken,
  /// or one that looks the same.
  ///
  /// Only folders inside the journal are used: a year's folder that is a link is refused. When this returns,
  /// the disk has confirmed that the file is there to stay.
  package func create(_ entry: Entry, now: Timestamp) throws(JournalError) -> StoredEntry {
    let place = place(for: entry.metadata, now: now)
    return try create(StoredEntry(path: place, newLike: entry.body).holding(entry))
  }

  /// Makes a file of a text that may have a front matter of its own: what its keys say stays, the others say what
  /// `metadata` does. A front matter that is not understood stays as it is, and nothing is added: `condition` tells.
  ///
  /// - Parameter title: the title to have, whatever the text's own is; nil for that.
  package func create(
    text: String, title: String?, adding metadata: EntryMetadata, now: Timestamp
  ) throws(JournalError) -> StoredEntry {
    let (frontMatter, body) = FrontMatter.split(text)
    var filled = frontMatter.metadata(filledFrom: metadata)
    if let title { filled.title = title }
    let own = StoredEntry(path: place(for: filled, now: now), text: text)
    guard own.condition == .editable else { return try create(own) }
    return try create(own.holding(Entry(metadata: filled, body: String(body))))
  }

  /// Where the file of a new entry is to lie.
  private func place(for metadata: EntryMetadata, now: Timestamp) -> EntryPath {
    let date = metadata.date ?? now
    let stem = date.formatted("YYYY-MM-DD") + "-" + slug(of: metadata)
    return EntryPath(FilePath.join(date.formatted("YYYY"), stem + ".md"))
  }

  /// Makes a file beside others of its name.
  private func create(_ new: StoredEntry) throws(JournalError) -> StoredEntry {
    try prepare()
    let path = new.path
    let (year, stem) = (path.folder, String(path.name.dropLast(".md".count)))
    let folder = try naming(year) { () throws(FileError) in try openFolder(orNew: year) }
    var copy = try naming(path.text) { () throws(FileError) in
      try FreshCopy.written(new.texts, in: folder.again())
    }
    let name = try naming(path.text) { () throws(FileError) in
      let taken = try TakenNames(in: folder)
      return try copy.appear(asOneOf: taken.free(among: FileName.numbered { stem + $0 + ".md" }))
    }
    return try copy.confirmed(new.at(EntryPath(FilePath.join(year, name))))
  }

  private func slug(of metadata: EntryMetadata) -> String {
    let candidates = [metadata.title, metadata.template?.name].compactMap { $0 }
    return candidates.map { Slug($0).text }.first { !$0.isEmpty } ?? "entry"
  }
}

/// The names in a folder, as a reader sees them: without regard to case and to how a letter is composed.
struct TakenNames {
  private let names: Set<String>

  init(in folder: borrowing OpenFolder) throws(FileError) {
    names = Set(try folder.items().map { Self.seen($0.name) })
  }

  func free(among candidates: some Sequence<String>) -> some Sequence<String> {
    candidates.lazy.filter { !names.contains(Self.seen($0)) }
  }

  private static func seen(_ name: String) -> String {
    CanonicalText.composed(name).lowercased()
  }
}
