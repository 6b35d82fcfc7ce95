/// A moment, and the clock on the wall where it was written down: RFC 3339 to the second, with its offset.
///
/// The wall clock's year is always 0 to 9999, so that every value can be written.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int64
  /// How far the wall clock is ahead of UTC, in seconds: whole minutes, less than a day either way.
  package let offset: Int

  /// Takes the nearest value that can be written: an offset is cut to whole minutes, years end at 9999.
  package init(seconds: Int64, offset: Int) {
    let wholeMinutes = min(max(offset, -Self.largestOffset), Self.largestOffset) / 60 * 60
    let near = min(max(seconds, Self.firstSecond - 86_400), Self.lastSecond + 86_400)
    let local = min(max(near + Int64(wholeMinutes), Self.firstSecond), Self.lastSecond)
    self.seconds = local - Int64(wholeMinutes)
    self.offset = wholeMinutes
  }

  /// 23:59, the largest offset that RFC 3339 can write.
  private static let largestOffset = 86_340
  /// 0000-01-01T00:00:00 and 9999-12-31T23:59:59.
  private static let firstSecond: Int64 = -62_167_219_200
  private static let lastSecond: Int64 = 253_402_300_799

  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    (left.seconds, left.offset) < (right.seconds, right.offset)
  }
}

// MARK: - The wall clock

extension Timestamp {
  package var year: Int { civilDate.year }
  /// 1 to 12.
  package var month: Int { civilDate.month }
  /// 1 to 31.
  package var day: Int { civilDate.day }
  package var hour: Int { secondOfDay / 3_600 }
  package var minute: Int { secondOfDay / 60 % 60 }
  package var second: Int { secondOfDay % 60 }

  /// Days from 1970-01-01 to the wall clock's date: what two moments of one day share.
  package var dayNumber: Int {
    let local = seconds + Int64(offset)
    return Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  var civilDate: CivilDate { CivilDate(daysSinceEpoch: Int64(dayNumber)) }

  private var secondOfDay: Int {
    Int(seconds + Int64(offset) - Int64(dayNumber) * 86_400)
  }
}

// MARK: - As text

extension Timestamp {
  /// As "2026-11-20T21:04:05+09:00"; UTC is written "Z".
  package var rfc3339: String {
    let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    let time = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    return "\(date)T\(time)\(offset == 0 ? "Z" : offsetText(":"))"
  }

  /// The offset as "+09:00", with what stands between hours and minutes.
  func offsetText(_ separator: String) -> String {
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2))\(separator)\(padded(minutes % 60, 2))"
  }

  /// A whole number of at least `width` digits.
  func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Reads RFC 3339 and what people write by hand: "2026-11-20", "2026-11-20 21:04", seconds and offset
  /// optional, a fraction of a second passed over.
  ///
  /// - Parameter assumedOffset: the offset where the text names none.
  package init?(_ text: String, assumedOffset: Int = 0) {
    var reader = TimestampReader(text)
    guard let date = reader.date() else { return nil }
    var secondOfDay = 0
    var offset = assumedOffset
    if !reader.isAtEnd {
      guard let time = reader.time() else { return nil }
      secondOfDay = time
    }
    if !reader.isAtEnd {
      guard let written = reader.offset() else { return nil }
      offset = written
    }
    guard reader.isAtEnd else { return nil }
    let wholeMinutes = Timestamp(seconds: 0, offset: offset).offset
    let local = date.daysSinceEpoch * 86_400 + Int64(secondOfDay)
    self.init(seconds: local - Int64(wholeMinutes), offset: wholeMinutes)
  }
}

/// Reads the parts of a timestamp off the front of a text.
private struct TimestampReader {
  private var rest: ArraySlice<UInt8>

  init(_ text: String) {
    rest = Array(text.utf8.prefix(Self.longestText))[...]
    while rest.first == .space { rest.removeFirst() }
    while rest.last == .space { rest.removeLast() }
  }

  /// Longer than any timestamp with a fraction that a program writes, in bytes.
  private static let longestText = 80

  var isAtEnd: Bool { rest.isEmpty }

  mutating func date() -> CivilDate? {
    guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
      let day = number(digits: 2)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// Seconds since midnight. A leap second counts as the second before it.
  mutating func time() -> Int? {
    guard take("T") || take("t") || take(" ") else { return nil }
    while take(" ") {}
    guard let hour = number(digits: 2), hour < 24, take(":"), let minute = number(digits: 2), minute < 60
    else { return nil }
    guard take(":") else { return hour * 3_600 + minute * 60 }
    guard let second = number(digits: 2), second <= 60 else { return nil }
    if take(".") || take(",") {
      guard number(digits: 1) != nil else { return nil }
      while number(digits: 1) != nil {}
    }
    return hour * 3_600 + minute * 60 + min(second, 59)
  }

  /// Seconds east of UTC.
  mutating func offset() -> Int? {
    while take(" ") {}
    if take("Z") || take("z") { return 0 }
    let isWest = take("-")
    guard isWest || take("+"), let hours = number(digits: 2), hours < 24 else { return nil }
    var minutes = 0
    if !isAtEnd {
      _ = take(":")
      guard let written = number(digits: 2), written < 60 else { return nil }
      minutes = written
    }
    let seconds = hours * 3_600 + minutes * 60
    return isWest ? -seconds : seconds
  }

  private mutating func number(digits: Int) -> Int? {
    let head = rest.prefix(digits)
    guard head.count == digits, head.allSatisfy({ (48...57).contains($0) }) else { return nil }
    rest.removeFirst(digits)
    return head.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: scalar) else { return false }
    rest.removeFirst()
    return true
  }
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
}
