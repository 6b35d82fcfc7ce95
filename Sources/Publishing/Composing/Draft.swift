package import Journal

/// An entry prepared for one channel (下書き).
package struct Draft: Equatable, Sendable {
  /// The posts of a thread, the cards of a story; one part for everything else, none for an entry without text. The
  /// marks of a thread are not in them: `Channel.posts(of:)`.
  package var parts: [String]
  /// What stands above each part in a field of its own; nil where the entry or the channel has none.
  package var contentWarning: String?
  package var notices: [Notice]

  /// What a writer should know about a draft. None of it keeps anybody from using the draft.
  package enum Notice: Equatable, Sendable {
    /// A part is too long, as it cannot be cut or is not meant to be.
    case tooLong(part: Int, TextCount.Measure)
    case tooManyHashtags(count: Int, limit: Int)
    case tooManyLinks(count: Int, limit: Int)
    /// A place that knows CommonMark alone may show the marks of emphasis.
    case emphasisMayShow
    /// The format does not say where the text below these headings goes.
    case leftOut(headings: [String])
    /// The mark of advertising stood where only the end of the thread would have shown it.
    case disclosureMoved(String)
  }

  package init(parts: [String], notices: [Notice] = []) {
    self.parts = parts
    self.notices = notices
  }
}

extension Channel {
  /// The draft that an entry makes for this channel. Never refused: what is too long is split, where the channel has
  /// threads, or else composed more shortly, where the format knows how, or told.
  ///
  /// - Parameter template: the entry's format.
  package func draft(of entry: Entry, template: Template?) -> Draft {
    let channel = carrying(entry.metadata.contentWarning)
    return channel.ownDraft(of: entry, template: template)
  }

  private func ownDraft(of entry: Entry, template: Template?) -> Draft {
    let name =
      form == .caption
      ? composingName(of: template) { name in
        post(Composition(entry, template: template, for: self, as: name)).parts.allSatisfy(holds)
      } : nil
    let composition = Composition(entry, template: template, for: self, as: name)
    var draft = form == .article ? article(of: entry, composition) : post(composition)
    draft.contentWarning = contentWarning
    if !composition.leftOut.isEmpty { draft.notices.append(.leftOut(headings: composition.leftOut)) }
    draft.notices += notices(on: draft.parts)
    return draft
  }

  private func post(_ composition: Composition) -> Draft {
    let plain = PlainText(composition.markdown, language: composition.language, keepsHeadings: shows.headings)
    let told = Disclosure(plain.pieces.map(replacingSigns), in: self)
    let notices = told.moved.map { [Draft.Notice.disclosureMoved($0)] } ?? []
    switch form {
    case .post, .card:
      return Draft(parts: ThreadSplitter(self).parts(of: told.pieces), notices: notices)
    case .caption, .script, .article:
      let text = told.pieces.joined(separator: "\n\n")
      return Draft(parts: text.isEmpty ? [] : [text], notices: notices)
    }
  }

  private func replacingSigns(in text: String) -> String {
    replacements.reduce(text) { $0.replacing($1.sign, with: $1.text) }
  }

  /// What is counted of an entry for this channel: the posts as they are posted, and of an article what a reader
  /// reads, without the title.
  package func readerTexts(of entry: Entry, template: Template?) -> [String] {
    guard form == .article else { return posts(of: draft(of: entry, template: template).parts) }
    var article = self
    article.article = nil
    let composition = Composition(entry, template: template, for: article)
    let plain = PlainText(composition.markdown, language: composition.language, keepsHeadings: true)
    return [plain.pieces.joined(separator: "\n\n")]
  }

  /// The parts as they are posted, with the marks of a thread of more than one.
  package func posts(of parts: [String]) -> [String] {
    parts.enumerated().map { marks.around(part: $0 + 1, of: parts.count).marking($1) }
  }

  /// The channel for an entry with a content warning, which each of its posts carries and which counts; the same
  /// channel where there is none, or the place has no field for it.
  package func carrying(_ warning: String?) -> Channel {
    var channel = self
    let words = (warning ?? "").split(whereSeparator: \.isNewline).joined(separator: " ").trimmedEnds
    channel.contentWarning = hasContentWarning && !words.isEmpty ? words : nil
    return channel
  }

  /// What a writer should know about parts, be they as they were made or as the writer changed them.
  package func notices(on parts: [String]) -> [Draft.Notice] {
    let counts = posts(of: parts).map(count)
    let long = counts.enumerated().compactMap { part, count in
      count.measures.first { $0.excess > 0 }.map { Draft.Notice.tooLong(part: part, $0) }
    }
    let hashtags = counts.map(\.hashtags).max() ?? 0
    let links = counts.map(\.links).max() ?? 0
    return long
      + (hashtagLimit.map { hashtags > $0 ? [.tooManyHashtags(count: hashtags, limit: $0)] : [] } ?? [])
      + (linkLimit.map { links > $0 ? [.tooManyLinks(count: links, limit: $0)] : [] } ?? [])
  }
}
