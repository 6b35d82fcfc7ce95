import ArgumentParser
import Checks
import Interface
import Journal
import Storage

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks for what you may want to change before you share an entry.",
    discussion: """
      Nothing leaves this computer, and nothing is changed. Exit status: 0 nothing found, 1 something found.
      Switched off are rules and classes in "checks_off:" of the front matter or of the settings, and behind
      <!-- kiseki off CLASS --> in the text.
      """)

  @Argument(help: "A path, an id, the beginning of a file name, \"last\", or \"-\" for standard input.")
  var entry: String?

  @Option(help: "Check it as an entry of this kind: vector, failure, position...")
  var kind: String?

  @Option(help: "text or json.")
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Show a rule, or the rules of a class.", valueName: "rule"))
  var explain: String?

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = try Workspace(options)
    let checks = workspace.loadChecks()
    workspace.report(checks.refused)
    if let explain { return try print(explain, of: checks, in: workspace) }
    guard let entry else { throw CommandFailure.usage(workspace.catalogue[.cliNoCheckEntry]) }
    let subject = try subject(entry, in: workspace)
    var checker = Checker(checks)
    let findings = checker.findings(in: subject.manuscript)
    let report = CheckReport(findings: findings, firstLine: subject.firstLine)
    switch format {
    case .json: StandardOutput.write(try report.json() + "\n")
    case .text: StandardOutput.write(report.text(in: workspace.catalogue))
    }
    if !findings.isEmpty { throw ExitCode(1) }
  }

  private typealias Subject = (manuscript: Manuscript, firstLine: Int)

  private func subject(_ reference: String, in workspace: Workspace) throws -> Subject {
    guard reference == "-" else {
      let stored = try workspace.entry(reference, for: .showing)
      return subject(stored.entry, file: stored.text, in: workspace)
    }
    guard let text = StandardInput.readText() else {
      throw CommandFailure.failed(workspace.catalogue[.cliInputNotUTF8])
    }
    return subject(FrontMatter.entry(in: text), file: text, in: workspace)
  }

  private func subject(_ entry: Entry, file: String, in workspace: Workspace) -> Subject {
    let template = entry.metadata.template == nil ? nil : workspace.loadLibrary().template(of: entry)
    var manuscript = Manuscript(entry, template: template, language: workspace.catalogue.language)
    if let kind { manuscript.kind = Kind(rawValue: kind) }
    manuscript.dismissed.formUnion(workspace.checksOff)
    let head = file.utf8.dropLast(entry.body.utf8.count)
    return (manuscript, head.count { $0 == UInt8(ascii: "\n") } + 1)
  }

  private func print(_ name: String, of checks: CheckSet, in workspace: Workspace) throws {
    let rules = checks.descriptions(of: name)
    guard !rules.isEmpty else {
      let classes = FindingClass.allCases.map(\.rawValue).joined(separator: " ")
      throw CommandFailure.notFound(workspace.catalogue[.cliNoRule, ["rule": name, "classes": classes]])
    }
    for rule in rules { StandardOutput.write("# \(rule.path):\(rule.line)\n\(rule.text)\n\n") }
  }
}

extension Workspace {
  /// Says which rules cannot be used; the others do their work.
  fileprivate func report(_ refused: [RefusedRule]) {
    for rule in refused { StandardError.tell(text(of: rule)) }
  }
}
