package import Journal
import YAML

/// A template as a file: front matter that says what it is, and Markdown with the sections.
///
/// A file that says neither `template` nor `name` is a template of Obsidian's, with properties or without: its
/// family is "own", its file name is its name and may say its language ("朝.ja.md").
package enum TemplateFile {
  /// In UTF-8 bytes.
  package static let sizeLimit = 256 * 1024

  /// The template in a file, or two of them where the file is meant for both languages.
  ///
  /// - Parameter path: the last component names a template without front matter.
  package static func templates(path: String, text: String) throws(TemplateFault) -> [Template] {
    let reading = TemplateReading(path: path, text: text)
    if let fault = reading.faults.first { throw fault }
    return reading.templates
  }

  /// What keeps the file from being a template, by line; empty where nothing does.
  package static func faults(path: String, text: String) -> [TemplateFault] {
    TemplateReading(path: path, text: text).faults.sorted { $0.line < $1.line }
  }

  /// The line, from 1, where a text stands in the list or the table of a key of the front matter; 1 where there is no
  /// such key.
  package static func line(of item: String, in key: String, of text: String) -> Int {
    let (frontMatter, _) = FrontMatter.split(text)
    guard let yaml = frontMatter.shape.yaml,
      let keys = try? TemplateKeys(FrontMatterSource(frontMatter.text, yaml: yaml), size: yaml.count)
    else { return 1 }
    return keys.line(of: item, in: key)
  }
}

/// A template file while it is read: what was understood of it, and all that was not.
private struct TemplateReading {
  private(set) var templates: [Template] = []
  /// The body's first fault, then those of the front matter.
  private(set) var faults: [TemplateFault] = []

  init(path: String, text: String) {
    guard text.utf8.count <= TemplateFile.sizeLimit else {
      faults = [TemplateFault(line: 1, reason: .tooLong)]
      return
    }
    let (frontMatter, body) = FrontMatter.split(text)
    let firstLine = frontMatter.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let content = take { () throws(TemplateFault) in try Self.body(body, firstLine: firstLine) }
    let heads = heads(path: path, frontMatter)
    guard let content, faults.isEmpty else { return }
    templates = heads.map { $0.template(with: content) }
  }

  private static func body(_ body: Substring, firstLine: Int) throws(TemplateFault) -> TemplateBody {
    do throws(TemplateBodyFault) {
      return try TemplateBody(parsing: String(body).lines, firstLine: firstLine)
    } catch {
      throw TemplateFault(error)
    }
  }

  private mutating func heads(path: String, _ frontMatter: FrontMatter) -> [TemplateHead] {
    guard let yaml = frontMatter.shape.yaml else { return TemplateHead.own(path: path) }
    let keys = take { () throws(TemplateFault) in
      try TemplateKeys(FrontMatterSource(frontMatter.text, yaml: yaml), size: yaml.count)
    }
    guard let keys else { return [] }
    guard keys.areOfObsidian else { return head(keys).map { [$0] } ?? [] }
    let tags = take { () throws(TemplateFault) in try keys.list("tags") } ?? []
    return TemplateHead.own(path: path, tags: tags)
  }

  /// Every key is looked at, so that every fault is told.
  private mutating func head(_ keys: TemplateKeys) -> TemplateHead? {
    let reference = take { () throws(TemplateFault) in
      try keys.required("template", TemplateName.init(written:))
    }
    let title = take { () throws(TemplateFault) in try keys.required("name") { $0 } }
    let language = take { () throws(TemplateFault) in try keys.required("lang", Language.init(rawValue:)) }
    let rest = take { () throws(TemplateFault) in try TemplateHead.Rest(keys) }
    let lists = take { () throws(TemplateFault) in try TemplateHead.Lists(keys) }
    guard let reference, let title, let language, let rest, let lists else { return nil }
    return TemplateHead(reference: reference, language: language, title: title, rest: rest, lists: lists)
  }

  private mutating func take<Value>(_ read: () throws(TemplateFault) -> Value) -> Value? {
    do throws(TemplateFault) {
      return try read()
    } catch {
      faults.append(error)
      return nil
    }
  }
}

/// What a template's front matter says.
private struct TemplateHead {
  let reference: TemplateName
  let language: Language
  let title: String
  var rest = Rest()
  var lists = Lists()

  /// The keys with a single value.
  struct Rest {
    var summary = ""
    /// Nil where the family tells it.
    var kind: Kind?
    var order = Template.lastOrder
    var series: String?
  }

  /// The keys with several values.
  struct Lists {
    var channels: [String] = []
    var aliases: [String] = []
    var next: [TemplateName] = []
    var tags: [String] = []
    var checksOff: [String] = []
    var compose: [String: String] = [:]
  }

  /// What the name of a file says that is no template of ours, for each language that it is meant for.
  static func own(path: String, tags: [String] = []) -> [TemplateHead] {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.hasSuffix(".md") ? file.dropLast(3) : file
    let language = Language.allCases.first { stem.hasSuffix(".\($0.rawValue)") }
    let name = String(language == nil ? stem : stem.dropLast(3))
    return (language.map { [$0] } ?? Language.allCases).map { language in
      TemplateHead(
        reference: TemplateName(family: "own", name: name), language: language, title: name,
        lists: Lists(tags: tags))
    }
  }

  func template(with body: TemplateBody) -> Template {
    Template(
      reference: reference, language: language, title: title, summary: rest.summary,
      kind: rest.kind ?? Self.kind(ofFamily: reference.family), order: rest.order, channels: lists.channels,
      aliases: lists.aliases, next: lists.next, series: rest.series, tags: lists.tags,
      checksOff: lists.checksOff, compose: lists.compose, opening: body.opening,
      openingPrompt: body.openingPrompt,
      sections: body.sections)
  }

  private static func kind(ofFamily family: String) -> Kind {
    Kind.known.first { $0.rawValue == family } ?? .free
  }
}

extension TemplateHead.Rest {
  init(_ keys: TemplateKeys) throws(TemplateFault) {
    summary = try keys.text("summary") ?? ""
    kind = try keys.text("kind").map(Kind.init(rawValue:))
    order = try keys.value("order") { Int($0) } ?? Template.lastOrder
    series = try keys.text("series")
  }
}

extension TemplateHead.Lists {
  init(_ keys: TemplateKeys) throws(TemplateFault) {
    channels = try keys.list("channels")
    aliases = try keys.list("aliases")
    next = try keys.names("next")
    tags = try keys.list("tags")
    checksOff = try keys.list("checks_off")
    compose = try keys.table("compose")
  }
}

extension TemplateName {
  /// A format's name as a template file may write it: lower-case letters, digits and hyphens.
  package init?(written text: String) {
    guard let name = TemplateName(text), Self.isWord(name.family), Self.isWord(name.name) else { return nil }
    self = name
  }

  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}
