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
  private var long = LongLineLayouts()

  func layout(of line: Line) -> LineLayout? {
    guard line.marks == nil else { return long.layout(of: line) }
    let key = LineKey(line: line.text)
    return newer[key] ?? older[key]
  }

  /// The layout of a long line that differs little from one that is kept.
  func layout(ofChanged line: Line, widths: ColumnWidths) -> LineLayout? {
    long.layout(ofChanged: line, widths: widths)
  }

  /// Keeps a layout as the newest.
  mutating func keep(_ line: Line, _ layout: LineLayout) {
    guard line.marks == nil else { return long.keep(line, layout) }
    let key = LineKey(line: line.text)
    guard newer[key] == nil else { return }
    if newer.count >= LayoutCache.limit || newerBytes >= LayoutCache.maximumBytes {
      (older, newer, newerBytes) = (newer, [:], 0)
    }
    newer[key] = layout
    newerBytes += line.text.utf8.count
  }
}

/// Layouts of the few long lines that were shown last. A line that is edited takes the place of what it was before.
private struct LongLineLayouts: Sendable {
  private static let limit = 4

  /// The newest first.
  private var kept: [(line: Line, layout: LineLayout)] = []

  func layout(of line: Line) -> LineLayout? {
    kept.first { $0.line.text.hasSameBytes(as: line.text) }?.layout
  }

  func layout(ofChanged line: Line, widths: ColumnWidths) -> LineLayout? {
    guard let marks = line.marks else { return nil }
    for (other, layout) in kept {
      guard let old = other.marks, let change = marks.change(of: line.text, from: other.text, old) else {
        continue
      }
      return layout.replacing(change.gone, withCharacters: change.count, widths: widths) {
        String(line.text(ofCharacters: $0))
      }
    }
    return nil
  }

  mutating func keep(_ line: Line, _ layout: LineLayout) {
    if let index = kept.firstIndex(where: { $0.line.text.hasSameBytes(as: line.text) }) {
      kept.remove(at: index)
    } else if let marks = line.marks,
      let index = kept.firstIndex(where: { kept in
        kept.line.marks.flatMap { marks.change(of: line.text, from: kept.line.text, $0) } != nil
      })
    {
      kept.remove(at: index)
    }
    kept.insert((line, layout), at: 0)
    kept.removeLast(max(0, kept.count - LongLineLayouts.limit))
  }
}

extension LineMarks {
  /// The graphemes of a line that gave way to others, and how many came instead, between marks that both lines have;
  /// nil where little is left of the line.
  fileprivate func change(
    of text: String, from other: String, _ old: LineMarks
  ) -> (gone: Range<Int>, count: Int)? {
    let prefix = text.commonPrefix(with: other)
    let most = min(text.utf8.count, other.utf8.count)
    let suffix = min(text.commonSuffix(with: other), most - prefix)
    guard (prefix + suffix) * 2 >= max(text.utf8.count, other.utf8.count) else { return nil }
    let start = mark(beforeByte: max(0, prefix - LineMarks.longestScalar))
    let shift = text.utf8.count - other.utf8.count
    let shared = marks(fromByte: max(text.utf8.count - suffix, start.byte)).lazy.compactMap { mark in
      old.mark(atByte: mark.byte - shift).map { (new: mark.character, old: old[$0].character) }
    }
    let end = shared.first { $0.old >= start.character } ?? (characterCount, old.characterCount)
    return (start.character..<end.old, end.new - start.character)
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
