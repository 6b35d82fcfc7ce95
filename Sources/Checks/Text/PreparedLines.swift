/// The letters of a paragraph, before they are cut into sentences.
struct PreparedLines {
  let scalars: [Unicode.Scalar]
  let places: [TextPlace]

  func sentences(_ entities: EntityReader) -> [Sentence] {
    let marks = QuotationMarks(in: scalars)
    var sentences: [Sentence] = []
    var start = 0
    for place in scalars.indices {
      let isEnd = (marks.depth[place] == 0 || scalars[place] == "\n") && ends(at: place, from: start, marks)
      guard isEnd || place + 1 == scalars.count else { continue }
      for part in partsWithoutTags(start..<(place + 1)) {
        if let sentence = sentence(part, marks, entities) { sentences.append(sentence) }
      }
      start = place + 1
    }
    return sentences
  }

  /// A heap of hashtags behind a sentence is a sentence of its own.
  private func partsWithoutTags(_ range: Range<Int>) -> [Range<Int>] {
    var place = range.lowerBound
    while let start = scalars[place..<range.upperBound].firstIndex(of: "#") {
      let heap = tags(from: start, to: range.upperBound)
      if heap.count >= Sentence.leastTagHeap {
        return [range.lowerBound..<start, start..<heap.end, heap.end..<range.upperBound].filter {
          !$0.isEmpty
        }
      }
      place = max(heap.end, start + 1)
    }
    return [range]
  }

  /// The hashtags from a place on, with spaces between them.
  private func tags(from start: Int, to end: Int) -> (count: Int, end: Int) {
    var place = start
    var count = 0
    while place < end, scalars[place] == "#" {
      let tag = scalars[(place + 1)..<end].prefix { $0 != " " && $0 != "#" && $0 != "\n" }
      guard !tag.isEmpty else { break }
      count += 1
      place = tag.endIndex
      while place < end, scalars[place] == " " || scalars[place] == "\n" { place += 1 }
    }
    return (count, place)
  }

  /// A sentence ends behind this scalar.
  private func ends(at place: Int, from start: Int, _ marks: QuotationMarks) -> Bool {
    let scalar = scalars[place]
    if scalar == "\n" { return endsLine(at: place) }
    guard place + 1 < scalars.count else { return true }
    let next = scalars[place + 1]
    if Self.continuesEnd(next) { return false }
    var last = place
    while last > start, Self.closes(scalars[last]) { last -= 1 }
    if last < place, marks.depth[last] > 0 { return endsBehindBracket(place, last: scalars[last]) }
    switch scalars[last] {
    case "。", "．", "♪", "‼", "⁉": return true
    case "!", "?": return next == " " || next == "\n" || next.isJapanese || next.isEmoji
    case ".": return (next == " " || next == "\n") && !isAbbreviation(before: last, from: start)
    case "…": return last < place || next == " " || next == "\n"
    default:
      let isEmoji = scalars[place].isEmoji && last == place
      return isEmoji && scalars[start..<place].contains(where: \.isJapanese) && !next.isEmoji
    }
  }

  /// 「なぜ？」と聞いた goes on; "I did." She left. does not. Laughter in brackets ends a sentence.
  private func endsBehindBracket(_ place: Int, last: Unicode.Scalar) -> Bool {
    if "笑泣汗".unicodeScalars.contains(last) { return true }
    guard ".!?".unicodeScalars.contains(last), scalars[place + 1] == " ", place + 2 < scalars.count else {
      return false
    }
    return ScalarSet.upper.contains(scalars[place + 2])
  }

  /// An English sentence may go on in the next line, a Japanese one seldom does.
  private func endsLine(at place: Int) -> Bool {
    guard place + 1 < scalars.count, place > 0 else { return true }
    let next = scalars[place + 1]
    let continues = ScalarSet(ranges: ["a"..."z"]).contains(next) && !scalars[place - 1].isJapanese
    return !continues || Self.isMark(scalars[place - 1])
  }

  /// "Mr. Brown", "e.g. this", "J. Brown", "1. item".
  private func isAbbreviation(before dot: Int, from start: Int) -> Bool {
    var first = dot
    while first > start, scalars[first - 1].isWordScalar || scalars[first - 1] == "." { first -= 1 }
    let word = scalars[first..<dot]
    if word.count == 1, let letter = word.first { return letter.isWordScalar && letter != "I" }
    let text = String(String.UnicodeScalarView(word)).lowercased()
    return ["mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "vs", "etc", "prof", "no", "approx"].contains(text)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", ".", "!", "?", "…", "♪", ",", "、", ";", ":", " ": true
    default: scalar.isEmoji
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "」", "』", "”", "）", ")", "】", "］", "]", "\"", "'": true
    default: false
    }
  }

