internal import Journal

/// Comments that are never closed: they are text, as half a comment must not hide the rest of an entry. Markdown takes
/// one for the beginning of HTML without an end, so that its sign needs a backslash.
enum OpenComment {
  /// - Parameter markdown: without comments that are closed.
  static func asText(in markdown: String) -> String {
    guard markdown.contains("<!--") else { return markdown }
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let kinds = MarkdownScan(lines).lines.map(\.kind)
    return zip(lines, kinds).map { $1 == .code ? String($0) : escaped($0) }.joined(separator: "\n")
  }

  private static func escaped(_ line: Substring) -> String {
    guard line.contains("<!--") else { return String(line) }
    let scalars = Array(line.unicodeScalars)
    let code = CodeSpans(scalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let opens = scalar == "<" && scalars[index...].starts(with: ["<", "!", "-", "-"])
      if opens, index == 0 || scalars[index - 1] != "\\", !code.contains(index) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}
