internal import Journal

/// Markdown as plain text, for places that show no markup: what a reader of the rendered text would read.
///
/// Emphasis and code lose their marks, links are written out behind their text, images become their alternative text,
/// lists keep their marks, quotes have "> " before each line, a table is a line for each row. Line breaks stay where the writer made them.
struct PlainText {
  /// Cut at the rules ("---") that stand alone, which are the writer's own cut marks.
  private(set) var pieces: [String] = []

  /// - Parameter keepsHeadings: whether headings stay, on lines of their own, as 【heading】 or [heading].
  init(_ markdown: String, language: Language, keepsHeadings: Bool) {
    guard var document = MarkdownDocument(markdown) else {
      pieces = [markdown.trimmedEnds]
      return
    }
    var writer = PlainTextWriter(language: language, keepsHeadings: keepsHeadings)
    while let step = document.next() { writer.take(step) }
    pieces = writer.finish()
  }
}

/// Writes plain text step by step.
private struct PlainTextWriter {
  let language: Language
  let keepsHeadings: Bool
  private var pieces: [String] = []
  private var text = ""
  private var containers: [Container] = []
  /// Where the texts of the open links, images and emphases start, in UTF-8 bytes.
  private var openings: [Int] = []
  /// Inside a heading that is left out.
  private var isHidden = false
  private var footnotes = 0
  private var isFirstCell = true
  /// A row of the table at hand is written.
  private var hasRow = false

  /// What prefixes may add up to: deeper quotes and lists stay at this.
  private static let deepestPrefix = 8

  private enum Container {
    case quote
    case list(next: Int?, isTight: Bool, hasItems: Bool)
    /// The mark of an item until its first line has taken it.
    case item(mark: String?, indent: String)
    case footnote(mark: String?)
  }

  init(language: Language, keepsHeadings: Bool) {
    self.language = language
    self.keepsHeadings = keepsHeadings
  }

  mutating func finish() -> [String] {
    endPiece()
    return pieces
  }

  private mutating func endPiece() {
    let piece = text.trimmedEnds
    if !piece.isEmpty { pieces.append(piece) }
    text = ""
  }

  mutating func take(_ step: MarkdownStep) {
    switch step.kind {
    case .document: break
    case .paragraph: if !step.isLeaving { startBlock() }
    case .tableRow: if !step.isLeaving { startRow() }
    case .heading: take(heading: step)
    case .quote, .list, .item, .footnote: step.isLeaving ? close() : open(step.kind)
    case .codeBlock(let code): write(block: code)
    case .rule: if containers.isEmpty { endPiece() }
    case .table: hasRow = false
    case .tableCell: takeCell(isLeaving: step.isLeaving)
    case .link, .image: take(reference: step)
    default: take(inline: step)
    }
  }

  private mutating func take(inline step: MarkdownStep) {
    switch step.kind {
    case .text(let content), .code(let content): write(content)
    case .softBreak, .lineBreak: breakLine()
    case .strikethrough: write("~~")
    case .emphasis: take(emphasis: step, mark: "*")
    case .strong: take(emphasis: step, mark: "**")
    case .footnoteReference(let number): if !step.isLeaving { write("[\(number)]") }
    default: break
    }
  }

  private mutating func write(_ content: String) {
    if !isHidden { text += content }
  }

  // MARK: Blocks

  private mutating func take(heading step: MarkdownStep) {
    guard keepsHeadings else {
      isHidden = !step.isLeaving
      return
    }
    if !step.isLeaving { startBlock() }
    switch language {
    case .japanese: write(step.isLeaving ? "】" : "【")
    case .english: write(step.isLeaving ? "]" : "[")
    }
  }

  private mutating func open(_ kind: MarkdownStep.Kind) {
    switch kind {
    case .list(let first, let isTight):
      containers.append(.list(next: first, isTight: isTight, hasItems: false))
    case .item: containers.append(newItem())
    case .footnote:
      footnotes += 1
      containers.append(.footnote(mark: "[\(footnotes)] "))
    default: containers.append(.quote)
    }
  }

  private mutating func close() {
    _ = containers.popLast()
    guard case .list(let next, let isTight, _) = containers.last else { return }
    containers[containers.count - 1] = .list(next: next.map { $0 &+ 1 }, isTight: isTight, hasItems: true)
  }

