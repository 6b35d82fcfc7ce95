import Journal

/// The front matter keys that the program reads and writes, in the order in which it writes new ones.
enum FrontMatterKey: String, CaseIterable, Sendable {
  case title, date
  case lastModified = "lastmod"
  case tags
  case language = "lang"
  case id, template, kind, status, channels
  case nextStep = "next_step"
  case nextDue = "next_due"
  case origin
  case checksOff = "checks_off"
  case contentWarning = "content_warning"
  case importID = "import_id"
  case isPrivate = "private"
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
  var isWrittenPlain: Bool { self == .date || self == .lastModified || self == .isPrivate }
}
