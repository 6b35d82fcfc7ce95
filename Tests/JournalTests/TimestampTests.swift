import Journal
import Testing

@Suite struct TimestampTests {
  @Test(
    "Reads RFC 3339 and what people write by hand",
    arguments: [
      ("2026-11-20T21:04:05+09:00", "2026-11-20T21:04:05+09:00"),
      ("2026-11-20T12:04:05Z", "2026-11-20T12:04:05Z"),
      ("2026-11-20t12:04:05z", "2026-11-20T12:04:05Z"),
      ("2026-11-20", "2026-11-20T00:00:00Z"),
      ("2026-11-20 21:04", "2026-11-20T21:04:00Z"),
      ("2026-11-20T21:04", "2026-11-20T21:04:00Z"),
      ("  2026-11-20   21:04:05  ", "2026-11-20T21:04:05Z"),
      ("2026-11-20 21:04:05.123456789 +0900", "2026-11-20T21:04:05+09:00"),
      ("2026-11-20T21:04:05,5-03:30", "2026-11-20T21:04:05-03:30"),
      ("2026-11-20T21:04+09", "2026-11-20T21:04:00+09:00"),
      ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"),
      ("2024-02-29", "2024-02-29T00:00:00Z"),
      ("0000-01-01", "0000-01-01T00:00:00Z"),
      ("9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59-23:59"),
    ])
  func reading(text: String, expected: String) {
    #expect(Timestamp(text)?.rfc3339 == expected)
  }

  @Test(
    "Refuses what is no date",
    arguments: [
      "", "きのう", "2026", "2026-11", "2026-13-01", "2026-02-29", "2026-11-31", "2026-00-10", "26-11-20",
      "2026-11-20T", "2026-11-20T24:00", "2026-11-20T21:60", "2026-11-20T21:04:61", "2026-11-20 21:04 JST",
      "2026-11-20T21:04:05.", "2026-11-20T21:04:05+24:00", "2026-11-20x", "2026/11/20", "２０２６-11-20",
      "2026-11-20T21:04:05+09:00 and more", String(repeating: "1", count: 10_000),
    ])
  func refusing(text: String) {
    #expect(Timestamp(text) == nil)
  }

  @Test("A date without an offset may be given one")
  func assumedOffset() {
    #expect(Timestamp("2026-11-20 21:04", assumedOffset: 32_400)?.rfc3339 == "2026-11-20T21:04:00+09:00")
    #expect(Timestamp("2026-11-20T21:04Z", assumedOffset: 32_400)?.rfc3339 == "2026-11-20T21:04:00Z")
  }

  @Test("Tells the wall clock of its offset")
  func wallClock() {
    let moment = Timestamp(seconds: 1_795_176_240, offset: 32_400)
    #expect(moment.rfc3339 == "2026-11-20T21:04:00+09:00")
    #expect(
      [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second] == [
        2026, 11, 20, 21, 4, 0,
      ])
    #expect(Timestamp(seconds: -1, offset: 0).rfc3339 == "1969-12-31T23:59:59Z")
  }

  @Test("Every value can be written and read again")
  func everyValue() {
    for seconds in [Int64.min, -62_167_219_201, 0, 253_402_300_800, .max] {
      for offset in [Int.min, -86_400, -32_399, -1, 0, 19_800, 86_399, .max] {
        let moment = Timestamp(seconds: seconds, offset: offset)
        #expect(Timestamp(moment.rfc3339) == moment, "\(seconds) \(offset)")
        #expect(!moment.formatted("YYYY GGGG WW DDDD dddd Z").isEmpty)
      }
    }
  }

  @Test("Days follow each other for ten thousand years")
  func everyDay() {
    var previous = Timestamp(seconds: Int64.min, offset: 0)
    #expect((previous.year, previous.month, previous.day) == (0, 1, 1))
    var dayCount = 1
    while previous.seconds + 86_400 <= Timestamp(seconds: Int64.max, offset: 0).seconds {
      let next = Timestamp(seconds: previous.seconds + 86_400, offset: 0)
      let isNext =
        (next.year == previous.year && next.month == previous.month && next.day == previous.day + 1)
        || (next.day == 1
          && (next.month == previous.month + 1 || (next.month == 1 && next.year == previous.year + 1)))
      guard isNext else {
        Issue.record("\(previous.rfc3339) is followed by \(next.rfc3339)")
        return
      }
      previous = next
      dayCount += 1
    }
    #expect(dayCount == 3_652_425)
  }

  @Test("Earlier moments come first, whatever their clocks show")
  func order() throws {
    let tokyo = try #require(Timestamp("2026-11-20T21:00:00+09:00"))
    let london = try #require(Timestamp("2026-11-20T12:30:00Z"))
    #expect(tokyo < london)
    #expect(tokyo != Timestamp("2026-11-20T12:00:00Z"))
  }

  @Test(
    "Writes the patterns of Moment in the entry's language",
    arguments: [
      ("YYYY-MM-DD HH:mm:ss", "2026-01-03 00:05:09", "2026-01-03 00:05:09"),
      ("YYYY年M月D日(ddd)", "2026年1月3日(土)", "2026年1月3日(Sat)"),
      ("dddd, MMMM Do YYYY", "土曜日, 1月 3日 2026", "Saturday, January 3rd 2026"),
      ("ddd D MMM YY", "土 3 1月 26", "Sat 3 Jan 26"),
      ("GGGG-[W]WW d dd DDDD", "2026-W01 6 土 003", "2026-W01 6 Sa 003"),
      ("A h:mm / a hh", "午前 12:05 / 午前 12", "AM 12:05 / am 12"),
      ("[YYYY] YYYY [", "YYYY 2026 [", "YYYY 2026 ["),
      ("H時m分s秒 Z ZZ W", "0時5分9秒 +09:00 +0900 1", "0時5分9秒 +09:00 +0900 1"),
      ("", "", ""), ("日記", "日記", "日記"),
    ])
  func patterns(pattern: String, japanese: String, english: String) throws {
    let moment = try #require(Timestamp("2026-01-03T00:05:09+09:00"))
    #expect(moment.formatted(pattern) == japanese)
    #expect(moment.formatted(pattern, language: .english) == english)
  }

  @Test(
    "Weeks are those of ISO 8601",
    arguments: [
      ("2027-01-01", "2026-W53"), ("2024-12-30", "2025-W01"), ("2021-01-03", "2020-W53"),
      ("2026-11-20", "2026-W47"),
    ])
  func weeks(date: String, week: String) {
    #expect(Timestamp(date)?.formatted("GGGG-[W]WW") == week)
  }

  @Test(
    "Ordinals",
    arguments: [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (13, "13th"), (22, "22nd")])
  func ordinals(day: Int, expected: String) {
    let date = "2026-01-" + (day < 10 ? "0\(day)" : "\(day)")
    #expect(Timestamp(date)?.formatted("Do", language: .english) == expected)
  }
}
