import Display
import Journal
import Typography

/// The guide below the text: the question of the section that the caret is in, a hint, an example, a caution.
struct GuidePane {
  private let parts: [(label: String, text: String, style: Style)]
  private let widths: ColumnWidths
  /// Of the longest label and a space; the same in every section, so that nothing jumps.
  private let labelColumns: Int

  init(section: GuidedSection?, _ scene: Scene) {
    let catalogue = scene.catalogue
    let prompt = section?.section?.prompt
    widths = scene.widths
    let labels = [catalogue[.guideHint], catalogue[.guideExample], catalogue[.guideCaution]]
    labelColumns = (labels.map { scene.widths.columns(of: $0) }.max() ?? 0) + 1
    var parts: [(String, String, Style)] = []
    if let question = prompt?.question { parts.append(("", question, .accent)) }
    if section?.isOptional == true { parts.append(("", catalogue[.guideOptional], .muted)) }
    if let hint = prompt?.hint { parts.append((catalogue[.guideHint], hint, .hint)) }
    if let example = prompt?.example { parts.append((catalogue[.guideExample], example, .example)) }
    if let caution = prompt?.caution { parts.append((catalogue[.guideCaution], caution, .caution)) }
    if parts.isEmpty { parts.append(("", catalogue[.guideOwnHeading], .muted)) }
    self.parts = parts
  }

  /// Everything wrapped at a width: for each row its label, if it is the first of its part, and its text.
  func rows(width: Int) -> [(label: String, text: String, style: Style)] {
    parts.flatMap { part in
      let indent = part.label.isEmpty ? 0 : labelColumns
      let lines = wrappedRows(of: part.text, width: max(1, width - indent), widths: widths)
      return lines.enumerated().map { index, line in
        (index == 0 ? part.label : "", line, part.style)
      }
    }
  }

  /// Draws what fits. Where not everything does, each part gives up rows from its end, the question last.
  func draw(on screen: inout Screen, in rect: Rect) {
    var row = rect.row
    for (part, rows) in zip(parts, share(of: rect)) {
      let indent = part.label.isEmpty ? 0 : labelColumns
      screen.draw(part.label, column: rect.column, row: row, in: rect, style: .muted)
      let area = Rect(
        column: rect.column + indent, row: row, columns: rect.columns - indent, rows: rows)
      row += screen.drawParagraph(part.text, in: area, style: part.style, widths: widths)
    }
  }

  /// How many rows each part gets.
  private func share(of rect: Rect) -> [Int] {
    var rows = parts.map { part in
      let indent = part.label.isEmpty ? 0 : labelColumns
      return wrappedRows(of: part.text, width: max(1, rect.columns - indent), widths: widths).count
    }
    while rows.reduce(0, +) > rect.rows {
      guard let longest = rows.indices.filter({ rows[$0] > 1 }).max(by: { rows[$0] <= rows[$1] }) else {
        return Array(rows.prefix(max(0, rect.rows)))
      }
      rows[longest] -= 1
    }
    return rows
  }
}
