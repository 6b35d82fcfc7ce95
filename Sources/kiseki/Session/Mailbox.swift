import Glibc
import Interface
import Synchronization

/// Messages from work that was done elsewhere. Posting wakes the loop, which waits on `descriptor`.
final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable when there is something to collect.
  let descriptor: Int32
  private let wakeEnd: Int32

  /// - Returns: nil where the system gives no pipe.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    wakeEnd = ends[1]
  }

  deinit {
    close(descriptor)
    close(wakeEnd)
  }

  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    var byte: UInt8 = 1
    _ = write(wakeEnd, &byte, 1)
  }

  /// Takes everything that has come, in order.
  func collect() -> [Message] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return messages.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
