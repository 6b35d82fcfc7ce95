import Glibc

/// Another program on this machine, that is given bytes to read and whose output is taken. No shell is between.
struct ChildProgram {
  private let path: String

  /// The program did not do what it was asked.
  struct Failure: Error {
    /// The first line that it said about that, or what the system says.
    let reason: String
  }

  /// Nil where no folder of the search path has a program of that name. Only absolute folders are searched: a relative
  /// one, or an empty one for the current folder, would run what somebody put there.
  init?(_ name: String, searchPath: String) {
    let paths = searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard let path = paths.first(where: { access($0, X_OK) == 0 && !Self.isFolder($0) }) else { return nil }
    self.path = path
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Runs the program to its end.
  ///
  /// - Returns: what it wrote to standard output.
  func run(_ arguments: [String], input: String = "") throws(Failure) -> [UInt8] {
    try start(arguments, input: input).finish()
  }

  /// Starts the program; several can run at a time.
  ///
  /// What it reads and writes are files, so that neither side waits for the other.
  func start(_ arguments: [String], input: String) throws(Failure) -> Running {
    let files = [NamelessFile(Array(input.utf8)), NamelessFile(), NamelessFile()].compactMap(\.self)
    guard files.count == 3 else { throw Failure(reason: String(cString: strerror(errno))) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file.descriptor, Int32(number))
    }
    var words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    let code = posix_spawn(&process, path, &actions, nil, &words, environ)
    guard code == 0 else { throw Failure(reason: String(cString: strerror(code))) }
    return Running(process: process, output: files[1], errors: files[2])
  }

  /// A program that was started.
  struct Running {
    fileprivate let process: pid_t
    fileprivate let output: NamelessFile
    fileprivate let errors: NamelessFile

    /// Waits for its end.
    func finish() throws(Failure) -> [UInt8] {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      guard status == 0 else {
        let said = String(decoding: errors.bytes(), as: UTF8.self).split(whereSeparator: \.isNewline).first
        throw Failure(reason: said.map(String.init) ?? "status \(status)")
      }
      return output.bytes()
    }
  }
}

/// A file in the temporary folder that only this process and its children can reach, and that is gone with them.
private final class NamelessFile {
  let descriptor: Int32

  /// - Parameter bytes: what a program that gets the file reads.
  init?(_ bytes: [UInt8] = []) {
    var path = Array("/tmp/kiseki-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(start))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      start += count
    }
  }

  deinit { close(descriptor) }

  func bytes() -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(start))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Array(bytes[..<start]) }
      start += count
    }
    return bytes
  }
}
