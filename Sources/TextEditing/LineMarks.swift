import Glibc

/// Where a long line's graphemes are: a mark every few hundred of them, so that a place in a line of megabytes is found
/// without walking there.
struct LineMarks: Sendable {
  /// A place between two graphemes.
  struct Mark: Equatable, Sendable {
    var byte: Int
    var character: Int
  }

  /// Shorter lines have no marks, in bytes.
  static let leastBytes = 8 << 10
  /// Graphemes from mark to mark.
  private static let distance = 512
  /// More bytes than a scalar has: whether there is a boundary before a byte, the scalar at it can still decide.
  static let longestScalar = 4

  /// From the line's beginning to its end.
  private var marks: [Mark]

  /// The marks of a line; nil for one that needs none.
  ///
  /// - Parameter similar: a line that begins or ends as this one does. What both have is not walked through again.
  init?(_ text: String, similar: [(text: String, marks: LineMarks)] = []) {
    guard text.utf8.count >= LineMarks.leastBytes else { return nil }
    marks = [Mark(byte: 0, character: 0)]
    for other in similar {
      let prefix = text.commonPrefix(with: other.text) - LineMarks.longestScalar
      let shared = other.marks.marks.prefix { $0.byte <= prefix }
      if shared.count > marks.count { marks = Array(shared) }
    }
    walk(text, similar)
  }

  /// Walks on from the last mark until it comes to a mark of a line that ends in the same way.
  private mutating func walk(_ text: String, _ similar: [(text: String, marks: LineMarks)]) {
    let ends = similar.map { other in
      (
        shift: text.utf8.count - other.text.utf8.count, suffix: text.commonSuffix(with: other.text),
        other.marks
      )
    }
    var place = marks[marks.count - 1]
    var index = text.utf8.index(text.startIndex, offsetBy: place.byte)
    while index < text.endIndex {
      for end in ends where place.byte >= text.utf8.count - end.suffix {
        guard let mark = end.2.mark(atByte: place.byte - end.shift) else { continue }
        return append(end.2, after: mark, at: place)
      }
      if place.character - marks[marks.count - 1].character >= LineMarks.distance { marks.append(place) }
      let next = text.index(after: index)
      place.byte += text.utf8.distance(from: index, to: next)
      place.character += 1
      index = next
    }
    marks.append(place)
  }

  /// How many graphemes the line has.
  var characterCount: Int { marks[marks.count - 1].character }

  /// Takes over what stands behind a mark of another line.
  private mutating func append(_ other: LineMarks, after index: Int, at place: Mark) {
    let (bytes, characters) = (
      place.byte - other.marks[index].byte, place.character - other.marks[index].character
    )
    if place != marks[marks.count - 1] { marks.append(place) }
    marks += other.marks[(index + 1)...].map {
      Mark(byte: $0.byte + bytes, character: $0.character + characters)
    }
  }

  /// The last mark that is not behind a place before a grapheme.
  func mark(beforeCharacter character: Int) -> Mark {
    marks[marks.lastIndex(sortedWhere: { $0.character <= character })]
  }

  /// The last mark that is not behind a byte.
  func mark(beforeByte byte: Int) -> Mark {
    marks[marks.lastIndex(sortedWhere: { $0.byte <= byte })]
  }

  /// The marks from a byte on.
  func marks(fromByte byte: Int) -> ArraySlice<Mark> {
    let index = marks.lastIndex(sortedWhere: { $0.byte <= byte })
    return marks[(marks[index].byte < byte ? index + 1 : index)...]
  }

  /// The number of the mark at a byte, if there is one.
  func mark(atByte byte: Int) -> Int? {
    guard byte >= 0 else { return nil }
    let index = marks.lastIndex(sortedWhere: { $0.byte <= byte })
    return marks[index].byte == byte ? index : nil
  }

  /// A mark by its number.
  subscript(_ index: Int) -> Mark { marks[index] }
}

extension [LineMarks.Mark] {
  /// The last of those for which something holds; it holds for the first, and up to some place.
  fileprivate func lastIndex(sortedWhere holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if holds(self[middle]) { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension String {
  /// How many bytes both texts begin with.
  func commonPrefix(with other: String) -> Int {
    withBytes(of: other) { mine, theirs in
      let most = min(mine.count, theirs.count)
      guard mine.baseAddress != theirs.baseAddress else { return most }
      var count = 0
      while count + String.block <= most, areEqual(mine, count, theirs, count) { count += String.block }
      while count < most, mine[count] == theirs[count] { count += 1 }
      return count
    }
  }

  /// How many bytes both texts end with.
  func commonSuffix(with other: String) -> Int {
    withBytes(of: other) { mine, theirs in
      let most = min(mine.count, theirs.count)
      var count = 0
      while count + String.block <= most,
        areEqual(mine, mine.count - count - String.block, theirs, theirs.count - count - String.block)
      {
        count += String.block
      }
      while count < most, mine[mine.count - count - 1] == theirs[theirs.count - count - 1] { count += 1 }
      return count
    }
  }

  /// Bytes that are compared at once.
  private static let block = 4_096

  private func areEqual(
    _ mine: UnsafeRawBufferPointer, _ start: Int, _ theirs: UnsafeRawBufferPointer, _ other: Int
  ) -> Bool {
    guard let left = mine.baseAddress, let right = theirs.baseAddress else { return true }
    return memcmp(left + start, right + other, String.block) == 0
  }

  private func withBytes<Result>(
    of other: String, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let (bytes, others) = (utf8.span.bytes, other.utf8.span.bytes)
    return bytes.withUnsafeBytes { mine in others.withUnsafeBytes { theirs in body(mine, theirs) } }
  }
}
