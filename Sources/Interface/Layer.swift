import Display

/// One level of the program: the home at the bottom, whatever was opened above it. `Esc` takes the top one
/// away. A new screen is a folder with a type of this protocol, and a case of `Layers.Kind`.
protocol Layer: Equatable, Sendable {
  /// Which keys of the key file are in force.
  static var keyPlace: KeyPlace { get }
  /// Answers a command. A command that means nothing here changes nothing.
  mutating func perform(_ command: Command, in scene: Scene) -> [Request]
  /// Takes text that was typed, committed by an input method, or pasted.
  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request]
  /// Brings scrolling, and whatever else depends on the window's size, in order.
  mutating func settle(in scene: Scene)
  func draw(on screen: inout Screen, in scene: Scene)
}

/// The levels that are open: the home, and at most one of each other kind above it.
package struct Layers: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case home, picker, editor, history, series, palette, keys, findings, export
  }

  package internal(set) var home = HomeState()
  package internal(set) var picker: PickerState?
  package internal(set) var editor: EditorState?
  package internal(set) var history: HistoryState?
  package internal(set) var series: SeriesState?
  package internal(set) var palette: PaletteState?
  package internal(set) var keys: KeysState?
  package internal(set) var findings: FindingsState?
  package internal(set) var export: ExportState?
  /// From the bottom up; the home is always there.
  package private(set) var stack: [Kind] = [.home]

  package var top: Kind { stack.last ?? .home }

  /// Puts a level on top, taking it from below where it stands already.
  mutating func push(_ kind: Kind) {
    stack.removeAll { $0 == kind && kind != .home }
    if kind != .home { stack.append(kind) }
  }

  /// Shows the editor, with nothing but the home below.
  mutating func showEditor() {
    stack = [.home, .editor]
  }

  /// Takes the top level away; the home stays.
  mutating func pop() {
    guard stack.count > 1 else { return }
    stack.removeLast()
  }

  var keyPlace: KeyPlace {
    switch top {
    case .home: HomeState.keyPlace
    case .picker: PickerState.keyPlace
    case .editor: EditorState.keyPlace
    case .history: HistoryState.keyPlace
    case .series: SeriesState.keyPlace
    case .palette: PaletteState.keyPlace
    case .keys: KeysState.keyPlace
    case .findings: FindingsState.keyPlace
    case .export: export?.keyPlace ?? ExportState.keyPlace
    }
  }

  mutating func perform(_ command: Command, in scene: Scene) -> [Request] {
    switch top {
    case .home: home.perform(command, in: scene)
    case .picker: picker?.perform(command, in: scene) ?? []
    case .editor: editor?.perform(command, in: scene) ?? []
    case .history: history?.perform(command, in: scene) ?? []
    case .series: series?.perform(command, in: scene) ?? []
    case .palette: palette?.perform(command, in: scene) ?? []
    case .keys: keys?.perform(command, in: scene) ?? []
    case .findings: findings?.perform(command, in: scene) ?? []
    case .export: export?.perform(command, in: scene) ?? []
    }
  }

  mutating func insert(_ text: String, isPaste: Bool, in scene: Scene) -> [Request] {
    switch top {
    case .home: home.insert(text, isPaste: isPaste, in: scene)
    case .picker: picker?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .editor: editor?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .history: history?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .series: series?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .palette: palette?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .keys: keys?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .findings: findings?.insert(text, isPaste: isPaste, in: scene) ?? []
    case .export: export?.insert(text, isPaste: isPaste, in: scene) ?? []
    }
  }

  mutating func settle(in scene: Scene) {
    switch top {
    case .home: home.settle(in: scene)
    case .picker: picker?.settle(in: scene)
    case .editor: editor?.settle(in: scene)
    case .history: history?.settle(in: scene)
    case .series: series?.settle(in: scene)
    case .palette: palette?.settle(in: scene)
    case .keys: keys?.settle(in: scene)
    case .findings: findings?.settle(in: scene)
    case .export: export?.settle(in: scene)
    }
  }

  func draw(on screen: inout Screen, in scene: Scene) {
    switch top {
    case .home: home.draw(on: &screen, in: scene)
    case .picker: picker?.draw(on: &screen, in: scene)
    case .editor: editor?.draw(on: &screen, in: scene)
    case .history: history?.draw(on: &screen, in: scene)
    case .series: series?.draw(on: &screen, in: scene)
    case .palette: palette?.draw(on: &screen, in: scene)
    case .keys: keys?.draw(on: &screen, in: scene)
    case .findings: findings?.draw(on: &screen, in: scene)
    case .export: export?.draw(on: &screen, in: scene)
    }
  }
}
