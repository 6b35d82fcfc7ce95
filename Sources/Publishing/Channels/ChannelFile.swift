internal import Journal
internal import YAML

/// A channel as a file: `channels/<id>.yml`.
package enum ChannelFile {
  /// In UTF-8 bytes.
  package static let sizeLimit = 64 * 1024

  /// - Parameter path: its last name, without the ending, is the channel's id.
  package static func channel(path: String, text: String) throws(ChannelFault) -> Channel {
    guard text.utf8.count <= sizeLimit else { throw ChannelFault(line: 1, reason: .tooLong) }
    let id = id(of: path)
    guard isID(id) else { throw ChannelFault(line: 1, reason: .invalidName(id)) }
    var channel = Channel(id: id)
    guard let table = try YAMLTable(text) else { throw ChannelFault(line: 1, reason: .missing("name")) }
    try table.require(known: Self.keys)
    channel.names = try names(in: table)
    channel.form = try table.choice("form") ?? .post
    channel.limits = try limits(in: table)
    channel.linkLength = try table.number("link-length") ?? channel.linkLength
    channel.fold = try table.number("fold")
    channel.hashtagLimit = try table.number("hashtags")
    channel.linkLimit = try table.number("links")
    channel.replacements = try replacements(in: table)
    channel.marks = try marks(in: table)
    channel.hasContentWarning = try table.flag("content-warning") ?? false
    channel.compose = try table.texts("compose")
    channel.shows = try shows(in: table)
    channel.article = try article(in: table)
    channel.picture = try picture(in: table)
    channel.source = try table.text("source") ?? ""
    channel.checked = try table.text("checked") ?? ""
    return channel
  }

  private static let keys = [
    "name", "form", "limits", "link-length", "fold", "hashtags", "links", "numbering",
    "numbering-at", "continued", "carried-on", "content-warning", "replaces", "compose", "shows", "article",
    "picture", "source", "checked",
  ]

  private static func id(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".yml") ? name.dropLast(4) : name[...])
  }

  /// It is part of a file's name, and of a command line.
  private static func isID(_ id: String) -> Bool {
    !id.isEmpty && id.count <= 40 && id.first != "-"
      && id.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  private static func names(in table: YAMLTable) throws(ChannelFault) -> [Language: String] {
    guard let node = table["name"] else { throw ChannelFault(line: 1, reason: .missing("name")) }
    if let name = node.text {
      return Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, name) })
    }
    let names = try table.table("name")
    var found: [Language: String] = [:]
    for language in Language.allCases {
      if let name = try names?.text(language.rawValue) { found[language] = name }
    }
    guard !found.isEmpty else { throw table.fault("name") }
    return found
  }

  private static func limits(in table: YAMLTable) throws(ChannelFault) -> [Channel.Limit] {
    var limits: [Channel.Limit] = []
    for item in try table.tables("limits") {
      try item.require(known: ["length", "unit"])
      guard let length = try item.number("length"), length > 0 else { throw item.fault("length") }
      guard let unit: CountUnit = try item.choice("unit") else { throw item.fault("unit") }
      limits.append(Channel.Limit(length: length, unit: unit))
    }
    return limits
  }

  private static func replacements(in table: YAMLTable) throws(ChannelFault) -> [Channel.Replacement] {
    guard let signs = try table.table("replaces") else { return [] }
    var replacements: [Channel.Replacement] = []
    for sign in signs.names {
      guard sign.count == 1 else { throw signs.fault(sign) }
      replacements.append(Channel.Replacement(sign: sign, text: try signs.text(sign) ?? ""))
    }
    return replacements
  }

  /// Longer marks than this would be a text of their own, in characters.
  private static let longestMark = 40

  private static func marks(in table: YAMLTable) throws(ChannelFault) -> ThreadMarks {
    var marks = ThreadMarks()
    marks.numbering = try table.text("numbering")
    marks.numberingPlace = try table.choice("numbering-at") ?? .end
    marks.continued = try table.text("continued")
    marks.carriedOn = try table.text("carried-on")
    let long = [
      ("numbering", marks.numbering), ("continued", marks.continued), ("carried-on", marks.carriedOn),
    ]
    .first { ($0.1 ?? "").count > longestMark }
    if let long { throw table.fault(long.0) }
    return marks
  }

  private static func shows(in table: YAMLTable) throws(ChannelFault) -> Channel.Shows {
    var shows = Channel.Shows()
    guard let table = try table.table("shows") else { return shows }
    try table.require(
      known: ["markup", "headings", "first-heading", "last-heading", "links", "lacks", "spaces-at-breaks"])
    shows.markup = try table.choice("markup") ?? .plain
    shows.headings = try table.flag("headings") ?? (shows.markup != .plain)
    shows.links = try table.flag("links") ?? true
    for name in try table.texts("lacks") {
      guard let feature = Channel.Feature(rawValue: name) else { throw table.fault("lacks") }
      shows.lacks.insert(feature)
    }
    shows.needsSpacesAtBreaks = try table.flag("spaces-at-breaks") ?? false
    guard let first = try table.number("first-heading") else { return shows }
    let last = try table.number("last-heading") ?? 6
    guard (1...6).contains(first), (first...6).contains(last) else { throw table.fault("last-heading") }
    shows.headingLevels = first...last
    return shows
  }

  private static func article(in table: YAMLTable) throws(ChannelFault) -> Channel.Article? {
    guard let table = try table.table("article") else { return nil }
    try table.require(known: ["title-heading", "front-matter"])
    var article = Channel.Article()
    article.hasTitleHeading = try table.flag("title-heading") ?? false
    guard let lines = try table.table("front-matter") else { return article }
    for key in lines.names {
      article.frontMatter.append(Channel.FrontMatterLine(key: key, value: try lines.text(key) ?? ""))
    }
    return article
  }

  private static func picture(in table: YAMLTable) throws(ChannelFault) -> PictureCanvas? {
    guard let sizes = try table.table("picture") else { return nil }
    try sizes.require(known: ["width", "height", "top", "bottom", "side"])
    let canvas = PictureCanvas(
      width: try sizes.number("width") ?? 0, height: try sizes.number("height") ?? 0,
      top: try sizes.number("top") ?? 0, bottom: try sizes.number("bottom") ?? 0,
      side: try sizes.number("side") ?? 0)
    guard let canvas else { throw table.fault("picture") }
    return canvas
  }
}

/// Why a file of a channel cannot be used.
package struct ChannelFault: Error, Equatable, Sendable {
  /// The line in the file, from 1.
  package let line: Int
  package let reason: Reason

  package enum Reason: Equatable, Sendable {
    case tooLong
    /// Not YAML, or not keys with values.
    case malformed
    case missing(String)
    case unknownKey(String)
    case invalidValue(String)
    /// The file's name: small letters, digits and "-".
    case invalidName(String)
  }
}
