import Checks
import Interface
import Journal
import Publishing
import Storage

/// What a format names that lies outside its file: other formats, channels, classes of checks. A name that is not there
/// does no harm, so such a format is used; `kiseki templates check` tells.
struct TemplateSurroundings {
  private let library: TemplateLibrary
  private let channels: ChannelLibrary
  private let catalogue: Catalogue

  /// Where something stands that leads nowhere, from 1, and why.
  typealias Doubt = (line: Int, reason: String)

  init(of workspace: Workspace) {
    library = workspace.loadLibrary()
    channels = workspace.loadChannels()
    catalogue = workspace.catalogue
  }

  /// What in a template's file leads nowhere, in the file's order.
  func doubts(about text: String, at path: String) -> [Doubt] {
    guard let template = try? TemplateFile.templates(path: path, text: text).first else { return [] }
    let named: [(key: String, unknown: [String])] = [
      ("next", template.next.filter { !isKnown($0, beside: template) }.map(\.description)),
      ("channels", template.channels.filter { channels.channel($0) == nil }),
      ("checks_off", template.checksOff.filter { FindingClass(rawValue: $0) == nil }),
      ("compose", template.compose.keys.filter { !composed.contains($0) }),
    ]
    let unknown = named.flatMap { key, names in
      names.map { name in
        (
          line: TemplateFile.line(of: name, in: key, of: text),
          reason: catalogue[.faultUnknownName, ["key": key, "name": name]]
        )
      }
    }
    return (unknown + composeDoubts(about: template, in: text)).sorted { $0.line < $1.line }
  }

  private func isKnown(_ name: TemplateName, beside template: Template) -> Bool {
    name == template.reference || library.template(name, language: template.language) != nil
  }

  /// All names under which something asks a format how an entry is told: channels, what channels look for, and the forms
  /// of a vector.
  private var composed: Set<String> {
    Set(channels.channels.flatMap { [$0.id] + $0.compose } + VectorCommand.Form.allCases.map(\.rawValue))
  }

  private func composeDoubts(about template: Template, in text: String) -> [Doubt] {
    let sections = Set(template.sections.map(\.id))
    return template.compose.flatMap { name, source -> [Doubt] in
      let line = TemplateFile.line(of: name, in: "compose", of: text)
      guard let compose = try? ComposeTemplate(source) else {
        return [(line, catalogue[.faultComposeSyntax, ["name": name]])]
      }
      return compose.names.subtracting(sections).sorted().map { id in
        (line, catalogue[.faultComposeSection, ["name": name, "id": id]])
      }
    }
  }
}
