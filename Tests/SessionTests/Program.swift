import Foundation

/// A program that has run to its end.
struct Outcome {
  /// The exit status, or 128 and the signal that ended it, as a shell counts.
  let status: Int32
  let output: String
  let errors: String
}

/// Starts programs and waits for them.
enum Program {
  /// Runs the program at `path` with nothing but `environment`. What it reads and prints are files in
  /// `folder`, so neither a full pipe nor a child that outlives it can hold the test up. (Foundation's
  /// `Process` waits for such children: with tmux, for ever.)
  static func run(
    _ path: String, _ arguments: [String], input: Data = Data(), environment: [String: String], folder: URL
  ) throws -> Outcome {
    let files = ["in", "out", "err"].map { folder.appending(path: "\(UUID().uuidString).\($0)") }
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    try input.write(to: files[0])
    let status = try waitedStatus(
      of: try spawn([path] + arguments, environment.map { "\($0)=\($1)" }, files.map(\.path)))
    return Outcome(
      status: status, output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  /// The processes whose parent is `parent`.
  static func children(of parent: Int32) -> [Int32] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int32($0) }.filter { stat(of: $0)?.parent == parent }
  }

  /// Whether the process is there and not only waiting for its parent to notice its end.
  static func isRunning(_ process: Int32) -> Bool {
    stat(of: process).map { $0.state != "Z" } ?? false
  }

  /// Whether the process belongs to the job that its terminal listens to.
  static func isInForeground(_ process: Int32) -> Bool {
    stat(of: process).map { $0.group == $0.foregroundGroup } ?? false
  }

  /// The fields of a process's `stat` behind the name, which may hold spaces.
  private static func stat(of process: Int32) -> Status? {
    guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat") else { return nil }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: ")").last?.split(separator: " ")
    guard let fields, fields.count > 5, let parent = Int32(fields[1]) else { return nil }
    return Status(state: fields[0], parent: parent, group: fields[2], foregroundGroup: fields[5])
  }

  private struct Status {
    let state: Substring
    let parent: Int32
    let group: Substring
    /// Of the terminal.
    let foregroundGroup: Substring
  }

  /// Starts `command` with the three standard files at `files`, and with every signal as it
  /// is in a fresh session: the threads that tests run on block most of them, and a child would inherit it.
  private static func spawn(
    _ command: [String], _ environment: [String], _ files: [String]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, files[2], O_WRONLY | O_CREAT, 0o600)
    var attributes = freshSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var arguments = command.map { strdup($0) } + [nil]
    var variables = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var process = pid_t()
    let failure = posix_spawn(&process, command[0], &actions, &attributes, &arguments, &variables)
    guard failure == 0 else { throw CocoaError(.executableLoad, userInfo: ["path": command[0]]) }
    return process
  }

  /// No signal blocked or ignored.
  private static func freshSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// Waits for the end of a process that this one has started.
  private static func waitedStatus(of process: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .ECHILD) }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}
