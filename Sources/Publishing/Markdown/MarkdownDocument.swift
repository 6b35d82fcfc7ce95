internal import CMarkdown

/// A parsed Markdown text: CommonMark with GitHub's tables and strikethrough, footnotes, and emphasis that works in
/// Japanese (`FreedEmphasis`).
struct MarkdownDocument: ~Copyable {
  private let document: OpaquePointer

  /// Nil for a text that no writer means as Markdown and that a parser would take too long for.
  ///
  /// - Parameter keepsTags: whether HTML stays as it is; else only what a reader sees of it.
  init?(_ markdown: String, isStrict: Bool = false, keepsTags: Bool = false) {
    guard Self.isReasonable(markdown) else { return nil }
    let freed = isStrict ? nil : FreedEmphasis(markdown)
    let mark = freed?.mark.map { String($0) }
    var text = freed?.text ?? markdown
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { Self.read($0, mark: mark) }
    }
    guard let document else { return nil }
    self.document = document
    if !keepsTags { kiseki_markdown_drop_tags(document) }
  }

  private static func read(_ text: UnsafeBufferPointer<CChar>, mark: String?) -> OpaquePointer? {
    guard let mark else { return kiseki_markdown_read(text.baseAddress, text.count, nil) }
    return mark.withCString { kiseki_markdown_read(text.baseAddress, text.count, $0) }
  }

  deinit {
    kiseki_markdown_release(document)
  }

  /// cmark-gfm's time grows with the square of what stands here: 40,000 brackets take it ten seconds.
  private static func isReasonable(_ markdown: String) -> Bool {
    var counts = MarkCounts()
    guard markdown.utf8.count <= sizeLimit else { return false }
    for byte in markdown.utf8 { counts.take(byte) }
    return counts.areReasonable
  }

  /// In UTF-8 bytes.
  private static let sizeLimit = 4 << 20

  /// The document as HTML. What a browser would run is left out, with all HTML of the text.
  func html(keepsHTML: Bool = false) -> String {
    guard let text = kiseki_markdown_html(document, keepsHTML) else { return "" }
    defer { kiseki_markdown_free_text(text) }
    return String(cString: text)
  }

  /// The next step in reading order; nil behind the last one. A document can be walked through once.
  mutating func next() -> MarkdownStep? {
    var step = kiseki_markdown_step()
    return kiseki_markdown_next(document, &step) ? MarkdownStep(step) : nil
  }
}

/// The marks of a text that links, emphasis and quotes are made of.
private struct MarkCounts {
  private var brackets = 0
  private var emphasis = 0
  private var angles = 0

  mutating func take(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): brackets += 1
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"): emphasis += 1
    case UInt8(ascii: ">"), UInt8(ascii: "<"): angles += 1
    default: break
    }
  }

  /// Far above what people write, far below what takes a second.
  var areReasonable: Bool { brackets <= 4_000 && emphasis <= 20_000 && angles <= 20_000 }
}

/// A step through a Markdown document: into a node, or out of one that holds others.
struct MarkdownStep {
  let kind: Kind
  let isLeaving: Bool

  enum Kind: Equatable {
    case document, paragraph, heading(level: Int), quote, list(firstNumber: Int?, isTight: Bool), item
    case codeBlock(String), rule, footnote, table, tableRow, tableCell
    case text(String), code(String), softBreak, lineBreak, emphasis, strong, strikethrough
    case link(target: String), image(target: String), footnoteReference(String)
  }

  fileprivate init(_ step: kiseki_markdown_step) {
    isLeaving = step.is_leaving
    let text = step.text.map { String(cString: $0) } ?? ""
    let target = step.target.map { String(cString: $0) } ?? ""
    kind = Self.kind(step, text: text, target: target)
  }

  private static func kind(_ step: kiseki_markdown_step, text: String, target: String) -> Kind {
    switch step.kind {
    case KISEKI_MARKDOWN_PARAGRAPH: .paragraph
    case KISEKI_MARKDOWN_HEADING: .heading(level: Int(step.number))
    case KISEKI_MARKDOWN_QUOTE: .quote
    case KISEKI_MARKDOWN_LIST:
      .list(firstNumber: step.number >= 0 ? Int(step.number) : nil, isTight: step.is_tight)
    case KISEKI_MARKDOWN_ITEM: .item
    case KISEKI_MARKDOWN_CODE_BLOCK: .codeBlock(text)
    case KISEKI_MARKDOWN_RULE: .rule
    case KISEKI_MARKDOWN_FOOTNOTE: .footnote
    case KISEKI_MARKDOWN_TABLE: .table
    case KISEKI_MARKDOWN_TABLE_ROW: .tableRow
    case KISEKI_MARKDOWN_TABLE_CELL: .tableCell
    default: inlineKind(step, text: text, target: target)
    }
  }

  private static func inlineKind(_ step: kiseki_markdown_step, text: String, target: String) -> Kind {
    switch step.kind {
    case KISEKI_MARKDOWN_TEXT: .text(text)
    case KISEKI_MARKDOWN_CODE: .code(text)
    case KISEKI_MARKDOWN_SOFT_BREAK: .softBreak
    case KISEKI_MARKDOWN_LINE_BREAK: .lineBreak
    case KISEKI_MARKDOWN_EMPHASIS: .emphasis
    case KISEKI_MARKDOWN_STRONG: .strong
    case KISEKI_MARKDOWN_STRIKETHROUGH: .strikethrough
    case KISEKI_MARKDOWN_LINK: .link(target: target)
    case KISEKI_MARKDOWN_IMAGE: .image(target: target)
    case KISEKI_MARKDOWN_FOOTNOTE_REFERENCE: .footnoteReference(text)
    default: .document
    }
  }
}
