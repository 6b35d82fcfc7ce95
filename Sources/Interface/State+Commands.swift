import Display
import Journal

/// The commands that concern the whole program, and what layers ask of it.
extension State {
  mutating func perform(_ command: Command, at moment: Moment) -> [Effect] {
    switch command {
    case .newEntry:
      showPicker()
      return [.loadTemplates]
    case .palette:
      layers.palette = PaletteState(place: layers.keyPlace)
      layers.push(.palette)
      return []
    case .keys:
      layers.keys = KeysState(place: layers.keyPlace)
      layers.push(.keys)
      return []
    case .redraw: return [.repaint]
    case .suspend: return suspend(at: moment)
    case .quit: return quit(at: moment)
    case .back: return back(at: moment)
    case .save: return saveByHand(at: moment)
    case .findings: return showFindings()
    case .carryOn: return carryOn(at: moment)
    case .history: return showHistory()
    case .series: return showSeries()
    case .vector where layers.top != .editor: return showHistory()
    default:
      return answer(layers.perform(command, in: scene(at: moment)), at: moment)
    }
  }

  mutating func answer(_ requests: [Request], at moment: Moment) -> [Effect] {
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .back: effects += back(at: moment)
      case .backAndPerform(let command):
        layers.pop()
        effects += perform(command, at: moment)
      case .startEntry(let template, let title, let origin):
        effects += startEntry(template, title: title, origin: origin, at: moment)
      case .openEntry(let path): effects += openEntry(path, at: moment)
      case .showFinding(let finding): show(finding)
      case .dismissFinding(let finding, let scope): effects += dismiss(finding, scope, at: moment)
      case .notice(let notice): self.notice = notice
      case .effect(let effect): effects.append(effect)
      }
    }
    return effects + autosaveTimer(at: moment) + guideTimer() + checkTimer()
  }

  mutating func showPicker(title: String = "") {
    layers.picker = PickerState(title: title)
    layers.push(.picker)
  }

  private mutating func showHistory() -> [Effect] {
    guard let history = HistoryState(layers.home.newestFirst) else {
      notice = .noVector(settings)
      return []
    }
    layers.history = history
    layers.push(.history)
    return []
  }

  /// One level back. On the home there is none, and it says how to leave.
  private mutating func back(at moment: Moment) -> [Effect] {
    switch layers.top {
    case .home:
      let key = settings.keymap.label(for: .quit, in: .everywhere)
      notice = Notice(settings.catalogue[.homeHowToLeave, ["key": key]])
      return []
    case .editor: return leaveEditor(at: moment)
    case .picker, .history, .series, .palette, .keys, .findings:
      layers.pop()
      return []
    }
  }
}
