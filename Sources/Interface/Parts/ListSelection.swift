/// Which item of a list is chosen and which one is the first that shows.
struct ListSelection: Equatable {
  var index = 0
  var top = 0

  /// Moves by so many items, stopping at the ends.
  mutating func move(by count: Int, of total: Int) {
    index = max(0, min(index + count, total - 1))
  }

  /// Keeps the chosen item inside the list, and showing in `height` rows.
  mutating func settle(total: Int, height: Int) {
    index = max(0, min(index, total - 1))
    top = max(0, min(top, total - max(1, height)))
    if index < top { top = index }
    if height > 0, index >= top + height { top = index - height + 1 }
  }

  /// Answers the commands that move in a list.
  /// - Returns: whether it was one of them.
  mutating func perform(_ command: Command, total: Int, page: Int) -> Bool {
    switch command {
    case .up: move(by: -1, of: total)
    case .down: move(by: 1, of: total)
    case .pageUp: move(by: -max(1, page - 1), of: total)
    case .pageDown: move(by: max(1, page - 1), of: total)
    case .textStart, .lineStart: index = 0
    case .textEnd, .lineEnd: index = max(0, total - 1)
    default: return false
    }
    return true
  }
}
