import Checks
import Display
import Journal
import Publishing
import Typography

/// What a layer sees of the program around it: enough to answer a key and to draw itself.
struct Scene {
  let settings: Settings
  let size: Size
  let shelf: TemplateShelf
  let notice: Notice?
  let moment: Moment?
  /// The writer's current vector, where there is one.
  let vector: VectorStatement?

  var catalogue: Catalogue { settings.catalogue }
  var keymap: Keymap { settings.keymap }
  var widths: ColumnWidths { settings.widths }
  /// The whole window.
  var window: Rect { Rect(column: 0, row: 0, columns: size.columns, rows: size.rows) }
}

/// One line at the bottom that tells what just happened; gone with the next key.
package struct Notice: Equatable, Sendable {
  package let text: String
  /// Something is not well and the writer should read it.
  package let isAlert: Bool

  package init(_ text: String, isAlert: Bool = false) {
    self.text = text
    self.isAlert = isAlert
  }

  /// There is no vector statement yet, and how one is begun.
  static func noVector(_ settings: Settings) -> Notice {
    let key = settings.keymap.label(for: .newEntry, in: .everywhere)
    return Notice(settings.catalogue[.vectorNone, ["key": key]])
  }
}

/// What a layer asks of the program around it.
enum Request: Equatable {
  /// One level back.
  case back
  /// Goes back one level and does this there.
  case backAndPerform(Command)
  case startEntry(Template, title: String, origin: Origin?)
  case openEntry(path: String)
  case showFinding(Finding)
  case dismissFinding(Finding, DismissalScope)
  /// Says that the entry was shared in a channel, or takes that back.
  case toggleShared(Channel)
  case notice(Notice)
  case effect(Effect)
}
