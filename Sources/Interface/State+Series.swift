import Journal

/// Entries that carry one another on.
extension State {
  /// Looks again at where the open entry stands among those that it carries on and that carry it on.
  mutating func updateSeries() {
    guard let editor = layers.editor else { return }
    var metadata = editor.metadata
    metadata.title = editor.name
    let open = EntrySummary(
      path: editor.path ?? "", metadata: metadata, series: editor.template?.series)
    layers.editor?.series = Series.entries(around: open, in: layers.home.newestFirst)
  }

  /// Lists the entries that belong together with the one that is open or chosen.
  mutating func showSeries() -> [Effect] {
    let (entries, path) = seriesHere
    guard entries.count > 1 else {
      notice = Notice(settings.catalogue[.seriesNone])
      return []
    }
    layers.series = SeriesState(entries, at: entries.firstIndex { $0.path == path } ?? 0)
    layers.push(.series)
    return []
  }

  private var seriesHere: (entries: [EntrySummary], path: String?) {
    switch layers.top {
    case .editor: (layers.editor?.series.filter { !$0.path.isEmpty } ?? [], layers.editor?.path)
    case .home: (layers.home.chosenSeries, layers.home.chosenPath)
    default: ([], nil)
    }
  }
}

extension HomeState {
  /// The entries that belong together with the one that is chosen.
  var chosenSeries: [EntrySummary] {
    let entry = chosenPath.flatMap { path in newestFirst.first { $0.path == path } }
    return entry.map { Series.entries(around: $0, in: newestFirst) } ?? []
  }
}
