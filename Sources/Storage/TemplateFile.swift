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
    guard text.utf8.count <= sizeLimit else { throw TemplateFault(line: 1, reason: .tooLong) }
    let (frontMatter, body) = FrontMatter.split(text)
    let firstLine = frontMatter.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
    let content: TemplateBody
    let heads: [TemplateHead]
    do throws(TemplateBodyFault) {
      content = try TemplateBody(parsing: String(body).lines, firstLine: firstLine)
    } catch {
      throw TemplateFault(error)
    }
    if let yaml = frontMatter.shape.yaml {
      let keys = try TemplateKeys(FrontMatterSource(frontMatter.text, yaml: yaml), size: yaml.count)
      heads = keys.areOfObsidian ? try TemplateHead.own(path: path, keys) : [try TemplateHead(keys)]
    } else {
      heads = TemplateHead.own(path: path)
    }
    return heads.map { $0.template(with: content) }
  }
}

/// What a template's front matter says.
private struct TemplateHead {
  let reference: TemplateName
  let language: Language
  let title: String
  var summary = ""
  var kind = Kind.free
  var order = Template.lastOrder
  var channels: [String] = []
  var aliases: [String] = []
  var next: [TemplateName] = []
  var series: String?
  var tags: [String] = []
  var compose: [String: String] = [:]

  /// What the name of a file without front matter says, for each language that it is meant for.
  static func own(path: String) -> [TemplateHead] {
    let file = path.split(separator: "/").last ?? ""
    let stem = file.hasSuffix(".md") ? file.dropLast(3) : file
    let language = Language.allCases.first { stem.hasSuffix(".\($0.rawValue)") }
    let name = String(language == nil ? stem : stem.dropLast(3))
    return (language.map { [$0] } ?? Language.allCases).map { language in
      TemplateHead(reference: TemplateName(family: "own", name: name), language: language, title: name)
    }
  }

  /// The same with what Obsidian's properties say.
  static func own(path: String, _ keys: TemplateKeys) throws(TemplateFault) -> [TemplateHead] {
    let tags = try keys.list("tags")
    return own(path: path).map { head in
      var head = head
      head.tags = tags
      return head
    }
  }

  func template(with body: TemplateBody) -> Template {
    Template(
      reference: reference, language: language, title: title, summary: summary, kind: kind, order: order,
      channels: channels, aliases: aliases, next: next, series: series, tags: tags, compose: compose,
      opening: body.opening, openingPrompt: body.openingPrompt, sections: body.sections)
  }
}

extension TemplateHead {
  init(_ keys: TemplateKeys) throws(TemplateFault) {
    reference = try keys.required("template", TemplateName.init(written:))
    title = try keys.required("name") { $0 }
    language = try keys.required("lang", Language.init(rawValue:))
    summary = try keys.text("summary") ?? ""
    kind = try keys.text("kind").map(Kind.init(rawValue:)) ?? Self.kind(ofFamily: reference.family)
    order = try keys.value("order") { Int($0) } ?? Template.lastOrder
    channels = try keys.list("channels")
    aliases = try keys.list("aliases")
    next = try keys.names("next")
    series = try keys.text("series")
    tags = try keys.list("tags")
    compose = try keys.table("compose")
  }

  private static func kind(ofFamily family: String) -> Kind {
    Kind.known.first { $0.rawValue == family } ?? .free
  }
}

extension TemplateName {
  /// A format's name as a template file may write it: lower-case letters, digits and hyphens.
  init?(written text: String) {
    guard let name = TemplateName(text), Self.isWord(name.family), Self.isWord(name.name) else { return nil }
    self = name
  }

  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}
