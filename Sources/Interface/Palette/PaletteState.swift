import Display
import Typography

/// The command palette: everything that can be done here, by name.
package struct PaletteState: Equatable, Sendable {
  /// Where the palette was called from: its keys are the ones shown.
  let place: KeyPlace
  var filter = LineField()
  var selection = ListSelection()

  init(place: KeyPlace) {
    self.place = place
  }

  /// The commands whose name matches the filter. A name matches in the language of the screen, and by its
  /// English name in the key file.
  func commands(in scene: Scene) -> [Command] {
    let words = FoldedText.fold(filter.text).split(whereSeparator: \.isWhitespace)
    return Command.listed.filter { $0.isListed(in: place) }.filter { command in
      let searched = FoldedText.fold(scene.catalogue.title(of: command)) + " " + command.rawValue
      return words.allSatisfy { searched.contains($0) }
    }
  }
}

extension PaletteState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    let commands = commands(in: scene)
    if command == .choose {
      guard commands.indices.contains(selection.index) else { return [] }
      return [.backAndPerform(commands[selection.index])]
    }
    if selection.perform(command, total: commands.count, page: listRect(in: scene).rows) { return [] }
    guard let moment = scene.moment else { return [] }
    if filter.perform(command, at: moment.milliseconds) { selection = ListSelection() }
    return []
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    guard let moment = scene.moment else { return [] }
    filter.insert(text, isPaste: isPaste, at: moment.milliseconds)
    selection = ListSelection()
    return []
  }

  mutating func settle(in scene: Scene) {
    selection.settle(total: commands(in: scene).count, height: listRect(in: scene).rows)
  }

  private func listRect(in scene: Scene) -> Rect {
    scene.window.inset(left: 2, top: 3, right: 2, bottom: 1)
  }

  func draw(on screen: inout Screen, in scene: Scene) {
    let window = scene.window.inset(left: 2, right: 2)
    screen.draw(
      scene.catalogue[.paletteTitle], column: window.column, row: 0, in: window, style: .title)
    let list = listRect(in: scene)
    let commands = commands(in: scene)
    if commands.isEmpty {
      screen.drawParagraph(
        scene.catalogue[.paletteNothingMatches], in: list, style: .muted, widths: scene.widths)
    }
    for (offset, command) in commands.dropFirst(selection.top).prefix(list.rows).enumerated() {
      let line = Rect(column: list.column, row: list.row + offset, columns: min(list.columns, 60), rows: 1)
      draw(command, isChosen: selection.top + offset == selection.index, on: &screen, in: line, scene)
    }
    StatusBar(left: [], hints: [Hint(.choose), Hint(.back)]).draw(on: &screen, in: scene, place: .list)
    drawFilter(on: &screen, in: window.inset(top: 1).splitTop(1).top, scene)
  }

  private func draw(
    _ command: Command, isChosen: Bool, on screen: inout Screen, in line: Rect, _ scene: Scene
  ) {
    if isChosen { screen.fill(line, .selected) }
    let label = scene.keymap.label(for: command, in: place)
    let labelColumns = scene.widths.columns(of: label)
    let room = line.inset(right: labelColumns + 1)
    let title = scene.widths.shortened(scene.catalogue.title(of: command), to: room.columns)
    screen.draw(title, column: line.column, row: line.row, in: room, style: isChosen ? .selected : .plain)
    screen.draw(
      label, column: line.endColumn - labelColumns, row: line.row, in: line,
      style: isChosen ? .selected : .key)
  }

  private func drawFilter(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    let label = scene.catalogue[.filterLabel] + " "
    let end = screen.draw(label, column: rect.column, row: rect.row, in: rect, style: .muted)
    screen.caret = filter.draw(
      on: &screen, in: rect.inset(left: end - rect.column), style: .plain,
      placeholder: scene.catalogue[.paletteFilterHint], widths: scene.widths)
  }
}
