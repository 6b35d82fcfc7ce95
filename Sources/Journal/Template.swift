/// A format's name: its family and its own name, as "failure/ywt".
package struct TemplateName: Hashable, Sendable {
  package let family: String
  package let name: String

  package init(family: String, name: String) {
    self.family = family
    self.name = name
  }

  /// Reads "failure/ywt"; nil without both parts.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(family: String(parts[0]), name: String(parts[1]))
  }
}

extension TemplateName: CustomStringConvertible {
  /// As front matter writes it: "failure/ywt".
  package var description: String { "\(family)/\(name)" }
}

/// A format that leads a writer question by question: what a template file says.
package struct Template: Equatable, Sendable {
  package var reference: TemplateName
  package var language: Language
  /// The name that a writer sees.
  package var title: String
  package var summary: String
  package var kind: Kind
  /// The format's place among those of its family, from the first; those with the same are in the order of their
  /// files.
  package var order: Int
  /// The channels that entries of this format are meant for.
  package var channels: [String]
  /// Other words that find the format in the picker: kana, romaji, English.
  package var aliases: [String]
  /// The formats that carry an entry of this one on, the usual one first: what became of it, the next report.
  package var next: [TemplateName]
  /// What entries of this format and those that carry them on are parts of, as "incident"; nil where each one
  /// stands for itself.
  package var series: String?
  /// The tags that entries of this format begin with.
  package var tags: [String]
  /// The classes of checks that mean nothing here: the first report of a failure has nothing learned yet.
  package var checksOff: [String]
  /// How the sections become a channel's text, by channel: Mustache over the section ids.
  package var compose: [String: String]
  /// The starting text before the first section.
  package var opening: String
  /// What leads the writer there, before the first section.
  package var openingPrompt: Prompt
  package var sections: [Section]

  /// The place of a format that says none: behind those that do.
  package static let lastOrder = 1_000

  package init(
    reference: TemplateName, language: Language, title: String, summary: String = "", kind: Kind,
    order: Int = lastOrder, channels: [String] = [], aliases: [String] = [], next: [TemplateName] = [],
    series: String? = nil, tags: [String] = [], checksOff: [String] = [], compose: [String: String] = [:],
    opening: String = "",
    openingPrompt: Prompt = Prompt(), sections: [Section] = []
  ) {
    self.reference = reference
    self.language = language
    self.title = title
    self.summary = summary
    self.kind = kind
    self.order = order
    self.channels = channels
    self.aliases = aliases
    self.next = next
    self.series = series
    self.tags = tags
    self.checksOff = checksOff
    self.compose = compose
    self.opening = opening
    self.openingPrompt = openingPrompt
    self.sections = sections
  }

  /// One heading of a template, with the prompt that leads the writer there.
  package struct Section: Equatable, Sendable {
    /// The name by which `compose` and the program know the section, as "learning".
    package var id: String
    package var heading: String
    /// The heading's level, from 1.
    package var level: Int
    package var prompt: Prompt
    /// May be left empty without the entry being unfinished.
    package var isOptional: Bool
    /// Text that an entry begins with below the heading.
    package var startingText: String

    package init(
      id: String, heading: String, level: Int = 2, prompt: Prompt = Prompt(),
      isOptional: Bool = false, startingText: String = ""
    ) {
      self.id = id
      self.heading = heading
      self.level = level
      self.prompt = prompt
      self.isOptional = isOptional
      self.startingText = startingText
    }
  }
}

/// What the program says to lead a writer through one section. It never reaches the entry's file.
package struct Prompt: Equatable, Sendable {
  /// The question; asks one thing.
  package var question: String?
  package var hint: String?
  package var example: String?
  package var caution: String?

  package init(
    question: String? = nil, hint: String? = nil, example: String? = nil, caution: String? = nil
  ) {
    self.question = question
    self.hint = hint
    self.example = example
    self.caution = caution
  }
}
