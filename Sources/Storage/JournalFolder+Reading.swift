extension JournalFolder {
  /// Reads an entry. What is not editable text is still shown as far as that goes: `condition` tells.
  package func read(_ path: EntryPath) throws(JournalError) -> StoredEntry {
    let place = try place(of: path)
    let content = try naming(path.text) { () throws(FileError) in
      try place.folder.file(place.name, for: .reading).content(upTo: StoredEntry.sizeLimit)
    }
    switch content {
    case .notAFile: throw .notAFile(path: path.text)
    case .tooLarge(let size): return StoredEntry(path: path, shown: "", condition: .tooLarge(bytes: size))
    case .bytes(let bytes): return StoredEntry(path: path, bytes: bytes)
    }
  }
}

extension String {
  /// Text in UTF-8; nil where the bytes are something else, or hold a NUL, which no text does.
  init?(text bytes: [UInt8]) {
    guard !bytes.span.bytes.contains(0) else { return nil }
    self.init(validating: bytes, as: UTF8.self)
  }
}

/// What a file holds, read with a limit.
enum FileContent {
  /// A folder, a pipe or a device.
  case notAFile
  case tooLarge(bytes: Int)
  case bytes([UInt8])
}

extension OpenFile {
  /// The whole file, where it is one and not above the limit.
  func content(upTo limit: Int) throws(FileError) -> FileContent {
    let status = try status()
    guard status.kind == .file else { return .notAFile }
    guard status.size <= limit else { return .tooLarge(bytes: status.size) }
    let bytes = try bytes(expecting: status.size, upTo: limit + 1)
    return bytes.count <= limit ? .bytes(bytes) : .tooLarge(bytes: bytes.count)
  }
}

extension StoredEntry {
  /// What a file's bytes say: text in UTF-8 without a NUL, or something that is shown but never saved.
  fileprivate init(path: EntryPath, bytes: [UInt8]) {
    if let text = String(text: bytes) {
      self.init(path: path, text: text)
    } else {
      self.init(path: path, shown: String(decoding: bytes, as: UTF8.self), condition: .notUTF8)
    }
  }

  /// An entry without metadata.
  init(path: EntryPath, shown body: String, condition: Condition) {
    self.init(
      path: path, frontMatter: FrontMatter.split("").frontMatter, body: body, condition: condition)
  }
}
