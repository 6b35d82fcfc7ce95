/// Days as English speaks of them.
extension DayWords {
  func englishDay(_ start: WordReader) -> CivilDate? {
    guard !start.isAfterLetter, !start.isAfterDigit else { return nil }
    return dayNumberedBeforeMonth(start) ?? dayByWord(start)
  }

  private func dayByWord(_ start: WordReader) -> CivilDate? {
    var reader = start
    let word = reader.word()
    reader.skipSpaces()
    switch word {
    case "today", "tonight": return base
    case "tomorrow": return base.adding(days: 1)
    case "day": return reader.take("after tomorrow") ? base.adding(days: 2) : nil
    case "this", "next", "coming": return day(word == "next" ? 1 : 0, &reader)
    case "end": return endOf(&reader)
    case "in", "within": return dayAfter(&reader)
    case "weekend": return next(weekday: 6)
    default:
      if let weekday = Self.weekdays.firstIndex(of: word) { return day(named: weekday, &reader) }
      return Self.month(word).flatMap { day(ofMonth: $0, named: word, &reader) }
    }
  }

  /// What follows a weekday: "Friday, December 4" is a date.
  private func day(named weekday: Int, _ reader: inout WordReader) -> CivilDate? {
    _ = reader.take(",")
    reader.skipSpaces()
    if let date = dayNumberedBeforeMonth(reader) { return date }
    let word = reader.word()
    reader.skipSpaces()
    let isDate = reader.next.map { ("0"..."9").contains($0) } ?? false
    let date = isDate ? Self.month(word).flatMap { day(ofMonth: $0, named: word, &reader) } : nil
    return date ?? next(weekday: weekday)
  }

  /// What follows "this" or "next".
  private func day(_ count: Int, _ reader: inout WordReader) -> CivilDate? {
    let word = reader.word()
    switch word {
    case "week": return week(on: count)
    case "month": return month(on: count)
    case "year":
      return count > 0 ? CivilDate(year: base.year + 1, month: 1, day: 1) : date(month: 12, day: 31)
    case "weekend": return date(weeksOn: count, weekday: 6)
    default:
      guard let weekday = Self.weekdays.firstIndex(of: word) else { return nil }
      return count > 0 ? date(weeksOn: count, weekday: weekday) : next(weekday: weekday)
    }
  }

  /// What follows "end": "of the month".
  private func endOf(_ reader: inout WordReader) -> CivilDate? {
    guard reader.take("of ") else { return nil }
    let count = reader.take("next ") ? 1 : 0
    if count == 0 { _ = reader.take(oneOf: ["the ", "this "]) }
    switch reader.word() {
    case "week": return date(weeksOn: count, weekday: 0)
    case "month": return base.adding(months: count).last
    case "year": return CivilDate(year: base.year + count, month: 12, day: 31)
    default: return nil
    }
  }

  /// What follows "in": "3 days", "two weeks", "a month".
  private func dayAfter(_ reader: inout WordReader) -> CivilDate? {
    guard let count = reader.digits() ?? Self.numbers[reader.word()] else { return nil }
    reader.skipSpaces()
    switch reader.word() {
    case "day", "days": return base.adding(days: count)
    case "week", "weeks": return base.adding(days: count * 7)
    case "month", "months": return base.adding(months: count)
    default: return nil
    }
  }

  /// "5 December", "5th of December".
  private func dayNumberedBeforeMonth(_ start: WordReader) -> CivilDate? {
    var reader = start
    guard let day = reader.digits() else { return nil }
    _ = reader.take(oneOf: ["st", "nd", "rd", "th"])
    reader.skipSpaces()
    _ = reader.take("of ")
    return Self.month(reader.word()).flatMap { date(month: $0, day: day, &reader) }
  }

  /// What follows a month's name: "5", "5th". A month alone is due when it begins; "may" and "march" alone are no
  /// months.
  private func day(ofMonth month: Int, named name: String, _ reader: inout WordReader) -> CivilDate? {
    if let day = reader.digits(), day <= 31 {
      _ = reader.take(oneOf: ["st", "nd", "rd", "th"])
      return date(month: month, day: day, &reader)
    }
    guard name.count > 3, name != "march" else { return nil }
    return month == base.month ? base.last : date(month: month, day: 1)
  }

  /// That day in the year that follows, or in the one that is meant.
  private func date(month: Int, day: Int, _ reader: inout WordReader) -> CivilDate? {
    _ = reader.take(",")
    reader.skipSpaces()
    if let year = reader.digits(), year >= 1_000 { return CivilDate(year: year, month: month, day: day) }
    return date(month: month, day: day)
  }

  /// 1 to 12, by the whole name or its first three letters.
  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0 == word || $0.prefix(3) == word }.map { $0 + 1 }
  }

  private static let weekdays = [
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]
  private static let numbers = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10,
  ]
}
