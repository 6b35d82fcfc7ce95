extension Timestamp {
  /// The wall clock in a pattern of Moment.js, as Obsidian's core templates use it: "YYYY-MM-DD (ddd)".
  ///
  /// Knows YYYY YY GGGG MMMM MMM MM M DDDD DD Do D dddd ddd dd d WW W HH H hh h mm m ss s A a ZZ Z; what
  /// stands in square brackets, and everything else, is written as it is.
  package func formatted(_ pattern: String, language: Language = .japanese) -> String {
    var result = ""
    var rest = pattern[...]
    while let first = rest.first {
      if first == "[", let end = rest.firstIndex(of: "]") {
        result += rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      } else if let token = Self.tokens.first(where: { rest.hasPrefix($0) }) {
        result += value(of: token, language: language)
        rest = rest.dropFirst(token.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// Longer ones first, so that the first that fits is the longest.
  private static let tokens = [
    "YYYY", "GGGG", "MMMM", "DDDD", "dddd", "MMM", "ddd", "YY", "MM", "DD", "Do", "dd", "WW", "HH",
    "hh", "mm", "ss", "ZZ", "M", "D", "d", "W", "H", "h", "m", "s", "A", "a", "Z",
  ]

  private func value(of token: String, language: Language) -> String {
    switch token {
    case "HH": padded(hour, 2)
    case "H": String(hour)
    case "hh": padded((hour + 11) % 12 + 1, 2)
    case "h": String((hour + 11) % 12 + 1)
    case "mm": padded(minute, 2)
    case "m": String(minute)
    case "ss": padded(second, 2)
    case "s": String(second)
    case "A", "a": CalendarNames(language).half(ofHour: hour, isCapital: token == "A")
    case "ZZ": offsetText("")
    case "Z": offsetText(":")
    default: dateValue(of: token, names: CalendarNames(language))
    }
  }

  private func dateValue(of token: String, names: CalendarNames) -> String {
    let date = civilDate
    return switch token {
    case "YYYY": padded(date.year, 4)
    case "YY": padded(date.year % 100, 2)
    case "GGGG": padded(date.isoWeek.year, 4)
    case "MMMM": names.month(date.month)
    case "MMM": names.shortMonth(date.month)
    case "MM": padded(date.month, 2)
    case "M": String(date.month)
    case "DDDD": padded(date.dayOfYear, 3)
    case "DD": padded(date.day, 2)
    case "Do": names.ordinal(ofDay: date.day)
    case "D": String(date.day)
    case "dddd": names.weekday(date.weekday)
    case "ddd": names.shortWeekday(date.weekday)
    case "dd": names.shortestWeekday(date.weekday)
    case "d": String(date.weekday)
    case "WW": padded(date.isoWeek.week, 2)
    case "W": String(date.isoWeek.week)
    default: token
    }
  }
}

/// What months and days are called in a language; the names are those of Moment.js.
private struct CalendarNames {
  private let language: Language

  init(_ language: Language) {
    self.language = language
  }

  func month(_ month: Int) -> String {
    language == .japanese ? "\(month)月" : Self.months[month - 1]
  }

  func shortMonth(_ month: Int) -> String {
    language == .japanese ? "\(month)月" : String(Self.months[month - 1].prefix(3))
  }

  func weekday(_ weekday: Int) -> String {
    language == .japanese ? Self.kanjiWeekdays[weekday] + "曜日" : Self.weekdays[weekday]
  }

  func shortWeekday(_ weekday: Int) -> String {
    language == .japanese ? Self.kanjiWeekdays[weekday] : String(Self.weekdays[weekday].prefix(3))
  }

  func shortestWeekday(_ weekday: Int) -> String {
    language == .japanese ? Self.kanjiWeekdays[weekday] : String(Self.weekdays[weekday].prefix(2))
  }

  func half(ofHour hour: Int, isCapital: Bool) -> String {
    switch (language, isCapital) {
    case (.japanese, _): hour < 12 ? "午前" : "午後"
    case (.english, true): hour < 12 ? "AM" : "PM"
    case (.english, false): hour < 12 ? "am" : "pm"
    }
  }

  func ordinal(ofDay day: Int) -> String {
    if language == .japanese { return "\(day)日" }
    switch (day / 10, day % 10) {
    case (1, _): return "\(day)th"
    case (_, 1): return "\(day)st"
    case (_, 2): return "\(day)nd"
    case (_, 3): return "\(day)rd"
    default: return "\(day)th"
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  private static let kanjiWeekdays = ["日", "月", "火", "水", "木", "金", "土"]
}
