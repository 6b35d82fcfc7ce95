/// Where the caret stops when it moves by words.
package enum WordBoundaries {
  /// The offsets (in characters) at which a word or a Japanese phrase (文節) begins, with 0 and the line's end, in
  /// order. Spaces belong to the word before them, so that a step goes past them.
  package static func offsets(in line: String) -> [Int] {
    let isBreak = RowBreaks(betweenPhrasesOf: line).isBreak
    guard !isBreak.isEmpty else { return [0] }
    let starts = zip(line.indices, 0...).filter { index, offset in
      isBreak[offset] && !line[index].isHangingSpace
    }
    return [0] + starts.map(\.1) + [isBreak.count]
  }
}
