internal import Typography

/// The rows of a card in letters of some size, in pixels.
struct CardLayout: Equatable {
  struct Row: Equatable {
    let text: String
    /// From the block's top to the row's.
    let top: Int
    let width: Int

    /// The left half of a Japanese bracket is empty; without it, its row begins where the others do.
    var beginsWithBracket: Bool { text.first.map { "「『（【［〈《〔".contains($0) } ?? false }
  }

  private(set) var rows: [Row] = []
  /// Of the whole block.
  private(set) var height = 0
  /// How many rows begin inside a phrase.
  private(set) var cuts = 0
  /// Of the letters.
  let size: Int

  init(_ text: String, size: Int, width: Int) {
    self.size = size
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard line.contains(where: { !$0.isWhitespace }) else {
        height += size * 4 / 5
        continue
      }
      let phrases = PhraseRows(String(line), width: width * EmWidths.em / size)
      cuts += phrases.cuts
      for row in phrases.rows {
        let width = (row.width * size + EmWidths.em - 1) / EmWidths.em
        rows.append(Row(text: row.text, top: height, width: width))
        height += Self.rowHeight(size)
      }
    }
  }

  /// From a row's top to the next one's. Japanese wants more room between rows than English does.
  private static func rowHeight(_ size: Int) -> Int { size * 8 / 5 }

  /// From a row's top to the line that its letters stand on.
  var baseline: Int { size * 6 / 5 }
}

extension CardLayout {
  /// Sizes of letters on a picture of a width of 1,080, which a telephone shows about 390 points wide: 40 are 14 points
  /// there. Below `comfortable`, a phrase is rather cut.
  private static let sizes = stride(from: 96, through: smallestLegible, by: -4)
  private static let comfortable = 64
  static let smallestLegible = 40

  /// The cards of one draft in letters of one size: the largest in which all fit and as few phrases as can be are cut.
  /// Texts that are too long for letters that can be read get smaller ones: they are never cut off.
  ///
  /// - Parameters:
  ///   - width: of a row, in pixels.
  ///   - height: of all rows of a card, in pixels.
  static func cards(_ texts: [String], in canvas: PictureCanvas, width: Int, height: Int) -> [CardLayout] {
    var best: [CardLayout]?
    for size in sizes where best == nil || size >= comfortable {
      let cards = texts.map { CardLayout($0, size: canvas.scaled(size), width: width) }
      guard cards.allSatisfy({ $0.height <= height }) else { continue }
      if best.map({ cards.cuts < $0.cuts }) ?? true { best = cards }
    }
    var size = canvas.scaled(smallestLegible)
    while best == nil {
      size = max(1, size * 9 / 10)
      let cards = texts.map { CardLayout($0, size: size, width: width) }
      if size == 1 || cards.allSatisfy({ $0.height <= height }) { best = cards }
    }
    return best ?? []
  }
}

extension [CardLayout] {
  fileprivate var cuts: Int { reduce(0) { $0 + $1.cuts } }
}
