import Interface

/// A command could not do what it was asked, told in the writer's words.
struct CommandFailure: Error {
  /// What happened, and on further lines what to do.
  let message: String
  let exitCode: Int32

  static func notFound(_ message: String) -> CommandFailure {
    CommandFailure(message: message, exitCode: 1)
  }

  static func usage(_ message: String) -> CommandFailure {
    CommandFailure(message: message, exitCode: 2)
  }

  static func failed(_ message: String) -> CommandFailure {
    CommandFailure(message: message, exitCode: 3)
  }

  func report() {
    StandardError.tell(message)
  }
}
