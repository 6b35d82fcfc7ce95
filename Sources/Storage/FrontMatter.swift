package import Journal

/// The front matter of one file: YAML between `---` lines at its top.
///
/// It keeps the text as it is. Keys that are not ours, order, comments, quoting, line endings and a byte
/// order mark survive every change of the metadata; only the lines of changed keys change. What is not
/// understood has a `fault` and is never rewritten.
package struct FrontMatter: Equatable, Sendable {
  /// The exact text, from the file's first byte to the body's; empty where a file has no front matter (or
  /// only its byte order mark).
  package let text: String
  /// What the keys that we know say. Empty with a fault.
  package let metadata: EntryMetadata
  package let fault: FrontMatterFault?
  let shape: FrontMatterShape
  let keys: FrontMatterKeys

  /// In UTF-8 bytes: far above what people write, far below what could be slow.
  package static let sizeLimit = 64 * 1024

  /// The front matter of a file's text, and the body below it. Both together are the text, byte for byte.
  package static func split(_ text: String) -> (frontMatter: FrontMatter, body: Substring) {
    let shape = FrontMatterShape(of: text)
    let end = text.utf8.index(text.startIndex, offsetBy: shape.end)
    return (FrontMatter(text: String(text[..<end]), shape: shape), text[end...])
  }

  /// The entry that a file's text is. Where the front matter is not understood, the whole text is its body.
  package static func entry(in text: String) -> Entry {
    let (frontMatter, body) = split(text)
    guard frontMatter.fault == nil else { return Entry(body: text) }
    return Entry(metadata: frontMatter.metadata, body: String(body))
  }

  /// That of a file that has none and whose lines end as a body's first one does.
  static func none(above body: String) -> FrontMatter {
    FrontMatter(text: "", shape: FrontMatterShape(lineEnding: FrontMatterShape(of: body).lineEnding))
  }

  private init(text: String, shape: FrontMatterShape) {
    self.text = text
    self.shape = shape
    do throws(FrontMatterFault) {
      keys = try FrontMatterKeys(in: text, shape: shape)
      fault = nil
    } catch {
      keys = FrontMatterKeys()
      fault = error
    }
    metadata = keys.metadata
  }

  /// What the keys say that stand here, and for those that do not, what `other` says.
  func metadata(filledFrom other: EntryMetadata) -> EntryMetadata {
    let present = Set(keys.entries.map(\.key))
    return FrontMatterKey.allCases.filter { !present.contains($0) }.reduce(into: metadata) { filled, key in
      if let value = other.value(for: key) { filled.read(value, for: key) }
    }
  }

  /// The text of the file that has this front matter, changed to say `metadata`, above a body.
  package func file(saying metadata: EntryMetadata, body: some StringProtocol) -> String {
    let head = applying(metadata)
    let lacksLineEnd = shape.yaml != nil && head.utf8.last != UInt8(ascii: "\n") && !body.isEmpty
    return head + (lacksLineEnd ? shape.lineEnding : "") + body
  }
}

/// Where the parts of a front matter are: UTF-8 offsets in the file.
struct FrontMatterShape: Equatable, Sendable {
  /// The lines between the delimiters; nil where there is no front matter.
  let yaml: Range<Int>?
  /// Where the body starts.
  let end: Int
  /// That of the file's first line.
  let lineEnding: String

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Of a file without front matter.
  init(lineEnding: String) {
    (yaml, end, self.lineEnding) = (nil, 0, lineEnding)
  }

  init(of text: String) {
    var file = text
    (yaml, end, lineEnding) = file.withUTF8 { Self.measure($0) }
  }

  private static func measure(_ bytes: UnsafeBufferPointer<UInt8>) -> (Range<Int>?, Int, String) {
    let start = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    let first = line(in: bytes, from: start)
    let ending = first.content.upperBound + 2 == first.end ? "\r\n" : "\n"
    guard bytes[first.content].elementsEqual("---".utf8), first.end > first.content.upperBound else {
      return (nil, start, ending)
    }
    var next = first.end
    while next < bytes.count {
      let line = line(in: bytes, from: next)
      if closes(bytes[line.content]) { return (first.end..<next, line.end, ending) }
      next = line.end
    }
    return (nil, start, ending)
  }

  /// White space after the closing mark is invisible, and other programs allow it.
  private static func closes(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.starts(with: "---".utf8) || line.starts(with: "...".utf8) else { return false }
    return line.dropFirst(3).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  private static func line(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (content: Range<Int>, end: Int) {
    guard let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else {
      return (start..<bytes.count, bytes.count)
    }
    let hasReturn = feed > start && bytes[feed - 1] == UInt8(ascii: "\r")
    return (start..<(hasReturn ? feed - 1 : feed), feed + 1)
  }
}
