import Interface
import Storage

extension Problem {
  /// What a writer has to know of an error of the storage.
  init(_ error: JournalError) {
    self =
      switch error {
      case .notAFolder: .notAFolder
      case .notAFile: .isFolder
      case .notFound: .notFound
      case .exists: .alreadyThere
      case .noPermission: .noPermission
      case .noSpace: .noSpace
      case .readOnly: .readOnlyDisk
      case .leadsOutside: .leadsOutside
      case .notEditable: .notUTF8
      case .frontMatterFault: .frontMatterTooLong
      case .interrupted(_, let copy, let error): .interrupted(copy: copy, reason: Problem.reason(of: error))
      case .unconfirmed(_, let error), .failed(_, let error): .system(Problem.reason(of: error))
      }
  }

  private static func reason(of error: FileError) -> String {
    "\(error.operation.rawValue): \(error.code)"
  }
}

extension Access {
  /// What may be done with an entry in this condition.
  init(_ condition: StoredEntry.Condition, _ catalogue: Catalogue) {
    self =
      switch condition {
      case .editable: .editable
      case .frontMatterFault(let fault):
        .editableAsText(line: fault.line, reason: catalogue.text(of: fault.reason))
      case .notUTF8: .readOnly(.notUTF8)
      case .tooLarge: .readOnly(.tooLarge)
      }
  }
}
