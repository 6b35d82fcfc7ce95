import Display
import Typography

extension PickerState: Layer {
  static var keyPlace: KeyPlace { .list }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    switch command {
    case .choose: return choose(in: scene)
    case .left, .previousField: return showFamily(family - 1, in: scene)
    case .right, .nextField: return showFamily(family + 1, in: scene)
    case .deleteBackward, .deleteWordBackward, .deleteForward, .deleteToLineEnd, .undo, .redo:
      guard let moment = scene.moment else { return [] }
      if filter.perform(command, at: moment.milliseconds) { selection = ListSelection() }
      return []
    default:
      let total = items(in: scene).count
      _ = selection.perform(command, total: total, page: PickerPanes(in: scene).formats.rows)
      return []
    }
  }

  /// A digit chooses the format with that number, full-width or not; any other text goes to the filter.
  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    if !isPaste, let digit = Int(FoldedText.fold(text)), (1...9).contains(digit), text.count == 1 {
      guard digit <= items(in: scene).count else {
        return [.notice(Notice(scene.catalogue[.pickerNoSuchNumber, ["number": String(digit)]]))]
      }
      selection.index = digit - 1
      return choose(in: scene)
    }
    guard let moment = scene.moment else { return [] }
    filter.insert(text, isPaste: isPaste, at: moment.milliseconds)
    selection = ListSelection()
    return []
  }

  mutating func settle(in scene: Scene) {
    family = max(0, min(family, families(in: scene).count))
    selection.settle(total: items(in: scene).count, height: PickerPanes(in: scene).formats.rows)
  }

  private mutating func showFamily(_ index: Int, in scene: Scene) -> [Request] {
    let count = families(in: scene).count + 1
    family = (index + count) % count
    selection = ListSelection()
    return []
  }

  private func choose(in scene: Scene) -> [Request] {
    switch chosenItem(in: scene) {
    case .format(let template): return [.startEntry(template, title: title, origin: origin)]
    case .broken(let file):
      return [.notice(Notice(file.text(in: scene.catalogue), isAlert: true))]
    case nil: return [.notice(Notice(scene.catalogue[.pickerNothingMatches]))]
    }
  }
}

extension TemplateShelf.Broken {
  /// The file's name: a list is too narrow for the path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Where the file is and what is wrong with it, in one line.
  package func text(in catalogue: Catalogue) -> String {
    catalogue[.templateBroken, ["path": path, "line": String(line), "reason": reason]]
  }
}
