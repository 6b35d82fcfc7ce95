package import Journal
internal import YAML

/// A draft as a Markdown file: `drafts/<entry's stem>/<channel>.md`.
///
/// Its front matter says what it was made from; below it stand the parts, with a line "---" between them. A line of a
/// part that is "---" itself has a backslash before it.
package struct DraftFile: Equatable, Sendable {
  /// The entry's path in the journal.
  package var entry: String
  /// The channel's id.
  package var channel: String
  package var made: Timestamp
  /// As they are in the file now.
  package var parts: [String]
  /// What stands above each part in a field of its own; nil for none.
  package var contentWarning: String?
  /// That of the parts as they were made.
  package let fingerprint: String

  /// A draft that was just made.
  package init(_ draft: Draft, of entry: String, for channel: Channel, made: Timestamp) {
    self.entry = entry
    self.channel = channel.id
    self.made = made
    parts = draft.parts
    contentWarning = draft.contentWarning
    fingerprint = Fingerprint(draft.parts, draft.contentWarning).text
  }

  /// Whether the writer changed the draft since it was made.
  package var isEdited: Bool { Fingerprint(parts, contentWarning).text != fingerprint }

  /// What becomes of the file when the entry makes a draft again.
  package enum Renewal: Equatable, Sendable {
    /// The entry makes what it made before: the file stays, edited or not.
    case current
    /// The entry changed, and nobody touched the draft.
    case replaced
    /// The entry changed, and the writer changed the draft: the file stays, and the writer chooses.
    case kept
  }

  package func renewal(with draft: Draft) -> Renewal {
    if Fingerprint(draft.parts, draft.contentWarning).text == fingerprint { return .current }
    return isEdited ? .kept : .replaced
  }
}

// MARK: - As text

extension DraftFile {
  /// The file's text.
  ///
  /// - Parameter channel: tells the parts' lengths and whether there are parts.
  package func text(for channel: Channel) -> String {
    let channel = channel.carrying(contentWarning)
    let posts = channel.posts(of: parts)
    let lengths = posts.map { String(channel.count($0).tightest?.length ?? 0) }
    let lines = [
      "entry: " + YAMLScalar.written(entry), "channel: " + YAMLScalar.written(self.channel),
      "made: " + made.rfc3339, contentWarning.map { "content_warning: " + YAMLScalar.written($0) },
      "lengths: [" + lengths.joined(separator: ", ") + "]", "fingerprint: \"\(fingerprint)\"",
    ].compactMap(\.self)
    let head = "---\n" + lines.joined(separator: "\n") + "\n---\n\n"
    guard channel.isDivided else { return head + parts.joined() }
    return head + parts.map(Self.escaped).joined(separator: "\n\n---\n\n") + "\n"
  }

  /// Reads a file; nil where it is not one that this program made.
  ///
  /// - Parameter isDivided: whether the channel has parts.
  package init?(_ text: String, isDivided: Bool) {
    let lines = text.withPlainLineEndings.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---"),
      let entries = Self.keys(lines[1..<end]), let entry = entries["entry"], let channel = entries["channel"],
      let fingerprint = entries["fingerprint"], let made = entries["made"].flatMap({ Timestamp($0) })
    else { return nil }
    self.entry = entry
    self.channel = channel
    self.made = made
    self.fingerprint = fingerprint
    contentWarning = entries["content_warning"].flatMap { $0.isEmpty ? nil : $0 }
    let body = lines[(end + 1)...]
    parts = isDivided ? Self.parts(of: body) : [String(body.dropFirst().joined(separator: "\n"))]
  }

  /// The keys that say one text; others are passed over.
  private static func keys(_ lines: ArraySlice<Substring>) -> [String: String]? {
    guard let root = try? YAMLNode.parse(lines.joined(separator: "\n")),
      case .mapping(let pairs, _) = root.content
    else { return nil }
    var keys: [String: String] = [:]
    for pair in pairs {
      if let key = pair.key.text, let value = pair.value.text { keys[key] = value }
    }
    return keys
  }

  private static func parts(of lines: ArraySlice<Substring>) -> [String] {
    let parts = lines.split(omittingEmptySubsequences: false) { $0 == "---" }
    return parts.map { $0.map(unescaped).joined(separator: "\n").trimmedEnds }.filter { !$0.isEmpty }
  }

  private static func escaped(_ part: String) -> String {
    part.split(separator: "\n", omittingEmptySubsequences: false)
      .map { isRule($0) ? "\\" + $0 : String($0) }.joined(separator: "\n")
  }

  private static func unescaped(_ line: Substring) -> String {
    line.first == "\\" && isRule(line) ? String(line.dropFirst()) : String(line)
  }

  private static func isRule(_ line: Substring) -> Bool { line.drop { $0 == "\\" } == "---" }
}

/// What tells two drafts apart: their parts, without white space at their ends, and the warning above them.
private struct Fingerprint {
  let text: String

  init(_ parts: [String], _ contentWarning: String?) {
    var fingerprint = TextFingerprint()
    for part in parts + [contentWarning].compactMap(\.self) {
      fingerprint.add(part.withPlainLineEndings.trimmedEnds)
    }
    text = fingerprint.text
  }
}
