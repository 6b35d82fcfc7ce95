import Journal
import YAML

/// The front matter keys that the program reads and writes.
enum FrontMatterKey: Hashable, Sendable {
  case title, date, lastModified, tags, language, id, template, kind, status, channels, nextStep, nextDue,
    origin, checksOff, contentWarning, importID, isPrivate
  /// The day on which the entry was shared in a channel: `shared_x`.
  case shared(String)

  private static let names: KeyValuePairs<FrontMatterKey, String> = [
    .title: "title", .date: "date", .lastModified: "lastmod", .tags: "tags", .language: "lang", .id: "id",
    .template: "template", .kind: "kind", .status: "status", .channels: "channels", .nextStep: "next_step",
    .nextDue: "next_due", .origin: "origin", .checksOff: "checks_off", .contentWarning: "content_warning",
    .importID: "import_id", .isPrivate: "private",
  ]
  private static let sharedStart = "shared_"

  init?(rawValue: String) {
    if let known = Self.names.first(where: { $0.value == rawValue }) {
      self = known.key
    } else if rawValue.hasPrefix(Self.sharedStart), rawValue != Self.sharedStart {
      self = .shared(String(rawValue.dropFirst(Self.sharedStart.count)))
    } else {
      return nil
    }
  }

  var rawValue: String {
    if case .shared(let channel) = self { return Self.sharedStart + channel }
    return Self.names.first { $0.key == self }?.value ?? ""
  }

  /// The keys that these may say something for, in the order in which new ones are written.
  static func keys(of metadata: EntryMetadata...) -> [FrontMatterKey] {
    let channels = Set(metadata.flatMap(\.shared.keys)).sorted()
    return names.map(\.key) + channels.map(FrontMatterKey.shared)
  }
}

/// What one key says, as written.
enum FrontMatterValue: Sendable {
  case text(String)
  case list([String])
}

extension FrontMatterValue: Equatable {
  /// Equal to the byte: a title in another normal form is another title.
  static func == (left: FrontMatterValue, right: FrontMatterValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    case (.list(let left), .list(let right)):
      left.elementsEqual(right) { $0.utf8.elementsEqual($1.utf8) }
    default: false
    }
  }
}

extension EntryMetadata {
  /// What a key is to say; nil where it is to say nothing and so has no line.
  func value(for key: FrontMatterKey) -> FrontMatterValue? {
    switch key {
    case .title: Self.value(title)
    case .date: Self.value(date?.rfc3339)
    case .lastModified: Self.value(lastModified?.rfc3339)
    case .tags: Self.value(tags)
    case .language: Self.value(language?.rawValue)
    case .id: Self.value(id)
    case .template: Self.value(template?.description)
    case .kind: Self.value(kind?.rawValue)
    case .status: Self.value(status?.rawValue)
    case .channels: Self.value(channels)
    case .nextStep: Self.value(nextStep)
    case .nextDue: Self.value(nextDue)
    case .origin: Self.value(origin)
    case .checksOff: Self.value(checksOff)
    case .contentWarning: Self.value(contentWarning)
    case .importID: Self.value(importID)
    case .isPrivate: isPrivate ? .text("true") : nil
    case .shared(let channel): Self.value(shared[channel])
    }
  }

  /// Takes in what a key says. A value that is not one of the known ones (a date that cannot be read, an
  /// unknown status) leaves the property empty.
  mutating func read(_ value: FrontMatterValue, for key: FrontMatterKey) {
    switch (key, value) {
    case (.title, .text(let text)): title = text
    case (.date, .text(let text)): date = Timestamp(text)
    case (.lastModified, .text(let text)): lastModified = Timestamp(text)
    case (.tags, .list(let list)): tags = list
    case (.language, .text(let text)): language = Language(rawValue: text)
    case (.id, .text(let text)): id = text
    case (.template, .text(let text)): template = TemplateName(text)
    case (.kind, .text(let text)): kind = Kind(rawValue: text)
    case (.status, .text(let text)): status = Status(rawValue: text)
    case (.channels, .list(let list)): channels = list
    case (.nextStep, .text(let text)): nextStep = text
    case (.nextDue, .text(let text)): nextDue = text
    case (.origin, .text(let text)): origin = text
    case (.checksOff, .list(let list)): checksOff = list
    case (.contentWarning, .text(let text)): contentWarning = text
    case (.importID, .text(let text)): importID = text
    case (.isPrivate, .text(let text)): isPrivate = !["false", "no", "off"].contains(text.lowercased())
    case (.shared(let channel), .text(let text)): shared[channel] = text
    default: break
    }
  }

  private static func value(_ text: String?) -> FrontMatterValue? {
    guard let text, !text.isEmpty else { return nil }
    return .text(text)
  }

  private static func value(_ list: [String]) -> FrontMatterValue? {
    let items = list.filter { !$0.isEmpty }
    return items.isEmpty ? nil : .list(items)
  }
}

extension FrontMatterKey {
  var isList: Bool { self == .tags || self == .channels || self == .checksOff }

  /// Dates and truth values are written without quotes, so that other programs take them for what they are.
  var isWrittenPlain: Bool {
    switch self {
    case .date, .lastModified, .isPrivate, .shared: true
    default: false
    }
  }

  /// Whether a value that looks like this is one of ours: other programs may have keys that begin like ours.
  func mayMean(_ value: YAMLNode) -> Bool {
    guard case .shared = self else { return true }
    guard let text = value.text, !value.isDecorated, text.utf8.count == 10 else { return false }
    return text.utf8.enumerated().allSatisfy { $0 == 4 || $0 == 7 ? $1 == UInt8(ascii: "-") : $1.isDigit }
  }
}
