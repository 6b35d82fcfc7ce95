/// One line of a text set in rows of a proportional font, as on a poster: few rows of a length, each ended between phrases
/// (文節) and by the Japanese rules (kinsoku), after a comma or full stop rather than elsewhere.
///
/// What is longer than a row is cut where a row may end, and where that is nowhere, between characters. A character
/// that is broader than the width has a row to itself.
package struct PhraseRows: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// Without the spaces at the row's end.
    package let text: String
    /// In thousandths of an em.
    package let width: Int
  }

  /// In order. Never empty: an empty line has one empty row.
  package let rows: [Row]
  /// How many rows begin inside a phrase, as it is longer than a row.
  package let cuts: Int

  /// - Parameter width: of a row, in thousandths of an em.
  package init(_ line: String, width: Int) {
    (rows, cuts) = RowPieces(line, width: width).rows(width: width)
  }
}

/// What is not cut any further in a line, and how a row would end between them.
private struct RowPieces {
  private let characters: [Character]
  /// The width up to each character.
  private let starts: [Int]
  private var pieces: [Range<Int>] = []
  /// How a row ends before each piece; that before the first does not count.
  private var ends: [RowEnd] = []

  init(_ line: String, width: Int) {
    characters = Array(line)
    starts = characters.reduce(into: [0]) { $0.append(($0.last ?? 0) + EmWidths.width(of: $1)) }
    let rowEnds = RowBreaks(in: line).isBreak
    let phraseEnds = zip(RowBreaks(betweenPhrasesOf: line).isBreak, rowEnds).map { $0 && $1 }
    for phrase in ranges(of: 0..<characters.count, endedBy: phraseEnds) {
      ends.append(end(before: phrase.lowerBound))
      guard self.width(of: phrase) > width else {
        pieces.append(phrase)
        continue
      }
      add(partsOf: phrase, width: width, rowEnds: rowEnds)
    }
  }

  private mutating func add(partsOf phrase: Range<Int>, width: Int, rowEnds: [Bool]) {
    for (index, part) in ranges(of: phrase, endedBy: rowEnds).enumerated() {
      if index > 0 { ends.append(max(.inPhrase, end(before: part.lowerBound))) }
      if self.width(of: part) <= width {
        pieces.append(part)
      } else {
        pieces += part.map { $0..<$0 + 1 }
        ends += Array(repeating: .anywhere, count: part.count - 1)
      }
    }
  }

  private func ranges(of range: Range<Int>, endedBy isEnd: [Bool]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = range.lowerBound
    for end in range where end > start && isEnd[end] && !characters[end].isHangingSpace {
      ranges.append(start..<end)
      start = end
    }
    return start < range.upperBound ? ranges + [start..<range.upperBound] : ranges
  }

  private func end(before next: Int) -> RowEnd {
    guard let last = characters[..<next].last(where: { !$0.isHangingSpace }) else { return .pause }
    return RowEnd(before: last, after: characters[next])
  }

  /// Without the spaces at the end.
  private func written(_ range: Range<Int>) -> Range<Int> {
    let last = characters[range].lastIndex { !$0.isHangingSpace }
    return range.lowerBound..<(last.map { $0 + 1 } ?? range.lowerBound)
  }

  private func width(of range: Range<Int>) -> Int {
    let written = written(range)
    return starts[written.upperBound] - starts[written.lowerBound]
  }

  // MARK: Filling rows

  /// A way to set the text up to some piece.
  private struct Way {
    /// Rows that begin inside a phrase.
    var cuts = 0
    var rows = 0
    var cost = 0
    /// The first piece of the last row.
    var origin = 0

    func isBetter(than other: Way) -> Bool {
      (cuts, rows, cost) < (other.cuts, other.rows, other.cost)
    }
  }

  /// With as few phrases cut as can be, in as few rows, and of those ways the one that leaves the squares of the room
  /// smallest: rows of a length.
  func rows(width: Int) -> (rows: [PhraseRows.Row], cuts: Int) {
    guard !pieces.isEmpty else { return ([PhraseRows.Row(text: "", width: 0)], 0) }
    var ways = [Way()]
    for last in pieces.indices { ways.append(bestWay(through: last, after: ways, width: width)) }
    var rows: [PhraseRows.Row] = []
    var end = pieces.count
    while end > 0 {
      let first = ways[end].origin
      let range = pieces[first].lowerBound..<pieces[end - 1].upperBound
      rows.append(PhraseRows.Row(text: String(characters[written(range)]), width: self.width(of: range)))
      end = first
    }
    return (rows.reversed(), ways[pieces.count].cuts)
  }

  private func bestWay(through last: Int, after ways: [Way], width: Int) -> Way {
    var best = way(from: last, through: last, after: ways[last], width: width)
    for first in (0..<last).reversed() {
      guard self.width(of: pieces[first].lowerBound..<pieces[last].upperBound) <= width else { break }
      let way = way(from: first, through: last, after: ways[first], width: width)
      if way.isBetter(than: best) { best = way }
    }
    return best
  }

  private func way(from first: Int, through last: Int, after way: Way, width: Int) -> Way {
    let room = max(0, width - self.width(of: pieces[first].lowerBound..<pieces[last].upperBound))
    return Way(
      cuts: way.cuts + (first > 0 && ends[first] >= .inPhrase ? 1 : 0), rows: way.rows + 1,
      cost: way.cost + room * room + (first > 0 ? ends[first].cost : 0), origin: first)
  }
}
