import Journal
import YAML

/// An entry on its way in: what its export says of it, before it is the text of a file.
struct ImportDraft {
  let origin: String
  var metadata = EntryMetadata()
  var body = ""
  /// Keys that are not the program's own, each with what stands behind its colon.
  var extras: [(key: String, value: String)] = []
  var isStarred = false
  var notices: [ImportedEntry.Notice] = []

  /// A title longer than this is a text, in characters.
  private static let longestTitle = 200

  init(origin: String) {
    self.origin = origin
  }

  mutating func addExtra(_ key: String, _ text: String) {
    guard !text.isEmpty else { return }
    extras.append((key, YAMLScalar.written(text)))
  }

  /// - Parameters:
  ///   - id: what tells the entry from all others of its export.
  ///   - today: the date of an entry that has none.
  func entry(id: String, today: Timestamp) -> Result<ImportedEntry, ImportRefusal> {
    var draft = self
    draft.settleTitle()
    guard draft.body.contains(where: { !$0.isWhitespace }) else {
      return .failure(ImportRefusal(origin, .empty))
    }
    draft.replaceNUL()
    draft.metadata.importID = id
    let date = metadata.date ?? today
    if metadata.date == nil { draft.notices.append(.undated) }
    draft.metadata.date = date
    let text = draft.text
    guard FrontMatter.split(text).frontMatter.fault == nil else {
      return .failure(ImportRefusal(origin, .frontMatterTooLong))
    }
    return .success(
      ImportedEntry(
        origin: origin, id: id, date: date, name: draft.metadata.title ?? FirstWords(draft.body).text,
        text: text, notices: draft.notices))
  }

  /// A title alone is what the writer wrote, and so the text; a very long one is its first paragraph.
  private mutating func settleTitle() {
    guard let title = metadata.title?.trimmed else { return }
    let isText = !body.contains { !$0.isWhitespace }
    guard isText || title.count > Self.longestTitle || title.contains(where: \.isNewline) else {
      metadata.title = title.isEmpty ? nil : title
      return
    }
    metadata.title = nil
    body = isText ? title : title + "\n\n" + body
  }

  private mutating func replaceNUL() {
    guard body.utf8.contains(0) else { return }
    body = String(body.map { $0 == "\0" ? "\u{FFFD}" : $0 })
    notices.append(.nulReplaced)
  }

  private var text: String {
    let head = FrontMatter.split("").frontMatter.file(saying: metadata, body: "")
    let all = (isStarred ? [("starred", "true")] : []) + extras
    let lines = all.map { "\($0.key): \($0.value)\n" }.joined()
    let end = body.last?.isNewline == true ? "" : "\n"
    return String(head.dropLast("---\n".count)) + lines + "---\n" + body + end
  }
}

/// What a text without a title is called by: the beginning of its first line that says something.
struct FirstWords {
  let text: String

  /// In characters.
  private static let length = 30

  init(_ body: String) {
    let lines = body.split(whereSeparator: \.isNewline).lazy
      .map { String($0.drop { "#>*-+ \t".contains($0) }) }
    text = String((lines.first { $0.contains { $0.isLetter || $0.isNumber } } ?? "").prefix(Self.length))
  }
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
