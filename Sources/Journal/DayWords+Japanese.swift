/// Days as Japanese speaks of them.
extension DayWords {
  func japaneseDay(_ start: WordReader) -> CivilDate? {
    dayNearby(start) ?? dayOfWeek(start) ?? dayOfMonth(start) ?? dayOfYear(start) ?? dayByNumber(start)
      ?? dayAfter(start)
  }

  /// "明日", "あさって". Words in hiragana count where no other hiragana runs into them: not in べんきょう.
  private func dayNearby(_ start: WordReader) -> CivilDate? {
    var reader = start
    if let days = reader.take(Self.kanjiDays) { return base.adding(days: days) }
    guard !reader.isAfterHiragana, let days = reader.take(Self.kanaDays) else { return nil }
    guard let next = reader.next, next.isHiragana else { return base.adding(days: days) }
    return "のはもにかまでとへ".contains(next) ? base.adding(days: days) : nil
  }

  /// "来週", "来週の金曜", "今週末", "次の土曜", "金曜".
  private func dayOfWeek(_ start: WordReader) -> CivilDate? {
    var reader = start
    if let weeks = reader.take(Self.weeks) {
      if reader.take("末") { return date(weeksOn: weeks, weekday: 6) }
      _ = reader.take("の")
      return weekday(&reader).map { date(weeksOn: weeks, weekday: $0) } ?? week(on: weeks)
    }
    if reader.take("週末") { return next(weekday: 6) }
    _ = reader.take(oneOf: ["次の", "つぎの", "今度の", "こんどの"])
    return weekday(&reader).map { next(weekday: $0) }
  }

  /// "来月", "来月5日", "来月の第一土曜", "月末", "12月の第一土曜", "12月".
  private func dayOfMonth(_ start: WordReader) -> CivilDate? {
    var reader = start
    if reader.take("月末") { return base.last }
    if let months = reader.take(Self.months) {
      let first = base.adding(months: months).first
      return day(in: first, &reader) ?? month(on: months)
    }
    guard !reader.isAfterDigit, let number = reader.number(), (1...12).contains(number), reader.take("月"),
      let first = date(month: number, day: 1)
    else { return nil }
    let isThisMonth = number == base.month
    return day(in: isThisMonth ? base.first : first, &reader) ?? (isThisMonth ? base.last : first)
  }

  /// What follows a month: a day of it, or a part.
  private func day(in first: CivilDate, _ reader: inout WordReader) -> CivilDate? {
    _ = reader.take("の")
    if let day = reader.take(Self.partsOfMonth) { return first.adding(days: day - 1) }
    if reader.take(oneOf: ["末", "終わり", "おわり"]) { return first.last }
    if reader.take("第"), let count = reader.number() {
      _ = reader.take("の")
      return weekday(&reader).flatMap { first.nth(count, weekday: $0) }
    }
    guard let day = reader.number(), reader.take("日") else { return nil }
    return dated(CivilDate(year: first.year, month: first.month, day: day))
  }

  /// A date of this year that has long gone by is next year's.
  private func dated(_ date: CivilDate?) -> CivilDate? {
    date.flatMap { $0.year == base.year ? self.date(month: $0.month, day: $0.day) : $0 }
  }

  private func dayOfYear(_ start: WordReader) -> CivilDate? {
    var reader = start
    if reader.take(oneOf: ["年末", "年内", "今年中", "今年"]) { return date(month: 12, day: 31) }
    guard reader.take(oneOf: ["来年", "年明け"]) else { return nil }
    return CivilDate(year: base.year + 1, month: 1, day: 1)
  }

  /// "5日の夜": that day of this month or the next. "3日間" and "2日目" are none.
  private func dayByNumber(_ start: WordReader) -> CivilDate? {
    var reader = start
    guard !reader.isAfterDigit, let day = reader.digits(), (1...31).contains(day), reader.take("日"),
      reader.next.map("の(に、ま".contains) ?? true
    else { return nil }
    let thisMonth = CivilDate(year: base.year, month: base.month, day: day)
    if let thisMonth, day >= base.day { return thisMonth }
    return date(monthsOn: 1, day: day)
  }

  /// "三日後", "2週間後", "1か月以内", "半年後".
  private func dayAfter(_ start: WordReader) -> CivilDate? {
    var reader = start
    guard !reader.isAfterDigit else { return nil }
    if reader.take("半年後") { return base.adding(months: 6) }
    guard let number = reader.number(), let unit = reader.take(Self.units),
      reader.take(oneOf: ["後", "以内", "先", "のうち", "のちに"])
    else { return nil }
    return unit.days.map { base.adding(days: number * $0) } ?? base.adding(months: number * unit.months)
  }

  /// 0 for Sunday.
  private func weekday(_ reader: inout WordReader) -> Int? {
    for (index, name) in ["日", "月", "火", "水", "木", "金", "土"].enumerated() where reader.take(name + "曜") {
      return index
    }
    return nil
  }

  private static let kanjiDays: [(word: String, value: Int)] = [
    ("明後日", 2), ("明日", 1), ("翌日", 1), ("翌朝", 1), ("明朝", 1), ("明晩", 1), ("今日", 0), ("本日", 0),
    ("今夜", 0), ("今晩", 0),
  ]
  private static let kanaDays: [(word: String, value: Int)] = [
    ("あさって", 2), ("あした", 1), ("あす", 1), ("きょう", 0),
  ]
  private static let weeks: [(word: String, value: Int)] = [
    ("再来週", 2), ("さ来週", 2), ("来週", 1), ("翌週", 1), ("今週", 0),
  ]
  private static let months: [(word: String, value: Int)] = [("再来月", 2), ("来月", 1), ("翌月", 1), ("今月", 0)]
  private static let partsOfMonth: [(word: String, value: Int)] = [
    ("上旬", 1), ("はじめ", 1), ("初め", 1), ("頭", 1), ("中旬", 11), ("半ば", 15), ("なかば", 15), ("下旬", 21),
  ]
  private static let units: [(word: String, value: (days: Int?, months: Int))] = [
    ("日", (1, 0)), ("週間", (7, 0)), ("週", (7, 0)), ("か月", (nil, 1)), ("ヶ月", (nil, 1)), ("ヵ月", (nil, 1)),
    ("カ月", (nil, 1)), ("ケ月", (nil, 1)), ("箇月", (nil, 1)), ("年", (nil, 12)),
  ]
}
