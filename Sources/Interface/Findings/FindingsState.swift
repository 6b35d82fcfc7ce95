package import Checks
import Display
import Typography

/// The look at an entry before it is shared: what the checks found, why it may matter, and what to try. Nothing here
/// blocks anything.
package struct FindingsState: Equatable, Sendable {
  package private(set) var findings: [Finding] = []
  /// The lines of the text that findings stand in, by number.
  private var lines: [Int: String] = [:]
  /// Nil until the checks have answered.
  private var refused: [String]?
  var selection = ListSelection()

  /// Takes what the checks found, and keeps the chosen finding chosen where it is still there.
  mutating func receive(_ report: CheckedText, line: (Int) -> String) {
    let chosen = chosenFinding
    findings = report.findings
    refused = report.refused
    let inBody = findings.filter { $0.place.part == .body }
    lines = Dictionary(inBody.map { ($0.place.line, line($0.place.line)) }) { first, _ in first }
    selection.index = findings.firstIndex { $0 == chosen } ?? min(selection.index, max(0, findings.count - 1))
  }

  var chosenFinding: Finding? {
    findings.indices.contains(selection.index) ? findings[selection.index] : nil
  }
}

/// What came of checking a text.
package struct CheckedText: Equatable, Sendable {
  package let document: DocumentID
  /// The state of the text that was checked.
  package let revision: Int
  package let findings: [Finding]
  /// Rules of the writer's own that could not be used, each with its file, line and reason.
  package let refused: [String]

  package init(document: DocumentID, revision: Int, findings: [Finding], refused: [String] = []) {
    self.document = document
    self.revision = revision
    self.findings = findings
    self.refused = refused
  }
}

