package import Journal

/// A file or a folder that another program's entries are read from. Nothing in it is changed, and nothing outside it
/// is read: links in it are not followed.
package struct ImportSource: Sendable {
  package let format: ImportFormat
  private let path: String
  private let zones: TimeZones
  private let fileSystem: any FileSystem

  /// - Parameter path: may be a link itself: the writer named it.
  package init(_ format: ImportFormat, at path: String, zones: TimeZones, fileSystem: any FileSystem) {
    self.format = format
    self.path = path
    self.zones = zones
    self.fileSystem = fileSystem
  }

  /// What was found there, in the order of the files' paths and of the entries in them.
  package struct Contents: Equatable, Sendable {
    package internal(set) var entries: [ImportedEntry] = []
    package internal(set) var refusals: [ImportRefusal] = []
    /// How many files are of another kind; hidden ones are not counted.
    package internal(set) var otherFiles = 0
  }

  /// - Parameters:
  ///   - journal: entries that are in it already are not read.
  ///   - today: the date of what has none.
  /// - Throws: where there is nothing at the path, or it cannot be read.
  package func contents(besides journal: JournalFolder, today: Timestamp) throws(JournalError) -> Contents {
    let root = try? journal.canonicalRoot()
    return try journal.naming(path) { () throws(FileError) in
      let canonical = try fileSystem.canonicalPath(of: path)
      var walk = ImportWalk(format: format, zones: zones, today: today, journal: root)
      let kind = try fileSystem.status(of: canonical, in: nil, followsLink: false).kind
      if kind == .folder {
        let folder = try OpenFolder(canonical, followsLink: false, fileSystem: fileSystem)
        try walk.visit(folder, path: "", canonical: canonical)
      } else {
        let (parent, name) = FilePath.split(canonical)
        let folder = try OpenFolder(parent, followsLink: false, fileSystem: fileSystem)
        walk.read(name, in: folder, path: name)
      }
      return walk.contents
    }
  }
}

/// Goes through a folder that is imported.
private struct ImportWalk {
  let format: ImportFormat
  let zones: TimeZones
  let today: Timestamp
  /// By its canonical path.
  let journal: String?
  private(set) var contents = ImportSource.Contents()

  /// Folders deeper than this are not looked into.
  private static let depthLimit = 16
  /// Of an export, in bytes; its text is in memory several times.
  private static let exportLimit = 256 << 20

  init(format: ImportFormat, zones: TimeZones, today: Timestamp, journal: String?) {
    self.format = format
    self.zones = zones
    self.today = today
    self.journal = journal
  }

  mutating func visit(
    _ folder: borrowing OpenFolder, path: String, canonical: String, depth: Int = 0
  ) throws(FileError) {
    guard canonical != journal else { return }
    for name in try folder.unreadableNames().sorted() { refuse(path + name, .nameNotUTF8) }
    for item in try folder.items().sorted(by: { $0.name.precedes($1.name) })
    where !FileName(item.name).isHidden {
      let itemPath = path + item.name
      switch item.kind {
      case .folder where depth < Self.depthLimit && goesDeeper:
        do throws(FileError) {
          let inner = try folder.folder(item.name)
          try visit(
            inner, path: itemPath + "/", canonical: FilePath.join(canonical, item.name), depth: depth + 1)
        } catch {
          contents.refusals.append(ImportRefusal(itemPath, .unreadable))
        }
      case .file where isWanted(FileName(item.name)): read(item.name, in: folder, path: itemPath)
      case .link where isWanted(FileName(item.name)):
        contents.refusals.append(ImportRefusal(itemPath, .link))
      case .folder where !goesDeeper: continue
      case .file, .folder, .link, .other: contents.otherFiles += 1
      }
    }
  }

  /// An export lies at the top; what is in the folders beside it are pictures.
  private var goesDeeper: Bool { format == .markdown }

  private func isWanted(_ name: FileName) -> Bool {
    let isJSON = name.ending.lowercased() == ".json"
    return switch format {
    case .jrnl: isJSON || name.isMarkdown
    case .dayone: isJSON
    case .markdown: name.isMarkdown
    }
  }

  mutating func read(_ name: String, in folder: borrowing OpenFolder, path: String) {
    let isMarkdown = FileName(name).isMarkdown
    do throws(FileError) {
      let file = try folder.file(name, for: .reading)
      let modified = try file.status().modified
      switch try file.content(upTo: isMarkdown ? StoredEntry.sizeLimit : Self.exportLimit) {
      case .notAFile: refuse(path, .unreadable)
      case .tooLarge: refuse(path, .tooLarge)
      case .bytes(let bytes):
        guard let text = String(text: bytes) else { return refuse(path, .notUTF8) }
        take(text, path: path, modified: modified)
      }
    } catch {
      refuse(path, error.code == .isLink ? .link : .unreadable)
    }
  }

  private mutating func take(_ text: String, path: String, modified: FileTime) {
    let reading = reading(of: text, path: path, modified: modified)
    contents.entries += reading.entries
    contents.refusals += reading.refusals
  }

  private func reading(of text: String, path: String, modified: FileTime) -> ImportReading {
    let markdown = MarkdownImport(path: path, modified: modified, zones: zones)
    var reading = ImportReading()
    switch format {
    case .jrnl where FileName(path).isMarkdown:
      let yaml = JrnlYAML(text)?.entry(origin: path, zones: zones, today: today)
      let exported = yaml ?? JrnlMarkdown(text, zones: zones)?.entry(origin: path, today: today)
      reading.add(exported ?? markdown.entry(text))
    case .jrnl: return JrnlJSON(file: path, zones: zones, today: today).reading(of: text)
    case .dayone: return DayOneJSON(file: path, zones: zones, today: today).reading(of: text)
    case .markdown: reading.add(markdown.entry(text))
    }
    return reading
  }

  private mutating func refuse(_ path: String, _ reason: ImportRefusal.Reason) {
    contents.refusals.append(ImportRefusal(path, reason))
  }
}
