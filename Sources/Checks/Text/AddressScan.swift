/// Postal addresses, as far as a house number: 〒 and seven digits, 市区町村 and 番地, a street with its number.
enum AddressScan {
  static func collect(from text: ScalarText, _ words: EnglishWords, into found: inout [Entity]) {
    collectPostcodes(in: text.scalars, into: &found)
    collectJapanese(in: text.scalars, into: &found)
    collectEnglish(in: words.words, into: &found)
  }

  private static func collectPostcodes(in scalars: [Unicode.Scalar], into found: inout [Entity]) {
    for place in scalars.indices where scalars[place] == "〒" {
      let rest = scalars[(place + 1)...].prefix { NumberScan.isDigit($0) || $0 == "-" || $0 == " " }
      if rest.count(where: NumberScan.isDigit) == 7 {
        found.append(Entity(kind: .postcode, range: place..<rest.endIndex))
      }
    }
  }

  private static func isArea(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "市" || scalar == "区" || scalar == "町" || scalar == "村" || scalar == "郡"
  }

  /// A town's or district's name, at most twelve letters, and a house number: 潮見市浜通り5-2-9, 本町三丁目2番地.
  private static func collectJapanese(in scalars: [Unicode.Scalar], into found: inout [Entity]) {
    var place = 0
    while let area = scalars[place...].firstIndex(where: isArea) {
      place = area + 1
      let street = scalars[(area + 1)...].prefix(12).prefix {
        $0.isJapanese && !"、。「」".unicodeScalars.contains($0) && !isKanjiDigit($0)
      }
      guard area > 0,
        ScalarSet.kanji.contains(scalars[area - 1]) || ScalarSet.hiragana.contains(scalars[area - 1]),
        let end = endOfHouseNumber(in: scalars, from: street.endIndex)
      else { continue }
      var start = area
      while start > 0, area - start < 14, isNameScalar(scalars[start - 1]) { start -= 1 }
      found.append(Entity(kind: .address, range: start..<end))
      place = end
    }
  }

  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    ScalarSet.kanji.contains(scalar) || ScalarSet.katakana.contains(scalar)
  }
  private static func isKanjiDigit(_ scalar: Unicode.Scalar) -> Bool {
    "〇一二三四五六七八九十百".unicodeScalars.contains(scalar)
  }

  /// "5-2-9", "3丁目2番地", "12番": more than a bare number.
  private static func endOfHouseNumber(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var place = start
    var isHouse = false
    var groups = 0
    while groups < 5 {
      let digits = scalars[place...].prefix { NumberScan.isDigit($0) || isKanjiDigit($0) }
      guard !digits.isEmpty, digits.count <= 4 else { break }
      groups += 1
      place = digits.endIndex
      let word = ["丁目", "番地の", "番地", "番", "号室", "号"].first {
        scalars[place...].starts(with: $0.unicodeScalars)
      }
      if let word {
        place += word.unicodeScalars.count
        isHouse = true
      } else if place + 1 < scalars.count, scalars[place] == "-", NumberScan.isDigit(scalars[place + 1]) {
        place += 1
        isHouse = true
      } else {
        break
      }
    }
    return isHouse ? place : nil
  }

  private static let streets: Set<String> = [
    "street", "st", "road", "rd", "lane", "ln", "avenue", "ave", "terrace", "close", "drive", "dr", "way",
    "place", "court",
    "square", "row", "crescent", "gardens", "grove", "hill", "mews", "boulevard", "blvd", "walk", "parade",
    "green",
  ]

  /// "5 Shore Terrace": a number, one to three names, and a word for a street.
  private static func collectEnglish(in words: [EnglishWords.Word], into found: inout [Entity]) {
    for (index, number) in words.enumerated() {
      guard let first = number.text.unicodeScalars.first, NumberScan.isDigit(first),
        number.text.utf8.count <= 5
      else { continue }
      let rest = words[(index + 1)...].prefix(4).prefix(while: \.isCapitalised)
      guard let street = rest.dropFirst().first(where: { streets.contains($0.text.lowercased()) }) else {
        continue
      }
      found.append(Entity(kind: .address, range: number.range.lowerBound..<street.range.upperBound))
    }
  }
}

/// The Latin words of a sentence.
struct EnglishWords {
  private(set) var words: [Word] = []

  struct Word {
    let text: String
    let range: Range<Int>
    /// Nothing but a space parts it from the word before.
    let follows: Bool

    var isCapitalised: Bool { text.unicodeScalars.first.map(ScalarSet.upper.contains) ?? false }
  }

  init(in scalars: [Unicode.Scalar]) {
    var place = 0
    while let start = scalars[place...].firstIndex(where: \.isWordScalar) {
      var end = start
      while end < scalars.count,
        scalars[end].isWordScalar
          || (scalars[end] == "'" || scalars[end] == "-") && end + 1 < scalars.count
            && scalars[end + 1].isWordScalar
      { end += 1 }
      let follows =
        words.last.map {
          $0.range.upperBound + 1 == start && scalars[start - 1] == " "
            || $0.range.upperBound + 2 == start && scalars[start - 2] == "."
        } ?? false
      words.append(
        Word(
          text: String(String.UnicodeScalarView(scalars[start..<end])), range: start..<end, follows: follows))
      place = end
    }
  }
}
