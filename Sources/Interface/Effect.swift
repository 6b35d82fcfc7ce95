package import Checks
package import Journal

/// Something that `update` wants done in the world. Data, so that a test can compare it; the runner
/// carries it out and answers with messages.
package enum Effect: Equatable, Sendable {
  /// Reads the writer's own formats and answers `.templatesLoaded`.
  case loadTemplates
  /// Reads the journal and answers `.entriesRead`, the newest entries first.
  case readEntries
  /// Opens an entry and answers `.opened` or `.openFailed`.
  case open(DocumentID, path: String)
  /// Saves in the background and answers `.saved` or `.saveFailed`.
  case save(SaveRequest)
  /// Puts a format into the journal and answers `.templateMade` or `.templateNotMade`, and with the formats anew.
  case makeTemplate(Template)
  /// Saves before anything else happens: the program is about to end. What cannot be saved is put
  /// somewhere else, and where is said on standard error after the terminal was given back.
  case saveOrRescue([SaveRequest])
  /// Checks a text in the background and answers `.checked`.
  case check(DocumentID, revision: Int, Manuscript)
  /// Switches rules off in all entries, in the settings, and answers `.checksSwitchedOff` or `.checksNotSwitchedOff`.
  case switchOffChecks([String])
  /// Sends `.timerFired` after so many milliseconds. Setting a timer that runs starts it anew.
  case startTimer(Timer, milliseconds: Int64)
  /// Gives the terminal back and stops, until the shell lets the program go on: `.resumed`.
  case suspend
  /// Draws everything anew.
  case repaint
  /// Ends the program.
  case quit
}

/// What a timer is for.
package enum Timer: Hashable, Sendable {
  /// The text with this number has waited long enough to be saved.
  case autosave(DocumentID)
  /// A long text has rested long enough to look again at its sections.
  case guide(DocumentID)
  /// The text has rested long enough to be checked.
  case check(DocumentID)
}

/// A text to be saved, complete: the runner needs nothing else.
package struct SaveRequest: Equatable, Sendable {
  package let document: DocumentID
  /// Which state of the text this is; comes back in the receipt.
  package let revision: Int
  package let entry: Entry

  package init(document: DocumentID, revision: Int, entry: Entry) {
    self.document = document
    self.revision = revision
    self.entry = entry
  }
}
