/// Some lines of a draft that belong together. Places in it count lines from its first.
struct Paragraph: Sendable {
  let sentences: [Sentence]
}

/// What a paragraph is made of; paragraphs of the same source are the same, wherever they stand.
struct ParagraphSource: Hashable, Sendable {
  /// Without line endings.
  let lines: [String]
  /// The parts of the lines that belong to comments: UTF-8 offsets, by line.
  let hidden: [Int: [Range<Int>]]
  let role: Role

  enum Role: Hashable, Sendable {
    case body, heading, title, tags
  }
}
