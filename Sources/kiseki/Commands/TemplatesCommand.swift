import ArgumentParser
import Interface
import Journal

struct TemplatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "templates", abstract: "The formats: ours and your own.",
    subcommands: [List.self, Show.self, Copy.self, Check.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lists the formats, and files that could not be read.")

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let workspace = try Workspace(options)
      let shelf = workspace.shelf(of: workspace.loadLibrary())
      for template in shelf.formats(in: workspace.catalogue.language) {
        let name = "\(template.reference.family)/\(template.reference.name)"
        StandardOutput.write("\(name)  \(template.title)  \(template.summary)\n")
      }
      for file in shelf.broken {
        StandardError.tell(file.text(in: workspace.catalogue))
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints a format with its questions.")

    @Argument(help: "A format, as failure/ywt.")
    var name: String

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let workspace = try Workspace(options)
      let template = try workspace.template(named: name)
      StandardOutput.write("\(template.title)\n\(template.summary)\n")
      for section in template.sections {
        StandardOutput.write("\n\(section.heading)\n")
        for text in [
          section.prompt.question, section.prompt.hint, section.prompt.example, section.prompt.caution,
        ] {
          if let text { StandardOutput.write("  \(text)\n") }
        }
      }
    }
  }
}
