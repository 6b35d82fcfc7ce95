/// A sentence as patterns read it: one scalar for each letter, in one form, without what nobody reads, and with
/// where each of them stands in the writer's text.
struct ScalarText: Sendable {
  let scalars: [Unicode.Scalar]
  /// The scalars as the alphabet of the rules numbers them.
  var symbols: [Alphabet.Symbol] = []
  /// One for each scalar, and one for the end.
  let places: [TextPlace]
  /// Without marks, emoji and spaces at both ends.
  let words: Range<Int>
  /// Where clauses begin and end, with 0 and the end, in order.
  let clauseEdges: [Int]
  /// From left to right.
  var entities: [Entity] = [] {
    didSet { entityFlags = entities.isEmpty ? [] : scalars.indices.map { EntityFlags(in: self, at: $0) } }
  }
  /// Which entities begin and end with each scalar; empty where there are none.
  private(set) var entityFlags: [EntityFlags] = []

  var all: Reading { Reading(text: self, bounds: scalars.startIndex..<scalars.endIndex) }

  /// There is a letter of a Latin word on both sides of a place.
  func isInsideWord(_ place: Int) -> Bool {
    place > 0 && place < scalars.count && scalars[place].isWordScalar && scalars[place - 1].isWordScalar
  }

  func isWordEdge(_ place: Int) -> Bool {
    let before = place > 0 && scalars[place - 1].isWordScalar
    let behind = place < scalars.count && scalars[place].isWordScalar
    return before != behind
  }

  func endsEntity(_ kind: Entity.Kind, at place: Int) -> Bool {
    entities.contains { $0.kind == kind && $0.range.upperBound == place + 1 }
  }

  func startsEntity(_ kind: Entity.Kind, at place: Int) -> Bool {
    entities.contains { $0.kind == kind && $0.range.lowerBound == place }
  }

  func clause(around range: Range<Int>) -> Range<Int> {
    let start = clauseEdges.last { $0 <= range.lowerBound } ?? 0
    let end = clauseEdges.first { $0 >= range.upperBound && $0 > range.lowerBound } ?? scalars.count
    return start..<max(start, end)
  }
}

/// A place in the writer's text.
struct TextPlace: Hashable, Comparable, Sendable {
  /// From 0.
  var line: Int
  /// In graphemes, from 0.
  var column: Int

  static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A part of a sentence that a pattern is read in. The pattern's `^` and `$` are its ends.
struct Reading {
  let text: ScalarText
  let bounds: Range<Int>
  /// Where `^` holds and where `$` holds.
  let start: Int
  let end: Int

  init(text: ScalarText, bounds: Range<Int>) {
    self.text = text
    self.bounds = bounds
    var start = max(bounds.lowerBound, min(text.words.lowerBound, bounds.upperBound))
    var end = min(bounds.upperBound, max(text.words.upperBound, start))
    while start < end, text.scalars[start] == " " { start += 1 }
    while end > start, text.scalars[end - 1] == " " { end -= 1 }
    self.start = start
    self.end = end
  }
}
