import Journal

/// A file of jrnl's export to YAML: keys, then `body: |` with the text below it, each line behind a tab, then `...`.
/// YAML does not allow the tabs, so no reader of YAML reads it.
///
/// Source: jrnl 4, jrnl/plugins/yaml_exporter.py (github.com/jrnl-org/jrnl).
struct JrnlYAML {
  private let keys: [String: String]
  private let body: String

  /// Nil where the file is none of these.
  init?(_ text: String) {
    let lines = text.split(separator: text.lineEnding, omittingEmptySubsequences: false)
    guard lines.first == "---", let start = lines.firstIndex(where: { $0.hasPrefix("body: |") }) else {
      return nil
    }
    var keys: [String: String] = [:]
    for line in lines[1..<start] {
      guard let colon = line.firstIndex(of: ":") else { return nil }
      keys[String(line[..<colon])] = line[line.index(after: colon)...].trimmed
    }
    let end = lines.lastIndex { $0.trimmed == "..." } ?? lines.endIndex
    guard start < end else { return nil }
    self.keys = keys
    body = lines[(start + 1)..<end].map { $0.first == "\t" ? $0.dropFirst() : $0 }.joined(separator: "\n")
  }

  func entry(origin: String, zones: TimeZones, today: Timestamp) -> Result<ImportedEntry, ImportRefusal> {
    var draft = ImportDraft(origin: origin)
    draft.metadata.title = keys["title"]
    draft.metadata.date = keys["date"].flatMap(zones.timestamp)
    draft.metadata.tags = keys["tags"]?.commaSeparated.map(JrnlTag.name) ?? []
    draft.body = String(body.drop { $0.isNewline })
    draft.isStarred = keys["starred"] == "True"
    var fingerprint = TextFingerprint()
    for text in [keys["date"] ?? "", keys["title"] ?? "", body] { fingerprint.add(text) }
    return draft.entry(id: "jrnl:" + (keys["uuid"] ?? fingerprint.text), today: today)
  }
}

extension String {
  /// That of the first line.
  var lineEnding: Character { first { $0 == "\n" || $0 == "\r\n" } ?? "\n" }
}
