/// A Markdown text read line by line, as far as the program has to understand it: headings, fenced code and
/// HTML comments. Takes time linear in the text, whatever it holds.
///
/// Two things are kinder than CommonMark: a comment may start anywhere in a line and hide what it encloses,
/// and one that is never closed is text, so that half a comment does not hide the rest of an entry.
package struct MarkdownScan {
  package private(set) var lines: [Line] = []
  /// The closed comments outside code.
  package private(set) var comments: [Comment] = []
  /// The line of the first comment that is never closed.
  private(set) var unclosedComment: Int?

  private var fence: CodeFence?
  private var openComment: Comment?
  /// The last line with "-->"; behind it no comment can be closed.
  private let lastClosing: Int

  package struct Line {
    package let kind: Kind
    /// What stands outside comments.
    let visible: String
    /// The parts of the line that belong to comments, with their marks: UTF-8 offsets in the line.
    package let hidden: [Range<Int>]

    /// A part of the line belongs to a comment.
    var hasComment: Bool { !hidden.isEmpty }
  }

  package enum Kind: Equatable {
    case heading(level: Int, text: String)
    /// Fenced code, with its fences.
    case code
    case text
  }

  package struct Comment {
    /// Where it starts.
    package let line: Int
    /// Between the marks.
    package fileprivate(set) var text: String
  }

  /// - Parameter lines: with or without their endings.
  package init<Lines: Collection>(_ lines: Lines) where Lines.Element: StringProtocol {
    let areMarked = lines.map { MarkdownBytes.mayHoldMarks($0) }
    let marked = zip(lines, areMarked).enumerated().filter { $0.element.1 }
    lastClosing = marked.last { MarkdownBytes($0.element.0).lastClosing != nil }?.offset ?? -1
    self.lines.reserveCapacity(lines.count)
    for (line, isMarked) in zip(lines, areMarked) {
      let isPlain = !isMarked && fence == nil && openComment == nil
      self.lines.append(
        isPlain ? Line(kind: .text, visible: String(line), hidden: []) : read(MarkdownBytes(line)))
    }
  }

  private mutating func read(_ line: MarkdownBytes) -> Line {
    if let open = fence {
      if open.isClosed(by: line) { fence = nil }
      return Line(kind: .code, visible: line.text, hidden: [])
    }
    let startsInComment = openComment != nil
    if !startsInComment, let opening = CodeFence(openedBy: line) {
      fence = opening
      return Line(kind: .code, visible: line.text, hidden: [])
    }
    let (visible, hidden) = outsideComments(line)
    guard !startsInComment, let level = line.headingLevel else {
      return Line(kind: .text, visible: visible, hidden: hidden)
    }
    let text = MarkdownBytes(visible).headingText
    return Line(kind: .heading(level: level, text: text), visible: visible, hidden: hidden)
  }

  private mutating func outsideComments(_ line: MarkdownBytes) -> (visible: String, hidden: [Range<Int>]) {
    guard openComment != nil || line.mayHaveComment else { return (line.text, []) }
    var visible: [UInt8] = []
    var hidden: [Range<Int>] = []
    var place = 0
    if openComment != nil {
      place = closeComment(in: line, from: 0, inside: 0)
      hidden.append(0..<place)
    }
    while place < line.count {
      let opening = line.nextCommentOpening(from: place)
      visible += line.bytes[place..<opening]
      place = opening
      guard opening < line.count else { break }
      if line.isClosed(after: opening) || lastClosing > lines.count {
        openComment = Comment(line: lines.count, text: "")
        place = closeComment(in: line, from: opening + 2, inside: opening + 4)
        hidden.append(opening..<place)
      } else {
        unclosedComment = unclosedComment ?? lines.count
        visible += line.bytes[opening..<opening + 4]
        place += 4
      }
    }
    return (hidden.isEmpty ? line.text : String(decoding: visible, as: UTF8.self), hidden)
  }

  /// Takes what belongs to the open comment, and closes it where the line does so.
  ///
  /// - Parameters:
  ///   - start: where the closing mark may start: "<!-->" is a whole comment.
  ///   - inside: where the comment's text starts.
  /// - Returns: where the line goes on behind the comment.
  private mutating func closeComment(in line: MarkdownBytes, from start: Int, inside: Int) -> Int {
    let closing = line.nextClosing(from: start)
    let end = closing ?? line.count
    openComment?.text += String(decoding: line.bytes[min(inside, end)..<end], as: UTF8.self)
    guard let closing else {
      openComment?.text += "\n"
      return line.count
    }
    if let comment = openComment { comments.append(comment) }
    openComment = nil
    return closing + 3
  }
}

extension MarkdownScan {
  /// What stands outside comments in some lines, without white space around it.
  func text(in range: Range<Int>) -> String {
    lines[range].map(\.visible).joined(separator: "\n").trimmed
  }

  /// There is something in these lines that is no heading, no comment and not blank.
  func hasText(in range: Range<Int>) -> Bool {
    lines[range].contains { line in
      if case .heading = line.kind { false } else { !line.visible.isBlank }
    }
  }
}

/// The fence that a code block was opened with (CommonMark 0.31.2, 4.5).
private struct CodeFence {
  let mark: UInt8
  let length: Int

  init?(openedBy line: MarkdownBytes) {
    let start = line.indentation
    guard start <= 3, start < line.count else { return nil }
    mark = line.bytes[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let rest = line.bytes[start...].drop { [mark] in $0 == mark }
    length = rest.startIndex - start
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), rest.contains(mark) { return nil }
  }

  func isClosed(by line: MarkdownBytes) -> Bool {
    let start = line.indentation
    guard start <= 3 else { return false }
    let rest = line.bytes[start...].drop { $0 == mark }
    return rest.startIndex - start >= length && rest.allSatisfy(MarkdownBytes.isBlank)
  }
}
