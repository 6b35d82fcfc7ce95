/// A profile text made of a vector statement.
package struct VectorProfile: Equatable, Sendable {
  package let text: String
  /// Even the shortest thing that the statement says was too long, and is cut.
  package let isCut: Bool

  package init(text: String, isCut: Bool) {
    self.text = text
    self.isCut = isCut
  }
}

extension VectorStatement {
  /// The statement as a profile: as much of it as fits, the sentence first, then what the writer does now.
  ///
  /// - Parameter fits: whether a place takes a text; every beginning of a text that it takes, it has to take too.
  /// - Returns: nil where the statement says nothing.
  package func profile(where fits: (String) -> Bool = { _ in true }) -> VectorProfile? {
    guard let line else { return nil }
    if let text = profiles(line).first(where: fits) { return VectorProfile(text: text, isCut: false) }
    return VectorProfile(text: line.cut(where: fits), isCut: true)
  }

  /// From the fullest to the shortest.
  private func profiles(_ line: String) -> [String] {
    let present = present?.firstParagraph
    let now = [present, present.map(Sentence.first(of:))].compactMap(\.self).filter { $0 != line }
    let nearest = [destination, self.present].compactMap { $0.map { Sentence.first(of: $0.firstParagraph) } }
    return now.map { line + "\n" + $0 } + [line] + nearest
  }
}

extension String {
  /// The beginning that fits with "..." behind it (without, where hardly that fits), up to a comma where one is in its
  /// second half.
  fileprivate func cut(where fits: (String) -> Bool) -> String {
    let mark = fits(String(repeating: "あ", count: 7)) ? "..." : ""
    var kept = longestBeginning { fits($0 + mark) }
    let comma = kept.lastIndex { "、，,;；".contains($0) }
    if let comma, kept.distance(from: kept.startIndex, to: comma) >= kept.count / 2 {
      kept = String(kept[..<comma])
    }
    return kept.trimmed + mark
  }

  /// In whole graphemes.
  private func longestBeginning(where fits: (String) -> Bool) -> String {
    var (fitting, failing) = (0, count)
    while failing - fitting > 1 {
      let middle = (fitting + failing) / 2
      if fits(String(prefix(middle))) { fitting = middle } else { failing = middle }
    }
    return String(prefix(fitting))
  }
}
