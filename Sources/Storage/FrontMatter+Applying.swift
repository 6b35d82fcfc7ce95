package import Journal
import YAML

extension FrontMatter {
  /// The front matter's text, changed to say `metadata`.
  ///
  /// Only the lines of keys whose value is another one now are changed; a key that says nothing any more
  /// loses its lines, a new one comes at the end. A file without front matter gets one when there is
  /// something to say. With a fault the text stays as it is.
  package func applying(_ metadata: EntryMetadata) -> String {
    let keys = FrontMatterKey.keys(of: metadata, self.metadata)
    let changed = keys.filter { metadata.value(for: $0) != self.metadata.value(for: $0) }
    guard fault == nil, !changed.isEmpty else { return text }
    guard let yaml = shape.yaml else { return text + newFrontMatter(saying: metadata) }

    var edits = entries.filter { changed.contains($0.key) }
      .map { edit(of: $0, saying: metadata.value(for: $0.key)) }
    let present = Set(entries.map(\.key))
    edits.append((yaml.upperBound..<yaml.upperBound, newLines(for: changed, unless: present, metadata)))
    return text(with: edits)
  }

  private typealias TextEdit = (range: Range<Int>, text: String)

  private var entries: [FrontMatterEntry] { keys.entries }

  private func newFrontMatter(saying metadata: EntryMetadata) -> String {
    let lines = newLines(for: FrontMatterKey.keys(of: metadata), unless: [], metadata)
    return lines.isEmpty ? "" : "---" + shape.lineEnding + lines + "---" + shape.lineEnding
  }

  private func newLines(
    for keys: [FrontMatterKey], unless present: Set<FrontMatterKey>, _ metadata: EntryMetadata
  ) -> String {
    keys.filter { !present.contains($0) }.compactMap { key in
      metadata.value(for: key).map { value in
        let indentation = String(repeating: " ", count: self.keys.indentation)
        return indentation + key.rawValue + ": " + Self.written(value, for: key) + shape.lineEnding
      }
    }.joined()
  }

  private func edit(of entry: FrontMatterEntry, saying value: FrontMatterValue?) -> TextEdit {
    guard let value else { return (entry.lines, "") }
    let space = entry.bytes.isEmpty ? " " : ""
    let end = entry.bytes.upperBound == entry.lines.upperBound ? shape.lineEnding : ""
    return (entry.bytes, space + written(value, like: entry) + end)
  }

  private func written(_ value: FrontMatterValue, like entry: FrontMatterEntry) -> String {
    guard let column = entry.itemColumn, case .list(let items) = value else {
      return Self.written(value, for: entry.key)
    }
    let separator = shape.lineEnding + String(repeating: " ", count: column) + "- "
    return "- " + items.map(YAMLScalar.written).joined(separator: separator)
  }

  private static func written(_ value: FrontMatterValue, for key: FrontMatterKey) -> String {
    switch value {
    case .text(let text): key.isWrittenPlain ? text : YAMLScalar.written(text)
    case .list(let items): "[" + items.map(YAMLScalar.written).joined(separator: ", ") + "]"
    }
  }

  private func text(with edits: [TextEdit]) -> String {
    var bytes = Array(text.utf8)
    for edit in edits.reversed() {
      bytes.replaceSubrange(edit.range, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
