import Typography

/// Layouts of lines that were shown lately, found by what the line says: an edit needs no bookkeeping, and
/// lines that move up or down keep theirs.
///
/// Bounded: what was not used since `limit` other lines, or `maximumBytes` of text, is forgotten.
struct LayoutCache: Sendable {
  static let limit = 256
  static let maximumBytes = 4 << 20

  private var newer: [LineKey: LineLayout] = [:]
  private var older: [LineKey: LineLayout] = [:]
  private var newerBytes = 0

  func layout(of line: String) -> LineLayout? {
    let key = LineKey(line: line)
    return newer[key] ?? older[key]
  }

  /// Keeps a layout, or what was kept for the same line, as the newest.
  mutating func keep(_ line: String, _ layout: () -> LineLayout) {
    let key = LineKey(line: line)
    guard newer[key] == nil else { return }
    if newer.count >= LayoutCache.limit || newerBytes >= LayoutCache.maximumBytes {
      (older, newer, newerBytes) = (newer, [:], 0)
    }
    newer[key] = older[key] ?? layout()
    newerBytes += line.utf8.count
  }
}

/// A line told apart by its bytes: what is canonically equivalent may differ in width (Å and the ångström sign).
private struct LineKey: Hashable {
  let line: String

  static func == (left: LineKey, right: LineKey) -> Bool {
    left.line.hasSameBytes(as: right.line)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = line.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil {
      line.utf8.forEach { hasher.combine($0) }
    }
  }
}
