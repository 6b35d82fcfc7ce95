package import Journal

#if canImport(Glibc)
  internal import Glibc
#endif

/// The classifiers of one language: how much each gram speaks for or against, in a text as a whole and in one of its
/// sentences. docs/decisions/014 says why they are learned, and how.
///
/// A classifier's sum is in logits (0 is even odds): the weights of the grams that are anywhere in the text, each
/// once, and those of the sentence that speaks for it most.
package struct Classifiers: Sendable {
  let language: Language
  /// In the order of the columns.
  let names: [String]
  private var rows: [GramKey: Int32] = [:]
  /// Row by row: the weights in the text, then those in a sentence.
  private var weights: [Float] = []

  /// - Parameter table: lines of cells between tabs: the gram, then for each classifier its weights in the text and in
  ///   a sentence, in hundredths; an empty cell is 0. The first line has the classifiers' names, above both cells.
  ///   Lines that begin with "# " say something to readers.
  /// - Returns: nil where it is no such table.
  package init?(table: String, _ language: Language) {
    var reader = TableReader(Array(table.utf8))
    while reader.isAtComment { reader.skipLine() }
    let columns = reader.texts()
    self.language = language
    names = columns.dropFirst().filter { !$0.isEmpty }
    guard !names.isEmpty, columns.count == 1 + 2 * names.count else { return nil }
    let usualRows = table.utf8.count / Self.usualRowLength
    rows.reserveCapacity(usualRows)
    weights.reserveCapacity(usualRows * width)
    while !reader.isAtEnd {
      guard rows.updateValue(Int32(rows.count), forKey: reader.key()) == nil,
        reader.appendHundredths(to: &weights) == width
      else { return nil }
    }
  }

  /// The classifiers of each language, from files named after it ("ja.tsv"). A file that is no table is left out.
  package static func byLanguage(_ files: [(path: String, text: String)]) -> [Language: Classifiers] {
    files.reduce(into: [:]) { found, file in
      let name = file.path.split(separator: "/").last?.split(separator: ".").first ?? ""
      guard let language = Language(rawValue: String(name)) else { return }
      found[language] = Classifiers(table: file.text, language)
    }
  }

  /// In bytes, of our own tables.
  private static let usualRowLength = 36

  /// Weights in a row.
  private var width: Int { 2 * names.count }

  func grams(of sentence: Sentence) -> SentenceGrams {
    let tokens = SentenceTokens(sentence, language)
    var found: [Int32] = []
    tokens.forEachGram { key, _ in
      if let row = rows[key] { found.append(row) }
    }
    found.sort()
    let once = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
    return SentenceGrams(rows: once, length: tokens.count)
  }

  /// What the classifiers make of a text.
  func classification(of sentences: [SentenceGrams], kind: Kind?) -> Classification {
    let kinds = rows(ofFacts: [(kind ?? .free).rawValue])
    let always = kinds + rows(ofFacts: ["any"])
    var best = [Float](repeating: -.infinity, count: names.count)
    var result = Classification(sums: best, sentences: Array(repeating: nil, count: names.count))
    for (number, sentence) in sentences.enumerated() {
      var sums = [Float](repeating: 0, count: names.count)
      for row in always + rows(ofFacts: Self.places(of: number, in: sentences.count)) + sentence.rows {
        add(row, .sentence, to: &sums)
      }
      for name in names.indices where sums[name] > best[name] {
        best[name] = sums[name]
        result.sentences[name] = number
      }
    }
    let text = textSums(of: sentences, kinds)
    let length = lengthSums(of: sentences.count)
    result.sums = names.indices.map { text[$0] + best[$0] + length[$0] }
    return result
  }

  /// The best of many sentences is better by chance than the best of a few; and in one or two there is little that can
  /// speak for anything.
  private func lengthSums(of sentences: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: names.count)
    for row in rows(ofFacts: ["longer"]) { add(row, .sentence, to: &sums) }
    let longer = Self.longer(sentences)
    sums = sums.map { $0 * longer }
    for row in rows(ofFacts: sentences == 1 ? ["one"] : sentences == 2 ? ["two"] : []) {
      add(row, .sentence, to: &sums)
    }
    return sums
  }

  /// Each row counts once, however often its gram is there. In a long text everything is there somewhere: its sums are
  /// weakened by the square root of its length.
  private func textSums(of sentences: [SentenceGrams], _ facts: [Int32]) -> [Float] {
    var sums = [Float](repeating: 0, count: names.count)
    var isCounted = [Bool](repeating: false, count: rows.count)
    for list in [facts] + sentences.map(\.rows) {
      for row in list where !isCounted[Int(row)] {
        isCounted[Int(row)] = true
        add(row, .text, to: &sums)
      }
    }
    let length = sentences.reduce(0) { $0 + $1.length }
    let stretch = (Float(max(length, shortText)) / Float(shortText)).squareRoot()
    return sums.map { $0 / stretch }
  }

  /// In tokens; scripts/learn.py learns with the same figures.
  private var shortText: Int { language == .japanese ? 300 : 120 }

  /// How much better the best of so many sentences is by chance than the best of a few.
  private static func longer(_ sentences: Int) -> Float { log(max(1, Float(sentences) / 8)) }

  private enum Column: Int {
    case text, sentence
  }

  private func add(_ row: Int32, _ column: Column, to sums: inout [Float]) {
    let start = Int(row) * width + column.rawValue
    for name in names.indices { sums[name] += weights[start + 2 * name] }
  }

  /// What a gram weighs for one classifier; nil for one that nobody weighed.
  func weights(of key: GramKey, _ classifier: Int) -> (text: Float, sentence: Float)? {
    rows[key].map { row in
      let start = Int(row) * width + 2 * classifier
      return (weights[start], weights[start + 1])
    }
  }

  private func rows(ofFacts facts: [String]) -> [Int32] { facts.compactMap { rows[.fact($0)] } }

  /// What is known of a sentence by where it stands: of the first two and the last two.
  static func places(of number: Int, in count: Int) -> [String] {
    (number < 2 ? ["first"] : []) + (number >= count - 2 ? ["last"] : [])
  }
}

/// A sentence as tables of weights know it.
struct SentenceGrams: Sendable {
  /// Those of its grams that weigh something, each once.
  let rows: [Int32]
  /// In tokens.
  let length: Int
}

/// What classifiers make of a text.
struct Classification {
  /// By classifier, in logits.
  fileprivate(set) var sums: [Float]
  /// By classifier: which sentence speaks for it most; nil in a text without sentences.
  fileprivate(set) var sentences: [Int?]
}
