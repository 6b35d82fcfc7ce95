import Journal

/// Our keys in a front matter.
struct FrontMatterKeys: Equatable, Sendable {
  /// In the front matter's order.
  private(set) var entries: [FrontMatterEntry] = []
  /// The spaces before every key.
  private(set) var indentation = 0

  init() {}

  init(in text: String, shape: FrontMatterShape) throws(FrontMatterFault) {
    guard let yaml = shape.yaml else { return }
    guard yaml.count <= FrontMatter.sizeLimit else {
      throw FrontMatterFault(line: 1, reason: .tooLong)
    }
    let source = FrontMatterSource(text, yaml: yaml)
    guard let root = try source.root() else { return }
    guard case .mapping(let pairs, isFlow: false) = root.content, !root.isDecorated else {
      throw source.fault(.notKeysAndValues, at: root)
    }
    indentation = source.column(at: source.range(of: root).lowerBound)
    try Self.refuseRepetition(in: pairs.map(\.key), source)
    for (key, value) in pairs {
      guard let known = key.text.flatMap(FrontMatterKey.init(rawValue:)) else { continue }
      entries.append(try FrontMatterEntry(known, key: key, value: value, in: source))
      guard source.column(at: source.range(of: key).lowerBound) == indentation else {
        throw source.fault(.noLineOfItsOwn(known.rawValue), at: key)
      }
    }
    try refuseNeighbours(in: pairs, source)
  }

  var metadata: EntryMetadata {
    var metadata = EntryMetadata()
    for entry in entries {
      if let value = entry.value { metadata.read(value, for: entry.key) }
    }
    return metadata
  }

  /// No key may stand there twice, ours or not, or bring in others.
  private static func refuseRepetition(
    in keys: [YAMLNode], _ source: FrontMatterSource
  ) throws(FrontMatterFault) {
    var seen: Set<String> = []
    for key in keys {
      guard let name = key.text else { continue }
      guard name != "<<" else { throw source.fault(.mergeKey, at: key) }
      guard seen.insert(name).inserted else { throw source.fault(.duplicateKey(name), at: key) }
    }
  }

  /// YAML knows more line breaks than other programs do: behind a lone carriage return, two keys may share
  /// what everybody else takes for one line.
  private func refuseNeighbours(
    in pairs: [(key: YAMLNode, value: YAMLNode)], _ source: FrontMatterSource
  ) throws(FrontMatterFault) {
    for entry in entries {
      let neighbours = pairs.filter { key, value in
        let bytes = source.range(of: key).lowerBound..<source.range(of: value).upperBound
        return bytes.overlaps(entry.lines)
      }
      guard neighbours.count == 1 else {
        throw FrontMatterFault(
          line: source.line(at: entry.lines.lowerBound), reason: .noLineOfItsOwn(entry.key.rawValue))
      }
    }
  }
}

/// The text of a front matter, with the places of what YAML read in it.
struct FrontMatterSource {
  private let bytes: [UInt8]
  private let yaml: Range<Int>

  init(_ text: String, yaml: Range<Int>) {
    bytes = Array(text.utf8)
    self.yaml = yaml
  }

  /// What stands between the delimiters; nil for nothing but comments.
  func root() throws(FrontMatterFault) -> YAMLNode? {
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

  func fault(_ reason: FrontMatterFault.Reason, at node: YAMLNode) -> FrontMatterFault {
    FrontMatterFault(line: line(at: range(of: node).lowerBound), reason: reason)
  }

  private func lineStart(at offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: Self.lineFeed).map { $0 + 1 } ?? 0
  }

  private static let lineFeed = UInt8(ascii: "\n")
}
