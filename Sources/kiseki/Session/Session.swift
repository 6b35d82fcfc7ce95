import Display
import Glibc
import Interface
import Terminal
import Typography

/// One sitting at the terminal: from taking it over to giving it back.
struct Session {
  private let workspace: Workspace

  init(_ workspace: Workspace) throws(CommandFailure) {
    self.workspace = workspace
    try workspace.requireFolder()
  }

  /// Runs the program until the writer leaves.
  func run(_ launch: Launch) throws(CommandFailure) {
    guard let mailbox = Mailbox() else {
      throw .failed(workspace.catalogue[.cliTerminalFailed, ["reason": "pipe"]])
    }
    let runner = EffectRunner(workspace: workspace, mailbox: mailbox)
    try runLoop(launch, mailbox, runner)
    let rescued = runner.rescued
    guard rescued.isEmpty else {
      throw .failed(rescued.map { workspace.rescueMessage(path: $0) }.joined(separator: "\n"))
    }
  }

  private func runLoop(
    _ launch: Launch, _ mailbox: Mailbox, _ runner: EffectRunner
  ) throws(CommandFailure) {
    let settings = try workspace.settings()
    do {
      let signals = try SignalChannel.install()
      let question = workspace.asksForWidths ? WidthQuestion() : nil
      let widths = question?.answer.map { ColumnWidths(ambiguous: $0) } ?? workspace.widths
      let terminal = try TerminalSession(
        ambiguous: widths.ambiguous, usesColor: workspace.usesColor,
        escapeWait: workspace.escapeWait, typed: question?.typed ?? [])
      var loop = EventLoop(
        settings: settings.with(widths), terminal: terminal, signals: signals, mailbox: mailbox,
        runner: runner)
      loop.run(launch)
    } catch {
      throw CommandFailure(error, in: workspace.catalogue)
    }
  }
}

extension CommandFailure {
  /// Why there is no screen, and what to do.
  fileprivate init(_ error: TerminalError, in catalogue: Catalogue) {
    self =
      switch error {
      case .notATerminal: .usage(catalogue[.cliNotATerminal])
      case .unknownTerminal(let name) where name.isEmpty: .usage(catalogue[.cliNoTerm])
      case .unknownTerminal(let name): .usage(catalogue[.cliUnknownTerm, ["term": name]])
      case .noUTF8Locale: .usage(catalogue[.cliNoUTF8Locale])
      case .noResources: .failed(catalogue[.cliTerminalFailed, ["reason": "ENOMEM"]])
      }
  }
}
