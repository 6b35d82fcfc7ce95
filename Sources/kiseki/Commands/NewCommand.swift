import ArgumentParser
import Interface
import Journal
import Storage

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Starts an entry, in a format or after choosing one.",
    discussion:
      "With --body - the text comes from standard input, no screen opens, and the new path is printed.")

  @Argument(help: "A format, as failure/ywt.")
  var template: String?

  @Option(help: "The entry's title.")
  var title: String?

  @Option(help: ArgumentHelp("\"-\": take the text from standard input.", valueName: "-"))
  var body: String?

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    guard body == nil || body == "-" else {
      throw ValidationError("--body takes only -, for standard input.")
    }
  }

  func run() throws {
    let workspace = try Workspace(options)
    let chosen = try template.map { try workspace.template(named: $0) }
    if body != nil { return try create(chosen, in: workspace) }
    guard let chosen else {
      return try Session(workspace).run(title.map { .pickerWithTitle($0) } ?? .picker)
    }
    try Session(workspace).run(.newEntry(chosen.reference, chosen.language, title: title ?? ""))
  }

  private func create(_ template: Template?, in workspace: Workspace) throws {
    guard let text = StandardInput.readText() else {
      throw CommandFailure.failed(workspace.catalogue[.cliInputNotUTF8])
    }
    let now = SystemClock.moment()
    var metadata = EntryMetadata(new: template, at: now)
    let body = FrontMatter.entry(in: text).body
    metadata.keep(NextStep(GuidedText(body: body, template: template).sections), before: nil)
    do throws(JournalError) {
      let stored = try workspace.folder.create(
        text: text, title: title, adding: metadata, now: now.timestamp)
      if case .frontMatterFault(let fault) = stored.condition { workspace.say(fault, of: stored.path) }
      StandardOutput.write(workspace.absolutePath(of: stored.path) + "\n")
    } catch {
      throw workspace.failureOfCreating(error)
    }
  }
}