extension FindingsState: Layer {
  static var keyPlace: KeyPlace { .findings }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    if selection.perform(command, total: findings.count, page: panes(in: scene).list.rows) { return [] }
    guard let finding = chosenFinding else { return [] }
    switch command {
    case .choose: return [.showFinding(finding)]
    case .dismissHere: return [.dismissFinding(finding, .here)]
    case .dismissInEntry: return [.dismissFinding(finding, .inEntry)]
    case .dismissForGood: return [.dismissFinding(finding, .forGood)]
    default: return []
    }
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] { [] }

  mutating func settle(in scene: Scene) {
    selection.settle(total: findings.count, height: panes(in: scene).list.rows)
  }

  private func panes(in scene: Scene) -> (care: Rect, list: Rect, detail: Rect) {
    let body = scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
    let careRows = careLines(in: scene, width: body.columns).count
    let (care, rest) = body.splitTop(careRows > 0 ? min(careRows + 1, body.rows / 2) : 0)
    let listRows = min(max(1, findings.count), max(1, rest.rows / 3))
    let (list, below) = rest.splitTop(listRows)
    return (care, list, below.inset(top: 1))
  }

  /// The calm line, where somebody may need one.
  private func careLines(in scene: Scene, width: Int) -> [String] {
    guard findings.contains(where: { $0.class == .care }) else { return [] }
    let texts = [scene.catalogue[.careLine]] + scene.settings.careContacts
    return texts.flatMap { wrappedRows(of: $0, width: max(1, width), widths: scene.widths) }
  }

  func draw(on screen: inout Screen, in scene: Scene) {
    let panes = panes(in: scene)
    screen.draw(scene.catalogue[.findingsTitle], column: 2, row: 0, in: scene.window, style: .title)
    for (offset, line) in careLines(in: scene, width: panes.care.columns).prefix(panes.care.rows).enumerated()
    {
      screen.draw(
        line, column: panes.care.column, row: panes.care.row + offset, in: panes.care, style: .accent)
    }
    if findings.isEmpty {
      let text = scene.catalogue[refused == nil ? .findingsChecking : .findingsNone]
      screen.drawParagraph(text, in: panes.list, style: .muted, widths: scene.widths)
    }
    drawList(on: &screen, in: panes.list, scene)
    drawDetail(on: &screen, in: panes.detail, scene)
    let hints = [
      Hint(.choose, .findingsJump), Hint(.dismissHere), Hint(.dismissInEntry), Hint(.dismissForGood),
      Hint(.back), Hint(.export),
    ]
    StatusBar(left: [], hints: hints).draw(on: &screen, in: scene, place: .findings)
    let row = panes.list.row + max(0, selection.index - selection.top)
    screen.caret = ScreenPosition(column: panes.list.column, row: min(row, scene.size.rows - 1))
  }

  private func drawList(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    for (offset, finding) in findings.dropFirst(selection.top).prefix(rect.rows).enumerated() {
      let line = Rect(column: rect.column, row: rect.row + offset, columns: rect.columns, rows: 1)
      let isChosen = selection.top + offset == selection.index
      if isChosen { screen.fill(line.inset(left: 1), .selected) }
      screen.draw(isChosen ? ">" : " ", column: line.column, row: line.row, in: line, style: .accent)
      let title = scene.catalogue.title(of: finding.class)
      let words = finding.text.isEmpty ? finding.message : finding.text
      let text = scene.widths.shortened("\(title)  \(words)", to: max(0, line.columns - 3))
      screen.draw(
        text, column: line.column + 2, row: line.row, in: line, style: isChosen ? .selected : .plain)
    }
  }

  /// The finding in its line with its words marked, then why, then what to try.
  private func drawDetail(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    var rest = rect
    func paragraph(_ text: String, _ style: Style, indent: Int = 0) {
      let used = screen.drawParagraph(
        text, in: rest.inset(left: indent), style: style, widths: scene.widths)
      rest = rest.inset(top: used)
    }
    if let finding = chosenFinding {
      rest = rest.inset(top: drawExcerpt(of: finding, on: &screen, in: rest, scene))
      paragraph(finding.message, .caution)
      paragraph(finding.why, .plain)
      if !finding.tries.isEmpty { paragraph(scene.catalogue[.findingsTry], .muted) }
      for wording in finding.tries { paragraph(wording, .example, indent: 2) }
      if let link = finding.link, link.hasPrefix("http") { paragraph(link, .muted) }
    }
    for line in refused ?? [] { paragraph(line, .error) }
  }

  /// - Returns: the rows used, with a blank one below.
  private func drawExcerpt(
    of finding: Finding, on screen: inout Screen, in rect: Rect, _ scene: Scene
  ) -> Int {
    guard finding.place.part == .body, !finding.text.isEmpty, let line = lines[finding.place.line] else {
      return 0
    }
    let characters = Array(line)
    let start = min(max(0, finding.place.column), characters.count)
    let end = min(start + max(0, finding.place.length), characters.count)
    let words = String(characters[start..<end])
    let room = min(rect.columns / 3, rect.columns - scene.widths.columns(of: words))
    let before = scene.widths.ending(of: String(characters[..<start]), fitting: max(3, room))
    let marked = scene.widths.shortened(words, to: rect.columns - scene.widths.columns(of: before))
    let rest = rect.columns - scene.widths.columns(of: before + marked)
    let tail = String(characters[end...])
    let fits = rest >= 3 || scene.widths.columns(of: tail) <= rest
    let after = fits ? scene.widths.shortened(tail, to: rest) : ""
    screen.drawLine(
      [Span(before, .muted), Span(marked, .selected), Span(after, .muted)], in: rect, row: rect.row)
    return 2
  }
}

extension ColumnWidths {
  /// The end of a text that fits into so many columns; "..." stands before it where it was cut.
  func ending(of text: String, fitting columns: Int) -> String {
    guard self.columns(of: text) > columns else { return text }
    var room = columns - 3
    var kept: [Character] = []
    for character in text.reversed() {
      room -= self.columns(of: character)
      guard room >= 0 else { break }
      kept.append(character)
    }
    return "..." + String(kept.reversed())
  }
}
