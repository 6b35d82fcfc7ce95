/// A next step that an entry has promised, and from when on its writer may like to be reminded of it.
package struct Promise: Equatable, Sendable {
  package let entry: EntrySummary
  package let step: NextStep
  /// Days from 1970-01-01.
  package let dueDay: Int

  /// What is kept to be asked about, where the writer's words name no day: a week on, in days.
  private static let usualDelay = 7

  /// Nil where the entry promises nothing. Without a date of its own it is due at once.
  package init?(_ entry: EntrySummary) {
    guard let text = entry.metadata.nextStep, !text.isEmpty else { return nil }
    self.entry = entry
    step = NextStep(text: text, due: entry.metadata.nextDue)
    dueDay = Self.dueDay(of: step, since: entry.metadata.date)
  }

  private static func dueDay(of step: NextStep, since date: Timestamp?) -> Int {
    guard let date else { return .min }
    let words = DayWords(base: date.civilDate)
    let named = step.due.flatMap(words.day) ?? words.day(in: step.text)
    return named.map { Int($0.daysSinceEpoch) } ?? date.dayNumber + usualDelay
  }

  /// The promises of entries that no other entry has grown from yet, those due last first. Whatever was told of a
  /// promise answers it: that it was kept, changed or dropped.
  package static func open(in entries: [EntrySummary]) -> [Promise] {
    let answered = Set(entries.compactMap(\.metadata.origin))
    return entries.compactMap(Promise.init).filter { !answered.contains($0.entry.reference) }
      .sorted { $0.dueDay > $1.dueDay }
  }
}
