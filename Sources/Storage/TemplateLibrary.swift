package import Journal

/// All templates that a writer can choose from: those that the program ships and the writer's own.
package struct TemplateLibrary: Equatable, Sendable {
  /// The program's in their order, then the writer's in theirs. A writer's template takes the place of one of
  /// the program's with the same name and language.
  package let templates: [Template]
  /// The files that cannot be used.
  package let broken: [BrokenTemplate]

  /// - Parameters:
  ///   - embedded: the files that the program ships.
  ///   - own: the files in the journal's `templates/` folder.
  ///   - unread: those there that have no text.
  package init(
    embedded: [(path: String, text: String)], own: [(path: String, text: String)],
    unread: [BrokenTemplate] = []
  ) {
    var shelf = Shelf()
    for file in embedded { shelf.take(file.path, file.text, isOwn: false) }
    for file in own { shelf.take(file.path, file.text, isOwn: true) }
    templates = shelf.templates
    broken = shelf.broken + unread
  }

  /// The template with a name, in a language if there is one in it, else in another.
  package func template(_ name: TemplateName, language: Language) -> Template? {
    let versions = versions(of: name)
    return versions.first { $0.language == language } ?? versions.first
  }

  /// The template that an entry was written with, in the language that it was written in.
  package func template(of entry: Entry) -> Template? {
    entry.metadata.template.flatMap { versions(of: $0).version(of: entry) }
  }

  private func versions(of name: TemplateName) -> [Template] {
    templates.filter { $0.reference == name }
  }
}

/// A template file that cannot be used.
package struct BrokenTemplate: Equatable, Sendable {
  package let path: String
  package let fault: TemplateFault

  /// The line in the file, from 1.
  package var line: Int { fault.line }
  package var reason: TemplateFault.Reason { fault.reason }
}

/// A library while its files are read.
private struct Shelf {
  private(set) var templates: [Template] = []
  private(set) var broken: [BrokenTemplate] = []
  private var places: [Slot: Int] = [:]
  /// The paths of the writer's files.
  private var ownPaths: [Slot: String] = [:]

  private struct Slot: Hashable {
    let name: TemplateName
    let language: Language
  }

  mutating func take(_ path: String, _ text: String, isOwn: Bool) {
    do throws(TemplateFault) {
      for template in try TemplateFile.templates(path: path, text: text) {
        try take(template, path, isOwn: isOwn)
      }
    } catch {
      broken.append(BrokenTemplate(path: path, fault: error))
    }
  }

  private mutating func take(_ template: Template, _ path: String, isOwn: Bool) throws(TemplateFault) {
    let slot = Slot(name: template.reference, language: template.language)
    if let other = ownPaths[slot] {
      throw TemplateFault(line: 1, reason: .duplicateTemplate(path: other))
    }
    if isOwn { ownPaths[slot] = path }
    if let place = places[slot] {
      templates[place] = template
    } else {
      places[slot] = templates.count
      templates.append(template)
    }
  }
}
