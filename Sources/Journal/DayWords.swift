/// Finds the day that a writer's words speak of: "11月15日の夜", "来週の金曜", "by Friday", "2026-12-01".
///
/// The first words that name a day decide. A stretch of time that has not begun, as "来月", is due when it begins;
/// one that has begun, as "今月中", when it ends.
struct DayWords: Sendable {
  /// The day on which the words were written.
  let base: CivilDate

  /// How much of a text is looked at, in graphemes.
  private static let longestText = 500

  /// Nil where the words name no day, or one that the calendar does not have.
  func day(in text: String) -> CivilDate? {
    let characters = text.prefix(Self.longestText).map(\.foldedToASCII)
    for start in characters.indices {
      let reader = WordReader(characters, at: start)
      if let day = numericDay(reader) ?? japaneseDay(reader) ?? englishDay(reader) { return day }
    }
    return nil
  }

  /// "2026-12-01", "2026/12/1", "2026年12月1日", "12/1".
  private func numericDay(_ start: WordReader) -> CivilDate? {
    var reader = start
    guard !reader.isAfterDigit, let first = reader.digits() else { return nil }
    if first >= 1_000, reader.take(oneOf: ["-", "/", ".", "年"]) {
      guard let month = reader.digits(), reader.take(oneOf: ["-", "/", ".", "月"]), let day = reader.digits()
      else { return nil }
      return CivilDate(year: first, month: month, day: day)
    }
    guard reader.take("/"), let day = reader.digits(), !reader.take("/") else { return nil }
    return date(month: first, day: day)
  }
}

extension DayWords {
  /// How far before the day of writing a date without a year may lie; one further back is next year's.
  private static let backwardDays: Int64 = 60

  /// That day of the year that is meant by somebody who doesn't say it.
  func date(month: Int, day: Int) -> CivilDate? {
    guard let date = CivilDate(year: base.year, month: month, day: day) else {
      return CivilDate(year: base.year + 1, month: month, day: day)
    }
    let isFarBack = date.daysSinceEpoch < base.daysSinceEpoch - Self.backwardDays
    return isFarBack ? CivilDate(year: base.year + 1, month: month, day: day) : date
  }

  /// A day of the month so many months on: 1 is next month.
  func date(monthsOn count: Int, day: Int) -> CivilDate? {
    let first = base.adding(months: count).first
    return CivilDate(year: first.year, month: first.month, day: day)
  }

  /// A weekday of the week so many weeks on. Weeks begin on Monday.
  ///
  /// - Parameter weekday: 0 for Sunday.
  func date(weeksOn count: Int, weekday: Int) -> CivilDate {
    base.monday.adding(days: count * 7 + (weekday + 6) % 7)
  }

  /// The next day after the day of writing with that weekday.
  func next(weekday: Int) -> CivilDate {
    base.adding(days: (weekday - base.weekday + 6) % 7 + 1)
  }

  /// The week so many weeks on, as a stretch of time.
  func week(on count: Int) -> CivilDate {
    count > 0 ? base.monday.adding(days: count * 7) : date(weeksOn: 0, weekday: 0)
  }

  /// The month so many months on, as a stretch of time.
  func month(on count: Int) -> CivilDate {
    count > 0 ? base.adding(months: count).first : base.last
  }
}

extension CivilDate {
  func adding(days: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + Int64(days))
  }

  /// The same day of a later month, or that month's last.
  func adding(months: Int) -> CivilDate {
    let index = year * 12 + month - 1 + months
    let dates = (1...day).reversed().lazy.compactMap {
      CivilDate(year: index / 12, month: index % 12 + 1, day: $0)
    }
    return dates.first ?? self
  }

  /// The first day of the month.
  var first: CivilDate { adding(days: 1 - day) }
  /// The last day of the month.
  var last: CivilDate { first.adding(days: 31).first.adding(days: -1) }
  /// The first day of the week.
  var monday: CivilDate { adding(days: -((weekday + 6) % 7)) }

  /// The nth such weekday of the month, from 1.
  func nth(_ count: Int, weekday: Int) -> CivilDate? {
    let date = first.adding(days: (weekday - first.weekday + 7) % 7 + (count - 1) * 7)
    return date.month == month && count > 0 ? date : nil
  }
}

extension Character {
  /// Full-width digits, letters and marks as those of ASCII, and letters in lower case.
  fileprivate var foldedToASCII: Character {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
    let plain = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
    return ("A"..."Z").contains(plain)
      ? Character(Unicode.Scalar(plain.value + 32) ?? plain) : Character(plain)
  }
}
