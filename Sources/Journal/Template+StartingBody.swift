extension Template {
  /// What a new entry's text is: the headings with their starting text, the placeholders filled. Guidance stays in
  /// the template.
  ///
  /// Where there is no starting text there is an empty line to write on, with a blank line above and below.
  /// The text ends in a line ending, and so does what is written on its last line.
  ///
  /// - Parameter origin: the entry that the new one grows from.
  package func startingBody(
    title: String, at moment: Timestamp, vector: VectorStatement?, origin: Origin? = nil
  ) -> String {
    let values = PlaceholderValues(
      title: title, date: moment, language: language, vector: vector, origin: origin)
    let headings = sections.map { section in
      String(repeating: "#", count: section.level) + " " + section.heading + "\n\n" + section.startingText
    }
    let parts = (hasOpening ? [opening] : []) + headings
    return parts.map(values.filling).joined(separator: "\n\n") + "\n"
  }

  /// The format leads the writer before the first heading, or has no headings at all.
  var hasOpening: Bool {
    sections.isEmpty || openingPrompt != Prompt() || !opening.isEmpty
  }

  /// The opening as a section without a heading: its id is empty.
  var openingSection: Section? {
    hasOpening ? Section(id: "", heading: "", prompt: openingPrompt, startingText: opening) : nil
  }
}
