import Display
import Journal

extension HistoryState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    let page = HistoryPanes(self, scene).list.rows
    switch command {
    case .left: return moveEarlier(by: 1) ? [] : [.notice(Notice(scene.catalogue[.historyOldest]))]
    case .right: return moveEarlier(by: -1) ? [] : [.notice(Notice(scene.catalogue[.historyNewest]))]
    case .up: top -= 1
    case .down: top += 1
    case .pageUp: top -= max(1, page - 1)
    case .pageDown: top += max(1, page - 1)
    case .textStart, .lineStart: top = 0
    case .textEnd, .lineEnd: top = Int(Int32.max)
    case .choose: return [.openEntry(path: earlier.path)]
    default: break
    }
    return []
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] { [] }

  mutating func settle(in scene: Scene) {
    let panes = HistoryPanes(self, scene)
    top = max(0, min(top, panes.rows(of: self, scene).count - panes.list.rows))
  }
}
