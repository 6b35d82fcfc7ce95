import YAML

/// Hugo's front matter in TOML, between lines `+++`, as the YAML that says the same.
///
/// Only what is flat is taken: texts, numbers, truth values, dates, and lists of these on one line. With anything else
/// (tables, texts of several lines) the file stays as it is.
///
/// Sources: gohugo.io/content-management/front-matter; toml.io/en/v1.0.0.
enum TOMLFrontMatter {
  static func inYAML(_ text: String) -> String {
    let lines = text.split(separator: text.lineEnding, omittingEmptySubsequences: false)
    guard lines.first?.trimmed == "+++",
      let end = lines.dropFirst().prefix(longest).firstIndex(where: { $0.trimmed == "+++" })
    else { return text }
    var yaml: [String] = []
    for line in lines[1..<end] {
      guard let line = inYAML(line: line.trimmed) else { return text }
      yaml.append(line)
    }
    return (["---"] + yaml + ["---"] + lines[(end + 1)...].map(String.init)).joined(
      separator: String(text.lineEnding))
  }

  /// In lines; no front matter is longer.
  private static let longest = 1_000

  private static func inYAML(line: String) -> String? {
    if line.isEmpty || line.hasPrefix("#") { return line }
    guard let sign = line.firstIndex(of: "=") else { return nil }
    let key = line[..<sign].trimmed
    guard !key.isEmpty,
      key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") })
    else { return nil }
    var reader = TOMLValueReader(line[line.index(after: sign)...])
    guard let value = reader.value(), reader.isAtEnd else { return nil }
    return key + ": " + value
  }
}

/// Reads one value of TOML, as YAML.
private struct TOMLValueReader {
  private var rest: Substring

  init(_ text: Substring) {
    rest = text
  }

  var isAtEnd: Bool {
    let rest = rest.trimmed
    return rest.isEmpty || rest.hasPrefix("#")
  }

  mutating func value() -> String? {
    skipSpace()
    switch rest.first {
    case "\"", "'": return quoted().map(YAMLScalar.written)
    case "[": return list()
    default: return plain()
    }
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == " " || $0 == "\t" }
  }

  private mutating func quoted() -> String? {
    let quote = rest.removeFirst()
    guard !rest.hasPrefix(String(repeating: quote, count: 2)) else { return nil }
    var text = ""
    while let character = rest.popFirst() {
      if character == quote { return text }
      guard character == "\\", quote == "\"" else {
        text.append(character)
        continue
      }
      guard let escaped = rest.popFirst(), "\"\\".contains(escaped) else { return nil }
      text.append(escaped)
    }
    return nil
  }

  private mutating func list() -> String? {
    rest.removeFirst()
    var items: [String] = []
    skipSpace()
    while let first = rest.first, first != "]" {
      guard first != "[", let item = value() else { return nil }
      items.append(item)
      skipSpace()
      if rest.first == "," { rest.removeFirst() } else if rest.first != "]" { return nil }
      skipSpace()
    }
    guard rest.popFirst() == "]" else { return nil }
    return "[" + items.joined(separator: ", ") + "]"
  }

  /// Numbers, dates and truth values are the same in YAML.
  private mutating func plain() -> String? {
    let value = rest.prefix { !",]#".contains($0) }
    rest = rest[value.endIndex...]
    let text = value.trimmed
    let isKnown = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.:_ ".contains($0)) }
    return isKnown && !text.isEmpty ? text : nil
  }
}
