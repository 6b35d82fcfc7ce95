extension LineLayout {
  /// How far a line is to be laid out at least.
  package enum Extent: Sendable {
    case character(Int)
    case row(Int)
    case end
  }

  /// Whether `rows` are all rows of the line. A line that was edited is laid out only near the change at first: what
  /// follows it may all have moved, and nobody may ask for it.
  package var isComplete: Bool { end == columns.count }

  /// Whether the line is laid out so far, or has no more.
  package func reaches(_ extent: Extent) -> Bool {
    guard !isComplete else { return true }
    return switch extent {
    case .character(let character): character < end
    case .row(let row): row < rows.count
    case .end: false
    }
  }

  /// The layout with at least so many rows.
  ///
  /// - Parameter text: gives the text of a range of the line's characters.
  package func laidOut(
    through extent: Extent, widths: ColumnWidths, text: (Range<Int>) -> String
  ) -> LineLayout {
    var layout = self
    var portion = LineLayout.portion
    while !layout.reaches(extent) {
      var filling = RowFilling(width: width, start: layout.end)
      repeat {
        fill(&filling, portion, widths, text)
      } while filling.rows.isEmpty && filling.offset < columns.count
      let rows = filling.offset < columns.count ? filling.rows : filling.finished()
      layout = LineLayout(rows: layout.rows + rows, width: width, columns: columns)
      portion = min(2 * portion, LineLayout.largestPortion)
    }
    return layout
  }

  /// The layout of the same line after other characters have taken the place of some. Lays out the rows around them, up
  /// to one that begins where one began before, or as far as the next portion goes.
  ///
  /// - Parameters:
  ///   - range: the characters that are gone, in the line as it was.
  ///   - count: how many characters there are instead.
  ///   - text: gives the text of a range of characters of the line as it is now.
  package func replacing(
    _ range: Range<Int>, withCharacters count: Int, widths: ColumnWidths, text: (Range<Int>) -> String
  ) -> LineLayout {
    let changed = range.lowerBound..<(range.lowerBound + count)
    var columns = columns
    columns.replaceSubrange(range, with: MeasuredLine(text(changed), widths: widths).columns)
    let first = max(0, row(ofCharacter: range.lowerBound - LineLayout.reach) - 1)
    let kept = LineLayout(rows: Array(rows[..<first]), width: width, columns: columns)
    let shift = count - range.count
    let settled = changed.upperBound + LineLayout.reach
    var filling = RowFilling(width: width, start: rows[first].characters.lowerBound)
    var portion = LineLayout.portion
    while filling.offset < columns.count,
      filling.rows.isEmpty || filling.offset < settled + LineLayout.portion
    {
      kept.fill(&filling, portion, widths, text)
      portion = min(2 * portion, LineLayout.largestPortion)
      guard let row = filling.dropRows(from: settled, where: { isRow(at: $0 - shift) }) else { continue }
      let rest = rows[self.row(ofCharacter: row - shift)...].map { $0.moved(by: shift) }
      return LineLayout(rows: kept.rows + filling.rows + rest, width: width, columns: columns)
    }
    let new = filling.offset < columns.count ? filling.rows : filling.finished()
    return LineLayout(rows: kept.rows + new, width: width, columns: columns)
  }

  /// How far a place where a line may be broken depends on what stands before and behind it, in characters: in what
  /// people write, far less.
  private static let reach = 64
  /// How many characters are laid out at once, at first and at most.
  private static let (portion, largestPortion) = (512, 1 << 16)

  /// Where the rows end.
  private var end: Int { rows.last?.characters.upperBound ?? 0 }

  /// Lays out the next characters.
  private func fill(
    _ filling: inout RowFilling, _ count: Int, _ widths: ColumnWidths, _ text: (Range<Int>) -> String
  ) {
    let end = min(columns.count, filling.offset + count)
    let start = max(0, filling.offset - LineLayout.reach)
    let line = text(start..<min(columns.count, end + LineLayout.reach))
    let (measured, breaks) = (MeasuredLine(line, widths: widths), RowBreaks(in: line))
    for offset in filling.offset..<end {
      filling.take(measured, breaks, at: offset - start)
    }
  }

  /// Whether a row begins before a character.
  private func isRow(at offset: Int) -> Bool {
    offset >= 0 && offset < end && rows[row(ofCharacter: offset)].characters.lowerBound == offset
  }
}

extension LineLayout.Row {
  fileprivate func moved(by shift: Int) -> LineLayout.Row {
    LineLayout.Row(
      characters: (characters.lowerBound + shift)..<(characters.upperBound + shift), columns: columns)
  }
}
