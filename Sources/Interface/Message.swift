package import Display
package import Journal

/// Everything that can happen to the program. `update` is the only reader.
package enum Message: Equatable, Sendable {
  /// The program has started in a window of this size and is to begin here.
  case started(Size, Launch)
  /// The writer did something, or the window changed.
  case input(InputEvent)
  /// A timer that an effect has set ran out.
  case timerFired(Timer)
  /// The formats were read: ours and the writer's own.
  case templatesLoaded(TemplateShelf)
  /// A format was put into the journal, in a file of its own.
  case templateMade(path: String)
  /// No file could be made for a format.
  case templateNotMade(Problem)
  /// A part of the journal was read, newest entries first. The last part says so.
  case entriesRead([EntrySummary], isComplete: Bool)
  /// Saves that were cut off by a crash had left these files: they hold what was being written.
  case leftoversFound(paths: [String])
  /// The journal's folder could not be read.
  case journalUnreadable(Problem)
  /// An entry was opened.
  case opened(OpenedEntry)
  /// An entry could not be opened.
  case openFailed(path: String, Problem)
  /// A save came to its end and is safely on the disk.
  case saved(SaveReceipt)
  /// A save failed. The disk holds what it held before.
  case saveFailed(DocumentID, Problem)
  /// A text was checked.
  case checked(CheckedText)
  /// Rules are switched off in all entries, by the settings at this path.
  case checksSwitchedOff([String], path: String)
  /// The settings could not be changed, and hold what they held before.
  case checksNotSwitchedOff(path: String, reason: String)
  /// Texts that could not be saved were put somewhere else while leaving.
  case rescued
  /// The program was asked from outside to end (SIGTERM, SIGHUP, the terminal is gone).
  case terminationRequested
  /// The program was asked from outside to stop for a while (SIGTSTP).
  case suspensionRequested
  /// The program is back after having been suspended.
  case resumed(Size)
}

/// Where the program begins.
package enum Launch: Equatable, Sendable {
  /// On the journal's home.
  case home
  /// In this entry, which the runner opens.
  case opening(path: String)
  /// In the picker.
  case picker
  /// In a new entry of this format, with this title.
  case newEntry(TemplateName, Language?, title: String)
  /// In the picker, with a title already given.
  case pickerWithTitle(String)
}

/// A text that is open, by number: it may not have a file yet.
package struct DocumentID: Hashable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
}

/// An entry as it came from the journal.
package struct OpenedEntry: Equatable, Sendable {
  package let document: DocumentID
  /// As the writer knows it: inside the journal relative to it.
  package let path: String
  package let entry: Entry
  package let access: Access

  package init(document: DocumentID, path: String, entry: Entry, access: Access) {
    self.document = document
    self.path = path
    self.entry = entry
    self.access = access
  }
}

/// What may be done with an open text.
package enum Access: Equatable, Sendable {
  case editable
  /// The front matter was not understood: the whole file is shown as text and saved as it stands.
  case editableAsText(line: Int, reason: String)
  /// The file may be read, not changed.
  case readOnly(Problem)
}

/// What became of a save.
package struct SaveReceipt: Equatable, Sendable {
  /// Where the text is now.
  package enum Outcome: Equatable, Sendable {
    case saved
    /// The file had been changed outside: it stays, and ours was put beside it.
    case keptBoth
    /// The file had been deleted outside: it was written anew.
    case recreated
  }

  package let document: DocumentID
  /// The revision of the text that is on the disk now.
  package let revision: Int
  package let outcome: Outcome
  /// The entry as lists show it, with the path at which it lies now.
  package let summary: EntrySummary

  package init(document: DocumentID, revision: Int, outcome: Outcome, summary: EntrySummary) {
    self.document = document
    self.revision = revision
    self.outcome = outcome
    self.summary = summary
  }
}
