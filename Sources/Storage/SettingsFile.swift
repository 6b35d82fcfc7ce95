internal import Journal

/// The writer's settings: a flat YAML file of theirs, somewhere outside the journal. It is changed in the lines of one
/// key; all others stay as they are.
package struct SettingsFile: Sendable {
  package let path: String
  private let fileSystem: any FileSystem

  /// In bytes; far above what people write.
  private static let sizeLimit = FrontMatter.sizeLimit

  package init(path: String, fileSystem: any FileSystem) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Adds rules or classes to `checks_off`. The file is made where it is missing, readable by the writer only. A link
  /// is followed, as those who keep their settings elsewhere have one.
  ///
  /// - Throws: also where the file is not understood; nothing is changed then.
  package func switchOff(_ checks: [String]) throws(JournalError) {
    let folder = JournalFolder(root: FilePath.split(path).folder, fileSystem: fileSystem)
    try folder.prepare()
    let place = try folder.place(of: EntryPath(path))
    let model = try folder.naming(path) { () throws(FileError) in try place.status() }
    let old = try model == nil ? "" : text(at: place, in: folder)
    let new = try Self.switchingOff(checks, in: old, path: path)
    guard new != old else { return }
    try folder.naming(path) { () throws(FileError) in
      var copy = try FreshCopy.written(.texts([new]), in: place.folder.again(), like: model)
      switch try place.standing(expecting: [[old]]) {
      case .missing where model == nil: try copy.appear(as: place.name)
      case .expected: try copy.replace(place.name)
      case .missing, .other: throw FileError(.rename, path: path, code: .exists)
      }
      try copy.synchronizeName()
    }
  }

  private func text(at place: borrowing EntryPlace, in folder: JournalFolder) throws(JournalError) -> String {
    let content = try folder.naming(path) { () throws(FileError) in
      try place.folder.file(place.name, for: .reading).content(upTo: Self.sizeLimit)
    }
    switch content {
    case .notAFile: throw .notAFile(path: path)
    case .tooLarge: throw .frontMatterFault(path: path, FrontMatterFault(line: 1, reason: .tooLong))
    case .bytes(let bytes):
      guard let text = String(text: bytes) else { throw .notEditable(path: path) }
      return text
    }
  }

  /// Settings are what a front matter is, without the lines around it.
  private static func switchingOff(
    _ checks: [String], in text: String, path: String
  ) throws(JournalError) -> String {
    let lineEnd = text.utf8.contains(UInt8(ascii: "\r")) ? "\r\n" : "\n"
    let isOpen = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
    let (head, foot) = ("---" + lineEnd, (isOpen ? lineEnd : "") + "---" + lineEnd)
    let (settings, rest) = FrontMatter.split(head + text + foot)
    guard settings.fault == nil, rest.isEmpty else {
      let fault = settings.fault ?? FrontMatterFault(line: 2, reason: .notKeysAndValues)
      let inFile = FrontMatterFault(line: max(1, fault.line - 1), reason: fault.reason)
      throw .frontMatterFault(path: path, inFile)
    }
    var metadata = settings.metadata
    let new = checks.filter { !metadata.checksOff.contains($0) }
    guard !new.isEmpty else { return text }
    metadata.checksOff += new
    let changed = settings.applying(metadata)
    return String(changed.utf8.dropFirst(head.utf8.count).dropLast(("---" + lineEnd).utf8.count)) ?? text
  }
}
