package import Journal

extension JournalFolder {
  /// What a list shows of these entries, in their order. Of each file only the beginning is read, at most
  /// 64 KiB, in one call; one that cannot be read is shown by its path alone.
  package func summarize(_ paths: [EntryPath], templates: TemplateLibrary) -> [EntrySummary] {
    let beginnings = EntryBeginnings(journal: self)
    return paths.map { path in
      guard let (metadata, body) = beginnings.read(path) else {
        return EntrySummary(
          path: path.text, metadata: EntryMetadata(), isText: !beginnings.isOtherThanText(path))
      }
      return EntrySummary(
        path: path.text, metadata: metadata, body: body,
        template: templates.template(of: Entry(metadata: metadata, body: body)))
    }
  }

  /// The entry that was changed last: by its `lastmod`, else by its file's time; of those of one second, by the file's
  /// time, which is finer.
  func newestEntry() throws(JournalError) -> EntryPath? {
    let beginnings = EntryBeginnings(journal: self)
    let times = try entryPaths().map { ($0, beginnings.secondsOfChange(of: $0)) }
    guard let newest = times.map(\.1).max() else { return nil }
    return times.filter { $0.1 == newest }.map(\.0)
      .max { beginnings.isOlder($0, than: $1) }
  }

  /// The entries with that `id`.
  func paths(among paths: [EntryPath], withID id: String) -> [EntryPath] {
    let beginnings = EntryBeginnings(journal: self)
    return paths.filter { beginnings.read($0)?.metadata.id?.isExactly(id) ?? false }
  }

  /// What the entries in the journal were imported from. A journal that is not there yet has none.
  package func importIDs() throws(JournalError) -> Set<String> {
    let beginnings = EntryBeginnings(journal: self)
    do {
      return Set(try entryPaths().compactMap { beginnings.read($0)?.metadata.importID })
    } catch .notFound {
      return []
    } catch {
      throw error
    }
  }
}

/// Reads the beginnings of many entries.
private struct EntryBeginnings {
  let journal: JournalFolder

  private static let sizeLimit = 64 << 10

  /// Nil where the file cannot be read or is not text.
  func read(_ path: EntryPath) -> (metadata: EntryMetadata, body: String)? {
    guard let text = bytes(of: path).flatMap(Self.text) else { return nil }
    let (frontMatter, body) = FrontMatter.split(text)
    return frontMatter.fault == nil ? (frontMatter.metadata, String(body)) : (EntryMetadata(), text)
  }

  /// Whether the file can be read, and is not text.
  func isOtherThanText(_ path: EntryPath) -> Bool {
    bytes(of: path).map { Self.text(of: $0) == nil } ?? false
  }

  /// The text that bytes are or begin: of a large file, the last character may be cut.
  private static func text(of bytes: [UInt8]) -> String? {
    if let text = String(text: bytes) { return text }
    guard bytes.count >= sizeLimit else { return nil }
    return (1..<4).lazy.compactMap { String(text: bytes.dropLast($0)) }.first
  }

  /// When the entry was changed: by its `lastmod`, else by its file's time. In seconds since 1970.
  func secondsOfChange(of path: EntryPath) -> Int64 {
    read(path)?.metadata.lastModified?.seconds ?? timeOfFile(path)?.seconds ?? .min
  }

  /// By the times of their files.
  func isOlder(_ path: EntryPath, than other: EntryPath) -> Bool {
    guard let time = timeOfFile(path), let otherTime = timeOfFile(other) else { return false }
    return time < otherTime
  }

  private func timeOfFile(_ path: EntryPath) -> FileTime? {
    try? journal.fileSystem.status(of: journal.fullPath(of: path), in: nil, followsLink: true).modified
  }

  /// A path of the list is no link, mostly: then one `open` is enough.
  private func bytes(of path: EntryPath) -> [UInt8]? {
    do throws(FileError) {
      return try beginning(journal.fullPath(of: path), in: nil)
    } catch let error where error.code == .isLink {
      guard let place = try? journal.place(of: path) else { return nil }
      return try? beginning(place.name, in: place.folder.descriptor)
    } catch {
      return nil
    }
  }

  private func beginning(_ path: String, in folder: FileDescriptor?) throws(FileError) -> [UInt8] {
    try OpenFile(path, in: folder, for: .reading, fileSystem: journal.fileSystem)
      .beginning(upTo: Self.sizeLimit)
  }
}
