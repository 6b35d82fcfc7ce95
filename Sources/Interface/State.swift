package import Display
import Journal

/// The whole program as a value: changed by `update`, shown by `view`.
package struct State: Equatable, Sendable {
  package let settings: Settings
  package internal(set) var size = Size(columns: 80, rows: 24)
  package internal(set) var layers = Layers()
  package internal(set) var shelf = TemplateShelf()
  package internal(set) var notice: Notice?
  /// Texts that were left before they were on the disk, kept until they are; and the one that the escape key has just
  /// closed.
  package internal(set) var leaving: [EditorState] = []
  /// What waits for the templates, or for its entry, before it can begin. Nothing shows until then.
  var pendingLaunch: Launch?
  /// What was typed while something that takes the place of this screen was on its way: it is meant for that.
  var typedAhead: [InputEvent] = []
  /// The templates were read.
  var hasTemplates = false
  /// An entry is being opened.
  var isOpening = false
  /// The entry that is being opened only for what carries it on.
  var documentToCarryOn: DocumentID?
  /// The writer wants to leave; the program ends when everything is on the disk.
  var isQuitting = false
  /// When the writer, about to leave, was told that something can't be saved, by the clock that never goes back; nil
  /// once something else was done.
  var quitToldAt: Int64?
  /// What the escape key has closed, until something else is typed.
  var closedByEscape: ClosedLevel?
  /// The writer wants the shell for a while; the program stops when nothing is being written any more.
  var isSuspending = false
  private var lastDocument = 0

  package init(settings: Settings) {
    self.settings = settings
  }

  /// Whether the window is too small to show anything but that.
  package var isTooSmall: Bool {
    size.columns < State.minimumSize.columns || size.rows < State.minimumSize.rows
  }

  /// The smallest window in which a question and a line of Japanese can still be read.
  package static let minimumSize = Size(columns: 24, rows: 6)

  mutating func nextDocument() -> DocumentID {
    lastDocument += 1
    return DocumentID(rawValue: lastDocument)
  }

  func scene(at moment: Moment? = nil) -> Scene {
    Scene(
      settings: settings, size: size, shelf: shelf, notice: notice, moment: moment,
      vector: layers.home.vector)
  }
}
