package import Display
import Typography

/// What the program looks like now. A pure function: the same state gives the same screen. The window's size
/// is part of the state, since scrolling depends on it.
package func view(_ state: State) -> Screen {
  var screen = Screen(size: state.size, widths: state.settings.widths)
  if state.isTooSmall {
    drawTooSmall(state, on: &screen)
  } else if state.pendingLaunch != nil {
    screen.caret = ScreenPosition(column: 0, row: 0)
  } else {
    state.layers.draw(on: &screen, in: state.scene())
  }
  return screen
}

private func drawTooSmall(_ state: State, on screen: inout Screen) {
  let rect = Rect(column: 0, row: 0, columns: state.size.columns, rows: state.size.rows)
  let text = state.settings.catalogue[
    .windowTooSmall,
    [
      "columns": String(State.minimumSize.columns), "rows": String(State.minimumSize.rows),
    ]]
  screen.drawParagraph(text, in: rect, style: .plain, widths: state.settings.widths)
  screen.caret = ScreenPosition(column: 0, row: 0)
}
