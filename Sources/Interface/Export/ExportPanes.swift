import Display
import Publishing
import Typography

/// Where the export screen's parts are. A window too narrow for two panes shows the one that the writer is in.
struct ExportPanes {
  let title: Rect
  /// How many findings there are; no rows where there are none.
  let findings: Rect
  let filter: Rect
  let list: Rect
  /// The chosen channel and what should be known of its draft.
  let head: Rect
  let text: Rect

  init(_ export: ExportState, _ scene: Scene) {
    let window = scene.window.inset(left: 2, right: 2, bottom: 1)
    let isWide = scene.size.columns >= Self.columnsForTwo
    let isInList = export.focus == .channels
    title = window.splitTop(isWide || window.rows >= 9 ? 1 : 0).top
    let belowTitle = window.inset(top: title.rows)
    findings = belowTitle.splitTop(export.findings > 0 && belowTitle.rows >= 5 ? 1 : 0).top
    let gap = window.rows >= 12 ? 1 : 0
    let body = belowTitle.inset(top: findings.rows + gap)
    let columns = scene.size.columns < 80 ? Self.listColumns.lowerBound : Self.listColumns.upperBound
    let (left, right): (Rect, Rect) =
      if isWide {
        (body.splitLeft(columns).left, body.splitLeft(columns).rest.inset(left: 3))
      } else {
        (
          isInList ? body : Rect(column: body.column, row: body.row, columns: 0, rows: 0),
          isInList ? Rect(column: body.column, row: body.row, columns: 0, rows: 0) : body
        )
      }
    filter = left.splitTop(left.rows >= 4 ? 1 : 0).top
    list = left.inset(top: filter.rows)
    let headRows = export.headRows(in: scene, columns: right.columns, available: right.rows)
    head = right.splitTop(headRows).top
    let below = right.inset(top: headRows + (right.rows >= 12 ? 1 : 0))
    let form = export.chosen(in: scene.catalogue.language)?.channel.form
    text = below.splitLeft(min(below.columns, form?.columns ?? below.columns)).left
  }

  private static let columnsForTwo = 64
  private static let listColumns = 26...30
}

extension Channel.Form {
  /// About as wide as the place shows a text, in columns, with room for the caret.
  fileprivate var columns: Int {
    switch self {
    case .card: 33
    case .post, .caption: 57
    case .script, .article: 81
    }
  }
}

extension ExportState {
  /// What stands above the draft, from the channel's name on.
  func headLines(in scene: Scene) -> [Span] {
    guard let draft = chosen(in: scene.catalogue.language) else { return [] }
    let catalogue = scene.catalogue
    var name = draft.channel.name(in: catalogue.language)
    if !draft.summary.isEmpty { name += "  " + draft.summary }
    if let day = shared[draft.channel.id] { name += "  " + catalogue[.exportSharedOn, ["day": day]] }
    var lines = [Span(name, .heading)]
    if let warning = draft.channel.contentWarning {
      lines.append(Span(catalogue[.exportContentWarning, ["warning": warning]], .hint))
    }
    if draft.isToChoose {
      let key = scene.keymap.label(for: .compareDraft, in: keyPlace)
      lines.append(Span(catalogue[.exportEntryChanged, ["key": key]], .caution))
    }
    return lines + draft.notices.map { Span(catalogue.text(of: $0), .caution) }
  }

  /// The rows that the lines above the draft may take: a third of the room, the name always.
  func headRows(in scene: Scene, columns: Int, available: Int) -> Int {
    guard columns > 0 else { return 0 }
    let rows = headLines(in: scene).map {
      wrappedRows(of: $0.text, width: columns, widths: scene.widths).count
    }
    return min(rows.reduce(0, +), max(1, available / 3))
  }
}
