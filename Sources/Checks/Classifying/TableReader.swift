/// Reads a table of weights byte by byte: it has a hundred thousand lines, and nobody waits for it.
struct TableReader {
  private let bytes: [UInt8]
  private var place = 0

  /// A table may hold any figures; no sum of them overflows.
  private static let mostHundredths = 100_000
  private static let tab = UInt8(ascii: "\t")
  private static let lineEnd = UInt8(ascii: "\n")

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place >= bytes.count }
  var isAtComment: Bool { bytes[min(place, bytes.count)...].starts(with: "# ".utf8) }

  mutating func skipLine() {
    while !isAtEnd, bytes[place] != Self.lineEnd { place += 1 }
    place += 1
  }

  /// The cells of a line, as they are.
  mutating func texts() -> [String] {
    let start = min(place, bytes.count)
    skipLine()
    let line = bytes[start..<min(max(start, place - 1), bytes.count)]
    return line.split(separator: Self.tab, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The first cell of a line, up to a tab or the line's end.
  mutating func key() -> GramKey {
    var key = GramKey("")
    let start = place
    while !isAtEnd, bytes[place] != Self.tab, bytes[place] != Self.lineEnd { place += 1 }
    var cell = bytes[start..<place].makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&cell) { key.add(scalar) }
    return key
  }

  /// The other cells, each with a tab before it: figures in hundredths, an empty cell is 0.
  ///
  /// - Returns: how many there are; nil where one is no figure.
  mutating func appendHundredths(to weights: inout [Float]) -> Int? {
    var count = 0
    while !isAtEnd, bytes[place] == Self.tab {
      place += 1
      guard let value = hundredths() else { return nil }
      weights.append(Float(value) / 100)
      count += 1
    }
    place += 1
    return count
  }

  private mutating func hundredths() -> Int? {
    var value = 0
    let isNegative = !isAtEnd && bytes[place] == UInt8(ascii: "-")
    if isNegative { place += 1 }
    while !isAtEnd, bytes[place] != Self.tab, bytes[place] != Self.lineEnd {
      guard case UInt8(ascii: "0")...UInt8(ascii: "9") = bytes[place] else { return nil }
      value = min(value * 10 + Int(bytes[place] - UInt8(ascii: "0")), Self.mostHundredths)
      place += 1
    }
    return isNegative ? -value : value
  }
}
