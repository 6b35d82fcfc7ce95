import Display
import Journal
import Typography

/// The entries that carry one another on, to open any of them.
package struct SeriesState: Equatable, Sendable {
  /// The oldest first.
  let entries: [EntrySummary]
  var selection: ListSelection

  /// - Parameter index: the entry from which the list was called.
  init(_ entries: [EntrySummary], at index: Int) {
    self.entries = entries
    selection = ListSelection(index: index)
  }
}

extension SeriesState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    if selection.perform(command, total: entries.count, page: listRect(in: scene).rows) { return [] }
    guard command == .choose, entries.indices.contains(selection.index) else { return [] }
    return [.openEntry(path: entries[selection.index].path)]
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] { [] }

  mutating func settle(in scene: Scene) {
    selection.settle(total: entries.count, height: listRect(in: scene).rows)
  }

  private func listRect(in scene: Scene) -> Rect {
    scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
  }

  func draw(on screen: inout Screen, in scene: Scene) {
    let list = listRect(in: scene)
    screen.draw(
      scene.catalogue[.seriesTitle], column: list.column, row: 0, in: scene.window, style: .title)
    for (offset, entry) in entries.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let line = Rect(column: list.column, row: list.row + offset, columns: list.columns, rows: 1)
      draw(entry, number: selection.top + offset + 1, on: &screen, in: line, scene)
    }
    StatusBar(left: [], hints: [Hint(.choose, .homeOpen), Hint(.back)])
      .draw(on: &screen, in: scene, place: .list)
    screen.caret = ScreenPosition(column: list.column, row: list.row + selection.index - selection.top)
  }

  private func draw(
    _ entry: EntrySummary, number: Int, on screen: inout Screen, in line: Rect, _ scene: Scene
  ) {
    let isChosen = number == selection.index + 1
    if isChosen { screen.fill(line, .selected) }
    let date = entry.metadata.date?.formatted("YYYY-MM-DD HH:mm") ?? ""
    let format = entry.metadata.template.flatMap { scene.shelf.template($0, in: scene.catalogue.language) }
    let parts = ["\(number)", date, format?.title, entry.name].compactMap(\.self).filter { !$0.isEmpty }
    let shown = scene.widths.shortened(parts.joined(separator: "  "), to: line.columns)
    screen.draw(
      shown, column: line.column, row: line.row, in: line, style: isChosen ? .selected : .plain)
  }
}
