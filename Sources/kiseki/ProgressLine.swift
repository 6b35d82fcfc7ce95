import Glibc

/// How far a long command is, on one line of a terminal that is written over; nothing where standard error is none,
/// and nothing for a few.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private static let fewest = 50

  init(total: Int) {
    self.total = total
    isShown = total >= Self.fewest && isatty(STDERR_FILENO) == 1
  }

  mutating func advance() {
    done += 1
    if isShown, done % 20 == 0 { StandardError.write("\r\(done)/\(total)") }
  }

  func finish() {
    if isShown { StandardError.write("\r\(done)/\(total)\n") }
  }
}
