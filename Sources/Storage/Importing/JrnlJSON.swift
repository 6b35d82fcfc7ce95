import Journal

/// jrnl's export to JSON: `{"tags": {...}, "entries": [{"title", "body", "date", "time", "tags", "starred"}]}`; in a
/// folder of exports each file is one entry, without the list around it.
///
/// Source: jrnl 4, jrnl/plugins/json_exporter.py (github.com/jrnl-org/jrnl). Dates are the writer's own clock's; tags
/// have their sign, as "@work"; the title is the first sentence.
struct JrnlJSON {
  let file: String
  let zones: TimeZones
  let today: Timestamp

  func reading(of text: String) -> ImportReading {
    let json = JSONFile(text)
    var reading = ImportReading()
    if let journal = json.value(as: JrnlJournal.self) {
      for (index, item) in journal.entries.enumerated() {
        reading.add(entry(item.value, origin: "\(file) #\(index + 1)"))
      }
    } else if let item = json.value(as: JrnlItem.self) {
      reading.add(entry(item, origin: file))
    } else {
      reading.refusals.append(ImportRefusal(file, .notAnExport))
    }
    return reading
  }

  private func entry(_ item: JrnlItem?, origin: String) -> Result<ImportedEntry, ImportRefusal> {
    guard let item else { return .failure(ImportRefusal(origin, .notAnEntry)) }
    var draft = ImportDraft(origin: origin)
    draft.metadata.title = item.title
    draft.metadata.date = zones.timestamp(item.date + " " + item.time) ?? zones.timestamp(item.date)
    draft.metadata.tags = item.tags.map(JrnlTag.name)
    draft.body = item.body
    draft.isStarred = item.isStarred
    return draft.entry(id: item.id, today: today)
  }
}

/// A tag of jrnl without its sign: "@" and "#", and those that writers set instead (`tagsymbols`).
enum JrnlTag {
  private static let signs = "@#+%&*$!~=:"

  static func name(_ tag: String) -> String {
    guard let sign = tag.first, signs.contains(sign), tag.count > 1 else { return tag }
    return String(tag.dropFirst())
  }
}

private struct JrnlJournal: Decodable {
  let entries: [Lenient<JrnlItem>]
}

private struct JrnlItem: Decodable {
  let title: String
  let body: String
  let date: String
  let time: String
  let tags: [String]
  let isStarred: Bool
  /// Only journals of Day One's old form have one.
  private let uuid: String?

  private enum CodingKeys: String, CodingKey {
    case title, body, date, time, tags, starred, uuid
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    title = try keys.decodeIfPresent(String.self, forKey: .title) ?? ""
    body = try keys.decodeIfPresent(String.self, forKey: .body) ?? ""
    date = keys.lenient(.date) ?? ""
    time = keys.lenient(.time) ?? ""
    tags = keys.lenientList(.tags)
    isStarred = keys.lenient(.starred) ?? false
    uuid = keys.lenient(.uuid)
    guard keys.contains(.title) || keys.contains(.body) else {
      throw DecodingError.keyNotFound(
        CodingKeys.title, DecodingError.Context(codingPath: [], debugDescription: "no entry"))
    }
  }

  var id: String {
    var fingerprint = TextFingerprint()
    for text in [date, time, title, body] { fingerprint.add(text) }
    return "jrnl:" + (uuid ?? fingerprint.text)
  }
}
