package import Journal

/// The formats that a writer can choose from: ours and their own, and those files that could not be read.
package struct TemplateShelf: Equatable, Sendable {
  /// A template file that was not understood.
  package struct Broken: Equatable, Sendable {
    package let path: String
    /// The line in the file, from 1.
    package let line: Int
    /// Why, in the writer's words.
    package let reason: String

    package init(path: String, line: Int, reason: String) {
      self.path = path
      self.line = line
      self.reason = reason
    }
  }

  package let templates: [Template]
  package let broken: [Broken]

  /// - Parameter templates: in any order; the shelf's is by family, those of ours first, then by their `order`.
  package init(templates: [Template] = [], broken: [Broken] = []) {
    let families = Kind.known.map(\.rawValue)
    let places = templates.enumerated().map { index, template in
      let family = families.firstIndex(of: template.reference.family) ?? families.count
      return (template, [family, template.order, index])
    }
    self.templates = places.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    self.broken = broken
  }

  /// The format with this name, in `language` if it exists in it, else in another.
  package func template(_ name: TemplateName, in language: Language) -> Template? {
    let sameName = templates.filter { $0.reference == name }
    return sameName.first { $0.language == language } ?? sameName.first
  }

  /// One template for each format, in `language` where it exists, in the order of the files.
  package func formats(in language: Language) -> [Template] {
    var seen: Set<TemplateName> = []
    return templates.compactMap { candidate in
      guard seen.insert(candidate.reference).inserted else { return nil }
      return template(candidate.reference, in: language)
    }
  }
}
