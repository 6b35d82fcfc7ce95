/// Something that a key or the command palette can ask for. The raw value is its name in the key file
/// and, after "command.", in the catalogue.
package enum Command: String, CaseIterable, Sendable {
  // The program
  case newEntry = "new-entry"
  case save
  case back
  case palette
  case keys
  case redraw
  case suspend
  case quit

  // Moving, in a list and in a text
  case up, down, left, right
  case pageUp = "page-up"
  case pageDown = "page-down"
  case wordLeft = "word-left"
  case wordRight = "word-right"
  case lineStart = "line-start"
  case lineEnd = "line-end"
  case textStart = "text-start"
  case textEnd = "text-end"
  case nextField = "next-field"
  case previousField = "previous-field"

  // Choosing
  case choose

  // Writing
  case lineBreak = "line-break"
  case indent
  case deleteBackward = "delete-backward"
  case deleteForward = "delete-forward"
  case deleteWordBackward = "delete-word-backward"
  case deleteToLineEnd = "delete-to-line-end"
  case undo, redo
  case nextQuestion = "next-question"
  case previousQuestion = "previous-question"
  case guide

  // Looking before sharing
  case findings
  case dismissHere = "dismiss-here"
  case dismissInEntry = "dismiss-in-entry"
  case dismissForGood = "dismiss-for-good"
  case carryOn = "carry-on"
  case vector
  case history
  case series
  case makeTemplate = "make-template"

  /// Means something only while an entry is open.
  package var concernsEntry: Bool {
    switch self {
    case .save, .nextQuestion, .previousQuestion, .guide, .findings, .makeTemplate, .undo, .redo: true
    default: false
    }
  }

  /// The commands that the palette lists: those that do something by themselves.
  package static let listed: [Command] = [
    .newEntry, .carryOn, .save, .nextQuestion, .previousQuestion, .findings, .guide, .vector, .history,
    .series, .makeTemplate, .undo, .redo, .keys, .redraw,
    .suspend,
    .back, .quit,
  ]
}
