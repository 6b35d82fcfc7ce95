package import Journal

/// A place where a writer publishes (発信先), as a file of channels describes it.
package struct Channel: Equatable, Sendable {
  /// The name by which files and commands know it, as "x".
  package var id: String
  /// What a writer sees, by language.
  package var names: [Language: String]
  package var form: Form
  /// None where the place has no known limit. A post must keep all of them.
  package var limits: [Limit]
  /// What a link counts where links have one length.
  package var linkLength: Int
  /// Where a reader has to tap for more, in the first limit's unit; nil where that is not known.
  package var fold: Int?
  package var shows: Shows
  /// The most hashtags and links of a post; nil for no limit.
  package var hashtagLimit: Int?
  package var linkLimit: Int?
  /// Signs that the place does not take, with what is written for them.
  package var replacements: [Replacement] = []
  package var marks = ThreadMarks()
  /// Whether posts have a content warning above them, which counts: what the entry says in `content_warning`.
  package var hasContentWarning = false
  /// What stands above each post of the entry at hand: see `carrying(_:)`.
  package internal(set) var contentWarning: String?
  /// The names under which formats say how an entry becomes this channel's text, the first that a format has counts;
  /// the channel's own name comes before them.
  package var compose: [String]
  package var article: Article?
  /// The size of the pictures that cards become; nil where there are none.
  package var picture: PictureCanvas?
  /// Where the figures are from, and the day on which somebody read that.
  package var source: String
  package var checked: String

  /// What is made for a channel.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    /// Short posts; what is too long becomes a thread.
    case post
    /// One text with a limit that nobody splits: a caption, a description, a profile.
    case caption
    /// Cards of a few lines.
    case card
    /// A script to speak from.
    case script
    /// An article with headings.
    case article
  }

  package struct Replacement: Equatable, Sendable {
    package var sign: String
    package var text: String
  }

  package struct Limit: Equatable, Sendable {
    package var length: Int
    package var unit: CountUnit

    package init(length: Int, unit: CountUnit) {
      self.length = length
      self.unit = unit
    }
  }

  /// What a place makes of Markdown.
  package enum Markup: String, CaseIterable, Hashable, Sendable {
    /// Nothing: the text is plain.
    case plain
    /// Everything, by CommonMark to the letter: emphasis that touches Japanese brackets is rewritten.
    case markdown
    case html
  }

  /// A part of Markdown that not every place has.
  package enum Feature: String, CaseIterable, Hashable, Sendable {
    case italics, tables, footnotes, images
  }

  package struct Shows: Equatable, Sendable {
    package var markup: Markup
    /// Whether headings stay; without, sections run on.
    package var headings: Bool
    /// The levels of headings that the place has for a text; nil where they stay as the writer made them.
    package var headingLevels: ClosedRange<Int>?
    /// Whether readers can tap a link there; else it is only read.
    package var links: Bool
    /// What a place that reads Markdown shows as it is written, so that it is written otherwise.
    package var lacks: Set<Feature> = []
    /// Whether a line break needs two spaces before it there.
    package var needsSpacesAtBreaks = false

    package init(
      markup: Markup = .plain, headings: Bool = false, headingLevels: ClosedRange<Int>? = nil,
      links: Bool = true
    ) {
      self.markup = markup
      self.headings = headings
      self.headingLevels = headingLevels
      self.links = links
    }
  }

  /// How an article is written as a file.
  package struct Article: Equatable, Sendable {
    /// The keys above the text in their order, with placeholders: `{title}`, `{date}`...
    package var frontMatter: [FrontMatterLine]
    /// Whether the title is the first heading of the text.
    package var hasTitleHeading: Bool

    package init(frontMatter: [FrontMatterLine] = [], hasTitleHeading: Bool = false) {
      self.frontMatter = frontMatter
      self.hasTitleHeading = hasTitleHeading
    }
  }

  package struct FrontMatterLine: Equatable, Sendable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }
}

extension Channel {
  /// A channel without limits that shows plain text.
  package init(id: String, form: Form = .post, limits: [Limit] = [], shows: Shows = Shows()) {
    self.init(
      id: id, names: [:], form: form, limits: limits, linkLength: 23, fold: nil, shows: shows,
      hashtagLimit: nil, linkLimit: nil, compose: [], article: nil, picture: nil, source: "", checked: "")
  }

  /// Whether a draft has parts: the posts of a thread, cards.
  package var isDivided: Bool { form == .post || form == .card }

  package func name(in language: Language) -> String {
    names[language] ?? names.values.sorted().first ?? id
  }
}
