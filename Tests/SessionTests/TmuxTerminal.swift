import Foundation

/// A terminal with a shell in it, held by a tmux server of its own. The tests press keys, look at the
/// screen, and wait until it shows what it should: never for a length of time.
final class TmuxTerminal: Sendable {
  private let sandbox: Sandbox
  private let socket: String

  /// Opens a window of this size, in the sandbox's folder. `changes` are put over the sandbox's environment.
  init(in sandbox: Sandbox, columns: Int = 80, rows: Int = 24, changes: [String: String] = [:]) throws {
    self.sandbox = sandbox
    socket = sandbox.folder.appending(path: "tmux-\(UUID().uuidString.prefix(8))").path
    let environment = sandbox.environment.merging(changes) { $1 }.map { "\($0)=\($1)" }.sorted()
    try tmux(
      ["start-server", ";", "set-option", "-g", "status", "off", ";"]
        + ["new-session", "-d", "-c", sandbox.folder.path, "-x", "\(columns)", "-y", "\(rows)"]
        + ["env", "-i"] + environment + ["bash", "--noprofile", "--norc", "-i"])
  }

  /// Takes the terminal away and lets what ran in it finish, so that it writes to no folder that is gone.
  deinit {
    let shell = (try? value(of: "pane_pid")).flatMap { Int32($0) }
    let programs = shell.map { Program.children(of: $0) + [$0] } ?? []
    _ = try? tmux(["kill-server"])
    for _ in 0..<100 where programs.contains(where: Program.isRunning) { usleep(20_000) }
  }

  /// Starts `kiseki` from the shell. When it ends or stops, the shell says "ended=" and its status.
  func start(_ arguments: String = "") async throws {
    try await waitUntilShows("$")
    try type("stty -g >before; clear; kiseki \(arguments); echo end''ed=$?")
    try press(Keys.enter)
  }

  /// Sends text as an input method does: all of it at once.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Pastes as a terminal does, in brackets where the program has asked for them.
  func paste(_ text: String) throws {
    try tmux(["load-buffer", "-"], input: text)
    try tmux(["paste-buffer", "-p", "-r", "-d"])
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Ends the server with a signal it cannot catch, as when a terminal is killed. Whatever runs in it is
  /// left without one.
  func kill() throws {
    guard let server = Int32(try value(of: "pid")) else { return }
    Glibc.kill(server, SIGKILL)
  }

  /// What is on the screen, a line a row, without trailing blanks.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// The caret's place, from 0 at the top left.
  func caret() throws -> Caret {
    let numbers = try value(of: "cursor_x cursor_y").split(separator: " ").compactMap { Int($0) }
    return Caret(column: numbers.first ?? -1, row: numbers.last ?? -1)
  }

  /// tmux's own knowledge of the pane: `value(of: "alternate_on")`; several names give several values.
  func value(of names: String) throws -> String {
    let format = names.split(separator: " ").map { "#{\($0)}" }.joined(separator: " ")
    return try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// The process that the shell has started last.
  func program() throws -> Int32 {
    guard let shell = Int32(try value(of: "pane_pid")), let child = Program.children(of: shell).max()
    else { throw Unmet(expected: "a program in the terminal", screen: try screen()) }
    return child
  }

  /// Waits until the screen shows all of `texts`, in any order.
  func waitUntilShows(_ texts: String...) async throws {
    try await wait(for: "on the screen: \(texts.joined(separator: ", "))") {
      let screen = try screen()
      return texts.allSatisfy { screen.contains($0) }
    }
  }

  func waitUntilGone(_ text: String) async throws {
    try await wait(for: "no longer on the screen: \(text)") { try !screen().contains(text) }
  }

  /// Waits until `condition` holds; throws with the screen when it does not within 20 seconds.
  func wait(for expected: String, until condition: () throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while try !condition() {
      guard ContinuousClock.now < deadline else {
        throw Unmet(expected: expected, screen: try screen())
      }
      try await Task.sleep(for: .milliseconds(30))
    }
  }

  /// Asks tmux itself for something.
  @discardableResult
  func configure(_ arguments: [String]) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String], input: String = "") throws -> String {
    let outcome = try Program.run(
      "/usr/bin/env", ["tmux", "-f", "/dev/null", "-u", "-S", socket] + arguments, input: Data(input.utf8),
      environment: sandbox.environment, folder: sandbox.folder)
    guard outcome.status == 0 else { throw Unmet(expected: "tmux: \(outcome.errors)", screen: "") }
    return outcome.output
  }
}

/// Where the caret is, in columns and rows from 0.
struct Caret: Equatable {
  var column: Int
  var row: Int
}

/// Something that a test waited for has not come.
struct Unmet: Error, CustomStringConvertible {
  let expected: String
  let screen: String
  var description: String { "Expected \(expected)\nThe screen:\n\(screen)" }
}
