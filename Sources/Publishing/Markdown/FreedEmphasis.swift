/// Markdown whose emphasis works next to Japanese brackets and full stops, in a parser that knows CommonMark alone.
///
/// CommonMark leaves `これは**「重要」**です` with its stars, as a star between a letter and punctuation neither opens nor
/// closes. The CJK-friendly amendment lets it; that comes to the same as if a letter stood on both sides. So a letter
/// is put there that the text does not have, and the parser's output is freed from it again.
struct FreedEmphasis {
  let text: String
  /// What was put in; nil where nothing had to be.
  let mark: Unicode.Scalar?

  init(_ markdown: String) {
    let runs =
      markdown.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "~") })
      ? EmphasisRun.all(in: Array(markdown.unicodeScalars)).filter(\.isFreed) : []
    guard !runs.isEmpty, let mark = Self.mark(notIn: markdown) else {
      text = markdown
      self.mark = nil
      return
    }
    let scalars = Array(markdown.unicodeScalars)
    var result = String.UnicodeScalarView()
    var place = 0
    for run in runs {
      result += scalars[place..<run.range.lowerBound]
      result.append(mark)
      result += scalars[run.range]
      result.append(mark)
      place = run.range.upperBound
    }
    result += scalars[place...]
    text = String(result)
    self.mark = mark
  }

  /// A character for private use that the text does not have. There are 65,534 to choose from.
  private static func mark(notIn markdown: String) -> Unicode.Scalar? {
    let candidates: ClosedRange<UInt32> = 0xF0000...0xFFFFD
    let used = Set(markdown.unicodeScalars.lazy.map(\.value).filter(candidates.contains))
    return candidates.first { !used.contains($0) }.flatMap(Unicode.Scalar.init)
  }
}
