/// One change of a text: at `start`, `removed` gave way to `inserted`.
///
/// Both begin and end where the text has a grapheme boundary, before the change and after it. Where what
/// was typed fused with its neighbours (a combining mark behind か, a "\r" before a "\n") the neighbours are
/// part of both, so that an edit can be addressed in graphemes and taken back byte for byte.
package struct Edit: Equatable, Sendable {
  package let start: Position
  package let removed: String
  package let inserted: String

  /// An edit as it is. `TextBuffer.edit(replacing:with:)` makes one that fits a text.
  package init(start: Position, removed: String, inserted: String) {
    self.start = start
    self.removed = removed
    self.inserted = inserted
  }

  /// The edit that takes this one back.
  package var inverse: Edit { Edit(start: start, removed: inserted, inserted: removed) }

  /// Whether the text is the same before and after.
  package var changesNothing: Bool { removed.hasSameBytes(as: inserted) }

  /// Where the removed text ended, before the change.
  package var removedEnd: Position { start.advanced(by: TextExtent(of: removed)) }

  /// Where the inserted text ends, after the change.
  package var insertedEnd: Position { start.advanced(by: TextExtent(of: inserted)) }

  package static func == (left: Edit, right: Edit) -> Bool {
    left.start == right.start && left.removed.hasSameBytes(as: right.removed)
      && left.inserted.hasSameBytes(as: right.inserted)
  }

  /// Where a place of the text before the change is after it.
  ///
  /// A place in the removed text keeps its neighbours where they are still there: those behind it first,
  /// so that a place where something was inserted goes behind that. A place inside a grapheme that has
  /// formed goes behind the grapheme.
  package func map(_ position: Position) -> Position {
    guard position >= start else { return position }
    let (oldEnd, newEnd) = (removedEnd, insertedEnd)
    guard position < oldEnd else { return position.moved(from: oldEnd, to: newEnd) }
    return place(atByte: insertedByte(forRemovedByte: bytes(upTo: position)))
  }

  /// How many bytes of the removed text stand before a place in it.
  private func bytes(upTo position: Position) -> Int {
    var place = start
    var bytes = 0
    for character in removed where place < position {
      place.pass(character)
      bytes += character.utf8.count
    }
    return bytes
  }

  /// The byte of the inserted text that has the same neighbours as one of the removed text.
  private func insertedByte(forRemovedByte byte: Int) -> Int {
    let suffix = zip(removed.utf8.reversed(), inserted.utf8.reversed()).prefix { $0 == $1 }.count
    let fromEnd = removed.utf8.count - byte
    guard fromEnd > suffix else { return inserted.utf8.count - fromEnd }
    let prefix = zip(removed.utf8, inserted.utf8.dropLast(suffix)).prefix { $0 == $1 }.count
    return byte <= prefix ? byte : inserted.utf8.count - suffix
  }

  /// The first place in the inserted text with at least so many bytes before it.
  private func place(atByte byte: Int) -> Position {
    var place = start
    var bytes = 0
    for character in inserted {
      guard bytes < byte else { break }
      place.pass(character)
      bytes += character.utf8.count
    }
    return place
  }
}

extension Position {
  /// The place as far behind `newEnd` as this one is behind `oldEnd`.
  fileprivate func moved(from oldEnd: Position, to newEnd: Position) -> Position {
    guard line == oldEnd.line else {
      return Position(line: line + newEnd.line - oldEnd.line, character: character)
    }
    return Position(line: newEnd.line, character: newEnd.character + character - oldEnd.character)
  }

  fileprivate mutating func pass(_ character: Character) {
    if character.utf8.last == LineEnding.newline {
      self = Position(line: line + 1, character: 0)
    } else {
      self.character += 1
    }
  }
}
