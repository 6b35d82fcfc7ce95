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
  /// Measures a text as it stands, with the content warning above it.
  package func count(_ text: String) -> TextCount {
    let marks = TextMarks(text)
    return TextCount(measures: measures(of: text), hashtags: marks.hashtags.count, links: marks.links.count)
  }

  private func measures(of text: String) -> [TextCount.Measure] {
    if limits.isEmpty {
      return [TextCount.Measure(length: text.withPlainLineEndings.count, unit: .graphemes, limit: nil)]
    }
    return limits.map { limit in
      let length = length(of: text, in: limit.unit)
      return TextCount.Measure(length: length, unit: limit.unit, limit: limit.length)
    }
  }

  /// Whether a text keeps every limit of the channel's length.
  func holds(_ text: String) -> Bool {
    limits.allSatisfy { length(of: text, in: $0.unit) <= $0.length }
  }

  private func length(of text: String, in unit: CountUnit) -> Int {
    unit.length(of: text, linkLength: linkLength) + warningLength(in: unit)
  }

  /// What the content warning takes of each post. Source: Mastodon 4, status_length_validator.rb, which counts both
  /// texts one behind the other.
  func warningLength(in unit: CountUnit) -> Int {
    guard unit != .lines, let contentWarning else { return 0 }
    return unit.length(of: contentWarning, linkLength: linkLength)
  }
}
