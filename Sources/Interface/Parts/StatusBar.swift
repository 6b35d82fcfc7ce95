import Display
import Typography

/// A command in the line at the bottom, with what it means here where that is not its usual name.
struct Hint {
  let command: Command
  let title: Phrase?

  init(_ command: Command, _ title: Phrase? = nil) {
    self.command = command
    self.title = title
  }
}

/// The line at the bottom: at the left how things are, at the right the keys that help now.
struct StatusBar {
  var left: [Span]
  /// What is good to know behind it, the most useful first: shown as far as there is room beside the first keys.
  var asides: [Span] = []
  /// Commands with their keys, the most helpful first; those that don't fit are left out.
  var hints: [Hint]

  func draw(on screen: inout Screen, in scene: Scene, place: KeyPlace) {
    let bar = scene.window.splitBottom(1).bottom
    screen.fill(bar, .statusBar)
    let inner = bar.inset(left: 1, right: 1)
    if let notice = scene.notice, draw(notice, on: &screen, in: scene) { return }
    let spans = scene.notice.map { [Span($0.text, StatusBar.style(of: $0))] } ?? left
    let shown = scene.notice == nil ? spans + shownAsides(in: scene, place, columns: inner.columns) : spans
    let end = screen.drawLine(shown, in: inner, row: bar.row)
    drawKeys(on: &screen, in: scene, place: place, rect: inner, from: end + 2)
  }

  /// Never at the cost of the first keys.
  private func shownAsides(in scene: Scene, _ place: KeyPlace, columns: Int) -> [Span] {
    var room = columns - left.reduce(0) { $0 + scene.widths.columns(of: $1.text) }
    for hint in hints.prefix(StatusBar.keysBeforeAsides) { room -= width(of: hint, in: scene, place) + 2 }
    var shown: [Span] = []
    for aside in asides {
      room -= 2 + scene.widths.columns(of: aside.text)
      guard room >= 0 else { break }
      shown += [Span("  "), aside]
    }
    return shown
  }

  private static let keysBeforeAsides = 2

  /// In columns, of its key and its title.
  private func width(of hint: Hint, in scene: Scene, _ place: KeyPlace) -> Int {
    let label = scene.keymap.label(for: hint.command, in: place)
    return scene.widths.columns(of: label) + 1 + scene.widths.columns(of: title(of: hint, in: scene))
  }

  private func title(of hint: Hint, in scene: Scene) -> String {
    hint.title.map { scene.catalogue[$0] } ?? scene.catalogue.shortTitle(of: hint.command)
  }

  /// Draws a notice that is longer than the line on as many rows as it needs, a third of the window at most.
  /// - Returns: false where it fits the line.
  private func draw(_ notice: Notice, on screen: inout Screen, in scene: Scene) -> Bool {
    let width = scene.size.columns - 2
    let rows = wrappedRows(of: notice.text, width: width, widths: scene.widths).count
    guard rows > 1 else { return false }
    let area = scene.window.splitBottom(min(rows, max(1, scene.size.rows / 3))).bottom
    screen.fill(area, .statusBar)
    screen.drawParagraph(
      notice.text, in: area.inset(left: 1, right: 1), style: StatusBar.style(of: notice),
      widths: scene.widths)
    return true
  }

  private static func style(of notice: Notice) -> Style {
    notice.isAlert ? .statusAlert : .statusBar
  }

  private func drawKeys(
    on screen: inout Screen, in scene: Scene, place: KeyPlace, rect: Rect, from start: Int
  ) {
    var shown: [[Span]] = []
    var room = rect.endColumn - start
    for hint in hints {
      let label = scene.keymap.label(for: hint.command, in: place)
      guard !label.isEmpty else { continue }
      let title = title(of: hint, in: scene)
      let columns = width(of: hint, in: scene, place) + 2
      guard columns <= room + 2 else { break }
      room -= columns
      shown.append([Span(label, .key), Span(" " + title, .statusBar)])
    }
    var column = rect.endColumn
    for spans in shown.reversed() {
      column -= spans.reduce(0) { $0 + scene.widths.columns(of: $1.text) }
      let part = Rect(column: column, row: rect.row, columns: rect.endColumn - column, rows: 1)
      screen.drawLine(spans, in: part, row: rect.row)
      column -= 2
    }
  }
}
