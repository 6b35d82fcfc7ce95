internal import Journal

/// A sentence as classifiers read it: letters where words are not set apart (Japanese), words and marks elsewhere.
///
/// Letters are small, every digit is 0; a quotation, a web address and what is recognised by its shape (a telephone
/// number) are one token each, whatever stands in them.
struct SentenceTokens {
  /// The tokens one after the other, English ones with a space between them.
  private(set) var scalars: [Unicode.Scalar] = []
  private var ranges: [Range<Int>] = []
  private let language: Language
  /// Nobody reads a heap of hashtags as a sentence: its grams are told apart from all others.
  private let start: GramKey

  private static let tagHeap = "tags|"

  var count: Int { ranges.count }

  /// The longest gram, in tokens: a letter alone tells little, a word much.
  private var longest: Int { language == .japanese ? 4 : 3 }

  init(_ sentence: Sentence, _ language: Language) {
    self.language = language
    start = GramKey(sentence.isTagHeap ? Self.tagHeap : "")
    let text = sentence.unquoted
    append("^".unicodeScalars)
    var place = 0
    while place < text.scalars.count {
      let entity = text.entities.first {
        $0.range.lowerBound == place && !$0.range.isEmpty && $0.kind != .hashtag
      }
      if let entity {
        append("{\(entity.kind.rawValue)}".unicodeScalars)
        place = entity.range.upperBound
      } else {
        place = appendToken(of: text.scalars, at: place)
      }
    }
    append("$".unicodeScalars)
  }

  /// Visits every gram, with where it stands in `scalars`.
  func forEachGram(_ visit: (GramKey, Range<Int>) -> Void) {
    for first in ranges.indices {
      var key = start
      for last in first..<min(first + longest, ranges.count) {
        if last > first, language != .japanese { key.add(" ") }
        for place in ranges[last] { key.add(scalars[place]) }
        visit(key, ranges[first].lowerBound..<ranges[last].upperBound)
      }
    }
  }

  /// A gram as tables of weights have it.
  func text(of gram: Range<Int>) -> String {
    (start == GramKey("") ? "" : Self.tagHeap) + String(String.UnicodeScalarView(scalars[gram]))
  }

  /// - Returns: where the next token begins.
  private mutating func appendToken(of scalars: [Unicode.Scalar], at place: Int) -> Int {
    switch scalars[place] {
    case " ": return place + 1
    case PreparedScalars.quote: append("{quote}".unicodeScalars)
    case PreparedScalars.webAddress: append("{url}".unicodeScalars)
    case PreparedScalars.code: append("{code}".unicodeScalars)
    default:
      let word = scalars[place...].prefix(while: Self.isWord)
      let token = language == .japanese || word.isEmpty ? scalars[place...place] : word
      append(token.map(Self.folded))
      return token.endIndex
    }
    return place + 1
  }

  private mutating func append(_ token: some Sequence<Unicode.Scalar>) {
    if language != .japanese, !scalars.isEmpty { scalars.append(" ") }
    let first = scalars.count
    scalars += token
    ranges.append(first..<scalars.count)
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isWordScalar || scalar == "'" }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value + 0x20))
    case "0"..."9": "0"
    default: scalar
    }
  }
}
