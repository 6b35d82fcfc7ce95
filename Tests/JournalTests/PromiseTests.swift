import Journal
import Testing

/// When promises are due, by their words: the entries here are of Friday, 2026-11-20.
@Suite struct PromiseTests {
  private func promise(_ step: String?, due: String? = nil, date: String? = "2026-11-20T21:00:00+09:00")
    -> Promise?
  {
    var metadata = EntryMetadata()
    metadata.date = date.flatMap { Timestamp($0) }
    metadata.nextStep = step
    metadata.nextDue = due
    return Promise(EntrySummary(path: "2026/a.md", metadata: metadata))
  }

  private func due(_ words: String) -> String? {
    (promise("x", due: words)?.dueDay).map {
      Timestamp(seconds: Int64($0) * 86_400, offset: 0).formatted("YYYY-MM-DD")
    }
  }

  @Test(
    "Dates in figures",
    arguments: [
      ("2026-12-01", "2026-12-01"), ("2026/12/1 の夜", "2026-12-01"), ("2027年1月5日に", "2027-01-05"),
      ("12/1", "2026-12-01"), ("１２／１までに", "2026-12-01"), ("11月23日（月）までに", "2026-11-23"),
      ("1月5日", "2027-01-05"), ("11月18日", "2026-11-18"), ("12月の第一土曜、朝6時に", "2026-12-05"),
      ("12月", "2026-12-01"),
      ("5日の夜", "2026-12-05"), ("25日までに", "2026-11-25"), ("十二月三日", "2026-12-03"), ("20日に", "2026-11-20"),
      ("2026年12月に", "2026-12-01"), ("11月", "2026-11-30"),
    ])
  func figures(words: String, day: String) {
    #expect(due(words) == day)
  }

  @Test(
    "Japanese words",
    arguments: [
      ("今日の18時に", "2026-11-20"), ("きょうの12時に、ここで", "2026-11-20"), ("明日の朝いちばんに", "2026-11-21"),
      ("あした、", "2026-11-21"), ("あさって", "2026-11-22"), ("明後日まで", "2026-11-22"), ("来週", "2026-11-23"),
      ("来週の金曜", "2026-11-27"), ("再来週の月曜日", "2026-11-30"), ("今週の金曜の昼休み", "2026-11-20"),
      ("今週中", "2026-11-22"), ("金曜の昼", "2026-11-27"), ("次の土曜", "2026-11-21"), ("今度の日曜", "2026-11-22"),
      ("週末に", "2026-11-21"), ("来週末", "2026-11-28"), ("来月", "2026-12-01"), ("来月5日の夜", "2026-12-05"),
      ("来月の第二水曜", "2026-12-09"), ("今月中に", "2026-11-30"), ("月末まで", "2026-11-30"), ("来月末", "2026-12-31"),
      ("来月中旬", "2026-12-11"), ("3日後", "2026-11-23"), ("二週間以内に", "2026-12-04"), ("1か月後", "2026-12-20"),
      ("半年後", "2027-05-20"), ("年内", "2026-12-31"), ("来年", "2027-01-01"), ("毎週月曜", "2026-11-23"),
    ])
  func japanese(words: String, day: String) {
    #expect(due(words) == day)
  }

  @Test(
    "English words",
    arguments: [
      ("today at six", "2026-11-20"), ("Tomorrow morning", "2026-11-21"),
      ("the day after tomorrow", "2026-11-22"),
      ("next week", "2026-11-23"), ("next Friday", "2026-11-27"), ("this Saturday", "2026-11-21"),
      ("On Wednesday I'll", "2026-11-25"), ("by Friday", "2026-11-27"), ("next month", "2026-12-01"),
      ("this week", "2026-11-22"), ("by the end of the month", "2026-11-30"),
      ("at the end of next month", "2026-12-31"),
      ("in three days", "2026-11-23"), ("within 2 weeks", "2026-12-04"), ("in a month", "2026-12-20"),
      ("December 4", "2026-12-04"), ("Friday, December 4", "2026-12-04"), ("Friday 4 December", "2026-12-04"),
      ("Friday, in the hall", "2026-11-27"), ("4th of December", "2026-12-04"),
      ("Dec 4, 2027", "2027-12-04"), ("1 October", "2026-10-01"), ("in January", "2027-01-01"),
      ("next weekend", "2026-11-28"),
    ])
  func english(words: String, day: String) {
    #expect(due(words) == day)
  }

  @Test(
    "Words that name no day wait a week",
    arguments: [
      "いつか", "べんきょうを続ける", "3日間ためす", "30分だけ", "1日1枚", "I may march on", "Mondayish thoughts on fridays",
      "in time",
      "13/40", "99999-99-99", "", "in 3 cups",
    ])
  func noDay(words: String) {
    #expect(due(words) == "2026-11-27")
  }

  @Test("Where nobody was asked for a time, the step's own words tell it")
  func stepItself() {
    #expect(promise("明日、電話します。")?.dueDay == promise("x", due: "明日")?.dueDay)
    #expect(promise("明日、電話します。", due: "来月")?.dueDay == promise("x", due: "来月")?.dueDay)
  }

  @Test("Without a next step there is no promise; without a date it is due at once")
  func edges() {
    #expect(promise(nil, due: "来週") == nil)
    #expect(promise("歩く", due: "来週", date: nil)?.dueDay == .min)
  }

  @Test("At the ends of months and years the calendar holds")
  func calendar() {
    let late = promise("x", due: "1か月後", date: "2027-01-31T00:00:00Z")
    #expect(late?.dueDay == Timestamp("2027-02-28")?.dayNumber)
    let last = promise("x", due: "来週", date: "9999-12-31T00:00:00Z")
    #expect(last != nil)
  }

  @Test("Any text is read, and quickly")
  func anyText() {
    for piece in ["来", "第", "1", "十", "in ", "次の", "🇯🇵", "か\u{3099}", "月", "/", "end of "] {
      #expect(promise("x", due: String(repeating: piece, count: 20_000)) != nil)
    }
  }

  @Test("What another entry has grown from is answered; of the others, the last due comes first")
  func open() {
    func entry(_ id: String?, _ step: String?, origin: String? = nil) -> EntrySummary {
      var metadata = EntryMetadata()
      metadata.id = id
      metadata.date = Timestamp("2026-11-20")
      metadata.nextStep = step
      metadata.origin = origin
      return EntrySummary(path: "2026/2026-11-20-\(id ?? "memo").md", metadata: metadata)
    }
    let entries = [
      entry("a", "明日"), entry("b", "来週"), entry("c", nil, origin: "a"), entry(nil, "来月"),
      entry("d", "今日", origin: "2026-11-20-x"),
    ]
    #expect(Promise.open(in: entries).map(\.step.text) == ["来月", "来週", "今日"])
    #expect(
      Promise.open(in: entries + [entry("e", nil, origin: "2026-11-20-memo")]).map(\.step.text) == [
        "来週", "今日",
      ])
  }
}
