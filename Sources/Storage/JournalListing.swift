/// What a walk through the journal's folder finds.
struct JournalListing {
  private(set) var entries: [Item] = []
  /// Conflict copies of other programs and of ours, which are entries as well: somebody goes on writing there.
  private(set) var conflictCopies: [EntryPath] = []
  /// Copies that a save on its way has made, or one that was cut off has left.
  private(set) var leftovers: [EntryPath] = []

  struct Item {
    let path: EntryPath
    let stem: String
    /// Days since 1970-01-01.
    let day: Int
  }

  /// Folders deeper than this in the journal are not looked into.
  private static let depthLimit = 8
  /// What else the journal's folder holds; folders of these names further down are the writer's.
  private static let otherFolders: Set<String> = ["drafts", "templates", "rules"]

  init(of root: borrowing OpenFolder) throws(FileError) {
    try visit(root, path: "", depth: 0)
  }

  /// A folder in the journal that cannot be read is passed over. Links to folders are not followed, so that
  /// nothing comes twice and nothing from elsewhere.
  private mutating func visit(
    _ folder: borrowing OpenFolder, path: String, depth: Int
  ) throws(FileError) {
    for item in try folder.items() {
      let itemPath = path + item.name
      if FileName(item.name).isHidden {
        if FreshCopy.isLeftover(item) { leftovers.append(EntryPath(itemPath)) }
        continue
      }
      switch item.kind {
      case .folder where depth < Self.depthLimit && !(depth == 0 && Self.otherFolders.contains(item.name)):
        guard let inner = try? folder.folder(item.name) else { continue }
        try? visit(inner, path: itemPath + "/", depth: depth + 1)
      case .file, .link: add(item, at: EntryPath(itemPath), in: folder)
      case .folder, .other: continue
      }
    }
  }

  private mutating func add(_ item: FolderItem, at path: EntryPath, in folder: borrowing OpenFolder) {
    let name = FileName(item.name)
    guard name.isMarkdown, item.kind == .file || folder.leadsToFile(item.name) else { return }
    if ConflictCopy.originalName(of: item.name) != nil { conflictCopies.append(path) }
    guard !ConflictCopy.isOfOtherProgram(item.name) else { return }
    let day = name.day ?? folder.dayOfChange(of: item.name)
    entries.append(Item(path: path, stem: name.stem, day: day))
  }
}

extension JournalListing.Item {
  /// Whether it belongs before the other one where the newest comes first.
  func isNewer(than other: Self) -> Bool {
    guard day == other.day else { return day > other.day }
    guard stem.isExactly(other.stem) else { return other.stem.precedes(stem) }
    return path < other.path
  }
}

extension OpenFolder {
  /// Whether a link leads to a file in the end.
  fileprivate func leadsToFile(_ name: String) -> Bool {
    (try? fileSystem.status(of: name, in: descriptor, followsLink: true).kind) == .file
  }

  /// The day (UTC) of the last change, since 1970-01-01; the first of days where it is not known.
  fileprivate func dayOfChange(of name: String) -> Int {
    guard let status = try? fileSystem.status(of: name, in: descriptor, followsLink: true) else {
      return .min
    }
    return Int((Double(status.modified.seconds) / 86_400).rounded(.down))
  }
}
