/// How a save went well. The entry in it is what the next save goes over.
package enum SaveOutcome: Equatable, Sendable {
  case saved(StoredEntry)
  /// The file was changed outside, and stays as it is; the writer's text is in a conflict copy beside it.
  case savedBeside(conflict: StoredEntry)
  /// The file had been deleted outside, and is there again.
  case recreated(StoredEntry)

  package var stored: StoredEntry {
    switch self {
    case .saved(let stored), .savedBeside(let stored), .recreated(let stored): stored
    }
  }
}
