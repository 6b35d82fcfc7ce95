/// The ASCII form of domain names in other scripts (Punycode, RFC 3492), as far as their length goes.
enum InternationalDomain {
  /// The scalars of the domain's ASCII form; nil where a label is empty or has more than 63 there.
  static func asciiLength(of domain: some Collection<Unicode.Scalar>) -> Int? {
    var length = -1
    for label in domain.split(separator: ".", omittingEmptySubsequences: false) {
      guard let labelLength = asciiLength(ofLabel: Array(label)) else { return nil }
      length += 1 + labelLength
    }
    return length
  }

  private static let longestLabel = 63

  /// Japanese full stops part a label in its ASCII form, and yet it counts as one.
  private static func asciiLength(ofLabel label: [Unicode.Scalar]) -> Int? {
    // Every scalar takes a digit at least.
    guard label.count <= longestLabel else { return nil }
    let parts = label.split(omittingEmptySubsequences: false) {
      "\u{3002}\u{FF0E}\u{FF61}".unicodeScalars.contains($0)
    }
    let length = parts.reduce(parts.count - 1) { $0 + encodedLength(of: $1) }
    return (1...longestLabel).contains(length) ? length : nil
  }

  private static func encodedLength(of part: some Collection<Unicode.Scalar>) -> Int {
    let basicCount = part.count { $0.isASCII }
    guard basicCount < part.count else { return basicCount }
    let mark = 4
    return mark + basicCount + (basicCount > 0 ? 1 : 0) + digitCount(of: part, basicCount: basicCount)
  }

  /// The digits of the deltas that tell where each scalar goes (RFC 3492, 6.3).
  private static func digitCount(of part: some Collection<Unicode.Scalar>, basicCount: Int) -> Int {
    var count = 0
    var delta = 0
    var handled = basicCount
    var bias = 72
    var least = 0x80
    let values = part.map { Int($0.value) }
    for value in Set(values).sorted() where value >= 0x80 {
      delta += (value - least) * (handled + 1)
      least = value
      for other in values {
        if other < value { delta += 1 }
        guard other == value else { continue }
        count += digitCount(of: delta, bias: bias)
        bias = adapted(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      least += 1
    }
    return count
  }

  private static func digitCount(of delta: Int, bias: Int) -> Int {
    var rest = delta
    var count = 1
    var step = 36
    while true {
      let threshold = min(max(step - bias, 1), 26)
      guard rest >= threshold else { return count }
      rest = (rest - threshold) / (36 - threshold)
      count += 1
      step += 36
    }
  }

  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
