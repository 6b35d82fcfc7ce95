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
      var copy = try FreshCopy.written(.texts([text]), in: folder)
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
  /// UTF-8 or not readable is named as broken.
  package func templateFiles() -> OwnFiles {
    ownFiles(in: "templates") { $0.isMarkdown }
  }

  /// The writer's own check rules: the YAML files in `rules`, as `templateFiles()`.
  package func ruleFiles() -> [(path: String, text: String)] {
    ownFiles(in: "rules") { [".yml", ".yaml"].contains($0.ending.lowercased()) }.texts
  }

  /// The writer's own channels: the YAML files in `channels`, as `templateFiles()`.
  package func channelFiles() -> [(path: String, text: String)] {
    ownFiles(in: "channels") { $0.ending.lowercased() == ".yml" }.texts
  }

  private func ownFiles(
    in folder: String, where isWanted: @escaping (FileName) -> Bool
  ) -> OwnFiles {
    var files = OwnFiles(isWanted: isWanted)
    try? files.collect(in: openRoot().folder(folder), path: folder)
    return files
  }
}

/// The writer's files of one kind, within limits: they are no text of ours.
package struct OwnFiles {
  private let isWanted: (FileName) -> Bool
  /// Each with its path in the journal.
  package private(set) var texts: [(path: String, text: String)] = []
  /// Those that are above `TemplateFile.sizeLimit`, not UTF-8 or not readable.
  package private(set) var broken: [BrokenTemplate] = []

  init(isWanted: @escaping (FileName) -> Bool) {
    self.isWanted = isWanted
  }

  private static let countLimit = 1_000
  private static let depthLimit = 4

  mutating func collect(in folder: borrowing OpenFolder, path: String, depth: Int = 0) throws(FileError) {
    let items = try folder.items().filter { !FileName($0.name).isHidden }
    for item in items.sorted(by: { $0.name.precedes($1.name) }) {
      let itemPath = FilePath.join(path, item.name)
      switch item.kind {
      case .folder where depth < Self.depthLimit:
        try? collect(in: folder.folder(item.name), path: itemPath, depth: depth + 1)
      case .file where isWanted(FileName(item.name)) && texts.count + broken.count < Self.countLimit:
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
