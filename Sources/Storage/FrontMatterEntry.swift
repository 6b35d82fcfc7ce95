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
    _ known: FrontMatterKey, key: YAMLNode, value: YAMLNode, in source: FrontMatterSource
  ) throws(FrontMatterFault) {
    self.key = known
    self.value = try Self.value(of: known, value, in: source)
    bytes = source.range(of: value)
    lines = source.lines(from: source.range(of: key).lowerBound, to: bytes.upperBound)
    guard !key.isDecorated else { throw source.fault(.indirection(known.rawValue), at: key) }
    guard case .list(_, isFlow: false) = value.content else {
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
        let text = try text(of: key, item, in: source)
        if !text.isEmpty { items.append(text) }
      }
      return items.isEmpty ? nil : .list(items)
    default:
      let text = try text(of: key, node, in: source)
      if text.isEmpty { return nil }
      return key.isList ? .list(items(inLine: text)) : .text(text)
    }
  }

  /// The text of a scalar; empty where it is null.
  private static func text(
    of key: FrontMatterKey, _ node: YAMLNode, in source: FrontMatterSource
  ) throws(FrontMatterFault) -> String {
    if case .alias = node.content { throw source.fault(.indirection(key.rawValue), at: node) }
    guard !node.isDecorated else { throw source.fault(.indirection(key.rawValue), at: node) }
    guard let text = node.text else { throw source.fault(.nestedValue(key.rawValue), at: node) }
    return node.isNull ? "" : text
  }

  /// "a, b" as some programs write tags.
  private static func items(inLine text: String) -> [String] {
    text.split(separator: ",").map { item in
      let head = item.drop { $0 == " " }
      return String(head[..<(head.lastIndex { $0 != " " }.map(head.index(after:)) ?? head.startIndex)])
    }.filter { !$0.isEmpty }
  }
}
