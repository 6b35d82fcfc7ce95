/// A sentence in the two ways in which rules read it.
struct Sentence: Sendable {
  /// With what stands in quotation marks replaced by one scalar: nobody is blamed by a quotation.
  let unquoted: ScalarText
  let whole: ScalarText
  /// Nothing but hashtags, four and more: nobody reads them.
  let isTagHeap: Bool
  /// There is something in quotation marks.
  let isQuoting: Bool

  /// So many hashtags are a heap.
  static let leastTagHeap = 4

  func text(quoted: Bool) -> ScalarText { quoted ? whole : unquoted }
  var start: TextPlace { whole.places.first ?? TextPlace(line: 0, column: 0) }
  var end: TextPlace { whole.places.last ?? TextPlace(line: 0, column: 0) }
}
