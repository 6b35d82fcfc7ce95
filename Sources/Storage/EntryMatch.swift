/// What a reference to an entry means.
package enum EntryMatch: Equatable, Sendable {
  case one(EntryPath)
  case none
  /// More than one entry, in the list's order.
  case several([EntryPath])

  init(_ paths: [EntryPath]) {
    self =
      switch paths.count {
      case 0: .none
      case 1: .one(paths[0])
      default: .several(paths)
      }
  }
}
