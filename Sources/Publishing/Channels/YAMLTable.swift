internal import YAML

/// Keys with values in a YAML file, read strictly: what is not understood is a fault with its line.
struct YAMLTable {
  private let pairs: [(name: String, node: YAMLNode)]
  private let source: String
  private let start: Int

  /// Nil for a file without anything.
  init?(_ text: String) throws(ChannelFault) {
    let root: YAMLNode?
    do throws(YAMLFault) {
      root = try YAMLNode.parse(text)
    } catch {
      throw ChannelFault(line: error.line + 1, reason: .malformed)
    }
    guard let root else { return nil }
    try self.init(root, in: text)
  }

  private init(_ node: YAMLNode, in source: String) throws(ChannelFault) {
    self.source = source
    start = node.bytes.lowerBound
    guard case .mapping(let nodes, _) = node.content else {
      throw ChannelFault(line: Self.line(of: start, in: source), reason: .malformed)
    }
    var pairs: [(name: String, node: YAMLNode)] = []
    for pair in nodes {
      guard let name = pair.key.text, !pairs.contains(where: { $0.name == name }) else {
        throw ChannelFault(line: Self.line(of: pair.key.bytes.lowerBound, in: source), reason: .malformed)
      }
      pairs.append((name, pair.value))
    }
    self.pairs = pairs
  }

  /// In the file's order.
  var names: [String] { pairs.map(\.name) }

  subscript(_ name: String) -> YAMLNode? { pairs.first { $0.name == name }?.node }

  func require(known: [String]) throws(ChannelFault) {
    for pair in pairs where !known.contains(pair.name) {
      throw ChannelFault(
        line: Self.line(of: pair.node.bytes.lowerBound, in: source), reason: .unknownKey(pair.name))
    }
  }

  /// Nil where the key is not there, or says nothing.
  func text(_ name: String) throws(ChannelFault) -> String? {
    guard let node = self[name], !node.isNull else { return nil }
    guard let text = node.text, !node.isDecorated else { throw fault(name) }
    return text
  }

  func number(_ name: String) throws(ChannelFault) -> Int? {
    guard let text = try text(name) else { return nil }
    guard let number = Int(text), (0...1_000_000_000).contains(number) else { throw fault(name) }
    return number
  }

  func flag(_ name: String) throws(ChannelFault) -> Bool? {
    switch try text(name) {
    case nil: return nil
    case "true": return true
    case "false": return false
    default: throw fault(name)
    }
  }

  func choice<Value: RawRepresentable>(_ name: String) throws(ChannelFault) -> Value?
  where Value.RawValue == String {
    guard let text = try text(name) else { return nil }
    guard let value = Value(rawValue: text) else { throw fault(name) }
    return value
  }

  /// A list of texts, or one alone; empty where the key is not there.
  func texts(_ name: String) throws(ChannelFault) -> [String] {
    guard let node = self[name] else { return [] }
    guard case .list(let items, _) = node.content else { return try text(name).map { [$0] } ?? [] }
    let texts = items.compactMap(\.text)
    guard texts.count == items.count else { throw fault(name) }
    return texts
  }

  func table(_ name: String) throws(ChannelFault) -> YAMLTable? {
    guard let node = self[name], !node.isNull else { return nil }
    return try YAMLTable(node, in: source)
  }

  func tables(_ name: String) throws(ChannelFault) -> [YAMLTable] {
    guard let node = self[name], !node.isNull else { return [] }
    guard case .list(let items, _) = node.content else { throw fault(name) }
    var tables: [YAMLTable] = []
    for item in items { tables.append(try YAMLTable(item, in: source)) }
    return tables
  }

  /// What the key says is no value for it, or it is not there and should be.
  func fault(_ name: String) -> ChannelFault {
    ChannelFault(
      line: Self.line(of: self[name]?.bytes.lowerBound ?? start, in: source), reason: .invalidValue(name))
  }

  private static func line(of offset: Int, in source: String) -> Int {
    1 + source.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") }
  }
}
