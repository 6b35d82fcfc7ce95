import Display
import Journal
import Typography

/// The guide below the text: the question of the section that the caret is in, a hint, an example, a caution; or the
/// current vector.
struct GuidePane {
  private let parts: [(label: String, text: String, style: Style)]
  private let widths: ColumnWidths
  /// Of the longest label and a space; the same in every section, so that nothing jumps.
  private let labelColumns: Int

  /// - Parameter section: the format's section; nil where the heading is the writer's own.
  init(section: Template.Section?, _ scene: Scene) {
    let catalogue = scene.catalogue
    let prompt = section?.prompt
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

  /// - Parameter vector: what is shown instead of guidance, the sentence first.
  init(vector: VectorStatement, _ scene: Scene) {
    let parts: [VectorStatement.Part] = [.sentence, .destination, .present, .nextStep, .turningPoint, .past]
    widths = scene.widths
    labelColumns = (parts.map { scene.widths.columns(of: scene.catalogue.title(of: $0)) }.max() ?? 0) + 1
    self.parts = parts.compactMap { part in
      let style: Style = part == .sentence ? .accent : .plain
      return vector[part].map { (scene.catalogue.title(of: part), $0, style) }
    }
  }

  /// The rows that everything takes at a width, in columns.
  func height(atWidth width: Int) -> Int {
    rows(atWidth: width).reduce(0, +)
  }

  private func rows(atWidth width: Int) -> [Int] {
    parts.map { part in
      let indent = part.label.isEmpty ? 0 : labelColumns
      return wrappedRows(of: part.text, width: max(1, width - indent), widths: widths).count
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
    var rows = rows(atWidth: rect.columns)
    while rows.reduce(0, +) > rect.rows {
      guard let longest = rows.indices.filter({ rows[$0] > 1 }).max(by: { rows[$0] <= rows[$1] }) else {
        return Array(rows.prefix(max(0, rect.rows)))
      }
      rows[longest] -= 1
    }
    return rows
  }
}

/// How high the guide has to be for the longest guidance of a format, so that it stays as high from section to
/// section.
struct GuideHeight: Equatable {
  /// What it was measured for, in columns; nil before the first time.
  private(set) var width: Int?
  private(set) var rows = 0

  /// Measures again if the width is another one.
  mutating func measure(_ template: Template?, in scene: Scene) {
    let width = scene.size.columns - 4
    guard let template, width != self.width else { return }
    self.width = width
    let opening = Template.Section(id: "", heading: "", prompt: template.openingPrompt)
    let panes = ([opening] + template.sections).map { GuidePane(section: $0, scene) }
    rows = panes.map { $0.height(atWidth: width) }.max() ?? 0
  }
}
