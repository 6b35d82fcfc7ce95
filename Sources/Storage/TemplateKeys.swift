import Journal
internal import YAML

/// The keys of a template's front matter.
struct TemplateKeys {
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

  /// What a file of ours always says is missing.
  var areOfObsidian: Bool { values["template"] == nil && values["name"] == nil }

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

  func names(_ key: String) throws(TemplateFault) -> [TemplateName] {
    var names: [TemplateName] = []
    for text in try list(key) {
      guard let name = TemplateName(written: text) else {
        throw TemplateFault(line: line(of: key), reason: .invalidValue(key))
      }
      names.append(name)
    }
    return names
  }

  private func line(of key: String) -> Int {
    values[key].map { source.line(of: $0) } ?? 1
  }

  /// The line in the file of a text in a key's list or table, or of the key's value where it is not found there.
  func line(of text: String, in key: String) -> Int {
    switch values[key]?.content {
    case .list(let items, _): items.first { $0.text == text }.map { source.line(of: $0) } ?? line(of: key)
    case .mapping(let pairs, _):
      pairs.first { $0.key.text == text }.map { source.line(of: $0.key) } ?? line(of: key)
    default: line(of: key)
    }
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
