internal import Journal

/// What the name of a file in the journal tells.
struct FileName {
  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// Whether the ending says Markdown: ".md" or ".markdown", in any case.
  var isMarkdown: Bool {
    let ending = ending.lowercased()
    return ending == ".md" || ending == ".markdown"
  }

  /// Files that other programs, and this one, do not mean to show.
  var isHidden: Bool { text.utf8.first == UInt8(ascii: ".") }

  /// The name without its ending.
  var stem: String { String(text.utf8.dropLast(ending.utf8.count)) ?? text }

  /// The stem with another ending, cut so that file systems take the name.
  func stem(with ending: String) -> String {
    stem.prefix(fittingBytes: Self.sizeLimit - ending.utf8.count) + ending
  }

  /// What Linux file systems take, in bytes.
  private static let sizeLimit = 255

  /// A name as it is, then with "-2", "-3" and so on, put where `name` wants it. So many files of one name
  /// and day nobody has; a folder that says "taken" to everything comes to an end.
  static func numbered(_ name: @escaping (_ number: String) -> String) -> some Sequence<String> {
    (1...1_000).lazy.map { name($0 == 1 ? "" : "-\($0)") }
  }

  /// From the last dot on; empty where there is none but at the start.
  var ending: String {
    guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")), dot != text.startIndex else { return "" }
    return String(text[dot...])
  }

  /// The days since 1970-01-01 of the date that the name begins with, as "2026-11-20". Nil without one.
  var day: Int? { Timestamp(dayOfFile: text)?.dayNumber }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
