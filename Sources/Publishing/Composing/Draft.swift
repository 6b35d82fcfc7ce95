package import Journal

/// An entry prepared for one channel (下書き).
package struct Draft: Equatable, Sendable {
  /// The posts of a thread, the cards of a story; one part for everything else, none for an entry without text. The
  /// numbers of a thread are not in them: `Channel.posts(of:)`.
  package var parts: [String]
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
  /// threads, or told.
  ///
  /// - Parameter template: the entry's format.
  package func draft(of entry: Entry, template: Template?) -> Draft {
    let composition = Composition(entry, template: template, for: self)
    var draft = form == .article ? article(of: entry, composition) : post(composition)
    if !composition.leftOut.isEmpty { draft.notices.append(.leftOut(headings: composition.leftOut)) }
    draft.notices += notices(on: draft.parts)
    return draft
  }

  private func post(_ composition: Composition) -> Draft {
    let plain = PlainText(composition.markdown, language: composition.language, keepsHeadings: shows.headings)
    switch form {
    case .post, .card:
      let thread = Disclosure(plain.pieces, in: self)
      let parts = ThreadSplitter(self).parts(of: thread.pieces)
      return Draft(parts: parts, notices: thread.moved.map { [.disclosureMoved($0)] } ?? [])
    case .caption, .script, .article:
      let text = plain.pieces.joined(separator: "\n\n")
      return Draft(parts: text.isEmpty ? [] : [text])
    }
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

  /// The parts as they are posted, with the numbers of a thread of more than one.
  package func posts(of parts: [String]) -> [String] {
    parts.enumerated().map { $1 + threadMark(part: $0 + 1, of: parts.count) }
  }

  /// What stands behind a part of a thread: the empty text where the channel numbers nothing.
  func threadMark(part: Int, of total: Int) -> String {
    guard total > 1, let numbering else { return "" }
    return numbering.replacing("{n}", with: String(part)).replacing("{total}", with: String(total))
  }

  /// What a writer should know about parts, be they as they were made or as the writer changed them.
  package func notices(on parts: [String]) -> [Draft.Notice] {
    notices(on: posts(of: parts).map(count))
  }

  /// The same where the parts were counted already.
  package func notices(on counts: [TextCount]) -> [Draft.Notice] {
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
