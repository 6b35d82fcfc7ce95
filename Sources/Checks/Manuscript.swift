package import Journal

/// A text as it is given to the checks.
package struct Manuscript: Equatable, Sendable {
  /// The text below the front matter.
  package var body: String
  package var title: String
  package var tags: [String]
  package var kind: Kind?
  /// What is taken where the text itself does not tell its language.
  package var language: Language
  /// The classes and rules that the writer has switched off.
  package var dismissed: Set<String>

  package init(
    body: String, title: String = "", tags: [String] = [], kind: Kind? = nil, language: Language = .japanese,
    dismissed: Set<String> = []
  ) {
    self.body = body
    self.title = title
    self.tags = tags
    self.kind = kind
    self.language = language
    self.dismissed = dismissed
  }

  /// An entry, with what its format says of it.
  ///
  /// - Parameter language: where neither the entry nor its format says one.
  package init(_ entry: Entry, template: Template?, language: Language) {
    let metadata = entry.metadata
    self.init(
      body: entry.body, title: metadata.title ?? "", tags: metadata.tags,
      kind: metadata.kind ?? template?.kind,
      language: metadata.language ?? template?.language ?? language,
      dismissed: Set(metadata.checksOff + (template?.checksOff ?? [])))
  }

  /// The text's language: a Japanese text has kana, an English one has none.
  var textLanguage: Language {
    var letters = 0
    var kana = 0
    for scalar in body.unicodeScalars.prefix(2_000) {
      if ScalarSet.hiragana.contains(scalar) || ScalarSet.katakana.contains(scalar) {
        kana += 1
      } else if scalar.isWordScalar {
        letters += 1
      }
    }
    if kana * 12 > letters { return kana > 0 ? .japanese : language }
    return letters > 0 ? .english : language
  }
}
