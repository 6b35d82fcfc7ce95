package import Journal

/// An entry as it was on the disk when it was read or saved: what the next save compares the file with.
package struct StoredEntry: Equatable, Sendable {
  package let path: EntryPath
  /// Its body is the file's text byte for byte, with the line endings that it has there.
  package let entry: Entry
  package let condition: Condition
  let frontMatter: FrontMatter
  /// Whether the disk has confirmed that the text is there to stay.
  let isConfirmed: Bool

  /// What may be done with an entry.
  package enum Condition: Equatable, Sendable {
    case editable
    /// The front matter is not understood: the body is the whole file, and is saved as that.
    case frontMatterFault(FrontMatterFault)
    /// The bytes are not text in UTF-8, or hold a NUL. The body shows what can be shown; nothing is saved.
    case notUTF8
    /// Above `sizeLimit`, in bytes. The entry is empty; nothing is saved.
    case tooLarge(bytes: Int)

    package var isEditable: Bool {
      switch self {
      case .editable, .frontMatterFault: true
      case .notUTF8, .tooLarge: false
      }
    }
  }

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 64 << 20

  package static func == (left: StoredEntry, right: StoredEntry) -> Bool {
    left.path == right.path && left.condition == right.condition && left.isConfirmed == right.isConfirmed
      && left.frontMatter.text.isExactly(right.frontMatter.text)
      && left.entry.body.isExactly(right.entry.body)
  }
}

extension StoredEntry {
  /// What a file's text says.
  init(path: EntryPath, text: String) {
    let (frontMatter, body) = FrontMatter.split(text)
    if let fault = frontMatter.fault {
      self.init(path: path, shown: text, condition: .frontMatterFault(fault))
    } else {
      self.init(path: path, frontMatter: frontMatter, body: String(body))
    }
  }

  /// A file without a word in it that is to end its lines as `body` does.
  init(path: EntryPath, newLike body: String) {
    self.init(path: path, frontMatter: FrontMatter.none(above: body), body: "")
  }

  init(
    path: EntryPath, frontMatter: FrontMatter, body: String, condition: Condition = .editable,
    isConfirmed: Bool = true
  ) {
    self.path = path
    self.frontMatter = frontMatter
    self.condition = condition
    self.isConfirmed = isConfirmed
    entry = Entry(metadata: frontMatter.metadata, body: body)
  }

  /// The file's text: the front matter, and the body below it.
  package var text: String { texts.joined() }

  var texts: [String] { [frontMatter.text, entry.body] }

  /// What this would be with another entry in it, in the same condition: a save does not read anew what
  /// the writer typed, so that the text on the screen and the one here stay the same.
  ///
  /// Throws where the front matter could not be read again, as one that is too long.
  func holding(_ entry: Entry) throws(JournalError) -> StoredEntry {
    let head = FrontMatter.split(condition == .editable ? head(of: entry) : "").frontMatter
    if let fault = head.fault { throw .frontMatterFault(path: path.text, fault) }
    return StoredEntry(path: path, frontMatter: head, body: entry.body, condition: condition)
  }

  private func head(of entry: Entry) -> String {
    let file = frontMatter.file(saying: entry.metadata, body: entry.body)
    return String(file.utf8.dropLast(entry.body.utf8.count)) ?? ""
  }

  func at(_ path: EntryPath) -> StoredEntry {
    StoredEntry(
      path: path, frontMatter: frontMatter, body: entry.body, condition: condition,
      isConfirmed: isConfirmed)
  }

  /// The same, not known to be there to stay.
  var unconfirmed: StoredEntry {
    StoredEntry(
      path: path, frontMatter: frontMatter, body: entry.body, condition: condition,
      isConfirmed: false)
  }

  /// Whether a save of `other` here would leave every byte as it is.
  func hasSameText(as other: StoredEntry) -> Bool {
    frontMatter.text.isExactly(other.frontMatter.text) && entry.body.isExactly(other.entry.body)
  }
}
