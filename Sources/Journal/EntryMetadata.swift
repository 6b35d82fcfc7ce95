/// What an entry's front matter says about it. Every key is optional: a Markdown file with no front
/// matter is an entry too.
package struct EntryMetadata: Equatable, Sendable {
  package var title: String?
  package var date: Timestamp?
  package var lastModified: Timestamp?
  package var tags: [String] = []
  package var language: Language?
  package var id: String?
  package var template: TemplateName?
  package var kind: Kind?
  package var status: Status?
  /// The names of the channels that the entry is meant for.
  package var channels: [String] = []
  /// The next step, in the writer's words.
  package var nextStep: String?
  /// When the next step is due, in the writer's words.
  package var nextDue: String?
  /// The entry that this one grew from: its `id`, else its file's name without the ending.
  package var origin: String?
  /// The rules and classes of checks that are switched off for this entry.
  package var checksOff: [String] = []
  /// What readers are told before they open the text, at places that have that (Mastodon's content warning).
  package var contentWarning: String?
  /// What the entry was imported from, as "dayone:0A3BFC98": so that importing again makes no second one.
  package var importID: String?
  /// The writer wants it kept from being exported.
  package var isPrivate = false

  package init() {}
}

/// What an entry is: `vector`, `failure`, `position`, `passion`, `community`, `plan`, `brand`, `free`, or
/// a kind of the writer's own. New kinds come with new template files, so this is no closed list.
package struct Kind: RawRepresentable, Hashable, Sendable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }

  package static let vector = Kind(rawValue: "vector")
  package static let failure = Kind(rawValue: "failure")
  package static let position = Kind(rawValue: "position")
  package static let passion = Kind(rawValue: "passion")
  package static let community = Kind(rawValue: "community")
  package static let plan = Kind(rawValue: "plan")
  package static let brand = Kind(rawValue: "brand")
  package static let free = Kind(rawValue: "free")

  /// The kinds that the program itself has templates of.
  package static let known: [Kind] = [
    .vector, .failure, .position, .passion, .community, .plan, .brand, .free,
  ]
}

/// How far an entry is on its way from a thought to a post.
package enum Status: String, CaseIterable, Hashable, Sendable {
  case idea, draft, ready, shared
}
