import Display
import Journal
import Typography

extension HomeState {
  func draw(on screen: inout Screen, in scene: Scene) {
    drawHeader(on: &screen, in: scene)
    drawVector(on: &screen, in: scene)
    let list = listRect(in: scene)
    if let problem {
      let text = scene.catalogue[
        .homeUnreadable,
        ["journal": scene.settings.journalName, "problem": problem.text(in: scene.catalogue)]
      ]
      screen.drawParagraph(text, in: list, style: .error, widths: scene.widths)
    } else if itemCount == 0 {
      drawWelcome(on: &screen, in: list, scene)
    } else {
      drawList(on: &screen, in: list, scene)
    }
    let answer = chosenItem?.isPromise == true ? [Hint(.carryOn, .homeAnswer)] : []
    let hints =
      answer + [Hint(.newEntry), Hint(.choose, .homeOpen), Hint(.palette), Hint(.keys), Hint(.quit)]
    StatusBar(left: [], hints: hints).draw(on: &screen, in: scene, place: .list)
    placeCaret(on: &screen, in: list, scene)
  }

  private func drawHeader(on screen: inout Screen, in scene: Scene) {
    let header = scene.window.splitTop(1).top.inset(left: 2, right: 2)
    let end = screen.draw(
      scene.catalogue[.homeTitle], column: header.column, row: header.row, in: header, style: .title)
    let room = header.endColumn - end - 2
    let name = scene.widths.shortened(scene.settings.journalName, to: max(0, room))
    let column = header.endColumn - scene.widths.columns(of: name)
    if room > 4 { screen.draw(name, column: column, row: header.row, in: header, style: .muted) }
  }

  private func drawVector(on screen: inout Screen, in scene: Scene) {
    guard let vectorLine else { return }
    let rect = vectorRect(in: scene)
    let heading = scene.catalogue[.homeVector]
    screen.draw(heading, column: rect.column, row: rect.row, in: rect, style: .heading)
    screen.drawParagraph(
      vectorLine, in: rect.inset(left: 2, top: 1), style: .accent, widths: scene.widths)
  }

  private func drawWelcome(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let key = scene.keymap.label(for: .newEntry, in: .list)
    let text =
      isComplete ? scene.catalogue[.homeWelcome, ["key": key]] : scene.catalogue[.homeReading]
    screen.drawParagraph(text, in: rect, style: isComplete ? .plain : .muted, widths: scene.widths)
  }

  private func drawList(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let rows = listRows(in: scene).dropFirst(selection.top).prefix(rect.rows)
    for (offset, row) in rows.enumerated() {
      switch row {
      case .blank: break
      case .heading(let phrase):
        let text = scene.catalogue[phrase]
        screen.draw(text, column: rect.column, row: rect.row + offset, in: rect, style: .heading)
      case .item(let index):
        let line = Rect(column: rect.column, row: rect.row + offset, columns: rect.columns, rows: 1)
        guard let item = item(at: index) else { continue }
        draw(item, isChosen: index == selection.index, on: &screen, in: line, scene)
      }
    }
  }

  private func draw(
    _ item: Item, isChosen: Bool, on screen: inout Screen, in line: Rect, _ scene: Scene
  ) {
    if isChosen { screen.fill(line.inset(left: 1), .selected) }
    let style: Style = isChosen ? .selected : .plain
    let quiet: Style = isChosen ? .selected : .muted
    screen.draw(isChosen ? ">" : " ", column: line.column, row: line.row, in: line, style: .accent)
    var rest = line.inset(left: 2, right: 1)
    if line.columns >= 40 {
      let date = item.day ?? ""
      screen.draw(date, column: rest.column, row: line.row, in: rest, style: quiet)
      rest = rest.inset(left: 12)
    }
    let about = self.about(item, scene)
    let columns = scene.widths.columns(of: about)
    if rest.columns - columns >= (item.isPromise ? HomeState.leastPromise : HomeState.leastName) {
      screen.draw(about, column: rest.endColumn - columns, row: line.row, in: rest, style: quiet)
      rest = rest.inset(right: columns + 2)
    }
    let name = scene.widths.shortened(item.name, to: rest.columns)
    screen.draw(name, column: rest.column, row: line.row, in: rest, style: style)
  }

  private func about(_ item: Item, _ scene: Scene) -> String {
    switch item {
    case .promise(let promise):
      scene.widths.shortened(promise.step.due ?? promise.entry.name, to: HomeState.dueColumns)
    case .entry(let entry): about(entry, scene)
    }
  }

  /// How much room there is for when a promise is due, in columns.
  private static let dueColumns = 22
  /// A name is left this much room before anything is said about it, in columns.
  private static let leastName = 20
  /// The same for the words of a promise.
  private static let leastPromise = 36

  /// The format's name and how far the entry is.
  private func about(_ entry: EntrySummary, _ scene: Scene) -> String {
    guard entry.isText else { return scene.catalogue[.listNotText] }
    let language = scene.catalogue.language
    let template = entry.metadata.template.flatMap { scene.shelf.template($0, in: language) }
    let name = template?.title ?? entry.metadata.kind.map { scene.catalogue.title(ofFamily: $0.rawValue) }
    let progress = entry.isUnfinished ? entry.progress.map { "\($0.done)/\($0.total)" } : nil
    return [name, progress].compactMap(\.self).joined(separator: "  ")
  }

  private func placeCaret(on screen: inout Screen, in list: Rect, _ scene: Scene) {
    let rows = listRows(in: scene)
    let chosen = rows.firstIndex(of: .item(selection.index)) ?? 0
    let row = min(list.row + max(0, chosen - selection.top), scene.size.rows - 1)
    screen.caret = ScreenPosition(column: list.column, row: row)
  }
}

extension HomeState.Item {
  /// What is promised, or what the entry is called.
  fileprivate var name: String {
    switch self {
    case .promise(let promise): promise.step.text
    case .entry(let entry): entry.name
    }
  }

  fileprivate var day: String? {
    switch self {
    case .promise(let promise): promise.entry.metadata.date?.formatted("YYYY-MM-DD")
    case .entry(let entry): entry.day
    }
  }
}
