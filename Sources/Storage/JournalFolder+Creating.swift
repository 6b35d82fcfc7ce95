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
    let path = newPath(for: entry.metadata, now: now)
    return try add(StoredEntry(path: path, newLike: entry.body).holding(entry))
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
    let own = StoredEntry(path: newPath(for: filled, now: now), text: text)
    guard own.condition == .editable else { return try add(own) }
    return try add(own.holding(Entry(metadata: filled, body: String(body))))
  }

  private func newPath(for metadata: EntryMetadata, now: Timestamp) -> EntryPath {
    newPath(date: metadata.date ?? now, slug: slug(of: metadata))
  }

  /// Where a new entry goes while no other has its name.
  func newPath(date: Timestamp, slug: String) -> EntryPath {
    EntryPath(FilePath.join(date.formatted("YYYY"), date.formatted("YYYY-MM-DD") + "-" + slug + ".md"))
  }

  /// Puts a new entry where its path says, under a name with a number where that is taken.
  func add(_ new: StoredEntry) throws(JournalError) -> StoredEntry {
    try prepare()
    let (year, stem) = (new.path.folder, new.path.stem)
    let folder = try naming(year) { () throws(FileError) in try openFolder(orNew: year) }
    var copy = try naming(new.path.text) { () throws(FileError) in
      try FreshCopy.written(.texts(new.texts), in: folder.again())
    }
    let name = try naming(new.path.text) { () throws(FileError) in
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
  private var names: Set<String> = []

  init() {}

  init(in folder: borrowing OpenFolder) throws(FileError) {
    names = Set(try folder.items().map { Self.seen($0.name) })
  }

  func free(among candidates: some Sequence<String>) -> some Sequence<String> {
    candidates.lazy.filter { !names.contains(Self.seen($0)) }
  }

  mutating func take(_ name: String) {
    names.insert(Self.seen(name))
  }

  private static func seen(_ name: String) -> String {
    CanonicalText.composed(name).lowercased()
  }
}
