/// Reads the lines of a paragraph into sentences.
///
/// Markdown's marks, comments, code and web addresses are left out or replaced by one scalar, letters are brought into
/// one form, and each keeps its place in the writer's text.
struct ParagraphReader {
  private var scalars: [Unicode.Scalar] = []
  private var places: [TextPlace] = []
  private var isNewLineBreak: [Bool] = []

  static func paragraph(_ source: ParagraphSource, entities: EntityReader) -> Paragraph {
    var reader = ParagraphReader()
    var end = TextPlace(line: 0, column: 0)
    for (number, line) in source.lines.enumerated() {
      end = reader.read(line, number: number, hidden: source.hidden[number] ?? [])
      reader.append("\n", at: end)
    }
    let cells = PreparedLines(scalars: reader.scalars, places: reader.places)
    return Paragraph(sentences: cells.sentences(entities))
  }

  private mutating func append(_ scalar: Unicode.Scalar, at place: TextPlace) {
    if let last = scalars.last, last == scalar, scalar == " " || PreparedScalars.isEmphasis(scalar) { return }
    scalars.append(scalar)
    places.append(place)
  }

  /// - Returns: the line's end.
  private mutating func read(_ line: String, number: Int, hidden: [Range<Int>]) -> TextPlace {
    var line = MarkdownLine(line, hidden: hidden)
    var prepared: [Unicode.Scalar] = []
    line.skipMarks()
    while let piece = line.next() {
      let place = TextPlace(line: number, column: piece.column)
      switch piece.content {
      case .character(let character):
        prepared.removeAll(keepingCapacity: true)
        PreparedScalars.append(character, to: &prepared)
        for scalar in prepared { append(scalar, at: place) }
      case .code: append(PreparedScalars.code, at: place)
      case .webAddress: append(PreparedScalars.webAddress, at: place)
      }
    }
    return TextPlace(line: number, column: line.column)
  }
}
