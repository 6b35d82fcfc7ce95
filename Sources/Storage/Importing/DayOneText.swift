import Journal

/// A picture, a film, a sound or a document that an entry of Day One refers to by `dayone-moment`.
struct DayOneMedium: Equatable {
  let kind: Kind
  let file: File

  enum Kind: String {
    case photo, video, audio, pdf
  }

  struct File: Decodable, Equatable {
    let identifier: String?
    let md5: String?
    /// The ending of the file's name.
    let type: String?
    let format: String?
  }

  /// As "photos/0a1b….jpeg", as the export's folders have it.
  var path: String? {
    guard let md5 = file.md5, md5.isPlainName else { return nil }
    let ending =
      switch kind {
      case .photo: file.type ?? "jpeg"
      case .video: file.type ?? "mov"
      case .audio: file.format ?? "m4a"
      case .pdf: "pdf"
      }
    return ending.isPlainName ? "\(kind.rawValue)s/\(md5).\(ending)" : nil
  }

  /// How Day One's own text refers to it; the other kinds have it behind one stroke.
  var reference: String? {
    guard let identifier = file.identifier, identifier.isPlainName else { return nil }
    switch kind {
    case .photo: return "dayone-moment://" + identifier
    case .video, .audio: return "dayone-moment:/\(kind.rawValue)/" + identifier
    case .pdf: return "dayone-moment:/pdfAttachment/" + identifier
    }
  }
}

/// The text of one of Day One's entries, as Markdown that people read.
///
/// A reference to a picture gets the name of its file as its alternative text, `![photos/0a1b.jpeg](dayone-moment://…)`,
/// so that neither the picture nor its place is lost; what the text does not refer to stands at its end. The
/// backslashes that Day One puts before punctuation go where Markdown reads the same without.
struct DayOneText {
  let text: String

  init(_ text: String, media: [DayOneMedium]) {
    var text = Self.unescaped(text)
    var missing: [String] = []
    for medium in media {
      guard let reference = medium.reference, let path = medium.path else { continue }
      let named = "![\(path)](\(reference))"
      if text.contains("(\(reference))") {
        text = text.replacing("![](\(reference))", with: named)
      } else {
        missing.append(named)
      }
    }
    if !missing.isEmpty {
      text = (text.trimmedEnd.isEmpty ? "" : text.trimmedEnd + "\n\n") + missing.joined(separator: "\n")
    }
    self.text = text
  }

  /// A first line that is a heading of the first level is Day One's title.
  var titleAndBody: (title: String?, body: String) {
    let text = self.text.drop { $0.isNewline }
    let line = text.prefix { !$0.isNewline }
    guard line.hasPrefix("# ") else { return (nil, String(text)) }
    let rest = text[line.endIndex...].drop { $0.isNewline }
    return (line.dropFirst(2).trimmed, String(rest))
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("\\") else { return text }
    var result = ""
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !result.isEmpty || line.startIndex != text.startIndex { result += "\n" }
      result += isCode || line.contains("`") || line.contains("](") ? String(line) : unescaped(line: line)
    }
    return result
  }

  /// Signs that begin a list or a heading keep their backslash at a line's start, and behind digits.
  private static func unescaped(line: Substring) -> String {
    var result = ""
    var rest = line
    while let character = rest.popFirst() {
      guard character == "\\", let sign = rest.first, ".!()-+{}".contains(sign) else {
        result.append(character)
        continue
      }
      let before = result.trimmed
      let beginsList =
        before.isEmpty ? "-+".contains(sign) : before.allSatisfy(\.isNumber) && ".)".contains(sign)
      let beginsImage = sign == "!" && rest.dropFirst().first == "["
      let endsLink = sign == "(" && result.last == "]"
      if beginsList || beginsImage || endsLink { result.append("\\") }
      result.append(rest.removeFirst())
    }
    return result
  }
}

extension String {
  /// Whether it can stand in a path and in Markdown: nothing but ASCII letters, digits, "-" and "_".
  fileprivate var isPlainName: Bool {
    !isEmpty && utf8.count <= 100
      && allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
  }

  fileprivate var trimmedEnd: String {
    lastIndex { !$0.isWhitespace }.map { String(self[...$0]) } ?? ""
  }
}
