extension TextBuffer {
  /// The edit that puts `text` in the place of `range`. Line breaks in it become those of the line they are
  /// put in (of the line above for a last line, "\n" for an only one).
  package func edit(replacing range: Range<Position>, with text: String) -> Edit {
    let first = place(at: range.lowerBound)
    let last = range.isEmpty ? first : place(at: range.upperBound)
    let inserted = text.withLineBreaks(lineBreak(in: first.position.line))
    let removed = self.text(from: first, to: last)
    var start = first.position
    var head = ""
    let next = inserted.isEmpty ? textAfter(last, characters: 1) : inserted
    if let before = grapheme(before: start), before.fuses(with: next) {
      start.character -= 1
      head = String(before)
    }
    let tail = beginning(after: last, cutOtherwiseBehind: head + inserted)
    return Edit(start: start, removed: head + removed + tail, inserted: head + inserted + tail)
  }

  /// Makes the change, exactly as the edit says: its line breaks are not adapted.
  /// An edit that was made for another text changes something, but never traps.
  package mutating func apply(_ edit: Edit) {
    let start = place(at: edit.start)
    let first = start.position.line
    let lineBreaks = edit.removed.utf8.count { $0 == LineEnding.newline }
    let last = min(first + lineBreaks, lineCount - 1)
    let before = textBefore(start)
    let removedBytes = edit.removed.lastLine.utf8.count + (lineBreaks == 0 ? before.utf8.count : 0)
    let after = storage[last].textWithEnding.dropping(bytes: removedBytes)
    let similar = first == last ? [storage[first]] : [storage[first], storage[last]]
    var text = ""
    text.reserveCapacity(before.utf8.count + edit.inserted.utf8.count + after.utf8.count)
    text.append(contentsOf: before)
    text += edit.inserted
    text.append(contentsOf: after)
    var lines = Line.lines(of: text, similar: similar)
    if storage[last].ending != .none {
      lines.removeLast()
    }
    storage.replaceSubrange(first...last, with: lines)
  }

  /// How much behind a place is cut into graphemes otherwise when it comes right behind `head`.
  private func beginning(after place: Place, cutOtherwiseBehind head: String) -> Substring {
    let line = storage[place.position.line].text
    var characters = 64
    while let end = line.index(place.index, offsetBy: characters, limitedBy: line.endIndex) {
      let near = String(line[place.index..<end])
      let beginning = near.beginning(cutOtherwiseBehind: head)
      if beginning.endIndex < near.endIndex { return beginning }
      characters *= 16
    }
    return textAfter(place).beginning(cutOtherwiseBehind: head)
  }

  private func lineBreak(in line: Int) -> LineEnding {
    switch storage[line].ending {
    case .none: line > 0 ? storage[line - 1].ending : .lineFeed
    case let ending: ending
    }
  }
}

extension Character {
  /// Whether the beginning of `text` becomes a part of this grapheme when it comes right behind.
  fileprivate func fuses(with text: String) -> Bool {
    guard let next = text.unicodeScalars.first else { return false }
    return (String(self) + String(next)).count == 1
  }
}

extension String {
  /// How much of the beginning is cut into graphemes otherwise when the text comes right behind `head`.
  /// Often nothing; a whole run of flags where half a flag comes before it.
  fileprivate func beginning(cutOtherwiseBehind head: String) -> Substring {
    let head = head.lastLine
    var fused = (head + self).makeIterator()
    var alone = makeIterator()
    var (fusedBytes, aloneBytes) = (-head.utf8.count, 0)
    while fusedBytes != aloneBytes {
      if fusedBytes < aloneBytes {
        fusedBytes += fused.next()?.utf8.count ?? aloneBytes - fusedBytes
      } else {
        aloneBytes += alone.next()?.utf8.count ?? fusedBytes - aloneBytes
      }
    }
    return self[..<utf8.index(startIndex, offsetBy: aloneBytes)]
  }

  fileprivate func dropping(bytes: Int) -> Substring {
    self[(utf8.index(startIndex, offsetBy: bytes, limitedBy: endIndex) ?? endIndex)...]
  }
}
