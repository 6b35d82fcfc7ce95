import Checks
import FoundationEssentials
import Interface

/// What was found in an entry, as it is printed.
struct CheckReport {
  let findings: [Finding]
  /// The line in the file where the text begins, from 1.
  let firstLine: Int

  /// The line in the file, from 1; that of a title or a tag is the file's first.
  private func line(of finding: Finding) -> Int {
    finding.place.part == .body ? firstLine + finding.place.line : 1
  }

  func text(in catalogue: Catalogue) -> String {
    findings.map { finding in
      let place =
        finding.place.part == .body
        ? "\(line(of: finding)):\(finding.place.column + 1)" : catalogue[.cliCheckTitle]
      var text = "\(place)  \(finding.rule)  \(finding.message)\n"
      if finding.needsItsWords { text += "    > \(finding.text.replacing("\n", with: " "))\n" }
      if !finding.why.isEmpty { text += "    \(catalogue[.cliCheckWhy]): \(finding.why)\n" }
      for wording in finding.tries { text += "    \(catalogue[.cliCheckTry]): \(wording)\n" }
      return text
    }.joined()
  }

  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let printed = findings.map { PrintedFinding($0, line: line(of: $0)) }
    return String(decoding: try encoder.encode(["findings": printed]), as: UTF8.self)
  }
}

extension Finding {
  /// The message does not say which words it is about. Nobody in danger is shown their words again, and what is
  /// invisible cannot be shown.
  fileprivate var needsItsWords: Bool {
    guard self.class != .care, self.class != .invisible else { return false }
    return !text.isEmpty && !message.contains(text.prefix(20))
  }
}

/// A finding as `--format json` prints it.
private struct PrintedFinding: Encodable {
  let rule: String
  let `class`: String
  let level: String
  /// From 1.
  let line: Int
  /// In graphemes, from 1.
  let column: Int
  /// In graphemes.
  let length: Int
  let text: String
  let message: String
  let why: String
  let `try`: [String]

  init(_ finding: Finding, line: Int) {
    rule = finding.rule
    `class` = finding.class.rawValue
    level = finding.level.rawValue
    self.line = line
    column = finding.place.column + 1
    length = finding.place.length
    text = finding.text
    message = finding.message
    why = finding.why
    `try` = finding.tries
  }
}
