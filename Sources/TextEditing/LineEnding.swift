import Glibc

/// What ends a line. A carriage return alone ends nothing: it is an ordinary character of its line.
enum LineEnding: String, Sendable {
  /// Only the last line of a text ends in nothing.
  case none = ""
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"

  /// The byte in which every line ending ends.
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
}

extension String {
  /// What stands behind the last line feed: the whole text where there is none.
  var lastLine: Substring {
    guard let newline = utf8.lastIndex(of: LineEnding.newline) else { return self[...] }
    return self[utf8.index(after: newline)...]
  }

  /// The first line feed at or behind a place.
  func firstNewline(from start: Index) -> Index? {
    let from = utf8.distance(from: startIndex, to: start)
    let offset: Int? = utf8.span.bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, from < bytes.count,
        let found = memchr(base + from, Int32(LineEnding.newline), bytes.count - from)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }

  /// The text with every line break ("\n", "\r\n") made into `ending`.
  func withLineBreaks(_ ending: LineEnding) -> String {
    guard utf8.contains(LineEnding.newline) else { return self }
    return Line.lines(of: self).map(\.text).joined(separator: ending.rawValue)
  }

  /// Whether both have the same bytes. Swift's `==` compares by canonical equivalence,
  /// so that か with a combining mark equals が.
  func hasSameBytes(as other: String) -> Bool {
    let (bytes, others) = (utf8.span.bytes, other.utf8.span.bytes)
    guard bytes.byteCount == others.byteCount else { return false }
    return bytes.withUnsafeBytes { mine in
      others.withUnsafeBytes { theirs in
        guard let left = mine.baseAddress, let right = theirs.baseAddress, left != right else { return true }
        return memcmp(left, right, mine.count) == 0
      }
    }
  }
}
