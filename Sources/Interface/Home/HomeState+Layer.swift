import Display
import Journal

extension HomeState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    let page = listRows(in: scene).count
    if selection.perform(command, total: itemCount, page: page) { return [] }
    guard command == .choose, let chosenPath else { return [] }
    return [.openEntry(path: chosenPath)]
  }

  /// Nothing is written on the home: says where writing begins.
  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    let key = scene.keymap.label(for: .newEntry, in: .list)
    return [.notice(Notice(scene.catalogue[.homeHowToWrite, ["key": key]]))]
  }

  mutating func settle(in scene: Scene) {
    if let moment = scene.moment { turn(to: moment.timestamp.dayNumber) }
    selection.index = max(0, min(selection.index, itemCount - 1))
    let rows = listRows(in: scene)
    let height = listRect(in: scene).rows
    let chosen = rows.firstIndex(of: .item(selection.index)) ?? 0
    var window = ListSelection(index: chosen, top: selection.top)
    window.settle(total: rows.count, height: height)
    if selection.index == 0 { window.top = 0 }
    selection.top = window.top
  }

  /// A row of the list below the vector.
  enum Row: Equatable {
    case heading(Phrase)
    /// What can be chosen, by its index.
    case item(Int)
    case blank
  }

  func listRows(in scene: Scene) -> [Row] {
    let ends = [promises.count, promises.count + unfinishedCount, itemCount]
    let headings: [Phrase] = [.homePromised, .homeUnfinished, .homeRecent]
    var rows: [Row] = []
    for (heading, items) in zip(headings, zip([0] + ends, ends).map { $0..<$1 }) where !items.isEmpty {
      if !rows.isEmpty { rows.append(.blank) }
      rows.append(.heading(heading))
      rows += items.map { .item($0) }
    }
    return rows
  }

  /// The vector takes one row for its heading and up to two for its sentence.
  func vectorRect(in scene: Scene) -> Rect {
    let body = scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
    guard let vectorLine else { return body.splitTop(0).top }
    let lines = wrappedRows(of: vectorLine, width: max(1, body.columns - 2), widths: scene.widths).count
    let most = body.rows >= 8 ? 2 : 1
    return body.splitTop(1 + min(lines, most)).top
  }

  func listRect(in scene: Scene) -> Rect {
    let body = scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
    let vector = vectorRect(in: scene).rows
    return body.inset(top: vector > 0 ? vector + 1 : 0)
  }
}
