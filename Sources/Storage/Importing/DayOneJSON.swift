import Journal
import YAML

/// Day One's export: `{"metadata": {"version"}, "entries": [...]}`, one file a journal, beside the folders `photos`,
/// `videos`, `audios` and `pdfs`.
///
/// Sources, as Day One does not document it: exports shown in github.com/jrnl-org/jrnl, issues 409 and 798; the readers
/// github.com/edoardob90/dayone-to-obsidian and github.com/marcdonald/obsidian-day-one-importer. Of an entry there are
/// `uuid`, `creationDate` and `modifiedDate` (UTC), `timeZone`, `text` (Markdown), `tags`, `starred`, `location`, and
/// lists of what was put in with it. What else there is (weather, device, `richText`) stays in the export.
struct DayOneJSON {
  let file: String
  let zones: TimeZones
  let today: Timestamp

  func reading(of text: String) -> ImportReading {
    var reading = ImportReading()
    guard let journal = JSONFile(text).value(as: DayOneJournal.self) else {
      reading.refusals.append(ImportRefusal(file, .notAnExport))
      return reading
    }
    for (index, item) in journal.entries.enumerated() {
      reading.add(entry(item.value, origin: "\(file) #\(index + 1)"))
    }
    return reading
  }

  private func entry(_ item: DayOneItem?, origin: String) -> Result<ImportedEntry, ImportRefusal> {
    guard let item else { return .failure(ImportRefusal(origin, .notAnEntry)) }
    var draft = ImportDraft(origin: origin)
    let text = DayOneText(item.text, media: item.media)
    (draft.metadata.title, draft.body) = text.titleAndBody
    draft.metadata.date = timestamp(item.creationDate, in: item.timeZone)
    draft.metadata.lastModified = timestamp(item.modifiedDate, in: item.timeZone)
    draft.metadata.tags = item.tags
    draft.isStarred = item.isStarred
    if let place = item.location {
      draft.addExtra("location", place.name)
      if let latitude = place.latitude { draft.extras.append(("latitude", String(latitude))) }
      if let longitude = place.longitude { draft.extras.append(("longitude", String(longitude))) }
    }
    if !item.media.isEmpty { draft.notices.append(.media(count: item.media.count)) }
    return draft.entry(id: item.id, today: today)
  }

  private func timestamp(_ text: String, in zone: String?) -> Timestamp? {
    Timestamp(text).map { zones.timestamp(seconds: $0.seconds, zone: zone) }
  }
}

private struct DayOneJournal: Decodable {
  let entries: [Lenient<DayOneItem>]
}

private struct DayOneItem: Decodable {
  let text: String
  let creationDate: String
  let modifiedDate: String
  let timeZone: String?
  let tags: [String]
  let isStarred: Bool
  let location: DayOnePlace?
  /// In the order of their kinds.
  let media: [DayOneMedium]
  private let uuid: String?

  private enum CodingKeys: String, CodingKey {
    case uuid, creationDate, modifiedDate, timeZone, text, tags, starred, location
    case photos, videos, audios, pdfAttachments
  }

  init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: CodingKeys.self)
    text = try keys.decodeIfPresent(String.self, forKey: .text) ?? ""
    creationDate = keys.lenient(.creationDate) ?? ""
    modifiedDate = keys.lenient(.modifiedDate) ?? ""
    timeZone = keys.lenient(.timeZone)
    tags = keys.lenientList(.tags)
    isStarred = keys.lenient(.starred) ?? false
    location = keys.lenient(.location)
    uuid = keys.lenient(.uuid)
    let lists: [(CodingKeys, DayOneMedium.Kind)] = [
      (.photos, .photo), (.videos, .video), (.audios, .audio), (.pdfAttachments, .pdf),
    ]
    media = lists.flatMap { key, kind in
      keys.lenientList(key, of: DayOneMedium.File.self).map { DayOneMedium(kind: kind, file: $0) }
    }
  }

  var id: String {
    if let uuid, !uuid.isEmpty { return "dayone:" + uuid }
    var fingerprint = TextFingerprint()
    for text in [creationDate, text] { fingerprint.add(text) }
    return "dayone:" + fingerprint.text
  }
}

private struct DayOnePlace: Decodable {
  let placeName, localityName, administrativeArea, country: String?
  let latitude, longitude: Double?

  /// From the nearest to the widest, each once.
  var name: String {
    var names: [String] = []
    for name in [placeName, localityName, administrativeArea, country].compactMap(\.self)
    where !name.isEmpty && !names.contains(name) {
      names.append(name)
    }
    return names.joined(separator: ", ")
  }
}
