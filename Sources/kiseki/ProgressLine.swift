import Glibc

/// How far a long command is, at the beginning of a line that whatever is said next writes over. Nothing where standard
/// error is no terminal, and nothing for what is done in a moment.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private var done = 0
  private var width = 0
  /// When to tell it next.
  private var next = ContinuousClock.now + .milliseconds(300)

  init(total: Int) {
    self.total = total
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// One more is done.
  mutating func advance() {
    done += 1
    guard isShown, ContinuousClock.now >= next else { return }
    next = .now + .milliseconds(100)
    let text = "\(done)/\(total)"
    width = text.count
    StandardError.write(text + "\r")
  }

  /// Takes the line away.
  func finish() {
    if width > 0 { StandardError.write(String(repeating: " ", count: width) + "\r") }
  }
}
