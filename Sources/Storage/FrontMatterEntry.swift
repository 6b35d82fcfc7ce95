import YAML

/// One of our keys where it stands in a front matter. Places are UTF-8 offsets in the front matter's text.
struct FrontMatterEntry: Equatable, Sendable {
  let key: FrontMatterKey
  /// What is written there; nil where nothing is.
  let value: FrontMatterValue?
  /// The value's bytes. Empty, after the colon, where nothing is written.
  let bytes: Range<Int>
  /// The whole lines that the key and its value take up.
  let lines: Range<Int>
  /// The column where each item of a list starts that has its items on lines of their own.
  let itemColumn: Int?
}

extension FrontMatterEntry {
  /// - Throws: where the key or its value is more than a scalar or a list of scalars.
  init(
    _ key: FrontMatterKey, _ pair: YAMLNode.Pair, in source: FrontMatterSource
  ) throws(FrontMatterFault) {
    self.key = key
    self.value = try Self.value(of: key, pair.value, in: source)
    bytes = source.range(of: pair.value)
    lines = source.lines(from: source.range(of: pair.key).lowerBound, to: bytes.upperBound)
    guard !pair.key.isDecorated else { throw source.fault(.indirection(key.rawValue), at: pair.key) }
    guard case .list(_, isFlow: false) = pair.value.content else {
      itemColumn = nil
      return
    }
    itemColumn = source.column(at: bytes.lowerBound)
  }

  private static func value(
    of key: FrontMatterKey, _ node: YAMLNode, in source: FrontMatterSource
  ) throws(FrontMatterFault) -> FrontMatterValue? {
    switch node.content {
    case .list(let nodes, _) where key.isList && !node.isDecorated:
      var items: [String] = []
      for item in nodes {
        let text = try source.text(of: item, at: key.rawValue)
        if !text.isEmpty { items.append(text) }
      }
      return items.isEmpty ? nil : .list(items)
    default:
      let text = try source.text(of: node, at: key.rawValue)
      if text.isEmpty { return nil }
      return key.isList ? .list(text.commaSeparated) : .text(text)
    }
  }
}
