/// What stands below a template's front matter: its sections, with the comments that lead the writer.
///
/// `## Heading {#id}` starts a section. A comment whose first word is `ask:`, `hint:`, `example:`, `caution:` or
/// `optional` is guidance of the section it stands in; above the first heading, of the opening. Other comments
/// are the author's notes. What stands outside comments is starting text.
package struct TemplateBody: Equatable, Sendable {
  /// The starting text above the first heading.
  package let opening: String
  package let openingPrompt: Prompt
  package let sections: [Template.Section]

  package static let sectionLimit = 200

  /// - Parameters:
  ///   - lines: with or without their endings.
  ///   - firstLine: the first line's number in its file, for faults.
  package init<Lines: Collection>(
    parsing lines: Lines, firstLine: Int = 1
  ) throws(TemplateBodyFault) where Lines.Element: StringProtocol {
    let scan = MarkdownScan(lines)
    if let line = scan.unclosedComment {
      throw TemplateBodyFault(line: line + firstLine, reason: .unclosedComment)
    }
    var parts: [TemplatePart] = [TemplatePart(heading: nil, line: 0)]
    for (line, content) in scan.lines.enumerated() {
      if case .heading(let level, let text) = content.kind {
        parts.append(TemplatePart(heading: (level, TemplateHeading(text)), line: line))
      } else {
        parts[parts.count - 1].take(content)
      }
    }
    guard parts.count - 1 <= Self.sectionLimit else {
      throw TemplateBodyFault(line: parts[Self.sectionLimit + 1].line + firstLine, reason: .tooManySections)
    }
    Self.distribute(scan.comments, among: &parts)
    opening = parts[0].startingText
    openingPrompt = parts[0].prompt
    sections = try Self.sections(of: parts.dropFirst(), firstLine: firstLine)
  }

  /// Gives each comment to the last part that starts above it.
  private static func distribute(_ comments: [MarkdownScan.Comment], among parts: inout [TemplatePart]) {
    var part = 0
    for comment in comments {
      while part + 1 < parts.count, parts[part + 1].line <= comment.line { part += 1 }
      parts[part].take(TemplateComment(comment.text))
    }
  }

  private static func sections(
    of parts: ArraySlice<TemplatePart>, firstLine: Int
  ) throws(TemplateBodyFault) -> [Template.Section] {
    var sections: [Template.Section] = []
    var ids: Set<String> = []
    for part in parts {
      guard let (level, heading) = part.heading else { continue }
      let id = heading.id ?? "section-\(sections.count + 1)"
      guard isID(id) else { throw TemplateBodyFault(line: part.line + firstLine, reason: .invalidID(id)) }
      guard ids.insert(id).inserted else {
        throw TemplateBodyFault(line: part.line + firstLine, reason: .duplicateID(id))
      }
      sections.append(
        Template.Section(
          id: id, heading: heading.text, level: level, prompt: part.prompt, isOptional: part.isOptional,
          startingText: part.startingText))
    }
    return sections
  }

  private static func isID(_ id: String) -> Bool {
    !id.isEmpty
      && id.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}

/// Why a template's body cannot be used.
package struct TemplateBodyFault: Error, Equatable, Sendable {
  /// The line in the file, from 1.
  package let line: Int
  package let reason: Reason

  package init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  package enum Reason: Equatable, Sendable {
    /// "<!--" without "-->".
    case unclosedComment
    /// Something else than a-z, 0-9 and "-" in "{#…}", or nothing.
    case invalidID(String)
    case duplicateID(String)
    /// More than `TemplateBody.sectionLimit`.
    case tooManySections
  }
}

/// A heading of a template with what stands below it, while it is read.
private struct TemplatePart {
  let heading: (level: Int, heading: TemplateHeading)?
  /// From 0.
  let line: Int
  private(set) var prompt = Prompt()
  private(set) var isOptional = false
  private var lines: [String] = []

  init(heading: (level: Int, heading: TemplateHeading)?, line: Int) {
    self.heading = heading
    self.line = line
  }

  /// Without blank lines around it.
  var startingText: String {
    let head = lines.drop { $0.isBlank }
    let last = head.lastIndex { !$0.isBlank }
    return last.map { head[...$0].joined(separator: "\n") } ?? ""
  }

  /// Takes a line of starting text; a line that is nothing but comment leaves none.
  mutating func take(_ line: MarkdownScan.Line) {
    if line.hasComment && line.visible.isBlank { return }
    lines.append(line.visible)
  }

  mutating func take(_ comment: TemplateComment) {
    switch comment.key {
    case "ask": prompt.question = joined(prompt.question, comment.value)
    case "hint": prompt.hint = joined(prompt.hint, comment.value)
    case "example": prompt.example = joined(prompt.example, comment.value)
    case "caution": prompt.caution = joined(prompt.caution, comment.value)
    case "optional": isOptional = true
    default: break
    }
  }

  private func joined(_ first: String?, _ second: String) -> String? {
    if second.isEmpty { return first }
    return first.map { $0 + "\n" + second } ?? second
  }
}

/// A comment of a template: "hint: …". The colon may be a Japanese one.
private struct TemplateComment {
  let key: String
  /// Without the lines' common indentation and the blank space around.
  let value: String

  init(_ comment: String) {
    let colon = comment.firstIndex { $0 == ":" || $0 == "：" } ?? comment.endIndex
    key = comment[..<colon].trimmed.lowercased()
    let lines = comment[colon...].dropFirst().lines
    let below = lines.dropFirst()
    let indentation = below.filter { !$0.isBlank }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    let first = lines.first.map { $0.trimmed } ?? ""
    value = ([first] + below.map { String($0.dropFirst(indentation)) }).joined(separator: "\n").trimmed
  }
}
