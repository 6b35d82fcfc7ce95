/// A text measured for a channel.
package struct TextCount: Equatable, Sendable {
  /// One for each limit of the channel, in their order; of a channel without limits its graphemes.
  package let measures: [Measure]
  package let hashtags: Int
  package let links: Int

  package struct Measure: Equatable, Sendable {
    package let length: Int
    package let unit: CountUnit
    /// Nil where the channel has none.
    package let limit: Int?

    /// By how much the text is too long; 0 where it fits.
    package var excess: Int { limit.map { max(0, length - $0) } ?? 0 }
  }

  /// Whether the text keeps every limit of its length.
  package var fits: Bool { measures.allSatisfy { $0.excess == 0 } }

  /// The measure that a writer has to mind: the one that is nearest to its limit.
  package var tightest: Measure? {
    measures.max { $0.use < $1.use }
  }
}

extension TextCount.Measure {
  fileprivate var use: Double { limit.map { Double(length) / Double(max(1, $0)) } ?? 0 }
}

extension Channel {
  /// Measures a text as it stands.
  package func count(_ text: String) -> TextCount {
    let marks = TextMarks(text)
    return TextCount(measures: measures(of: text), hashtags: marks.hashtags.count, links: marks.links.count)
  }

  private func measures(of text: String) -> [TextCount.Measure] {
    if limits.isEmpty {
      return [TextCount.Measure(length: text.withPlainLineEndings.count, unit: .graphemes, limit: nil)]
    }
    return limits.map { limit in
      let length = limit.unit.length(of: text, linkLength: linkLength)
      return TextCount.Measure(length: length, unit: limit.unit, limit: limit.length)
    }
  }

  /// Whether a text keeps every limit of the channel's length.
  func holds(_ text: String) -> Bool {
    limits.allSatisfy { $0.unit.length(of: text, linkLength: linkLength) <= $0.length }
  }
}
