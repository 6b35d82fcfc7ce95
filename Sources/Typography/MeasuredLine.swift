/// A line's characters by what counts for its layout: their columns, and which are spaces.
struct MeasuredLine {
  let columns: [UInt8]
  let isSpace: [Bool]

  init(_ line: String, widths: ColumnWidths) {
    var columns: [UInt8] = []
    var isSpace: [Bool] = []
    columns.reserveCapacity(line.utf8.count / 2)
    isSpace.reserveCapacity(line.utf8.count / 2)
    for character in line {
      if let plain = PlainGlyph(character) {
        columns.append(UInt8(plain.columns))
        isSpace.append(plain.scalar == " " || plain.scalar == "\u{3000}")
      } else {
        columns.append(UInt8(clamping: widths.columns(of: character)))
        isSpace.append(character.isHangingSpace)
      }
    }
    self.columns = columns
    self.isSpace = isSpace
  }

  /// The rows at a width. `breaks` is asked only where there is more than one.
  func rows(width: Int, breaks: () -> RowBreaks) -> [LineLayout.Row] {
    let mayBreak = fits(width) ? nil : breaks().isBreak
    var filling = RowFilling(width: width)
    for offset in columns.indices {
      if let mayBreak, mayBreak[offset], !isSpace[offset] { filling.noteBreak() }
      filling.take(Int(columns[offset]), isSpace: isSpace[offset])
    }
    return filling.finished()
  }

  private func fits(_ width: Int) -> Bool {
    var end = 0
    for offset in columns.indices {
      end += Int(columns[offset])
      guard end <= width || isSpace[offset] else { return false }
    }
    return true
  }
}

/// Rows being filled, character after character.
struct RowFilling {
  /// How far a row reaches: up to which offset in the line, and the columns filled by all of it and by what stands
  /// before the spaces at its end.
  private struct Extent {
    var offset: Int
    var filled = 0
    var written = 0
  }

  let width: Int
  /// The rows that are full.
  private(set) var rows: [LineLayout.Row] = []
  private var start: Int
  private var extent: Extent
  /// The last place in the row where it may end.
  private var lastBreak: Extent?

  /// - Parameter start: the character that begins a row.
  init(width: Int, start: Int = 0) {
    self.width = width
    self.start = start
    extent = Extent(offset: start)
  }

  /// The next character.
  var offset: Int { extent.offset }

  /// Takes a character of a part of the line.
  mutating func take(_ part: MeasuredLine, _ breaks: RowBreaks, at offset: Int) {
    if breaks.isBreak[offset], !part.isSpace[offset] { noteBreak() }
    take(Int(part.columns[offset]), isSpace: part.isSpace[offset])
  }

  /// Takes the rows away from the first one that begins at or behind a character and for whose beginning something
  /// holds. Gives that beginning, where there is one.
  mutating func dropRows(from character: Int, where holds: (Int) -> Bool) -> Int? {
    let starts = rows.map(\.characters.lowerBound) + [start]
    guard let index = starts.firstIndex(where: { $0 >= character && holds($0) }) else { return nil }
    rows.removeLast(rows.count - index)
    return starts[index]
  }

  /// The row may end before the next character.
  mutating func noteBreak() {
    guard extent.offset > start else { return }
    lastBreak = extent
  }

  mutating func take(_ columns: Int, isSpace: Bool) {
    while !isSpace, extent.filled + columns > width, extent.offset > start { endRow() }
    extent.offset += 1
    extent.filled += columns
    if !isSpace { extent.written = extent.filled }
  }

  mutating func finished() -> [LineLayout.Row] {
    append(upTo: extent)
    return rows
  }

  /// Ends the row where it may end, or else where it is full; what comes after that begins the next one.
  private mutating func endRow() {
    let end = lastBreak ?? extent
    append(upTo: end)
    start = end.offset
    extent.filled -= end.filled
    extent.written -= end.filled
    lastBreak = nil
  }

  private mutating func append(upTo end: Extent) {
    let columns = max(end.written, min(end.filled, width))
    rows.append(LineLayout.Row(characters: start..<end.offset, columns: columns))
  }
}

extension Character {
  /// A space that may stand beyond a row's end: all but those that forbid a break.
  var isHangingSpace: Bool {
    guard let scalar = unicodeScalars.first, utf8.count == UTF8.width(scalar) else { return false }
    return switch scalar {
    case " ", "\t", "\u{3000}", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}": true
    default: false
    }
  }
}
