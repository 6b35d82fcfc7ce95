package import Journal
import YAML

/// A template as a file: front matter that says what it is, and Markdown with the sections.
///
/// A file without front matter is a template of Obsidian's: its family is "own", its file name is its name and
/// may say its language ("朝.ja.md").
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
      heads = [try TemplateHead(FrontMatterSource(frontMatter.text, yaml: yaml), size: yaml.count)]
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

  func template(with body: TemplateBody) -> Template {
    Template(
      reference: reference, language: language, title: title, summary: summary, kind: kind, order: order,
      channels: channels, aliases: aliases, compose: compose, opening: body.opening,
      openingPrompt: body.openingPrompt, sections: body.sections)
  }
}

extension TemplateHead {
  init(_ source: FrontMatterSource, size: Int) throws(TemplateFault) {
    let keys = try TemplateKeys(source, size: size)
    reference = try keys.required("template", Self.reference)
    title = try keys.required("name") { $0 }
    language = try keys.required("lang", Language.init(rawValue:))
    summary = try keys.text("summary") ?? ""
    kind = try keys.text("kind").map(Kind.init(rawValue:)) ?? Self.kind(ofFamily: reference.family)
    order = try keys.value("order") { Int($0) } ?? Template.lastOrder
    channels = try keys.list("channels")
    aliases = try keys.list("aliases")
    compose = try keys.table("compose")
  }

  private static func reference(_ text: String) -> TemplateName? {
    guard let name = TemplateName(text), isWord(name.family), isWord(name.name) else { return nil }
    return name
  }

  private static func isWord(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  private static func kind(ofFamily family: String) -> Kind {
    Kind.known.first { $0.rawValue == family } ?? .free
  }
}

/// The keys of a template's front matter.
private struct TemplateKeys {
  private let source: FrontMatterSource
  private let values: [String: YAMLNode]

  init(_ source: FrontMatterSource, size: Int) throws(TemplateFault) {
    guard size <= FrontMatter.sizeLimit else { throw TemplateFault(line: 1, reason: .frontMatter(.tooLong)) }
    self.source = source
    do throws(FrontMatterFault) {
      let named = try source.keys().pairs.compactMap { pair in pair.key.text.map { ($0, pair.value) } }
      values = Dictionary(named) { first, _ in first }
    } catch {
      throw TemplateFault(error)
    }
  }

  func required<Value>(_ key: String, _ read: (String) -> Value?) throws(TemplateFault) -> Value {
    guard let value = try value(key, read) else { throw TemplateFault(line: 1, reason: .missingKey(key)) }
    return value
  }

  /// Nil where nothing is written.
  func value<Value>(_ key: String, _ read: (String) -> Value?) throws(TemplateFault) -> Value? {
    guard let text = try text(key), let node = values[key] else { return nil }
    guard let value = read(text) else {
      throw TemplateFault(line: source.line(of: node), reason: .invalidValue(key))
    }
    return value
  }

  /// Nil where nothing is written.
  func text(_ key: String) throws(TemplateFault) -> String? {
    guard let node = values[key] else { return nil }
    let text = try scalar(node, of: key)
    return text.isEmpty ? nil : text
  }

  func list(_ key: String) throws(TemplateFault) -> [String] {
    guard let node = values[key] else { return [] }
    guard case .list(let items, _) = node.content, !node.isDecorated else {
      return try scalar(node, of: key).commaSeparated
    }
    var list: [String] = []
    for item in items { list.append(try scalar(item, of: key)) }
    return list.filter { !$0.isEmpty }
  }

  func table(_ key: String) throws(TemplateFault) -> [String: String] {
    guard let node = values[key], !node.isNull else { return [:] }
    guard case .mapping(let pairs, _) = node.content, !node.isDecorated else {
      throw fault(.nestedValue(key), at: node)
    }
    var table: [String: String] = [:]
    for pair in pairs {
      let name = try scalar(pair.key, of: key)
      guard table.updateValue(try scalar(pair.value, of: key), forKey: name) == nil else {
        throw fault(.duplicateKey(name), at: pair.value)
      }
    }
    return table
  }

  /// The text of a scalar; empty where it is null.
  private func scalar(_ node: YAMLNode, of key: String) throws(TemplateFault) -> String {
    do throws(FrontMatterFault) {
      return try source.text(of: node, at: key)
    } catch {
      throw TemplateFault(error)
    }
  }

  private func fault(_ reason: FrontMatterFault.Reason, at node: YAMLNode) -> TemplateFault {
    TemplateFault(source.fault(reason, at: node))
  }
}
