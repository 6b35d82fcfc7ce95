/// A text of the catalogue that code asks for. The raw value is its key in `Resources/messages/<lang>.yml`;
/// what stands in braces there is filled in. A new message is a case here and a line in each file.
package enum Phrase: String, CaseIterable, Sendable {
  // Home
  case homeTitle = "home.title"
  case homeVector = "home.vector"
  case homeUnfinished = "home.unfinished"
  case homeRecent = "home.recent"
  case homeReading = "home.reading"
  case homeWelcome = "home.welcome"
  case homeUnreadable = "home.unreadable"
  case homeHowToWrite = "home.how-to-write"
  case homeHowToLeave = "home.how-to-leave"

  // Picker
  case pickerTitle = "picker.title"
  case pickerAllFamilies = "picker.all-families"
  case pickerFilterHint = "picker.filter-hint"
  case pickerNothingMatches = "picker.nothing-matches"
  case pickerNoSuchNumber = "picker.no-such-number"
  case pickerBroken = "picker.broken"
  case filterLabel = "filter.label"
  case sectionOptional = "section.optional"
  case templateBroken = "template.broken"

  // Editor
  case editorEntry = "editor.entry"
  case editorOpening = "editor.opening"
  case editorTitleGhost = "editor.title-ghost"
  case editorReadOnly = "editor.read-only"
  case guideHint = "guide.hint"
  case guideExample = "guide.example"
  case guideCaution = "guide.caution"
  case guideOptional = "guide.optional"
  case guideOwnHeading = "guide.own-heading"
  case questionFirst = "question.first"
  case questionLast = "question.last"
  case undoNothing = "undo.nothing"
  case redoNothing = "redo.nothing"

  // The truth about saving
  case statusNew = "status.new"
  case statusUnchanged = "status.unchanged"
  case statusUnsaved = "status.unsaved"
  case statusSaving = "status.saving"
  case statusSaved = "status.saved"
  case statusFailed = "status.failed"
  case saveNothingYet = "save.nothing-yet"
  case saveFailed = "save.failed"
  case saveFailedLeaving = "save.failed-leaving"
  case saveKeptBoth = "save.kept-both"
  case saveRecreated = "save.recreated"
  case openFailed = "open.failed"
  case openReadOnly = "open.read-only"
  case openFrontMatter = "open.front-matter"

  // Palette and keys
  case paletteTitle = "palette.title"
  case paletteFilterHint = "palette.filter-hint"
  case paletteNothingMatches = "palette.nothing-matches"
  case keysTitle = "keys.title"

  // The window
  case windowTooSmall = "window.too-small"

  // What can be wrong with a file
  case problemNotFound = "problem.not-found"
  case problemNoPermission = "problem.no-permission"
  case problemNoSpace = "problem.no-space"
  case problemReadOnlyDisk = "problem.read-only-disk"
  case problemIsFolder = "problem.is-folder"
  case problemNotAFolder = "problem.not-a-folder"
  case problemNotUTF8 = "problem.not-utf8"
  case problemTooLarge = "problem.too-large"
  case problemSystem = "problem.system"
}
