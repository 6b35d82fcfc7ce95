/// Something that went wrong with a file, as far as the writer has to know it.
package enum Problem: Equatable, Sendable {
  case notFound
  /// Something has the name that a new file was to get.
  case alreadyThere
  case noPermission
  case noSpace
  case readOnlyDisk
  case isFolder
  case notAFolder
  case notUTF8
  case tooLarge
  /// A symbolic link leads out of the journal, to something that is not Markdown.
  case leadsOutside
  /// The front matter has become longer than what can be read back.
  case frontMatterTooLong
  /// Writing over the file stopped half-way; all of the text is in the copy.
  case interrupted(copy: String, reason: String)
  /// Anything else, with the system's own words.
  case system(String)

  /// What happened, in the writer's words.
  package func text(in catalogue: Catalogue) -> String {
    switch self {
    case .notFound: catalogue[.problemNotFound]
    case .alreadyThere: catalogue[.problemAlreadyThere]
    case .noPermission: catalogue[.problemNoPermission]
    case .noSpace: catalogue[.problemNoSpace]
    case .readOnlyDisk: catalogue[.problemReadOnlyDisk]
    case .isFolder: catalogue[.problemIsFolder]
    case .notAFolder: catalogue[.problemNotAFolder]
    case .notUTF8: catalogue[.problemNotUTF8]
    case .tooLarge: catalogue[.problemTooLarge]
    case .leadsOutside: catalogue[.problemLeadsOutside]
    case .frontMatterTooLong: catalogue[.problemFrontMatterTooLong]
    case .interrupted(let copy, let reason):
      catalogue[.problemInterrupted, ["copy": copy, "reason": reason]]
    case .system(let words): catalogue[.problemSystem, ["reason": words]]
    }
  }
}
