package import Journal

extension EntryMetadata {
  /// What the front matter of a new entry says.
  /// - Parameter template: the format it is written in; nil for a text that has none.
  package init(new template: Template?, at moment: Moment) {
    self.init()
    date = moment.timestamp
    id = EntryMetadata.newIdentifier(at: moment)
    status = .draft
    language = template?.language
    self.template = template?.reference
    kind = template?.kind
    channels = template?.channels ?? []
    tags = template?.tags ?? []
  }

  /// Date and time to the millisecond: one writer starts no two entries in one.
  private static func newIdentifier(at moment: Moment) -> String {
    let milliseconds = String(1_000 + moment.milliseconds % 1_000).dropFirst()
    return moment.timestamp.formatted("YYYYMMDDHHmmss") + "-" + milliseconds
  }
}
