/// A piece of a YAML text, with where it stands in it. Nothing is resolved: scalars are what was written,
/// an alias is not followed.
package struct YAMLNode {
  package let content: Content
  /// The bytes that the node takes up, in UTF-8 offsets of the text that was parsed. Of a block collection:
  /// up to the end of its last item.
  package let bytes: Range<Int>
  /// The node has an anchor or a tag.
  package let isDecorated: Bool

  package enum Content {
    case scalar(String, isPlain: Bool)
    case list([YAMLNode], isFlow: Bool)
    case mapping([Pair], isFlow: Bool)
    case alias
    /// A collection that lies too deep to be anything we read; its insides are passed over.
    case tooDeep
  }

  /// A key of a mapping with its value.
  package struct Pair {
    package let key: YAMLNode
    package let value: YAMLNode
  }
}

extension YAMLNode {
  /// The scalar's text; nil for a collection or an alias.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// A plain scalar that stands for no value: nothing at all, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

/// Why a text could not be read as YAML.
package struct YAMLFault: Error {
  /// The line in the parsed text, from 0.
  package let line: Int
  package let reason: Reason

  package enum Reason {
    /// Not YAML.
    case malformed
    /// More than one document.
    case severalDocuments
  }
}

extension YAMLNode {
  /// Reads one YAML document; nil where there is only white space and comments.
  package static func parse(_ text: String) throws(YAMLFault) -> YAMLNode? {
    try refuseDeepBrackets(in: text)
    var builder = YAMLTreeBuilder(text)
    return try builder.document()
  }
}

extension YAMLNode {
  /// Brackets inside brackets; no file that means something has as many.
  private static let deepestBrackets = 500

  /// For each token, libyaml 0.2.5 looks at every bracket that is open: 60,000 of them take it six seconds. Brackets in
  /// quotation marks count too.
  private static func refuseDeepBrackets(in text: String) throws(YAMLFault) {
    var depth = 0
    var line = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "\n"): line += 1
      default: break
      }
      guard depth <= deepestBrackets else { throw YAMLFault(line: line, reason: .malformed) }
    }
  }
}

/// Makes nodes of the parser's events.
private struct YAMLTreeBuilder: ~Copyable {
  private let events: YAMLEventReader
  private let offsets: ScalarOffsets

  /// Collections inside collections; nothing that we read goes as deep.
  private static let deepest = 8

  init(_ text: String) {
    events = YAMLEventReader(text)
    offsets = ScalarOffsets(text)
  }

  mutating func document() throws(YAMLFault) -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try events.next()
      switch event.kind {
      case .streamEnd: return root
      case .documentStart:
        guard root == nil else {
          throw YAMLFault(line: event.line, reason: .severalDocuments)
        }
        root = try node(from: try events.next(), depth: 0)
      case .streamStart, .documentEnd: continue
      default: throw YAMLFault(line: event.line, reason: .malformed)
      }
    }
  }

  private func node(from event: YAMLEvent, depth: Int) throws(YAMLFault) -> YAMLNode {
    switch event.kind {
    case .scalar(let text, let isPlain):
      return node(.scalar(text, isPlain: isPlain), from: event, to: event.end)
    case .alias:
      return node(.alias, from: event, to: event.end)
    case .sequenceStart, .mappingStart:
      guard depth < Self.deepest else { return try passedOver(from: event) }
      if case .sequenceStart = event.kind { return try list(from: event, depth: depth) }
      return try mapping(from: event, depth: depth)
    default:
      throw YAMLFault(line: event.line, reason: .malformed)
    }
  }

  private func list(from start: YAMLEvent, depth: Int) throws(YAMLFault) -> YAMLNode {
    var items: [YAMLNode] = []
    while true {
      let event = try events.next()
      if case .collectionEnd = event.kind {
        let end = start.kind.isFlow ? offsets[event.end] : items.last?.bytes.upperBound
        return YAMLNode(
          content: .list(items, isFlow: start.kind.isFlow), bytes: range(from: start, to: end),
          isDecorated: start.isDecorated)
      }
      items.append(try node(from: event, depth: depth + 1))
    }
  }

  private func mapping(from start: YAMLEvent, depth: Int) throws(YAMLFault) -> YAMLNode {
    var pairs: [YAMLNode.Pair] = []
    while true {
      let event = try events.next()
      if case .collectionEnd = event.kind {
        let end = start.kind.isFlow ? offsets[event.end] : pairs.last?.value.bytes.upperBound
        return YAMLNode(
          content: .mapping(pairs, isFlow: start.kind.isFlow), bytes: range(from: start, to: end),
          isDecorated: start.isDecorated)
      }
      let key = try node(from: event, depth: depth + 1)
      pairs.append(YAMLNode.Pair(key: key, value: try node(from: try events.next(), depth: depth + 1)))
    }
  }

  private func passedOver(from start: YAMLEvent) throws(YAMLFault) -> YAMLNode {
    var flows = [start.kind.isFlow]
    var end = start.end
    while let isFlow = flows.last {
      let event = try events.next()
      switch event.kind {
      case .sequenceStart(let isFlow), .mappingStart(let isFlow): flows.append(isFlow)
      case .collectionEnd:
        flows.removeLast()
        if isFlow { end = event.end }
      case .scalar, .alias: end = event.end
      default: throw YAMLFault(line: event.line, reason: .malformed)
      }
    }
    return node(.tooDeep, from: start, to: end)
  }

  private func node(_ content: YAMLNode.Content, from start: YAMLEvent, to end: Int) -> YAMLNode {
    YAMLNode(
      content: content, bytes: range(from: start, to: offsets[end]), isDecorated: start.isDecorated)
  }

  private func range(from start: YAMLEvent, to end: Int?) -> Range<Int> {
    let lower = offsets[start.start]
    return lower..<max(lower, end ?? offsets[start.end])
  }
}

/// The UTF-8 offset of each Unicode scalar of a text: libyaml counts scalars.
private struct ScalarOffsets {
  private let offsets: [Int]

  init(_ text: String) {
    var next = 0
    var offsets = [0]
    for scalar in text.unicodeScalars {
      next += UTF8.width(scalar)
      offsets.append(next)
    }
    self.offsets = offsets
  }

  subscript(scalar: Int) -> Int { offsets[min(max(scalar, 0), offsets.count - 1)] }
}
