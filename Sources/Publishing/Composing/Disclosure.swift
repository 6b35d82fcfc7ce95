/// The mark of advertising (「PR」, 「広告」) of a text that becomes a thread, or that a place folds: readers have to meet it
/// in the first part, before the fold.
///
/// Source: 景品表示法 第5条第3号の運用基準 (2023-03-28): a mark at the very end of a long text is none.
struct Disclosure {
  let pieces: [String]
  /// The hashtag that was moved to the front; nil where nothing had to be.
  let moved: String?

  init(_ pieces: [String], in channel: Channel) {
    guard channel.hidesEnd(of: pieces), let first = pieces.first,
      !Self.hasMark(first.prefix { !$0.isNewline })
    else {
      self.pieces = pieces
      moved = nil
      return
    }
    var pieces = pieces
    var tag: String?
    for index in pieces.indices.reversed() where tag == nil {
      tag = Self.takeTag(from: &pieces[index])
    }
    if let tag { pieces[0] = tag + "\n" + pieces[0] }
    self.pieces = pieces.filter { !$0.isEmpty }
    moved = tag
  }

  /// What the standard and the platforms take for clear.
  private static let words = ["PR", "広告", "宣伝", "プロモーション", "AD", "SPONSORED", "提供"]
  /// And what a sentence says clearly: that somebody works in advertising, or offers something, is no mark.
  private static let sentences = [
    "広告です", "広告を含", "広告になります", "提供を受け", "提供いただ", "提供して", "提供された", "提供品", "ご提供", "PRです",
  ]
  private static let tags = Set(["PR", "広告", "宣伝", "プロモーション", "AD", "SPONSORED"])

  private static func hasMark(_ line: Substring) -> Bool {
    let parts = line.uppercased().split { "【】［］[]（）():： #＃　".contains($0) }
    return parts.contains { words.contains(String($0)) } || sentences.contains { line.contains($0) }
  }

  /// Takes the last hashtag of advertising out of a text, with the space before it.
  private static func takeTag(from text: inout String) -> String? {
    var scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: { $0 == "#" || $0 == "＃" }) else { return nil }
    let tag = TextMarks(scalars).hashtags.last { range in
      tags.contains(String(String.UnicodeScalarView(scalars[range].dropFirst())).uppercased())
    }
    guard let tag else { return nil }
    let taken = String(String.UnicodeScalarView(scalars[tag]))
    let isSpaced = tag.lowerBound > 0 && scalars[tag.lowerBound - 1] == " "
    scalars.removeSubrange((isSpaced ? tag.lowerBound - 1 : tag.lowerBound)..<tag.upperBound)
    text = String(String.UnicodeScalarView(scalars)).trimmedEnds
    return taken
  }
}

extension Channel {
  /// Whether readers meet the beginning of a text without its end: in a thread, on cards, before the fold.
  fileprivate func hidesEnd(of pieces: [String]) -> Bool {
    switch form {
    case .post, .card:
      return pieces.count > 1 || pieces.contains { !holds($0) }
    case .caption:
      guard let fold, let unit = limits.first?.unit else { return false }
      return unit.length(of: pieces.joined(separator: "\n\n"), linkLength: linkLength) > fold
    case .script, .article:
      return false
    }
  }
}
