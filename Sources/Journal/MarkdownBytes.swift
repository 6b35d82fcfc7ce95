/// One line of Markdown as UTF-8, without its ending.
struct MarkdownBytes {
  let bytes: [UInt8]
  let text: String
  /// Where the last "-->" starts.
  let lastClosing: Int?
  /// Where the last run of backticks of each length starts, in lines that may have a comment.
  private let lastBackticks: [Int: Int]

  init(_ line: some StringProtocol) {
    let whole = Array(line.utf8)
    var end = whole.count
    if end > 0, whole[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > 0, whole[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    bytes = end == whole.count ? whole : Array(whole[..<end])
    text = end == whole.count ? String(line) : String(decoding: bytes, as: UTF8.self)
    lastClosing = Self.lastClosing(in: bytes)
    lastBackticks = bytes.contains(UInt8(ascii: "<")) ? Self.lastBackticks(in: bytes) : [:]
  }

  var count: Int { bytes.count }

  /// The line has a byte that a heading, code, a comment or a line ending is made of. Most lines have none, and need
  /// not be looked at closer.
  static func mayHoldMarks(_ line: some StringProtocol) -> Bool {
    line.utf8.withContiguousStorageIfAvailable { $0.contains(where: isMarkByte) } ?? true
  }

  private static func isMarkByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      true
    default: false
    }
  }

  /// Spaces at the start.
  var indentation: Int { bytes.prefix { $0 == UInt8(ascii: " ") }.count }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

// MARK: - ATX headings (CommonMark 0.31.2, 4.2)

extension MarkdownBytes {
  /// 1 to 6; nil where the line is no heading.
  var headingLevel: Int? {
    let start = indentation
    guard start <= 3 else { return nil }
    let rest = bytes[start...].drop { $0 == UInt8(ascii: "#") }
    let level = rest.startIndex - start
    guard (1...6).contains(level), rest.first.map(Self.isBlank) ?? true else { return nil }
    return level
  }

  /// What stands between the opening and the closing marks of a heading.
  var headingText: String {
    let content = Self.trimmed(bytes[indentation...].drop { $0 == UInt8(ascii: "#") })
    let beforeMarks = content.lastIndex { $0 != UInt8(ascii: "#") }
    guard let beforeMarks, Self.isBlank(content[beforeMarks]) else {
      return beforeMarks == nil ? "" : String(decoding: content, as: UTF8.self)
    }
    return String(decoding: Self.trimmed(content[...beforeMarks]), as: UTF8.self)
  }

  private static func trimmed(_ slice: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let head = slice.drop(while: isBlank)
    guard let last = head.lastIndex(where: { !isBlank($0) }) else { return [] }
    return head[...last]
  }
}

// MARK: - HTML comments

extension MarkdownBytes {
  /// Quick to tell, and seldom true.
  var mayHaveComment: Bool { bytes.contains(UInt8(ascii: "<")) }

  /// A comment that starts at `opening` is closed in this line.
  func isClosed(after opening: Int) -> Bool {
    lastClosing.map { $0 >= opening + 2 } ?? false
  }

  /// The next "-->" at or behind a place.
  func nextClosing(from start: Int) -> Int? {
    guard let lastClosing, lastClosing >= start else { return nil }
    return (start...lastClosing).first { isMark("-->", at: $0) }
  }

  /// The next "<!--" at or behind a place that is neither in a code span nor escaped; else the line's end.
  func nextCommentOpening(from start: Int) -> Int {
    var place = start
    while place < count {
      switch bytes[place] {
      case UInt8(ascii: "\\"): place += 2
      case UInt8(ascii: "`"): place = endOfCodeSpan(at: place)
      case UInt8(ascii: "<") where isMark("<!--", at: place): return place
      default: place += 1
      }
    }
    return count
  }

  /// Behind the code span that starts at a place, or behind its marks where it is not closed in this line.
  private func endOfCodeSpan(at start: Int) -> Int {
    let afterMarks = bytes[start...].drop { $0 == UInt8(ascii: "`") }.startIndex
    let length = afterMarks - start
    var place = afterMarks
    while let last = lastBackticks[length], place <= last {
      let opening = bytes[place...].firstIndex(of: UInt8(ascii: "`")) ?? count
      place = bytes[opening...].drop { $0 == UInt8(ascii: "`") }.startIndex
      if place - opening == length { return place }
    }
    return afterMarks
  }

  private func isMark(_ mark: StaticString, at place: Int) -> Bool {
    guard place >= 0, place + mark.utf8CodeUnitCount <= count else { return false }
    return mark.withUTF8Buffer { bytes[place...].starts(with: $0) }
  }

  private static func lastBackticks(in bytes: [UInt8]) -> [Int: Int] {
    var last: [Int: Int] = [:]
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "`")) {
      rest = rest[start...].drop { $0 == UInt8(ascii: "`") }
      last[rest.startIndex - start] = start
    }
    return last
  }

  private static func lastClosing(in bytes: [UInt8]) -> Int? {
    var rest = bytes[...]
    while let end = rest.lastIndex(of: UInt8(ascii: ">")) {
      if end >= 2, bytes[end - 1] == UInt8(ascii: "-"), bytes[end - 2] == UInt8(ascii: "-") {
        return end - 2
      }
      rest = rest[..<end]
    }
    return nil
  }
}
