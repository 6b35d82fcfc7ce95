extension JournalFolder {
  /// The writer's own templates: the Markdown files in `templates`, in the order of their paths. At most 1,000, at most
  /// four folders deep.
  package func templateFiles() -> TemplateFiles {
    let folder = "templates"
    var files = TemplateFiles()
    try? files.collect(in: openRoot().folder(folder), path: folder)
    return files
  }
}

/// The writer's template files, within limits: they are no text of ours.
package struct TemplateFiles {
  /// Each with its path in the journal.
  package private(set) var texts: [(path: String, text: String)] = []
  /// Those that are above `TemplateFile.sizeLimit`, not UTF-8 or not readable.
  package private(set) var broken: [BrokenTemplate] = []

  private static let countLimit = 1_000
  private static let depthLimit = 4

  mutating func collect(in folder: borrowing OpenFolder, path: String, depth: Int = 0) throws(FileError) {
    let items = try folder.items().filter { !FileName($0.name).isHidden }
    for item in items.sorted(by: { $0.name.precedes($1.name) }) {
      let itemPath = FilePath.join(path, item.name)
      switch item.kind {
      case .folder where depth < Self.depthLimit:
        try? collect(in: folder.folder(item.name), path: itemPath, depth: depth + 1)
      case .file where FileName(item.name).isMarkdown && texts.count + broken.count < Self.countLimit:
        take(item.name, in: folder, path: itemPath)
      case .file, .folder, .link, .other: continue
      }
    }
  }

  private mutating func take(_ name: String, in folder: borrowing OpenFolder, path: String) {
    switch try? folder.file(name, for: .reading).content(upTo: TemplateFile.sizeLimit) {
    case .bytes(let bytes):
      guard let text = String(text: bytes) else { return take(path, brokenBy: .notUTF8) }
      texts.append((path, text))
    case .tooLarge: take(path, brokenBy: .tooLong)
    case .notAFile, nil: take(path, brokenBy: .unreadable)
    }
  }

  private mutating func take(_ path: String, brokenBy reason: TemplateFault.Reason) {
    broken.append(BrokenTemplate(path: path, fault: TemplateFault(line: 1, reason: reason)))
  }
}
