import Journal
import YAML

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
    let (pairs, indentation) = try source.keys()
    self.indentation = indentation
    for pair in pairs {
      guard let known = pair.key.text.flatMap(FrontMatterKey.init(rawValue:)), known.mayMean(pair.value)
      else { continue }
      entries.append(try FrontMatterEntry(known, pair, in: source))
      guard source.column(at: source.range(of: pair.key).lowerBound) == indentation else {
        throw source.fault(.noLineOfItsOwn(known.rawValue), at: pair.key)
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

  /// YAML knows more line breaks than other programs do: behind a lone carriage return, two keys may share
  /// what everybody else takes for one line.
  private func refuseNeighbours(
    in pairs: [YAMLNode.Pair], _ source: FrontMatterSource
  ) throws(FrontMatterFault) {
    for entry in entries {
      let neighbours = pairs.filter { pair in
        let bytes = source.range(of: pair.key).lowerBound..<source.range(of: pair.value).upperBound
        return bytes.overlaps(entry.lines)
      }
      guard neighbours.count == 1 else {
        throw FrontMatterFault(
          line: source.line(at: entry.lines.lowerBound), reason: .noLineOfItsOwn(entry.key.rawValue))
      }
    }
  }
}
