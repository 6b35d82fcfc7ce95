package import Journal

/// An entry as another program had it, as the file that it becomes.
package struct ImportedEntry: Equatable, Sendable {
  /// What a report calls it: its file, and which entry of the file, as "Journal.json #3".
  package let origin: String
  /// What tells it from all others, wherever it is imported from again; stands in its front matter.
  package let id: String
  package let date: Timestamp
  /// What its file is called by, beside the date.
  let name: String
  /// The file's text: front matter and body.
  package let text: String
  package let notices: [Notice]

  /// What was done with it that its writer should know.
  package enum Notice: Equatable, Sendable {
    /// Nothing says when it was written: it has the day of the import.
    case undated
    /// Its front matter is not understood: it stands in the text, below one of ours.
    case frontMatterKept(line: Int)
    /// It refers to so many pictures, sounds and films, which stay where they are.
    case media(count: Int)
    /// It held NUL, which no text does.
    case nulReplaced
  }
}

/// Something that is not imported, by its name.
package struct ImportRefusal: Equatable, Sendable {
  package let origin: String
  package let reason: Reason

  package init(_ origin: String, _ reason: Reason) {
    self.origin = origin
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    case notUTF8
    /// The file's name is not; what it is called by is shown as far as that goes.
    case nameNotUTF8
    case tooLarge
    case unreadable
    /// A link inside the folder: it may lead anywhere.
    case link
    /// Not the program's export.
    case notAnExport
    /// One entry of an export that is none.
    case notAnEntry
    /// Nothing is written in it.
    case empty
    /// Its tags or keys are longer than a front matter may be.
    case frontMatterTooLong
  }
}

/// What one file gives.
struct ImportReading {
  var entries: [ImportedEntry] = []
  var refusals: [ImportRefusal] = []

  mutating func add(_ entry: Result<ImportedEntry, ImportRefusal>) {
    switch entry {
    case .success(let entry): entries.append(entry)
    case .failure(let refusal): refusals.append(refusal)
    }
  }
}

extension ImportRefusal: Error {}
