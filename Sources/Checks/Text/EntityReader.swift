/// Finds what has a shape of its own in a sentence.
struct EntityReader: Sendable {
  var alphabet: Alphabet?
  /// What makes a name none (お客さん), read up to the name's end.
  let notPerson: Automaton?

  func read(_ text: ScalarText) -> ScalarText {
    var found: [Entity] = []
    let hasDigits = text.scalars.contains(where: NumberScan.isDigit)
    let words = EnglishWords(in: text.scalars)
    if hasDigits { NumberScan.collect(from: text, into: &found) }
    AddressScan.collect(from: text, words, into: &found)
    TaggedScan.collect(from: text, into: &found)
    var names = PersonScan(text: text, words: words, notPerson: notPerson)
    names.collect(into: &found)
    var text = text
    if let alphabet { text.symbols = text.scalars.map(alphabet.symbol) }
    guard !found.isEmpty else { return text }
    text.entities = found.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return text
  }
}

/// Numbers of telephones, cards and persons.
enum NumberScan {
  static func collect(from text: ScalarText, into found: inout [Entity]) {
    let scalars = text.scalars
    var place = 0
    while let start = scalars[place...].firstIndex(where: { isDigit($0) || $0 == "+" || $0 == "(" }) {
      let run = DigitRun(in: scalars, from: start)
      place = max(run.end, start + 1)
      guard !text.isInsideWord(start), !text.isInsideWord(run.end), !run.isPartOfSomething(in: scalars) else {
        continue
      }
      if let kind = run.kind { found.append(Entity(kind: kind, range: run.start..<run.end)) }
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

/// Groups of digits with one hyphen, space or bracket between them.
struct DigitRun {
  private(set) var start: Int
  private(set) var end: Int
  private(set) var groups: [String] = []
  private var hasPlus = false
  private var hasBracket = false
  private var hasSeparator: Bool { groups.count > 1 }

  init(in scalars: [Unicode.Scalar], from first: Int) {
    start = first
    end = first
    var place = first
    if scalars[place] == "+" {
      hasPlus = true
      place += 1
    }
    while place < scalars.count, groups.count < 8 {
      var next = place
      if !groups.isEmpty, next < scalars.count,
        scalars[next] == "-" || scalars[next] == " " || scalars[next] == ")"
      {
        next += 1
      }
      if next < scalars.count, scalars[next] == " ", next > place { next += 1 }
      if next < scalars.count, scalars[next] == "(" {
        hasBracket = true
        next += 1
      }
      let digits = scalars[next...].prefix { NumberScan.isDigit($0) }
      guard !digits.isEmpty else { break }
      if !groups.isEmpty, next == place { break }
      groups.append(String(String.UnicodeScalarView(digits)))
      place = digits.endIndex
      end = place
    }
    if groups.isEmpty { end = first }
  }

  /// A decimal fraction, a time, a page, an amount.
  func isPartOfSomething(in scalars: [Unicode.Scalar]) -> Bool {
    let joins: Set<Unicode.Scalar> = ["-", ".", ":", "/", "¥", "$", "£", "€", "#"]
    if start > 0, joins.contains(scalars[start - 1]), scalars[start - 1] != ":" && scalars[start - 1] != "/" {
      return true
    }
    if start > 1, scalars[start - 1] == ":" || scalars[start - 1] == "/",
      NumberScan.isDigit(scalars[start - 2])
    {
      return true
    }
    guard end < scalars.count, joins.contains(scalars[end]), end + 1 < scalars.count else { return false }
    return NumberScan.isDigit(scalars[end + 1])
  }

  private var digits: String { groups.joined() }
  private var shape: [Int] { groups.map(\.count) }

  var kind: Entity.Kind? {
    if isCard { return .card }
    if isStateNumber { return .idNumber }
    return isPhone ? .phone : nil
  }

  /// By the Luhn check digit (ISO/IEC 7812-1), for the numbers that card brands give out.
  private var isCard: Bool {
    let shapes = [[4, 4, 4, 4], [4, 6, 5], [16], [15], [4, 6, 4], [4, 4, 4, 4, 3]]
    guard !hasPlus, !hasBracket, shapes.contains(shape), let first = digits.first, "3456".contains(first)
    else { return false }
    return Self.luhnSum(of: digits) % 10 == 0
  }

  private static func luhnSum(of digits: String) -> Int {
    digits.utf8.reversed().enumerated().reduce(0) { sum, item in
      let digit = Int(item.element) - 48
      let doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2
      return sum + (item.offset % 2 == 1 ? doubled : digit)
    }
  }

  /// 個人番号 with its check digit (平成26年総務省令第85号5条), or an American social security number.
  private var isStateNumber: Bool {
    guard !hasPlus, !hasBracket else { return false }
    if shape == [3, 2, 4] {
      return !["000", "666"].contains(groups[0]) && !groups[0].hasPrefix("9") && groups[1] != "00"
    }
    guard shape == [4, 4, 4] || shape == [12] else { return false }
    let values = digits.utf8.map { Int($0) - 48 }
    var sum = 0
    for place in 1...11 {
      let weight = place <= 6 ? place + 1 : place - 5
      sum += values[11 - place] * weight
    }
    let rest = sum % 11
    return values[11] == (rest <= 1 ? 0 : 11 - rest)
  }

  private var isPhone: Bool {
    let count = digits.utf8.count
    let hasShortGroup = groups.contains { $0.utf8.count == 1 }
    guard groups.count <= 5, !hasShortGroup || hasPlus || groups[0] == "1" else { return false }
    if hasPlus { return (9...15).contains(count) }
    guard !isPublicNumber else { return false }
    return isJapanesePhone(count) || isBritishPhone(count) || isAmericanPhone
  }

  /// Free or shared-cost numbers are given out to be called.
  private var isPublicNumber: Bool {
    let area = groups.first == "1" ? groups.dropFirst().first : groups.first
    let areas = ["0120", "0800", "0570", "0990", "0808", "800", "888", "877", "866"]
    return areas.contains(area ?? "") || !hasSeparator && areas.contains(String(digits.prefix(4)))
  }

  private func isJapanesePhone(_ count: Int) -> Bool {
    guard digits.hasPrefix("0"), groups.last?.utf8.count == 4 || !hasSeparator else { return false }
    let isMobile = ["050", "060", "070", "080", "090"].contains { digits.hasPrefix($0) }
    if count == 11 { return isMobile && [[3, 4, 4], [11], [3, 8]].contains(shape) }
    return count == 10 && groups.count == 3 && (2...5).contains(shape[0]) && !digits.hasPrefix("00")
  }

  private func isBritishPhone(_ count: Int) -> Bool {
    guard count == 11, digits.hasPrefix("01") || digits.hasPrefix("02") || digits.hasPrefix("07") else {
      return false
    }
    return [[11], [5, 6], [3, 4, 4], [5, 3, 3], [4, 3, 4], [4, 7]].contains(shape)
  }

  private var isAmericanPhone: Bool {
    let groups = groups.first == "1" ? Array(groups.dropFirst()) : groups
    return groups.map(\.utf8.count) == [3, 3, 4] && hasSeparator && !groups[0].hasPrefix("0")
      && !groups[0].hasPrefix("1")
  }
}

/// Mail addresses, account names and hashtags.
enum TaggedScan {
  static func collect(from text: ScalarText, into found: inout [Entity]) {
    let scalars = text.scalars
    for place in scalars.indices where scalars[place] == "@" || scalars[place] == "#" {
      if scalars[place] == "#" {
        let tag = scalars[(place + 1)...].prefix(while: isTagScalar)
        if !tag.isEmpty, !tag.allSatisfy(NumberScan.isDigit) {
          found.append(Entity(kind: .hashtag, range: place..<tag.endIndex))
        }
      } else if let address = address(around: place, in: scalars) {
        found.append(Entity(kind: .email, range: address))
      } else {
        let name = scalars[(place + 1)...].prefix { $0.isWordScalar }
        let isOpen = place == 0 || !scalars[place - 1].isWordScalar
        if isOpen, name.count >= 3 { found.append(Entity(kind: .account, range: place..<name.endIndex)) }
      }
    }
  }

  private static func isTagScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isWordScalar || (scalar.isJapanese && !"、。「」『』・【】〈〉".unicodeScalars.contains(scalar))
      || scalar == "ー"
  }

  private static func address(around at: Int, in scalars: [Unicode.Scalar]) -> Range<Int>? {
    var start = at
    while start > 0, scalars[start - 1].isASCII,
      scalars[start - 1].isWordScalar || ".+-".unicodeScalars.contains(scalars[start - 1])
    { start -= 1 }
    var end = at + 1
    while end < scalars.count, scalars[end].isASCII,
      scalars[end].isWordScalar || ".-".unicodeScalars.contains(scalars[end])
    { end += 1 }
    while end > at, scalars[end - 1] == "." || scalars[end - 1] == "-" { end -= 1 }
    guard start < at, scalars[(at + 1)..<max(at + 1, end)].contains(".") else { return nil }
    return start..<end
  }
}
