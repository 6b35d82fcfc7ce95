/// What stands around the parts of a thread of more than one, and is counted with them.
package struct ThreadMarks: Equatable, Sendable {
  /// As " ({n}/{total})"; nil for no numbers.
  package var numbering: String?
  package var numberingPlace = Place.end
  /// Behind every part but the last, before its number, as "(続く)"; nil for nothing.
  package var continued: String?
  /// Before every part but the first, behind its number, as "(続き)"; nil for nothing.
  package var carriedOn: String?

  package enum Place: String, CaseIterable, Hashable, Sendable {
    case start, end
  }

  package init() {}

  /// What stands around one part.
  struct Around: Equatable {
    var front = ""
    var back = ""

    func marking(_ part: String) -> String { front + part + back }
  }

  /// - Parameter part: from 1.
  func around(part: Int, of total: Int) -> Around {
    guard total > 1 else { return Around() }
    return around(number: number(part, of: total), isFirst: part == 1, isLast: part == total)
  }

  /// Around the part that has the least room.
  func widest(of total: Int) -> Around {
    around(number: number(total, of: max(2, total)), isFirst: false, isLast: false)
  }

  private func number(_ part: Int, of total: Int) -> String {
    numbering?.replacing("{n}", with: String(part)).replacing("{total}", with: String(total)) ?? ""
  }

  private func around(number: String, isFirst: Bool, isLast: Bool) -> Around {
    var around = Around()
    around.front = (numberingPlace == .start ? number : "") + (isFirst ? "" : carriedOn ?? "")
    around.back = (isLast ? "" : continued ?? "") + (numberingPlace == .end ? number : "")
    return around
  }
}
