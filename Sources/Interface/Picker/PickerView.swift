import Display
import Journal
import Typography

/// Where the picker's parts are. A narrow window has no families, a low one no preview.
struct PickerPanes {
  let filter: Rect
  let families: Rect
  let formats: Rect
  let preview: Rect

  init(in scene: Scene) {
    let window = scene.window.inset(left: 2, right: 2, bottom: 1)
    filter = window.inset(top: 1).splitTop(1).top
    let body = window.inset(top: window.rows >= 10 ? 3 : 2)
    let familyColumns = body.columns >= 60 ? 16 : 0
    families = body.splitLeft(familyColumns).left
    let rest = body.splitLeft(familyColumns).rest
    if body.columns >= 70 {
      let columns = min(36, rest.columns * 2 / 5)
      formats = rest.splitLeft(columns).left
      preview = rest.inset(left: columns + 2)
    } else {
      let rows = body.rows >= 9 ? body.rows / 2 : body.rows
      formats = rest.splitTop(rows).top
      preview = rest.splitTop(rows).rest.inset(top: 1)
    }
  }
}

extension PickerState {
  func draw(on screen: inout Screen, in scene: Scene) {
    let panes = PickerPanes(in: scene)
    let title = scene.window.splitTop(1).top.inset(left: 2, right: 2)
    let name = scene.catalogue[origin == nil ? .pickerTitle : .pickerCarryOn]
    screen.draw(name, column: title.column, row: title.row, in: title, style: .title)
    drawFamilies(on: &screen, in: panes.families, scene)
    drawFormats(on: &screen, in: panes.formats, scene)
    drawPreview(on: &screen, in: panes.preview, scene)
    let hints = [Hint(.choose, .pickerBegin), Hint(.right, .pickerNextFamily), Hint(.back), Hint(.keys)]
    StatusBar(left: [], hints: hints).draw(on: &screen, in: scene, place: .list)
    drawFilter(on: &screen, in: panes.filter, scene)
  }

  private func drawFilter(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let label = scene.catalogue[.filterLabel] + " "
    let end = screen.draw(label, column: rect.column, row: rect.row, in: rect, style: .muted)
    screen.caret = filter.draw(
      on: &screen, in: rect.inset(left: end - rect.column), style: .plain,
      placeholder: scene.catalogue[.pickerFilterHint], widths: scene.widths)
  }

  private func drawFamilies(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let names =
      [scene.catalogue[.pickerAllFamilies]]
      + families(in: scene).map { scene.catalogue.title(ofFamily: $0) }
    for (index, name) in names.prefix(rect.rows).enumerated() {
      let style: Style = index == family ? .accent : .muted
      let shown = scene.widths.shortened((index == family ? "> " : "  ") + name, to: max(0, rect.columns - 1))
      screen.draw(shown, column: rect.column, row: rect.row + index, in: rect, style: style)
    }
  }

  private func drawFormats(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let items = items(in: scene)
    if items.isEmpty {
      screen.drawParagraph(
        scene.catalogue[.pickerNothingMatches], in: rect, style: .muted, widths: scene.widths)
    }
    for (offset, item) in items.dropFirst(selection.top).prefix(rect.rows).enumerated() {
      let index = selection.top + offset
      let line = Rect(column: rect.column, row: rect.row + offset, columns: rect.columns, rows: 1)
      let isChosen = index == selection.index
      if isChosen { screen.fill(line, .selected) }
      let number = index < 9 ? "\(index + 1) " : "  "
      let end = screen.draw(
        number, column: line.column, row: line.row, in: line, style: isChosen ? .selected : .key)
      let room = line.inset(left: end - line.column)
      let shown = scene.widths.shortened(name(of: item, scene), to: room.columns)
      screen.draw(
        shown, column: end, row: line.row, in: room, style: isChosen ? .selected : style(of: item))
    }
  }

  private func name(of item: Item, _ scene: Scene) -> String {
    switch item {
    case .format(let template): template.title
    case .broken(let file): scene.catalogue[.pickerBroken, ["name": file.name]]
    }
  }

  private func style(of item: Item) -> Style {
    switch item {
    case .format: .plain
    case .broken: .error
    }
  }

  private func drawPreview(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    switch chosenItem(in: scene) {
    case nil: return
    case .broken(let file):
      screen.drawParagraph(file.text(in: scene.catalogue), in: rect, style: .error, widths: scene.widths)
    case .format(let template): drawPreview(of: template, on: &screen, in: rect, scene)
    }
  }

  private func drawPreview(
    of template: Template, on screen: inout Screen, in rect: Rect, _ scene: Scene
  ) {
    var rest = rect
    rest = rest.inset(
      top: screen.drawParagraph(template.title, in: rest, style: .title, widths: scene.widths))
    rest = rest.inset(
      top: screen.drawParagraph(template.summary, in: rest, style: .plain, widths: scene.widths))
    if rest.rows > template.sections.count { rest = rest.inset(top: 1) }
    for section in template.sections where rest.rows > 0 {
      let optional = section.isOptional ? "  " + scene.catalogue[.sectionOptional] : ""
      let line = rest.splitTop(1).top
      let heading = scene.widths.shortened(section.heading, to: line.columns)
      let end = screen.draw(heading, column: line.column, row: line.row, in: line, style: .heading)
      screen.draw(optional, column: end, row: line.row, in: line, style: .muted)
      rest = rest.inset(top: 1)
      guard rect.rows >= template.sections.count * 2 + 4, let question = section.prompt.question
      else { continue }
      let used = screen.drawParagraph(
        question, in: rest.inset(left: 2).splitTop(2).top, style: .muted, widths: scene.widths)
      rest = rest.inset(top: used)
    }
  }
}
