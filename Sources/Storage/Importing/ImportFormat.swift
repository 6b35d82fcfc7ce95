internal import Journal

/// What another program's entries come as.
package enum ImportFormat: String, CaseIterable, Sendable {
  /// jrnl: a JSON export, or a folder of its exports.
  case jrnl
  /// Day One: a JSON export, or the unzipped folder with it.
  case dayone
  /// Markdown files, as Obsidian, Hugo and Jekyll keep them.
  case markdown
}

/// The time zones of the world, as the system knows them.
package struct TimeZones: Sendable {
  private let offset: @Sendable (_ seconds: Int64, _ zone: String?) -> Int?

  /// - Parameter offset: how far a zone's clock is ahead of UTC at a moment (both in seconds), the zone by its name as
  ///   "Asia/Tokyo", nil for the writer's own; nil for one that nobody knows.
  package init(offset: @escaping @Sendable (_ seconds: Int64, _ zone: String?) -> Int?) {
    self.offset = offset
  }

  /// A moment on the clock of a zone; on that of UTC where nobody knows the zone.
  func timestamp(seconds: Int64, zone: String?) -> Timestamp {
    Timestamp(seconds: seconds, offset: offset(seconds, zone) ?? 0)
  }

  /// What a text says, by the writer's own clock where it names no offset.
  func timestamp(_ text: String) -> Timestamp? {
    guard let wall = Timestamp(text), let east = Timestamp(text, assumedOffset: 3_600) else { return nil }
    guard wall.offset != east.offset else { return wall }
    let guess = offset(wall.seconds, nil) ?? 0
    return Timestamp(text, assumedOffset: offset(wall.seconds - Int64(guess), nil) ?? guess)
  }
}
