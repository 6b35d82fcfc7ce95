/// A row of a text that is laid out: a line, and a row of that line. Both from 0.
package struct RowPosition: Hashable, Comparable, Sendable {
  package var line: Int
  package var row: Int

  package init(line: Int, row: Int) {
    self.line = line
    self.row = row
  }

  package static func < (left: RowPosition, right: RowPosition) -> Bool {
    (left.line, left.row) < (right.line, right.row)
  }
}
