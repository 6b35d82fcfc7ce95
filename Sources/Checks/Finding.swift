/// Something in a text that its writer may want to look at before it is shared.
package struct Finding: Hashable, Sendable {
  /// The rule's name.
  package let rule: String
  /// Other rules of its class that found something in the same words, or in the same sentence where the class is about
  /// sentences.
  package internal(set) var repetitions: [String] = []
  /// Which of the text's sentences it stands in; nil where it is about no sentence.
  var sentence: Int?
  package let `class`: FindingClass
  package let level: Level
  package let place: Place
  /// The words that were found; empty where something is missing.
  package let text: String
  /// What is found, in the language of the text.
  package let message: String
  package let why: String
  /// Wordings to try.
  package let tries: [String]
  /// Where more is said.
  package let link: String?

  /// Where a finding stands.
  package struct Place: Hashable, Sendable {
    package let part: Part
    /// From 0, in the part.
    package let line: Int
    /// In graphemes from the line's start, from 0.
    package let column: Int
    /// In graphemes; a line's end counts as one.
    package let length: Int
  }

  /// A part of an entry.
  package enum Part: Int, Hashable, Sendable {
    case title, tags, body
  }
}
