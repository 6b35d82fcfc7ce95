package import Journal

extension JournalFolder {
  /// Makes a template file: `templates/<family>/<name>.<language>.md`. A file that is there stays as it is:
  /// throws `exists`. When this returns, the disk has confirmed that the file is there to stay.
  ///
  /// - Returns: the file's path in the journal.
  @discardableResult
  package func createTemplate(
    _ text: String, called name: TemplateName, in language: Language
  ) throws(JournalError) -> String {
    try prepare()
    let folderPath = FilePath.join("templates", name.family)
    let fileName = "\(name.name).\(language.rawValue).md"
    let path = FilePath.join(folderPath, fileName)
    do throws(FileError) {
      let folder = try openFolder(orNew: folderPath)
      let taken = try TakenNames(in: folder)
      guard taken.free(among: [fileName]).contains(fileName) else {
        throw FileError(.link, path: path, code: .exists)
      }
      var copy = try FreshCopy.written([text], in: folder)
      try copy.appear(as: fileName)
      try copy.synchronizeName()
    } catch {
      throw error.code == .exists ? .exists(path: path) : JournalError(error, path: path)
    }
    return path
  }

  /// Makes a file for a template of the writer's, under its name or, where that is taken, with "-2" and so on.
  ///
  /// - Returns: the file's path in the journal.
  package func createTemplate(_ template: Template) throws(JournalError) -> String {
    for number in 1...Self.mostOfAName {
      var template = template
      if number > 1 { template.reference = template.reference.numbered(number) }
      do throws(JournalError) {
        return try createTemplate(
          TemplateFile.text(of: template), called: template.reference, in: template.language)
      } catch .exists {
        continue
      } catch {
        throw error
      }
    }
    throw .exists(path: FilePath.join("templates", template.reference.description))
  }

  /// So many formats of one name nobody makes.
  private static let mostOfAName = 100
  /// The writer's own templates: the Markdown files in `templates`, with their paths in the journal, in the
  /// order of these. At most 1,000 of at most 256 KiB each, at most four folders deep; what is larger, not
  /// UTF-8 or not readable is left out.
  package func templateFiles() -> [(path: String, text: String)] {
    ownFiles(in: "templates") { $0.isMarkdown }
  }

  /// The writer's own check rules: the YAML files in `rules`, as `templateFiles()`.
  package func ruleFiles() -> [(path: String, text: String)] {
    ownFiles(in: "rules") { [".yml", ".yaml"].contains($0.ending.lowercased()) }
  }

  /// The writer's own channels: the YAML files in `channels`, as `templateFiles()`.
  package func channelFiles() -> [(path: String, text: String)] {
    ownFiles(in: "channels") { $0.ending.lowercased() == ".yml" }
  }

  private func ownFiles(
    in folder: String, where isWanted: @escaping (FileName) -> Bool
  ) -> [(path: String, text: String)] {
    var files = OwnFiles(isWanted: isWanted)
    try? files.collect(in: openRoot().folder(folder), path: folder)
    return files.found
  }
}

/// Collects the writer's files of one kind, within limits: they are no text of ours.
private struct OwnFiles {
  private let isWanted: (FileName) -> Bool
  private(set) var found: [(path: String, text: String)] = []

  init(isWanted: @escaping (FileName) -> Bool) {
    self.isWanted = isWanted
  }

  private static let countLimit = 1_000
  /// In bytes.
  private static let sizeLimit = 256 << 10
  private static let depthLimit = 4

  mutating func collect(in folder: borrowing OpenFolder, path: String, depth: Int = 0) throws(FileError) {
    let items = try folder.items().filter { !FileName($0.name).isHidden }
    for item in items.sorted(by: { $0.name.precedes($1.name) }) {
      let itemPath = FilePath.join(path, item.name)
      switch item.kind {
      case .folder where depth < Self.depthLimit:
        try? collect(in: folder.folder(item.name), path: itemPath, depth: depth + 1)
      case .file where isWanted(FileName(item.name)) && found.count < Self.countLimit:
        if let text = text(of: item.name, in: folder) { found.append((itemPath, text)) }
      case .file, .folder, .link, .other: continue
      }
    }
  }

  private func text(of name: String, in folder: borrowing OpenFolder) -> String? {
    guard let content = try? folder.file(name, for: .reading).content(upTo: Self.sizeLimit),
      case .bytes(let bytes) = content
    else { return nil }
    return String(text: bytes)
  }
}
