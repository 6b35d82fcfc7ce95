import CTerminal
import Display

/// Puts cells of a screen into the terminal's rows, in the looks of their roles.
struct ScreenPen {
  private let indices: [Style: Int32]

  /// Tells the terminal, which must have been taken, how each role looks.
  init() {
    indices = Dictionary(uniqueKeysWithValues: zip(Style.allCases, 0...))
    for (style, index) in indices {
      let look = style.look
      kiseki_terminal_define_style(index, look.color?.rawValue ?? -1, Int32(look.weight.rawValue))
    }
  }

  /// Draws cells from the left of a row, as many as fit whole, and blanks behind them.
  func draw(_ cells: ArraySlice<Cell>, row: Int, columns: Int) {
    kiseki_terminal_erase_row(Int32(row))
    var run: (style: Style, index: Int32)?
    var scalars: [UInt32] = []
    for (column, cell) in zip(0..<columns, cells) where cell.columns > 0 && column + cell.columns <= columns {
      if run?.style != cell.style {
        run = indices[cell.style].map { (cell.style, $0) }
      }
      scalars.removeAll(keepingCapacity: true)
      for scalar in cell.text.unicodeScalars { scalars.append(scalar.value) }
      kiseki_terminal_put(Int32(row), Int32(column), scalars, Int32(scalars.count), run?.index ?? 0)
    }
  }
}
