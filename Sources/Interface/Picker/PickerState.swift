import Journal
import Typography

/// Choosing the format of a new entry: families, formats, a preview, and a field that filters.
package struct PickerState: Equatable, Sendable {
  /// A title that was given before a format was chosen.
  package let title: String
  /// The entry that the new one grows from.
  let origin: Origin?
  /// The formats that there are to choose from; empty for all of them.
  let offered: [Template]
  package internal(set) var filter = LineField()
  /// Which family is shown: 0 is all of them.
  package internal(set) var family = 0
  var selection = ListSelection()

  init(title: String, origin: Origin? = nil, offered: [Template] = []) {
    self.title = title
    self.origin = origin
    self.offered = offered
  }

  /// A line of the list: a format, or a template file that could not be read.
  enum Item: Equatable {
    case format(Template)
    case broken(TemplateShelf.Broken)
  }

  /// The families that have formats, in the order of the shelf.
  func families(in scene: Scene) -> [String] {
    var seen: Set<String> = []
    return formats(in: scene).map(\.reference.family)
      .filter { seen.insert($0).inserted }
  }

  /// The formats of the family that match the filter, then the broken files.
  func items(in scene: Scene) -> [Item] {
    let families = families(in: scene)
    let chosen = family > 0 && family <= families.count ? families[family - 1] : nil
    let words = FoldedText.fold(filter.text).split(whereSeparator: \.isWhitespace)
    let formats = formats(in: scene).filter { template in
      guard chosen == nil || template.reference.family == chosen else { return false }
      let searched = PickerState.searchedText(of: template, in: scene)
      return words.allSatisfy { word in searched.contains { $0.contains(word) } }
    }
    let showsBroken = words.isEmpty && chosen == nil && offered.isEmpty
    return formats.map { .format($0) } + (showsBroken ? scene.shelf.broken.map { .broken($0) } : [])
  }

  private func formats(in scene: Scene) -> [Template] {
    offered.isEmpty ? scene.shelf.formats(in: scene.catalogue.language) : offered
  }

  func chosenItem(in scene: Scene) -> Item? {
    let items = items(in: scene)
    return items.indices.contains(selection.index) ? items[selection.index] : nil
  }

  /// What the filter looks at: every name that a format has, in every language that it is written in.
  private static func searchedText(of template: Template, in scene: Scene) -> [String] {
    let versions = scene.shelf.templates.filter { $0.reference == template.reference }
    let names = versions.flatMap { [$0.title] + $0.aliases }
    let reference = template.reference
    let own = [
      "\(reference.family)/\(reference.name)", scene.catalogue.title(ofFamily: reference.family),
      template.summary,
    ]
    return (names + own).map { FoldedText.fold($0) }
  }
}
