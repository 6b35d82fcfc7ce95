import Display
import Typography

/// The list of keys, made from the key file: what is shown is what is in force.
package struct KeysState: Equatable, Sendable {
  /// Where help was asked for: its keys come first.
  let place: KeyPlace
  var top = 0

  init(place: KeyPlace) {
    self.place = place
  }

  private enum Line {
    case heading(String)
    case binding(keys: String, title: String)
    case blank
  }

  private func lines(in scene: Scene) -> [Line] {
    let places = [place] + KeyPlace.allCases.filter { $0 != place }
    return places.flatMap { place -> [Line] in
      let bindings = scene.keymap.commands(in: place).map { command in
        let keys = scene.keymap.keys(for: command, in: place).map(\.label).joined(separator: ", ")
        return Line.binding(keys: keys, title: scene.catalogue.title(of: command))
      }
      return [.heading(scene.catalogue.title(of: place))] + bindings + [.blank]
    }
  }
}

extension KeysState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    let page = listRect(in: scene).rows
    switch command {
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, page - 1)
    case .pageDown: top += max(1, page - 1)
    case .textStart, .lineStart: top = 0
    case .textEnd, .lineEnd: top = Int(Int32.max)
    case .choose: return [.back]
    default: break
    }
    return []
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] { [] }

  mutating func settle(in scene: Scene) {
    top = max(0, min(top, lines(in: scene).count - listRect(in: scene).rows))
  }

  private func listRect(in scene: Scene) -> Rect {
    scene.window.inset(left: 2, top: 2, right: 2, bottom: 1)
  }

  func draw(on screen: inout Screen, in scene: Scene) {
    let rect = listRect(in: scene)
    screen.draw(
      scene.catalogue[.keysTitle], column: rect.column, row: 0, in: scene.window, style: .title)
    let keyColumns = min(26, rect.columns / 2)
    for (offset, line) in lines(in: scene).dropFirst(top).prefix(rect.rows).enumerated() {
      let row = rect.row + offset
      switch line {
      case .blank: break
      case .heading(let text): screen.draw(text, column: rect.column, row: row, in: rect, style: .heading)
      case .binding(let keys, let title):
        let shown = scene.widths.shortened(keys, to: keyColumns - 2)
        screen.draw(shown, column: rect.column + 2, row: row, in: rect, style: .key)
        screen.draw(title, column: rect.column + 2 + keyColumns, row: row, in: rect)
      }
    }
    StatusBar(left: [], hints: [Hint(.pageDown), Hint(.back)]).draw(on: &screen, in: scene, place: .list)
    screen.caret = ScreenPosition(column: rect.column, row: rect.row)
  }
}
