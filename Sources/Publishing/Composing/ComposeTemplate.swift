/// How a format's sections become a channel's text: Mustache's variables and sections over the ids, and nothing more.
///
/// `{{id}}` is the section's text, `{{#id}}…{{/id}}` is there where something is written in it, `{{^id}}…{{/id}}` where
/// nothing is. Nothing is escaped. Tags of a section that stand alone on a line leave no line behind, as in Mustache.
package struct ComposeTemplate: Equatable, Sendable {
  private var tokens: [Token] = []

  fileprivate enum Token: Equatable {
    case text(String)
    case value(String)
    case start(String, isInverted: Bool)
    case end
  }

  /// A tag is not closed, closes nothing, or is none of those above.
  package struct Fault: Error, Equatable, Sendable {
    /// The line in the template, from 1.
    package let line: Int
  }

  /// In characters; nobody's id is as long.
  private static let longestTag = 100

  package init(_ template: String) throws(Fault) {
    var open: [String] = []
    var rest = template[...]
    while let mark = rest.firstRange(of: "{{") {
      let line = 1 + template[..<mark.lowerBound].utf8.count { $0 == UInt8(ascii: "\n") }
      guard let end = rest[mark.upperBound...].prefix(Self.longestTag).firstRange(of: "}}"),
        let tag = Self.tag(rest[mark.upperBound..<end.lowerBound], in: &open)
      else { throw Fault(line: line) }
      let isAlone = tag.isOfSection && Self.standsAlone(mark.lowerBound..<end.upperBound, in: template)
      add(rest[..<mark.lowerBound], endsAtTagAlone: isAlone)
      tokens.append(tag)
      rest = rest[end.upperBound...]
      if isAlone {
        rest = rest[(rest.firstIndex { $0.isNewline }.map(rest.index(after:)) ?? rest.endIndex)...]
      }
    }
    guard open.isEmpty else { throw Fault(line: template.utf8.count { $0 == UInt8(ascii: "\n") } + 1) }
    add(rest, endsAtTagAlone: false)
  }

  private mutating func add(_ text: Substring, endsAtTagAlone: Bool) {
    let indentation = endsAtTagAlone ? text.reversed().prefix { $0 == " " || $0 == "\t" }.count : 0
    let text = text.dropLast(indentation)
    if !text.isEmpty { tokens.append(.text(String(text))) }
  }

  private static func tag(_ content: Substring, in open: inout [String]) -> Token? {
    let sign = content.first
    let isValue = sign != "#" && sign != "^" && sign != "/"
    let name = (isValue ? content : content.dropFirst()).filter { $0 != " " }
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else {
      return nil
    }
    if isValue { return .value(name) }
    if sign == "/" { return open.popLast() == name ? .end : nil }
    open.append(name)
    return .start(name, isInverted: sign == "^")
  }

  private static func standsAlone(_ tag: Range<String.Index>, in template: String) -> Bool {
    let before = template[..<tag.lowerBound].reversed().first { $0 != " " && $0 != "\t" }
    let after = template[tag.upperBound...].first { $0 != " " && $0 != "\t" }
    return before?.isNewline ?? true && after?.isNewline ?? true && !(before == nil && after == nil)
  }

  /// The ids that it asks for.
  package var names: Set<String> {
    Set(
      tokens.compactMap { token in
        switch token {
        case .value(let name), .start(let name, _): name
        case .text, .end: nil
        }
      })
  }

  /// The text with the values in it; a name without a value, or with an empty one, stands for nothing.
  package func text(_ values: [String: String]) -> String {
    var result = ""
    var shown: [Bool] = []
    for token in tokens {
      switch token {
      case .text(let text): if shown.last ?? true { result += text }
      case .value(let name): if shown.last ?? true { result += values[name] ?? "" }
      case .start(let name, let isInverted):
        let hasValue = !(values[name] ?? "").isEmpty
        shown.append((shown.last ?? true) && hasValue != isInverted)
      case .end: _ = shown.popLast()
      }
    }
    return result
  }
}

extension ComposeTemplate.Token {
  fileprivate var isOfSection: Bool {
    switch self {
    case .start, .end: true
    case .text, .value: false
    }
  }
}
