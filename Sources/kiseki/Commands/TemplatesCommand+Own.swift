import ArgumentParser
import Interface
import Journal
import Storage

/// Making formats of one's own.
extension TemplatesCommand {
  struct Copy: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies a format into the journal, to be changed, and prints the file's path.",
      discussion: """
        Without a new name the copy takes the format's place. A file that is there is never overwritten. --lang says \
        which language is copied.
        """)

    @Argument(help: "A format, as failure/ywt.")
    var name: String

    @Argument(help: "What the copy is called, as failure/mine or mine.")
    var newName: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let workspace = try Workspace(options)
      let template = try workspace.template(named: name)
      let copy = try newName.map { try reference($0, in: template.reference.family, workspace) }
      let text = try workspace.text(of: template, called: copy ?? template.reference)
      let path = try workspace.reporting { () throws(JournalError) in
        try workspace.folder.createTemplate(text, called: copy ?? template.reference, in: template.language)
      }
      StandardOutput.write(workspace.absolutePath(of: EntryPath(path)) + "\n")
    }

    private func reference(
      _ text: String, in family: String, _ workspace: Workspace
    ) throws(CommandFailure) -> TemplateName {
      let whole = text.contains("/") ? text : "\(family)/\(text)"
      guard let name = TemplateName(written: whole) else {
        throw .usage(workspace.catalogue[.cliTemplateName, ["name": text]])
      }
      return name
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Reads template files, and names what is wrong with them by line.",
      discussion: "Without a file it reads those in the journal. Exit status 1 where something is wrong.")

    @Argument(help: ArgumentHelp("Template files.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let workspace = try Workspace(options)
      let surroundings = TemplateSurroundings(of: workspace)
      var isWell = true
      for (path, text) in try texts(in: workspace) {
        let faults = TemplateFile.faults(path: path, text: text).map { fault in
          (line: fault.line, reason: workspace.catalogue.text(of: fault.reason))
        }
        let doubts = faults.isEmpty ? surroundings.doubts(about: text, at: path) : faults
        for doubt in doubts { StandardOutput.write("\(path):\(doubt.line): \(doubt.reason)\n") }
        if doubts.isEmpty { tell(path, text, workspace.catalogue) } else { isWell = false }
      }
      for file in files.isEmpty ? workspace.folder.templateFiles().broken : [] {
        StandardOutput.write("\(file.path):\(file.line): \(workspace.catalogue.text(of: file.reason))\n")
        isWell = false
      }
      if !isWell { throw ExitCode(1) }
    }

    private func texts(in workspace: Workspace) throws(CommandFailure) -> [(path: String, text: String)] {
      if files.isEmpty { return workspace.folder.templateFiles().texts }
      var texts: [(path: String, text: String)] = []
      for path in files {
        guard let text = try? TextFile.read(path, upTo: Self.sizeLimit) else {
          throw .failed(workspace.catalogue[.cliNoFile, ["path": path]])
        }
        texts.append((path, text))
      }
      return texts
    }

    /// A file that is larger than a template may be is still read, to say so. In bytes.
    private static let sizeLimit = TemplateFile.sizeLimit * 4

    private func tell(_ path: String, _ text: String, _ catalogue: Catalogue) {
      guard let template = try? TemplateFile.templates(path: path, text: text).first else { return }
      let words = ["path": path, "name": template.title, "count": String(template.sections.count)]
      StandardOutput.write(catalogue[.cliTemplateWell, words] + "\n")
    }
  }
}

extension Workspace {
  /// A format's file, saying that it is the format of this name: as its author wrote it, but for the name.
  fileprivate func text(of template: Template, called name: TemplateName) throws(CommandFailure) -> String {
    var renamed = template
    renamed.reference = name
    guard let source = templateSource(of: template) else { return TemplateFile.text(of: renamed) }
    let (frontMatter, body) = FrontMatter.split(source)
    guard frontMatter.metadata.template != nil else {
      return name == template.reference ? source : TemplateFile.text(of: renamed)
    }
    var metadata = frontMatter.metadata
    metadata.template = name
    return frontMatter.file(saying: metadata, body: body)
  }

  /// The text of the file that the format was read from: the writer's own, else ours.
  private func templateSource(of template: Template) -> String? {
    let files = folder.templateFiles().texts + Workspace.shippedTemplates
    return files.first { path, text in
      let templates = (try? TemplateFile.templates(path: path, text: text)) ?? []
      return templates.contains { $0 == template }
    }?.text
  }
}
