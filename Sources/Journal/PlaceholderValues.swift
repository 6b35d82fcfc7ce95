/// What the placeholders of a template stand for when an entry is made from it: `{{title}}`, `{{date}}`,
/// `{{time}}`, `{{date:YYYY年M月D日}}`, and from the current vector `{{vector.past}}` and its other sections'
/// ids, `{{vector.future}}` for the destination and `{{vector.line}}` for all of it in one line, and from the entry
/// that it grows from `{{origin.title}}` and `{{origin.did}}` with the other ids of its sections.
struct PlaceholderValues: Equatable, Sendable {
  var title: String?
  /// The moment of `{{date}}` and `{{time}}`; without it they stay as they are.
  var date: Timestamp?
  /// The language of the names of months and days.
  var language: Language
  var vector: VectorStatement?
  var origin: Origin?

  init(
    title: String? = nil, date: Timestamp? = nil, language: Language = .japanese,
    vector: VectorStatement? = nil, origin: Origin? = nil
  ) {
    self.title = title
    self.date = date
    self.language = language
    self.vector = vector
    self.origin = origin
  }

  /// The values that an entry with this front matter was made with, as far as they are known.
  init(_ metadata: EntryMetadata, language: Language) {
    self.init(title: metadata.title, date: metadata.date, language: language)
  }

  /// A text with its placeholders filled. Names that are not ours stay as they are; values are not looked
  /// into again.
  func filling(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    let pieces = text.split(separator: "{{", omittingEmptySubsequences: false)
    guard let first = pieces.first, pieces.count > 1 else { return text }
    return pieces.dropFirst().reduce(into: String(first)) { result, piece in
      guard let (name, rest) = Self.placeholder(at: piece), let value = value(of: name) else {
        result += "{{" + piece
        return
      }
      result += value + rest
    }
  }

  /// In Characters, with the format of a date.
  private static let longestName = 200

  private static func placeholder(at piece: Substring) -> (name: String, rest: Substring)? {
    let name = piece.prefix(longestName).prefix { $0 != "}" && !$0.isNewline }
    let rest = piece[name.endIndex...]
    return rest.hasPrefix("}}") ? (name.trimmed, rest.dropFirst(2)) : nil
  }

  private func value(of name: String) -> String? {
    let colon = name.firstIndex(of: ":") ?? name.endIndex
    let pattern = String(name[colon...].dropFirst())
    switch name[..<colon] {
    case "date": return date?.formatted(pattern.isEmpty ? "YYYY-MM-DD" : pattern, language: language)
    case "time": return date?.formatted(pattern.isEmpty ? "HH:mm" : pattern, language: language)
    default: return textValue(of: name)
    }
  }

  private func textValue(of name: String) -> String? {
    switch name {
    case "title": title?.oneLine ?? ""
    case "vector.past": vector?.past ?? ""
    case "vector.turning-point": vector?.turningPoint ?? ""
    case "vector.present": vector?.present ?? ""
    case "vector.destination", "vector.future": vector?.destination ?? ""
    case "vector.next-step": vector?.nextStep ?? ""
    case "vector.sentence": vector?.sentence ?? ""
    case "vector.line": vector?.line ?? ""
    case _ where name.hasPrefix("origin."): origin?[String(name.dropFirst(7))] ?? ""
    default: nil
    }
  }
}
