/// Markdown rewritten so that a place that knows CommonMark alone shows no stars next to Japanese brackets.
///
/// Brackets and full stops go outside: `これは**「重要」**です` becomes `これは「**重要**」です`, `**ポイント：**次の文` becomes
/// `**ポイント**：次の文`, `**Markdown(マークダウン)**は` becomes `**Markdown**(マークダウン)は`; a link takes the stars inside. Where
/// that does not help, as next to code, the letter beside the stars is written as a character reference, which looks the
/// same and counts as punctuation: `` **`a`**&#12399; ``.
struct StrictEmphasis {
  let text: String
  /// Stars may still be seen; the text is as it was.
  let isDoubtful: Bool

  init(_ markdown: String) {
    let original = Reading(markdown, isStrict: false)
    if original == Reading(markdown, isStrict: true) {
      text = markdown
      isDoubtful = false
      return
    }
    let rewritten = StrictEmphasisRewriting(markdown).text
    isDoubtful = Reading(rewritten, isStrict: true) != original
    text = isDoubtful ? markdown : rewritten
  }

  /// What a reader gets of a text: its words and how many of them are emphasised in which way.
  private struct Reading: Equatable {
    var words = ""
    var emphases = [0, 0, 0]

    init(_ markdown: String, isStrict: Bool) {
      guard var document = MarkdownDocument(markdown, isStrict: isStrict) else { return }
      while let step = document.next() {
        switch step.kind {
        case .text(let text), .code(let text), .codeBlock(let text): words += text
        case .softBreak, .lineBreak: words += "\n"
        case .emphasis: emphases[0] += 1
        case .strong: emphases[1] += 1
        case .strikethrough: emphases[2] += 1
        default: break
        }
      }
    }
  }
}

/// Rewrites the lines of a text that are no code.
private struct StrictEmphasisRewriting {
  private(set) var text = ""
  private var fence: Substring?

  init(_ markdown: String) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    text = lines.map { rewritten($0) }.joined(separator: "\n")
  }

  private mutating func rewritten(_ line: Substring) -> String {
    let content = line.drop { $0 == " " }
    let mark = content.prefix { $0 == content.first && ($0 == "`" || $0 == "~") }
    if let open = fence {
      if mark.count >= open.count, mark.first == open.first { fence = nil }
      return String(line)
    }
    if mark.count >= 3 {
      fence = mark
      return String(line)
    }
    return StrictEmphasisLine(line).text
  }
}

/// One line of text.
private struct StrictEmphasisLine {
  private var scalars: [Unicode.Scalar]
  /// What is put in the place of some scalars at the end.
  private var references: Set<Int> = []

  init(_ line: Substring) {
    scalars = Array(line.unicodeScalars)
    guard (1...Self.mostRuns).contains(runs.count) else { return }
    eachPair { line, pair in line.moveOut(of: pair) }
    eachPair { line, pair in line.moveEdges(of: pair) }
    eachPair { line, pair in
      if !pair.open.opensStrictly { line.references.insert(pair.open.range.lowerBound - 1) }
      if !pair.close.closesStrictly { line.references.insert(pair.close.range.upperBound) }
    }
  }

  private mutating func eachPair(
    _ change: (inout StrictEmphasisLine, (open: EmphasisRun, close: EmphasisRun)) -> Void
  ) {
    var place = 0
    while let pair = pair(from: place) {
      place = pair.close.range.upperBound
      change(&self, pair)
    }
  }

  var text: String {
    guard !references.isEmpty else { return String(String.UnicodeScalarView(scalars)) }
    return scalars.indices.map { references.contains($0) ? "&#\(scalars[$0].value);" : String(scalars[$0]) }
      .joined()
  }

  private var runs: [EmphasisRun] {
    let code = CodeSpans(scalars)
    return EmphasisRun.all(in: scalars).filter { !code.contains($0.range.lowerBound) }
  }

  /// The next two runs that belong together and of which CommonMark reads one otherwise.
  private func pair(from place: Int) -> (open: EmphasisRun, close: EmphasisRun)? {
    var opened: EmphasisRun?
    for run in runs where run.range.lowerBound >= place {
      guard let open = opened, open.mark == run.mark, open.range.count == run.range.count,
        run.isFreed || run.closesStrictly
      else {
        if run.isFreed || run.opensStrictly { opened = run }
        continue
      }
      if !open.opensStrictly || !run.closesStrictly { return (open, run) }
      opened = nil
    }
    return nil
  }

  private mutating func moveOut(of pair: (open: EmphasisRun, close: EmphasisRun)) {
    let mark = scalars[pair.open.range]
    var content = scalars[pair.open.range.upperBound..<pair.close.range.lowerBound]
    var before: [Unicode.Scalar] = []
    var after: [Unicode.Scalar] = []
    while content.count > 2, let last = content.last {
      if "。、．，！？".unicodeScalars.contains(last) {
        after.insert(content.removeLast(), at: 0)
      } else if let first = content.first, Self.closings[first] == last {
        before.append(content.removeFirst())
        after.insert(content.removeLast(), at: 0)
      } else {
        break
      }
    }
    let range = pair.open.range.lowerBound..<pair.close.range.upperBound
    scalars.replaceSubrange(range, with: before + mark + content + mark + after)
  }

  private mutating func moveEdges(of pair: (open: EmphasisRun, close: EmphasisRun)) {
    let mark = scalars[pair.open.range]
    var edges = EmphasisEdges(scalars[pair.open.range.upperBound..<pair.close.range.lowerBound])
    if !pair.close.closesStrictly { edges.moveEnd() }
    if !pair.open.opensStrictly { edges.moveStart() }
    let range = pair.open.range.lowerBound..<pair.close.range.upperBound
    scalars.replaceSubrange(range, with: edges.before + mark + edges.content + mark + edges.after)
  }

  /// A line with more is left as it is.
  private static let mostRuns = 200

  private static let closings: [Unicode.Scalar: Unicode.Scalar] = [
    "「": "」", "『": "』", "（": "）", "【": "】", "〈": "〉", "《": "》", "［": "］", "〔": "〕", "“": "”",
  ]
}

/// The code spans of a line: between two runs of backticks of one length.
struct CodeSpans {
  private var ranges: [Range<Int>] = []

  init(_ scalars: [Unicode.Scalar]) {
    var place = 0
    while let open = scalars[place...].firstIndex(of: "`") {
      let content = scalars[open...].prefix { $0 == "`" }.endIndex
      let close = Self.close(of: content - open, in: scalars, from: content)
      if let close { ranges.append(open..<close) }
      place = close ?? content
    }
  }

  private static func close(of length: Int, in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var place = start
    while let mark = scalars[place...].firstIndex(of: "`") {
      place = scalars[mark...].prefix { $0 == "`" }.endIndex
      if place - mark == length { return place }
    }
    return nil
  }

  func contains(_ place: Int) -> Bool { ranges.contains { $0.contains(place) } }
}
