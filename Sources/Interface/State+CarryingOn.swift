import Journal

/// Carrying an entry on in another one: what became of a promise, the next report, the next vector.
extension State {
  /// `Ctrl-O`: carries on the entry that is open, or the one that is chosen on the home.
  mutating func carryOn(at moment: Moment) -> [Effect] {
    switch layers.top {
    case .editor: carryOnOpenEntry(at: moment)
    case .home: carryOnChosenEntry(at: moment)
    default: []
    }
  }

  private mutating func carryOnOpenEntry(at moment: Moment) -> [Effect] {
    guard let editor = layers.editor else { return [] }
    guard editor.path != nil || !editor.save.isUntouched else {
      notice = Notice(settings.catalogue[.carryOnNothingYet])
      return []
    }
    let last = State.last(of: editor.series, editor.template?.series)
    if let last, last != editor.path ?? "" {
      return saveOpenEntry(at: moment) + carryOn(entryAt: last, at: moment)
    }
    return carryOn(editor.entry(at: moment), path: editor.path, template: editor.template, at: moment)
  }

  private mutating func carryOnChosenEntry(at moment: Moment) -> [Effect] {
    guard let path = layers.home.chosenPath else { return [] }
    let series = layers.home.chosenSeries
    return carryOn(entryAt: State.last(of: series, series.first?.series) ?? path, at: moment)
  }

  /// The reports of a series start from the last one.
  private static func last(of entries: [EntrySummary], _ series: String?) -> String? {
    series == nil ? nil : entries.last?.path
  }

  /// The entry's text is needed: it is read first, unless it is still here.
  private mutating func carryOn(entryAt path: String, at moment: Moment) -> [Effect] {
    if let editor = leaving.first(where: { $0.path == path }) {
      return carryOn(editor.entry(at: moment), path: path, template: editor.template, at: moment)
    }
    let document = nextDocument()
    isOpening = true
    documentToCarryOn = document
    return [.open(document, path: path)]
  }

  /// Begins what carries the entry on: at once where its format names one, else in the picker.
  mutating func carryOn(
    _ entry: Entry, path: String?, template: Template?, at moment: Moment
  ) -> [Effect] {
    let origin = Origin(entry, path: path, template: template)
    let language = origin.language ?? settings.catalogue.language
    let formats = State.continuations(of: entry, template).compactMap { shelf.template($0, in: language) }
    if formats.count == 1 { return startEntry(formats[0], title: "", origin: origin, at: moment) }
    layers.picker = PickerState(title: "", origin: origin, offered: formats)
    layers.push(.picker)
    return [.loadTemplates]
  }

  /// The formats that carry an entry on, the usual one first. What became of a failure can always be told.
  private static func continuations(of entry: Entry, _ template: Template?) -> [TemplateName] {
    let next = template?.next ?? []
    return next.isEmpty && entry.metadata.kind == .failure ? [.followUp] : next
  }
}

extension TemplateName {
  /// What became of a step that was promised.
  static let followUp = TemplateName(family: "failure", name: "follow-up")
}