  private static func continuesEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", ".", "!", "?", "…", "♪", "‼", "⁉": true
    default: closes(scalar)
    }
  }

  private func sentence(_ range: Range<Int>, _ marks: QuotationMarks, _ entities: EntityReader) -> Sentence? {
    var whole = SentenceBuilder()
    var unquoted = SentenceBuilder()
    for place in range {
      whole.append(scalars[place], at: places[place])
      if marks.isQuoted[place] {
        unquoted.appendOnce(PreparedScalars.quote, at: places[place])
      } else {
        unquoted.append(scalars[place], at: places[place])
      }
    }
    guard whole.hasContent else { return nil }
    let end = range.upperBound < places.count ? places[range.upperBound] : places[places.count - 1]
    let text = entities.read(whole.text(end: end))
    let isQuoting = range.contains { marks.isQuoted[$0] }
    return Sentence(
      unquoted: isQuoting ? entities.read(unquoted.text(end: end)) : text, whole: text,
      isTagHeap: text.entities.count { $0.kind == .hashtag } >= Sentence.leastTagHeap,
      isQuoting: isQuoting)
  }
}

/// Where quotations lie in a paragraph.
struct QuotationMarks {
  /// Inside quotation marks, not the marks themselves.
  private(set) var isQuoted: [Bool]
  /// How many brackets and quotation marks are open.
  private(set) var depth: [Int]

  private static func closing(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "「": "」"
    case "『": "』"
    case "“": "”"
    case "\"": "\""
    case "(": ")"
    case "【": "】"
    case "〈": "〉"
    case "《": "》"
    case "«": "»"
    default: nil
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "『", "“", "\"", "«": true
    default: false
    }
  }

  init(in scalars: [Unicode.Scalar]) {
    isQuoted = Array(repeating: false, count: scalars.count)
    depth = Array(repeating: 0, count: scalars.count)
    var open: [(mark: Unicode.Scalar, closing: Unicode.Scalar, place: Int)] = []
    for place in scalars.indices {
      let scalar = scalars[place]
      if let last = open.last, last.closing == scalar {
        open.removeLast()
        close(last.mark, last.place, place)
      } else if let closing = Self.closing(of: scalar), open.count < 20 {
        open.append((scalar, closing, place))
      }
    }
    // A quotation that is never closed goes on to the paragraph's end; another bracket never was one.
    if let last = open.first(where: { $0.mark != "\"" && Self.isQuote($0.mark) }) {
      close(last.mark, last.place, scalars.count)
    }
  }

  private mutating func close(_ mark: Unicode.Scalar, _ start: Int, _ end: Int) {
    for place in start..<end { depth[place] += 1 }
    guard Self.isQuote(mark) else { return }
    for place in (start + 1)..<max(start + 1, end) { isQuoted[place] = true }
  }
}

/// Puts a sentence together.
private struct SentenceBuilder {
  private var scalars: [Unicode.Scalar] = []
  private var places: [TextPlace] = []

  var hasContent: Bool {
    scalars.contains {
      $0.isWordScalar || $0.isJapanese || $0.isEmoji || $0.properties.isAlphabetic || $0 == "\u{10FFF0}"
    }
  }

  mutating func append(_ scalar: Unicode.Scalar, at place: TextPlace) {
    let scalar = scalar == "\n" ? " " : scalar
    if scalar == " ", scalars.last ?? " " == " " { return }
    scalars.append(scalar)
    places.append(place)
  }

  mutating func appendOnce(_ scalar: Unicode.Scalar, at place: TextPlace) {
    if scalars.last != scalar { append(scalar, at: place) }
  }

  func text(end: TextPlace) -> ScalarText {
    var count = scalars.count
    while count > 0, scalars[count - 1] == " " { count -= 1 }
    let kept = Array(scalars[..<count])
    let first = kept.firstIndex { !Self.isMark($0) } ?? count
    let last = kept.lastIndex { !Self.isMark($0) } ?? count - 1
    let ending = count < places.count ? places[count] : end
    return ScalarText(
      scalars: kept, places: Array(places[..<count]) + [ending], words: first..<max(first, last + 1),
      clauseEdges: Self.clauseEdges(of: kept))
  }

  private static func clauseEdges(of scalars: [Unicode.Scalar]) -> [Int] {
    var edges = [0]
    for place in scalars.indices {
      switch scalars[place] {
      case "、", ";", "—", "–": edges.append(place + 1)
      case ",", ":":
        if place + 1 >= scalars.count || !ScalarSet.digits.contains(scalars[place + 1]) {
          edges.append(place + 1)
        }
      default: continue
      }
    }
    edges.append(scalars.count)
    return edges
  }

  /// What stands at the ends of a sentence without being a word of it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "。", "．", ".", "!", "?", "…", "♪", "‼", "⁉", "、", ",", ";", ":", "〜", "・", "(", ")", "「", "」",
      "『", "』", "“",
      "”", "\"", "'", "【", "】", "[", "]":
      true
    default: scalar.isEmoji
    }
  }
}
