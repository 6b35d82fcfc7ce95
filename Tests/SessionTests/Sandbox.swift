import Foundation

/// A writer's machine of its own for one test: a journal, settings and state in a folder that is gone
/// afterwards. Nothing of the real user's environment reaches the program.
final class Sandbox: Sendable {
  let folder: URL
  let journal: URL
  let environment: [String: String]

  init(language: String = "ja") throws {
    folder = URL(filePath: "/tmp/kiseki-\(UUID().uuidString.prefix(8))", directoryHint: .isDirectory)
    journal = folder.appending(path: "journal")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = [
      "HOME": folder.path, "LANG": "C.UTF-8", "TERM": "tmux-256color",
      "PS1": "$ ", "HISTFILE": "/dev/null", "TZ": "Asia/Tokyo",
      "PATH": "\(Sandbox.productFolder.path):/usr/bin:/bin",
      "KISEKI_JOURNAL": folder.appending(path: "journal").path, "KISEKI_LANG": language,
      "XDG_CONFIG_HOME": folder.appending(path: "config").path,
      "XDG_DATA_HOME": folder.appending(path: "data").path,
      "XDG_STATE_HOME": folder.appending(path: "state").path,
      "SWIFT_BACKTRACE": "interactive=no,color=no",
    ]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Where the build has put the program: beside the tests.
  static let productFolder =
    (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()

  /// Runs `kiseki` without a terminal. It reads `input`, or `bytes` where they are no text. `changes` are put over the
  /// environment; nil takes a name away.
  func kiseki(
    _ arguments: String..., input: String = "", bytes: Data? = nil, changes: [String: String?] = [:]
  ) throws -> Outcome {
    var environment = environment
    for (name, value) in changes { environment[name] = value }
    return try Program.run(
      Sandbox.productFolder.appending(path: "kiseki").path, arguments, input: bytes ?? Data(input.utf8),
      environment: environment, folder: folder)
  }

  /// The same as somebody whom permissions bind. Where the tests run as root that is nobody, who gets a copy of the
  /// program: it may lie where only root can go.
  func kisekiAsWriter(_ arguments: String..., input: String = "") throws -> Outcome {
    let program = Sandbox.productFolder.appending(path: "kiseki")
    guard getuid() == 0 else {
      return try Program.run(
        program.path, arguments, input: Data(input.utf8), environment: environment, folder: folder)
    }
    let copy = folder.appending(path: "kiseki")
    if !FileManager.default.fileExists(atPath: copy.path) {
      // Not by this process: a child that another test starts meanwhile would hold the copy open for writing, and a
      // program that is being written cannot be run.
      _ = try Program.run(
        "/bin/cp", [program.path, copy.path], input: Data(), environment: environment, folder: folder)
    }
    return try Program.run(
      "/usr/bin/setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", copy.path] + arguments,
      input: Data(input.utf8), environment: environment, folder: folder)
  }

  /// Writes a file into the journal, as another program might.
  func put(_ bytes: Data, at path: String) throws {
    let file = journal.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func put(_ text: String, at path: String) throws { try put(Data(text.utf8), at: path) }

  /// Writes the settings' file, or one beside it.
  @discardableResult
  func putSettings(_ bytes: Data, in name: String = "config.yml") throws -> URL {
    let file = folder.appending(path: "config/kiseki").appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file
  }

  /// The paths of the journal's entries, relative to it and sorted.
  var entryPaths: [String] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: journal.path)) ?? []
    return paths.filter { $0.hasSuffix(".md") && $0.first?.isNumber == true }.sorted()
  }

  /// The texts of the journal's entries, in the order of their paths.
  var entryTexts: [String] {
    entryPaths.compactMap { path in
      FileManager.default.contents(atPath: journal.appending(path: path).path)
        .map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// Every file anywhere in the sandbox, but not what the shell and tmux leave there.
  var allPaths: Set<String> {
    Set((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? [])
  }
}