  private func newItem() -> Container {
    if case .list(let number?, _, _) = containers.last {
      let mark = "\(number). "
      return .item(mark: mark, indent: String(repeating: " ", count: mark.count))
    }
    switch language {
    case .japanese: return .item(mark: "・", indent: "　")
    case .english: return .item(mark: "- ", indent: "  ")
    }
  }

  /// Parts the next block from the one before, and writes what stands before its first line.
  private mutating func startBlock() {
    guard !isHidden else { return }
    if !text.isEmpty { text += separator }
    text += takePrefix()
    isFirstCell = true
  }

  private var separator: String {
    let lists = containers.compactMap { container -> (isTight: Bool, hasItems: Bool)? in
      if case .list(_, let isTight, let hasItems) = container { (isTight, hasItems) } else { nil }
    }
    guard let innermost = lists.last else { return "\n\n" }
    let isTight = innermost.hasItems ? innermost.isTight : lists.dropLast().last?.isTight ?? false
    return isTight ? "\n" : "\n\n"
  }

  private mutating func takePrefix() -> String {
    var prefix = ""
    for (index, container) in containers.enumerated() where index < Self.deepestPrefix {
      switch container {
      case .item(let mark?, let indent):
        prefix += mark
        containers[index] = .item(mark: nil, indent: indent)
      case .footnote(let mark?):
        prefix += mark
        containers[index] = .footnote(mark: nil)
      case .item(nil, let indent): prefix += indent
      case .quote: prefix += "> "
      case .list, .footnote(nil): continue
      }
    }
    return prefix
  }

  private mutating func breakLine() {
    guard !isHidden else { return }
    while text.last == " " { text.removeLast() }
    text += "\n" + takePrefix()
  }

  private mutating func write(block code: String) {
    startBlock()
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in (lines.last == "" ? lines.dropLast() : lines).enumerated() {
      if index > 0 { breakLine() }
      write(String(line))
    }
  }

  private mutating func startRow() {
    hasRow ? breakLine() : startBlock()
    hasRow = true
    isFirstCell = true
  }

  private mutating func takeCell(isLeaving: Bool) {
    guard !isLeaving else { return }
    if !isFirstCell { write(" / ") }
    isFirstCell = false
  }

  /// Stars between digits are a sum's: without them 5*3*2 would be 532.
  private mutating func take(emphasis step: MarkdownStep, mark: String) {
    guard step.isLeaving else { return openings.append(text.utf8.count) }
    guard let opening = openings.popLast(), !isHidden, opening <= text.utf8.count else { return }
    let start = text.utf8.index(text.startIndex, offsetBy: opening)
    guard let first = text[start...].first, text[..<start].last?.isASCIIDigit == true, first.isASCIIDigit
    else {
      return
    }
    text.insert(contentsOf: mark, at: start)
    text += mark
  }

  // MARK: Links and images

  private mutating func take(reference step: MarkdownStep) {
    guard step.isLeaving else { return openings.append(text.utf8.count) }
    guard let opening = openings.popLast(), !isHidden, opening <= text.utf8.count else { return }
    let start = text.utf8.index(text.startIndex, offsetBy: opening)
    let label = String(text[start...])
    switch step.kind {
    case .link(let target): write(suffix(ofLinkTo: target, label: label))
    case .image where !label.isEmpty:
      text.removeSubrange(start...)
      write(language.imageNote(label))
    default: break
    }
  }

  /// Only what can be opened elsewhere is written out.
  private func suffix(ofLinkTo target: String, label: String) -> String {
    guard target.hasPrefix("https://") || target.hasPrefix("http://"), target != label else { return "" }
    return label.isEmpty ? target : " (\(target))"
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension Language {
  /// What stands for a picture where none can: its alternative text.
  func imageNote(_ alternative: String) -> String {
    switch self {
    case .japanese: "（画像：\(alternative)）"
    case .english: "(image: \(alternative))"
    }
  }
}

extension String {
  /// Without blank lines at the start, and without white space at the end.
  var trimmedEnds: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isNewline { rest.removeFirst() }
    return String(rest)
  }
}
