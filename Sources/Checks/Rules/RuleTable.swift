internal import YAML

/// A table of a rule file, with where its values stand.
struct RuleTable {
  private(set) var values: [String: YAMLNode]
  let file: RuleFileText
  /// The line of its first key, from 1.
  let line: Int
  /// What the file says there.
  let text: String

  init(_ node: YAMLNode, in file: RuleFileText, defaults: RuleTable? = nil) throws(RuleFault) {
    line = file.line(of: node)
    text = file.text(of: node)
    self.file = file
    guard case .mapping(let pairs, _) = node.content else { throw RuleFault(line: line, reason: .notARule) }
    var own: [String: YAMLNode] = [:]
    for pair in pairs {
      guard let key = pair.key.text else { throw RuleFault(line: file.line(of: pair.key), reason: .notARule) }
      guard own.updateValue(pair.value, forKey: key) == nil else {
        throw RuleFault(line: file.line(of: pair.key), reason: .duplicateKey(key))
      }
    }
    values = own.merging(defaults?.values ?? [:]) { own, _ in own }
  }

  mutating func remove(_ key: String) { values[key] = nil }

  subscript(key: String) -> YAMLNode? { values[key].flatMap { $0.isNull ? nil : $0 } }

  func line(of key: String) -> Int { values[key].map { file.line(of: $0) } ?? line }

  func refuseKeys(except known: Set<String>) throws(RuleFault) {
    let unknown = values.filter { !known.contains($0.key) }.min {
      file.line(of: $0.value) < file.line(of: $1.value)
    }
    if let unknown { throw RuleFault(line: file.line(of: unknown.value), reason: .unknownKey(unknown.key)) }
  }

  func fault(_ key: String) -> RuleFault { RuleFault(line: line(of: key), reason: .invalidValue(key)) }

  func text(_ key: String) throws(RuleFault) -> String? {
    guard let node = self[key] else { return nil }
    guard let text = node.text else { throw fault(key) }
    return text
  }

  func value<Value>(_ key: String, _ read: (String) -> Value?) throws(RuleFault) -> Value? {
    guard let text = try text(key) else { return nil }
    guard let value = read(text) else { throw fault(key) }
    return value
  }

  func flag(_ key: String) throws(RuleFault) -> Bool? {
    try value(key) { text in ["true": true, "false": false, "yes": true, "no": false][text.lowercased()] }
  }

  /// The texts of a list, or the one text that stands instead of it.
  func texts(_ key: String) throws(RuleFault) -> [RuleText] {
    guard let node = self[key] else { return [] }
    return try file.texts(of: node, key: key)
  }
}

/// A text in a rule file.
struct RuleText: Hashable, Sendable {
  let text: String
  /// From 1.
  let line: Int
}

/// The text of a rule file, with its lines.
struct RuleFileText: Sendable {
  let path: String
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  init(path: String, text: String) {
    self.path = path
    let bytes = Array(text.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// From 1.
  func line(of node: YAMLNode) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= node.bytes.lowerBound { low = middle } else { high = middle }
    }
    return low + 1
  }

  func text(of node: YAMLNode) -> String {
    let start = lineStarts[line(of: node) - 1]
    return String(decoding: bytes[min(start, node.bytes.upperBound)..<node.bytes.upperBound], as: UTF8.self)
  }

  func texts(of node: YAMLNode, key: String) throws(RuleFault) -> [RuleText] {
    if let text = node.text { return [RuleText(text: text, line: line(of: node))] }
    guard case .list(let items, _) = node.content else {
      throw RuleFault(line: line(of: node), reason: .invalidValue(key))
    }
    var texts: [RuleText] = []
    for item in items {
      guard let text = item.text else { throw RuleFault(line: line(of: item), reason: .invalidValue(key)) }
      texts.append(RuleText(text: text, line: line(of: item)))
    }
    return texts
  }
}
