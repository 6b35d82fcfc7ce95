import Glibc

extension RawSpan {
  /// Whether both hold the same bytes. (`==` of strings means canonical equivalence, which is not enough
  /// where a file has to stay as it is.)
  func isEqual(to other: RawSpan) -> Bool {
    guard byteCount == other.byteCount else { return false }
    return withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard let left = mine.baseAddress, let right = theirs.baseAddress else { return true }
        return memcmp(left, right, mine.count) == 0
      }
    }
  }

  func precedes(_ other: RawSpan) -> Bool {
    let shared = Swift.min(byteCount, other.byteCount)
    let order = withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard let left = mine.baseAddress, let right = theirs.baseAddress else { return Int32(0) }
        return memcmp(left, right, shared)
      }
    }
    return order == 0 ? byteCount < other.byteCount : order < 0
  }

  /// Whether one of the bytes is this one.
  func contains(_ byte: UInt8) -> Bool {
    withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
  }
}

extension String {
  /// Whether both are the same bytes in UTF-8.
  func isExactly(_ other: String) -> Bool {
    utf8.span.bytes.isEqual(to: other.utf8.span.bytes)
  }

  /// Whether it comes first by its bytes in UTF-8: the same order everywhere.
  func precedes(_ other: String) -> Bool {
    utf8.span.bytes.precedes(other.utf8.span.bytes)
  }
}
