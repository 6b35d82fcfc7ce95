/// YAML files that are nothing but tables of texts: the messages, the keys, the settings.
package enum StringTable {
  /// Where a file is not such a table.
  package struct Fault: Error, Equatable, Sendable {
    /// The line in the file, from 1.
    package let line: Int
  }

  /// A table of texts by key, in the file's order.
  package static func flat(_ yaml: String) throws(Fault) -> [(key: String, text: String)] {
    try entries(of: try root(of: yaml), in: yaml)
  }

  /// The lists of texts that these keys have, with the lines where they begin, from 1; one text is a list of itself. What
  /// other keys hold does not matter.
  package static func lists(
    _ yaml: String, of keys: Set<String>
  ) throws(Fault) -> [(key: String, texts: [String], line: Int)] {
    var lists: [(key: String, texts: [String], line: Int)] = []
    for (key, value) in try pairs(of: try root(of: yaml), in: yaml) where keys.contains(key) {
      let line = line(of: value, in: yaml)
      guard case .list(let items, _) = value.content else {
        guard let text = value.text else { throw Fault(line: line) }
        lists.append((key, value.isNull ? [] : [text], line))
        continue
      }
      var texts: [String] = []
      for item in items {
        guard let text = item.text else { throw fault(at: item, in: yaml) }
        texts.append(text)
      }
      lists.append((key, texts, line))
    }
    return lists
  }

  /// A table of tables, in the file's order.
  package static func grouped(
    _ yaml: String
  ) throws(Fault) -> [(name: String, entries: [(key: String, text: String)])] {
    var groups: [(name: String, entries: [(key: String, text: String)])] = []
    for (key, value) in try pairs(of: try root(of: yaml), in: yaml) {
      groups.append((key, try entries(of: value, in: yaml)))
    }
    return groups
  }

  /// The texts of a table of tables one by one, each with its line from 1, in the file's order.
  package static func located(
    _ yaml: String
  ) throws(Fault) -> [(group: String, key: String, text: String, line: Int)] {
    var located: [(group: String, key: String, text: String, line: Int)] = []
    for (group, value) in try pairs(of: try root(of: yaml), in: yaml) where !value.isNull {
      for (key, entry) in try pairs(of: value, in: yaml) {
        guard let text = entry.text else { throw fault(at: entry, in: yaml) }
        located.append((group, key, text, line(of: entry, in: yaml)))
      }
    }
    return located
  }

  private static func root(of yaml: String) throws(Fault) -> YAMLNode? {
    do {
      return try YAMLNode.parse(yaml)
    } catch {
      throw Fault(line: error.line + 1)
    }
  }

  private static func entries(
    of node: YAMLNode?, in yaml: String
  ) throws(Fault) -> [(key: String, text: String)] {
    var entries: [(key: String, text: String)] = []
    for (key, value) in try pairs(of: node, in: yaml) {
      guard let text = value.text else { throw fault(at: value, in: yaml) }
      entries.append((key, text))
    }
    return entries
  }

  private static func pairs(
    of node: YAMLNode?, in yaml: String
  ) throws(Fault) -> [(key: String, value: YAMLNode)] {
    guard let node else { return [] }
    guard case .mapping(let pairs, _) = node.content else { throw fault(at: node, in: yaml) }
    var named: [(key: String, value: YAMLNode)] = []
    for pair in pairs {
      guard let name = pair.key.text else { throw fault(at: pair.key, in: yaml) }
      named.append((name, pair.value))
    }
    return named
  }

  private static func fault(at node: YAMLNode, in yaml: String) -> Fault {
    Fault(line: line(of: node, in: yaml))
  }

  private static func line(of node: YAMLNode, in yaml: String) -> Int {
    1 + yaml.utf8.prefix(node.bytes.lowerBound).count { $0 == UInt8(ascii: "\n") }
  }
}
