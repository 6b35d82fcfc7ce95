import Display
import Journal

/// The one function that changes the program: what happened goes in, what is to be done comes out.
/// It reads no clock and touches nothing but `state`.
package func update(_ state: inout State, _ message: Message, at moment: Moment) -> [Effect] {
  var effects = state.receive(message, at: moment)
  effects += state.setAsideExportIfLeft() + state.draftsEffect(at: moment)
  if !state.isTooSmall { state.layers.settle(in: state.scene(at: moment)) }
  return effects
}

extension State {
  fileprivate mutating func receive(_ message: Message, at moment: Moment) -> [Effect] {
    switch message {
    case .started(let size, let launch):
      return start(in: size, launch)
    case .input(let event):
      return receive(event, at: moment)
    case .timerFired(.autosave(let document)):
      return autosave(document, at: moment)
    case .timerFired(.check(let document)):
      return layers.editor?.document == document ? checkEffect() + countsEffect() : []
    case .timerFired(.drafts):
      return saveDrafts()
    case .draftsMade(let report):
      return receive(report, at: moment) + receiveTypedAhead(at: moment)
    case .draftsCounted(let counts):
      receiveCounts(counts)
      return []
    case .draftSaved(let receipt):
      return receive(receipt, at: moment)
    case .draftSaveFailed(let document, let channel, let problem):
      return draftSaveFailed(document, channel, problem, at: moment)
    case .checked(let report):
      receive(report)
      return []
    case .checksSwitchedOff(let rules, let path):
      return checksSwitchedOff(rules, inSettings: path)
    case .checksNotSwitchedOff(let path, let reason):
      let words = ["path": path, "reason": reason]
      notice = Notice(settings.catalogue[.settingsNotChanged, words], isAlert: true)
      return []
    case .timerFired(.guide(let document)):
      if layers.editor?.document == document { layers.editor?.updateGuide() }
      return []
    case .templatesLoaded(let shelf):
      return receive(shelf, at: moment)
    case .templateMade(let path):
      notice = Notice(settings.catalogue[.templateMade, ["path": path]])
      return []
    case .templateNotMade(let problem):
      let words = ["reason": problem.text(in: settings.catalogue)]
      notice = Notice(settings.catalogue[.templateNotMade, words], isAlert: true)
      return []
    case .entriesRead(let entries, let isComplete):
      layers.home.receive(entries, isComplete: isComplete)
      updateSeries()
      return []
    case .leftoversFound(let paths):
      let words = ["path": paths.joined(separator: ", ")]
      notice = Notice(settings.catalogue[.homeLeftovers, words], isAlert: true)
      return []
    case .journalUnreadable(let problem):
      layers.home.problem = problem
      return []
    case .opened(let entry):
      return receive(entry, at: moment) + checkTimer() + receiveTypedAhead(at: moment)
    case .openFailed(let path, let problem):
      return openFailed(path, problem) + receiveTypedAhead(at: moment)
    case .saved(let receipt):
      return receive(receipt, at: moment)
    case .saveFailed(let document, let problem):
      return saveFailed(document, problem, at: moment)
    case .rescued:
      return [.quit]
    case .terminationRequested:
      return lastSaves(at: moment) + [.quit]
    case .suspensionRequested:
      return perform(.suspend, at: moment)
    case .resumed(let size):
      self.size = size
      return [.repaint, .readEntries]
    }
  }

  private mutating func start(in size: Size, _ launch: Launch) -> [Effect] {
    self.size = size
    if !settings.warnings.isEmpty {
      notice = Notice(settings.warnings.joined(separator: "  "), isAlert: true)
    }
    switch launch {
    case .home:
      return [.loadTemplates, .readEntries]
    case .opening, .picker, .newEntry, .pickerWithTitle:
      pendingLaunch = launch
      return [.loadTemplates, .readEntries]
    }
  }

  private mutating func receive(_ shelf: TemplateShelf, at moment: Moment) -> [Effect] {
    self.shelf = shelf
    hasTemplates = true
    guard !isOpening else { return [] }
    let effects = launch(at: moment)
    if !isOpening { pendingLaunch = nil }
    return effects + receiveTypedAhead(at: moment)
  }

  private mutating func launch(at moment: Moment) -> [Effect] {
    switch pendingLaunch {
    case nil, .home: return []
    case .opening(let path): return openEntry(path, at: moment)
    case .picker:
      showPicker()
      return []
    case .pickerWithTitle(let title):
      showPicker(title: title)
      return []
    case .newEntry(let name, let language, let title):
      guard let template = shelf.template(name, in: language ?? settings.catalogue.language) else {
        showPicker()
        return []
      }
      return startEntry(template, title: title, at: moment)
    }
  }

  /// Takes what was typed while the program was busy with getting there.
  private mutating func receiveTypedAhead(at moment: Moment) -> [Effect] {
    let events = typedAhead
    typedAhead = []
    return events.flatMap { receive($0, at: moment) }
  }

  private mutating func receive(_ event: InputEvent, at moment: Moment) -> [Effect] {
    if case .resize(let size) = event {
      self.size = size
      return []
    }
    guard hasTemplates, !isOpening, !isAwaitingDrafts || leavesAtOnce(event) else {
      typedAhead.append(event)
      return []
    }
    notice = nil
    return receiveWhereMeant(event, at: moment)
  }
}
