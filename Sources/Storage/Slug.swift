internal import Typography

/// The part of a file name that tells what is in the file: a title, made fit for every file system.
///
/// It is one path component in any case: no separator, no leading dot, at most 120 bytes. Full-width letters
/// and marks stay as they were typed (？ and ／ mean nothing to a file system); what Windows, Android or an
/// Obsidian link cannot take goes, as do characters that nobody sees.
struct Slug {
  /// Empty where nothing of the title is left.
  let text: String

  /// In bytes of UTF-8: leaves room for the date, a number and a conflict's date in the 255 of a name.
  static let sizeLimit = 120

  init(_ title: String) {
    let kept = CanonicalText.composed(Self.kept(of: title))
    text = Self.trimmed(Self.trimmed(kept).prefix(fittingBytes: Self.sizeLimit))
  }

  /// Reserved by a file system or a shell, or by Obsidian's links (the last four).
  private static let reserved: Set<Unicode.Scalar> = [
    "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "^", "[", "]",
  ]

  private static func kept(of title: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in title.unicodeScalars {
      if scalar.properties.isWhitespace || scalar == "-" {
        if kept.last != "-" { kept.append("-") }
      } else if !reserved.contains(scalar), !isInvisible(scalar) {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// Controls, marks of writing direction and other formats, and what is no character.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    case .surrogate, .privateUse, .unassigned: true
    default: scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isVariationSelector
    }
  }

  /// Without dots and hyphens at either end: a leading dot hides a file, a trailing one is lost on Windows.
  private static func trimmed(_ text: String) -> String {
    let isEdge: (Unicode.Scalar) -> Bool = { $0 == "." || $0 == "-" }
    let start = text.unicodeScalars.drop(while: isEdge)
    guard let last = start.lastIndex(where: { !isEdge($0) }) else { return "" }
    return String(start[...last])
  }
}

extension String {
  /// The longest beginning of whole graphemes in so many bytes of UTF-8.
  func prefix(fittingBytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = startIndex
    while end < endIndex {
      let next = index(after: end)
      guard utf8.distance(from: startIndex, to: next) <= limit else { break }
      end = next
    }
    return String(self[..<end])
  }
}
