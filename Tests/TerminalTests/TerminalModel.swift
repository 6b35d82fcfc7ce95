import Display
import Typography

/// What a terminal of the xterm kind shows after some output: as much of one as ncurses makes use of. It counts columns
/// by `widths`, shifts nothing by itself, and remembers what it does not understand.
struct TerminalModel {
  struct Cell: Equatable {
    var text = " "
    /// SGR numbers.
    var attributes: Set<Int> = []
  }

  private(set) var size: Size
  private(set) var cursor = ScreenPosition(column: 0, row: 0)
  private(set) var modes: Set<String> = ["?7", "?25"]
  private(set) var misunderstood: [String] = []
  private let widths: ColumnWidths
  private var cells: [[Cell]] = []
  private var attributes: Set<Int> = []
  private var lastScalar: Unicode.Scalar = " "

  init(size: Size, ambiguous isWide: Bool = false) {
    widths = ColumnWidths(ambiguous: isWide ? .wide : .narrow)
    self.size = size
    resize(size)
  }

  mutating func resize(_ size: Size) {
    self.size = size
    cells = Array(repeating: Array(repeating: Cell(), count: size.columns), count: size.rows)
    cursor = ScreenPosition(column: min(cursor.column, size.columns), row: min(cursor.row, size.rows - 1))
  }

  subscript(column: Int, row: Int) -> Cell { cells[row][column] }

  /// In the form of `Screen.textDump`.
  var textDump: String {
    cells.reduce(into: "") { $0 += "|\($1.map(\.text).joined())|\n" }
  }

  mutating func feed(_ bytes: [UInt8]) {
    var scalars = Substring(String(decoding: bytes, as: UTF8.self)).unicodeScalars
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": readEscape(&scalars)
      case "\r": cursor.column = 0
      case "\n": cursor.row = min(cursor.row + 1, size.rows - 1)
      case "\u{8}": cursor.column = max(0, min(cursor.column, size.columns - 1) - 1)
      case "\u{F}": break
      default: put(scalar)
      }
    }
  }
}

extension TerminalModel {
  private mutating func put(_ scalar: Unicode.Scalar) {
    let columns = widths.columns(of: Character(scalar))
    guard !isMark(scalar) else {
      cells[cursor.row][max(0, lastColumn)].text.unicodeScalars.append(scalar)
      return
    }
    if cursor.column + columns > size.columns { wrap() }
    for column in cursor.column..<min(cursor.column + columns, size.columns) {
      separate(column)
      cells[cursor.row][column] = Cell(text: "", attributes: attributes)
    }
    cells[cursor.row][cursor.column].text = String(scalar)
    lastScalar = scalar
    cursor.column = min(cursor.column + columns, modes.contains("?7") ? size.columns : size.columns - 1)
  }

  /// Whether it joins what stands before it, as marks and the second and third jamo of a syllable do.
  private func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark || 0x1160...0x11FF ~= scalar.value
  }

  /// The column of the character before the cursor.
  private var lastColumn: Int {
    let column = min(cursor.column, size.columns) - 1
    return column > 0 && cells[cursor.row][column].text.isEmpty ? column - 1 : column
  }

  private mutating func wrap() {
    guard modes.contains("?7") else { return }
    cursor.column = 0
    if cursor.row == size.rows - 1 {
      misunderstood.append("scrolled")
      cells.removeFirst()
      cells.append(Array(repeating: Cell(), count: size.columns))
    } else {
      cursor.row += 1
    }
  }

  /// Makes blanks of both halves of a wide character.
  private mutating func separate(_ column: Int) {
    if cells[cursor.row][column].text.isEmpty, column > 0 {
      cells[cursor.row][column - 1].text = " "
    }
    if column + 1 < size.columns, cells[cursor.row][column + 1].text.isEmpty {
      cells[cursor.row][column + 1].text = " "
    }
  }

  private mutating func erase(_ columns: Range<Int>, row: Int) {
    for column in columns.clamped(to: 0..<size.columns) { cells[row][column] = Cell() }
  }
}

extension TerminalModel {
  private mutating func readEscape(_ scalars: inout Substring.UnicodeScalarView) {
    switch scalars.popFirst() {
    case "[": readControl(&scalars)
    case "(", ")": scalars.removeFirst()
    case "=", ">": break
    case let other: misunderstood.append("ESC \(String(describing: other))")
    }
  }

  private mutating func readControl(_ scalars: inout Substring.UnicodeScalarView) {
    let body = String(scalars.prefix { $0.value < 0x40 })
    scalars.removeFirst(body.unicodeScalars.count)
    guard let final = scalars.popFirst() else { return misunderstood.append("CSI \(body)") }
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    if !act(final, numbers: numbers, count: max(1, numbers.first ?? 1), body: body) {
      misunderstood.append("CSI \(body)\(final)")
    }
  }

  private mutating func act(_ final: Unicode.Scalar, numbers: [Int], count: Int, body: String) -> Bool {
    switch final {
    case "H": move(column: max(1, numbers.count > 1 ? numbers[1] : 1) - 1, row: count - 1)
    case "G": move(column: count - 1, row: cursor.row)
    case "d": move(column: cursor.column, row: count - 1)
    case "A": move(column: cursor.column, row: cursor.row - count)
    case "B": move(column: cursor.column, row: cursor.row + count)
    case "C": move(column: cursor.column + count, row: cursor.row)
    case "D": move(column: min(cursor.column, size.columns - 1) - count, row: cursor.row)
    case "J": eraseDisplay(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "X": erase(cursor.column..<(cursor.column + count), row: cursor.row)
    case "b": for _ in 0..<count { put(lastScalar) }
    case "m": setAttributes(numbers)
    case "h": modes.insert(body)
    case "l": modes.remove(body)
    case "r", "t": break
    default: return false
    }
    return true
  }

  private mutating func move(column: Int, row: Int) {
    cursor = ScreenPosition(
      column: max(0, min(column, size.columns - 1)), row: max(0, min(row, size.rows - 1)))
  }

  private mutating func eraseDisplay(_ kind: Int) {
    eraseLine(kind)
    for row in 0..<size.rows where kind == 2 || (kind == 0 ? row > cursor.row : row < cursor.row) {
      erase(0..<size.columns, row: row)
    }
  }

  private mutating func eraseLine(_ kind: Int) {
    erase((kind == 0 ? cursor.column : 0)..<(kind == 1 ? cursor.column + 1 : size.columns), row: cursor.row)
  }

  private mutating func setAttributes(_ numbers: [Int]) {
    for number in numbers {
      switch number {
      case 0: attributes = []
      case 39: attributes = attributes.filter { !(30...37 ~= $0) }
      case 49: break
      case 30...37: attributes = attributes.filter { !(30...37 ~= $0) }.union([number])
      case 1, 2, 4, 7: attributes.insert(number)
      default: misunderstood.append("SGR \(number)")
      }
    }
  }
}
