import Display
import Journal
import Typography

/// Where the history's parts are: two statements side by side, or one below the other in a narrow window.
struct HistoryPanes {
  /// The name of the screen, and below it what moved.
  let header: Rect
  /// The names of the statements, where they stand side by side.
  let names: Rect
  let list: Rect
  /// The width of a statement, in columns.
  let columns: Int
  /// Where the current statement begins, in columns from the list's left; nil in a narrow window.
  let laterColumn: Int?

  init(_ history: HistoryState, _ scene: Scene) {
    let window = scene.window.inset(left: 2, right: 2, bottom: 1)
    header = window.splitTop(min(2, window.rows)).top
    let isWide = window.columns >= 60 && history.hasEarlier
    let body = window.inset(top: window.rows >= 10 ? 3 : 2)
    names = body.splitTop(isWide ? 1 : 0).top
    list = body.inset(top: isWide ? (window.rows >= 10 ? 2 : 1) : 0)
    columns = isWide ? (window.columns - 2) / 2 : window.columns
    laterColumn = isWide ? columns + 2 : nil
  }

  /// A row of the list: what stands at the left, and beside it.
  struct Row: Equatable {
    var left: [Span] = []
    var right: [Span] = []
  }

  func rows(of history: HistoryState, _ scene: Scene) -> [Row] {
    history.comparison.parts.flatMap { part in
      [heading(of: part, history, scene)] + body(of: part, history, scene) + [Row()]
    }.dropLast()
  }

  private func heading(of part: ComparedPart, _ history: HistoryState, _ scene: Scene) -> Row {
    let title = Span(scene.catalogue.title(of: part.part), .heading)
    guard history.hasEarlier else { return Row(left: [title]) }
    let style: Style = part.change == .same ? .muted : .accent
    return Row(left: [title, Span("  " + scene.catalogue.title(of: part.change), style)])
  }

  private func body(of part: ComparedPart, _ history: HistoryState, _ scene: Scene) -> [Row] {
    let earlier = spans(part.earlier, scene)
    let later = spans(part.later, scene)
    guard laterColumn != nil else {
      guard part.change != .same else { return later.map { Row(left: $0) } }
      return named(history.earlier, earlier, scene) + named(history.current, later, scene)
    }
    return (0..<max(earlier.count, later.count)).map { index in
      Row(
        left: earlier.indices.contains(index) ? earlier[index] : [],
        right: later.indices.contains(index) ? later[index] : [])
    }
  }

  /// In a narrow window, what a statement says below its date.
  private func named(_ entry: EntrySummary, _ rows: [[Span]], _ scene: Scene) -> [Row] {
    guard !rows.isEmpty else { return [] }
    let date = entry.metadata.date?.formatted("YYYY-MM-DD") ?? entry.name
    return [Row(left: [Span(date, .muted)])] + rows.map { Row(left: $0) }
  }

  /// Each sentence on rows of its own, those marked that the other statement does not have.
  private func spans(_ sentences: [ComparedSentence], _ scene: Scene) -> [[Span]] {
    sentences.flatMap { sentence in
      let rows = wrappedRows(of: sentence.text, width: max(1, columns - 2), widths: scene.widths)
      let style: Style = sentence.isOnlyHere ? .accent : .plain
      return rows.enumerated().map { index, row in
        [Span(index == 0 && sentence.isOnlyHere ? "* " : "  ", .accent), Span(row, style)]
      }
    }
  }
}

extension HistoryState {
  func draw(on screen: inout Screen, in scene: Scene) {
    let panes = HistoryPanes(self, scene)
    drawHeader(on: &screen, in: panes.header, scene)
    drawNames(on: &screen, panes, scene)
    let rows = panes.rows(of: self, scene).dropFirst(top).prefix(panes.list.rows)
    for (offset, row) in rows.enumerated() {
      let line = panes.list.row + offset
      screen.drawLine(row.left, in: panes.list.splitLeft(rowWidth(row, panes)).left, row: line)
      guard let column = panes.laterColumn else { continue }
      screen.drawLine(row.right, in: panes.list.inset(left: column), row: line)
    }
    let choice = hasEarlier ? [Hint(.left, .historyOlder), Hint(.right, .historyNewer)] : []
    StatusBar(left: [], hints: choice + [Hint(.choose, .historyOpen), Hint(.back), Hint(.keys)])
      .draw(on: &screen, in: scene, place: .list)
    screen.caret = ScreenPosition(column: panes.list.column, row: panes.list.row)
  }

  /// A heading takes the whole width.
  private func rowWidth(_ row: HistoryPanes.Row, _ panes: HistoryPanes) -> Int {
    row.left.first?.style == .heading ? panes.list.columns : panes.columns
  }

  private func drawHeader(on screen: inout Screen, in rect: Rect, _ scene: Scene) {
    guard rect.rows > 0 else { return }
    screen.draw(
      scene.catalogue[.historyTitle], column: rect.column, row: rect.row, in: rect, style: .title)
    screen.drawParagraph(summary(scene), in: rect.inset(top: 1), style: .muted, widths: scene.widths)
  }

  /// What moved, in one line.
  private func summary(_ scene: Scene) -> String {
    guard hasEarlier else { return scene.catalogue[.historyFirst] }
    let times = comparison.movedTimes.map { scene.catalogue.title(of: $0) }
    guard !times.isEmpty else { return scene.catalogue[.historyUnmoved] }
    return scene.catalogue[.historyMoved, ["times": times.joined(separator: scene.catalogue[.listSeparator])]]
  }

  private func drawNames(on screen: inout Screen, _ panes: HistoryPanes, _ scene: Scene) {
    guard let column = panes.laterColumn, panes.names.rows > 0 else { return }
    let sides = [
      (earlier, panes.names.splitLeft(panes.columns).left), (current, panes.names.inset(left: column)),
    ]
    for (entry, rect) in sides {
      let date = entry.metadata.date?.formatted("YYYY-MM-DD")
      let name = [date, entry.name].compactMap(\.self).joined(separator: "  ")
      let shown = scene.widths.shortened(name, to: rect.columns)
      screen.draw(shown, column: rect.column, row: rect.row, in: rect, style: .title)
    }
  }
}
