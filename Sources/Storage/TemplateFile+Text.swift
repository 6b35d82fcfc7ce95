package import Journal
internal import YAML

extension TemplateFile {
  /// A template as the text of a file, which reads as that template again.
  package static func text(of template: Template) -> String {
    let head = keys(of: template).map { "\($0.key): \($0.value)\n" }.joined()
    return "---\n" + head + "---\n" + body(of: template)
  }

  private static func keys(of template: Template) -> [(key: String, value: String)] {
    var keys = [
      (key: "template", value: template.reference.description),
      (key: "name", value: YAMLScalar.written(template.title)),
    ]
    if !template.summary.isEmpty { keys.append(("summary", YAMLScalar.written(template.summary))) }
    keys.append(("kind", YAMLScalar.written(template.kind.rawValue)))
    if template.order != Template.lastOrder { keys.append(("order", String(template.order))) }
    keys.append(("lang", template.language.rawValue))
    if let series = template.series { keys.append(("series", YAMLScalar.written(series))) }
    let lists = [
      ("channels", template.channels), ("aliases", template.aliases), ("tags", template.tags),
      ("next", template.next.map(\.description)), ("checks_off", template.checksOff),
    ]
    for (key, items) in lists where !items.isEmpty {
      keys.append((key, "[" + items.map(YAMLScalar.written).joined(separator: ", ") + "]"))
    }
    let compose = template.compose.sorted { $0.key < $1.key }
    let table = compose.map { "\n  \(YAMLScalar.written($0.key)): \(YAMLScalar.written($0.value))" }.joined()
    if !table.isEmpty { keys.append(("compose", table)) }
    return keys
  }

  private static func body(of template: Template) -> String {
    let opening = comments(of: template.openingPrompt) + below(template.opening)
    let sections = template.sections.map { section in
      String(repeating: "#", count: section.level) + " \(section.heading) {#\(section.id)}\n"
        + comments(of: section.prompt) + (section.isOptional ? "<!-- optional -->\n" : "")
        + below(section.startingText)
    }
    return ((opening.isEmpty ? [] : [opening]) + sections).joined(separator: "\n")
  }

  private static func below(_ startingText: String) -> String {
    startingText.isEmpty ? "" : "\n" + startingText + "\n"
  }

  private static func comments(of prompt: Prompt) -> String {
    let parts = [
      ("ask", prompt.question), ("hint", prompt.hint), ("example", prompt.example),
      ("caution", prompt.caution),
    ]
    return parts.compactMap { key, text in text.map { comment(key, $0) } }.joined()
  }

  /// Several lines are set off, so that each keeps its own indentation.
  private static func comment(_ key: String, _ text: String) -> String {
    guard text.contains("\n") else { return "<!-- \(key): \(text) -->\n" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "<!-- \(key):\n" + lines.map { $0.isEmpty ? "\n" : "  \($0)\n" }.joined() + "-->\n"
  }
}
