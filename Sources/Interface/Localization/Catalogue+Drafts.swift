package import Publishing

extension Catalogue {
  /// What a writer should know about a draft, in words.
  package func text(of notice: Draft.Notice) -> String {
    switch notice {
    case .tooLong(let part, let measure):
      let words = [
        "part": String(part + 1), "length": String(measure.length),
        "limit": measure.limit.map(String.init) ?? "", "excess": String(measure.excess),
      ]
      return self[.draftTooLong, words]
    case .tooManyHashtags(let count, let limit):
      return self[.draftHashtags, ["count": String(count), "limit": String(limit)]]
    case .tooManyLinks(let count, let limit):
      return self[.draftLinks, ["count": String(count), "limit": String(limit)]]
    case .emphasisMayShow: return self[.draftEmphasis]
    case .leftOut(let headings): return self[.draftLeftOut, ["headings": headings.joined(separator: " / ")]]
    case .disclosureMoved(let mark): return self[.draftDisclosure, ["mark": mark]]
    }
  }
}
