import YAML

/// The text of a front matter, with the places of what YAML read in it.
struct FrontMatterSource {
  private let bytes: [UInt8]
  private let yaml: Range<Int>

  init(_ text: String, yaml: Range<Int>) {
    bytes = Array(text.utf8)
    self.yaml = yaml
  }

  /// The keys between the delimiters with their values.
  ///
  /// - Throws: where something else stands there; where a key stands there twice, ours or not, or brings in others.
  /// - Returns: the keys in their order, and the spaces before each of them.
  func keys() throws(FrontMatterFault) -> (pairs: [YAMLNode.Pair], indentation: Int) {
    guard let root = try root() else { return ([], 0) }
    guard case .mapping(let pairs, isFlow: false) = root.content, !root.isDecorated else {
      throw fault(.notKeysAndValues, at: root)
    }
    var seen: Set<String> = []
    for key in pairs.map(\.key) {
      guard let name = key.text else { continue }
      guard name != "<<" else { throw fault(.mergeKey, at: key) }
      guard seen.insert(name).inserted else { throw fault(.duplicateKey(name), at: key) }
    }
    let start = range(of: root).lowerBound
    let isIndented = bytes[(start - column(at: start))..<start].allSatisfy { $0 == UInt8(ascii: " ") }
    guard isIndented else { throw fault(.noLineOfItsOwn(pairs.first?.key.text ?? ""), at: root) }
    return (pairs, column(at: start))
  }

  /// What stands between the delimiters; nil for nothing but comments.
  private func root() throws(FrontMatterFault) -> YAMLNode? {
    do throws(YAMLFault) {
      let root = try YAMLNode.parse(String(decoding: bytes[yaml], as: UTF8.self))
      return root?.isNull == true && root?.bytes.isEmpty == true ? nil : root
    } catch {
      let lineCount = bytes[yaml].count { $0 == Self.lineFeed }
      throw FrontMatterFault(
        line: min(error.line, lineCount) + 2,
        reason: error.reason == .malformed ? .malformed : .notKeysAndValues)
    }
  }

  /// A node's bytes in the front matter's text.
  func range(of node: YAMLNode) -> Range<Int> {
    node.bytes.lowerBound + yaml.lowerBound..<node.bytes.upperBound + yaml.lowerBound
  }

  /// The text of a scalar; empty where it is null.
  ///
  /// - Throws: for anything that is more than a scalar.
  func text(of node: YAMLNode, at key: String) throws(FrontMatterFault) -> String {
    if case .alias = node.content { throw fault(.indirection(key), at: node) }
    guard !node.isDecorated else { throw fault(.indirection(key), at: node) }
    guard let text = node.text else { throw fault(.nestedValue(key), at: node) }
    return node.isNull ? "" : text
  }

  /// The whole lines from the one with `start` to the one with `end`. A block scalar ends where the next
  /// line starts; that line is not its own.
  func lines(from start: Int, to end: Int) -> Range<Int> {
    let isAfterLineEnd = end > start && bytes[end - 1] == Self.lineFeed
    let next = bytes[end...].firstIndex(of: Self.lineFeed).map { $0 + 1 } ?? bytes.count
    return lineStart(at: start)..<(isAfterLineEnd ? end : next)
  }

  /// Bytes since the line's start.
  func column(at offset: Int) -> Int { offset - lineStart(at: offset) }

  /// The line in the file, from 1.
  func line(at offset: Int) -> Int {
    bytes[..<offset].count { $0 == Self.lineFeed } + 1
  }

  func line(of node: YAMLNode) -> Int { line(at: range(of: node).lowerBound) }

  func fault(_ reason: FrontMatterFault.Reason, at node: YAMLNode) -> FrontMatterFault {
    FrontMatterFault(line: line(of: node), reason: reason)
  }

  private func lineStart(at offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
  }

  private static let lineFeed = UInt8(ascii: "\n")
}

extension String {
  /// The parts of "a, b", as some programs write lists.
  var commaSeparated: [String] {
    split(separator: ",").map { part in
      let head = part.drop { $0 == " " }
      return String(head.reversed().drop { $0 == " " }.reversed())
    }.filter { !$0.isEmpty }
  }
}
