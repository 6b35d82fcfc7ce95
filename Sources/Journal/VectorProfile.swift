/// How long a profile text may be.
package struct ProfileLimit: Equatable, Sendable {
  package let length: Int
  package let unit: Unit

  package enum Unit: String, Sendable {
    /// What a reader takes for one character.
    case graphemes
    /// Units of UTF-16. Whatever a place counts, there are no fewer of these than of that: it fits for certain.
    case utf16
  }

  package init(length: Int, unit: Unit = .graphemes) {
    self.length = max(1, length)
    self.unit = unit
  }

  /// A profile on X: 160 characters.
  package static let x = ProfileLimit(length: 160, unit: .utf16)
  /// A profile on Instagram: 150 characters.
  package static let instagram = ProfileLimit(length: 150, unit: .utf16)
  /// A profile on Bluesky: 256 graphemes (the lexicon app.bsky.actor.profile).
  package static let bluesky = ProfileLimit(length: 256)

  package func length(of text: String) -> Int {
    switch unit {
    case .graphemes: text.count
    case .utf16: text.utf16.count
    }
  }

  func holds(_ text: String) -> Bool { length(of: text) <= length }
}

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
  /// - Returns: nil where the statement says nothing.
  package func profile(fitting limit: ProfileLimit? = nil) -> VectorProfile? {
    guard let line else { return nil }
    guard let limit else { return VectorProfile(text: fullest(line), isCut: false) }
    if let text = profiles(line).first(where: limit.holds) { return VectorProfile(text: text, isCut: false) }
    return VectorProfile(text: limit.cutting(line), isCut: true)
  }

  private func fullest(_ line: String) -> String { profiles(line).first ?? line }

  /// From the fullest to the shortest.
  private func profiles(_ line: String) -> [String] {
    let present = present?.firstParagraph
    let now = [present, present.map(Sentence.first(of:))].compactMap(\.self).filter { $0 != line }
    let nearest = [destination, self.present].compactMap { $0.map { Sentence.first(of: $0.firstParagraph) } }
    return now.map { line + "\n" + $0 } + [line] + nearest
  }
}

extension ProfileLimit {
  /// The beginning that fits with "..." behind it, up to a comma where one is in its second half.
  fileprivate func cutting(_ text: String) -> String {
    let mark = length > 6 ? "..." : ""
    var kept: [Character] = []
    var room = length - mark.count
    for character in text {
      room -= length(of: String(character))
      guard room >= 0 else { break }
      kept.append(character)
    }
    let comma = kept.lastIndex { "、，,;；".contains($0) }
    if let comma, comma >= kept.count / 2 { kept.removeSubrange(comma...) }
    return String(kept).trimmed + mark
  }
}
