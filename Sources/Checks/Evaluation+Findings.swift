internal import Journal

/// Findings, and which of them are shown.
extension Evaluation {
  func finding(of rule: Rule, at match: Match, replacement: String? = nil) -> Finding {
    let placed = sentences[match.sentence]
    let text = placed.sentence.text(quoted: match.isQuoting)
    let place = place(of: match.range, in: text, placed.paragraph)
    var finding = finding(of: rule, place, replacement: replacement)
    finding.sentence = match.sentence
    return finding
  }

  /// Something is missing: that is told at the text's end.
  func missing(_ rule: Rule) -> Finding {
    let last = body.last.map { sentences[$0] }
    let line = (last?.sentence.end.line ?? 0) + (last.map { paragraphs[$0.paragraph].placed.firstLine } ?? 0)
    return finding(
      of: rule, Finding.Place(part: .body, line: line, column: last?.sentence.end.column ?? 0, length: 0))
  }

  func finding(of rule: Rule, _ place: Finding.Place, replacement: String? = nil) -> Finding {
    let text = text(at: place)
    let shown = text.count > 40 ? text.prefix(39) + "..." : text[...]
    return Finding(
      rule: rule.name, class: rule.class, level: rule.level, place: place, text: text,
      message: rule.message.filled(with: [replacement, String(shown)].compactMap(\.self)), why: rule.why,
      tries: rule.tries, link: rule.link)
  }

  private func place(of range: Range<Int>, in text: ScalarText, _ paragraph: Int) -> Finding.Place {
    let placed = paragraphs[paragraph].placed
    let start = text.places[range.lowerBound]
    let last = text.places[max(range.lowerBound, range.upperBound - 1)]
    let isWide =
      range.upperBound < text.scalars.count && text.scalars[range.upperBound - 1] == PreparedScalars.quote
    let end = isWide ? text.places[range.upperBound] : TextPlace(line: last.line, column: last.column + 1)
    var length = end.column - start.column
    for line in start.line..<end.line { length += placed.source.lines[line].count + 1 }
    return Finding.Place(
      part: placed.part, line: placed.firstLine + start.line, column: start.column, length: max(0, length))
  }

  private func text(at place: Finding.Place) -> String {
    guard place.length > 0 else { return "" }
    switch place.part {
    case .title: return String(manuscript.title.dropFirst(place.column).prefix(place.length))
    case .tags:
      let line = manuscript.tags.map { "#" + $0 }.joined(separator: " ")
      return String(line.dropFirst(place.column).prefix(place.length))
    case .body:
      let text = lines[place.line...].prefix(20).joined(separator: "\n")
      return String(text.dropFirst(place.column).prefix(place.length))
    }
  }

  // MARK: - What is not shown

  func isSuppressed(_ finding: Finding) -> Bool {
    if manuscript.dismissed.contains(finding.rule) || manuscript.dismissed.contains(finding.class.rawValue) {
      return true
    }
    guard finding.place.part == .body else { return false }
    var isOff = false
    for suppression in suppressions where suppression.line <= finding.place.line {
      let names = suppression.names
      guard names.isEmpty || names.contains(finding.rule) || names.contains(finding.class.rawValue) else {
        continue
      }
      isOff = suppression.isOff
    }
    return isOff
  }

  /// In the text's order, and of findings of one class about the same words, or the same sentence, only the first.
  static func withoutRepetitions(_ findings: [Finding]) -> [Finding] {
    var kept: [Finding] = []
    for finding in findings.sorted(by: { $0.place.precedes($1.place) }) {
      let repeated = kept.indices.suffix(8).last {
        kept[$0].class == finding.class && kept[$0].isAboutSame(as: finding)
      }
      guard let repeated, finding.class != .own else {
        kept.append(finding)
        continue
      }
      if kept[repeated].rule != finding.rule { kept[repeated].repetitions.append(finding.rule) }
    }
    return kept
  }
}

extension Finding {
  fileprivate func isAboutSame(as other: Finding) -> Bool {
    if place.overlaps(other.place) { return true }
    return self.class.isAboutSentences && sentence != nil && sentence == other.sentence
  }
}

extension Finding.Place {
  fileprivate func precedes(_ other: Finding.Place) -> Bool {
    (part.rawValue, line, column, -length) < (other.part.rawValue, other.line, other.column, -other.length)
  }

  fileprivate func overlaps(_ other: Finding.Place) -> Bool {
    guard part == other.part, line == other.line else { return false }
    return column < other.column + max(1, other.length) && other.column < column + max(1, length)
  }
}

extension String {
  /// The text with each "%s" replaced by the next of some words, the last of them by the last word.
  fileprivate func filled(with words: [String]) -> String {
    let parts = split(separator: "%s", omittingEmptySubsequences: false)
    var result = String(parts.first ?? "")
    for (number, part) in parts.dropFirst().enumerated() {
      result += words.isEmpty ? "" : words[min(number, words.count - 1)]
      result += part
    }
    return result
  }
}
