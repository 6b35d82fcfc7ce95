/// A next step (次の一歩) that an entry promises, as its writer put it.
package struct NextStep: Hashable, Sendable {
  /// One line: the first paragraph, or the first item where it is a list.
  package let text: String
  /// When, on one line; nil where the writer was not asked or did not say.
  package let due: String?

  package init(text: String, due: String? = nil) {
    self.text = text
    self.due = due
  }

  /// What an entry's sections `next-step` and `next-due` say; nil where no next step is written.
  package init?(_ sections: [GuidedSection]) {
    guard let text = Self.line(in: sections, id: "next-step") else { return nil }
    self.init(text: text, due: Self.line(in: sections, id: "next-due"))
  }

  /// What is kept of a line, in bytes of UTF-8: several long sentences. The rest stands in the entry.
  package static let sizeLimit = 2_000

  private static func line(in sections: [GuidedSection], id: String) -> String? {
    guard let text = sections.first(where: { $0.section?.id == id })?.text else { return nil }
    let line = text.firstListItem ?? text.firstParagraph
    let kept = line.prefix(fittingBytes: sizeLimit)
    return kept.isEmpty ? nil : kept
  }
}

extension EntryMetadata {
  /// Takes over the next step that the text says, where that is kept in the front matter: in what tells of a
  /// failure. What stands there already stays as long as the text says what it said before: it may have been
  /// put there by hand.
  ///
  /// - Parameters:
  ///   - step: what the text says now.
  ///   - before: what it said when the front matter was read.
  package mutating func keep(_ step: NextStep?, before: NextStep?) {
    guard kind == .failure, step != before || (step != nil && nextStep == nil) else { return }
    nextStep = step?.text
    nextDue = step?.due
  }
}

extension String {
  /// The first item of the list that the text begins with, without its mark, as one line; nil for other text.
  fileprivate var firstListItem: String? {
    let lines = lines.map(\.trimmed)
    guard let first = lines.first, let item = first.withoutListMark else { return nil }
    let rest = lines.dropFirst().prefix { $0.withoutListMark == nil }
    return ([item] + rest).joined(separator: "\n").firstParagraph
  }

  /// The line without the mark of a list ("- ", "1. ", "・") and of a task ("[ ]"); nil where it has none.
  private var withoutListMark: String? {
    if hasPrefix("・") { return String(dropFirst()).trimmed }
    let afterNumber = drop { $0.isASCII && $0.isNumber }
    let isNumbered =
      afterNumber.startIndex > startIndex && (afterNumber.first == "." || afterNumber.first == ")")
    guard isNumbered || first.map("-*+".contains) == true else { return nil }
    let item = isNumbered ? afterNumber.dropFirst() : dropFirst()
    guard item.first == " " else { return nil }
    let text = item.trimmed
    return text.hasPrefix("[ ] ") ? String(text.dropFirst(4)).trimmed : text
  }

  /// The longest beginning of whole graphemes in so many bytes of UTF-8.
  fileprivate func prefix(fittingBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var size = 0
    return String(
      prefix { character in
        size += character.utf8.count
        return size <= limit
      })
  }
}
