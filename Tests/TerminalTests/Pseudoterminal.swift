import Display
import Glibc
import Typography

@testable import Terminal

/// A terminal without a window: what a program writes to its `path` is read here, and the other way round.
final class Pseudoterminal {
  struct Unavailable: Error {}

  /// Our end.
  let descriptor: Int32
  /// The program's end.
  let programDescriptor: Int32
  let path: String

  // From <asm-generic/ioctls.h>; Swift does not import them.
  private static let getNumber: UInt = 0x8004_5430
  private static let setLock: UInt = 0x4004_5431

  init(size: Size) throws {
    var number: CInt = 0
    var lock: CInt = 0
    descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0, ioctl(descriptor, Self.getNumber, &number) == 0,
      ioctl(descriptor, Self.setLock, &lock) == 0
    else { throw Unavailable() }
    path = "/dev/pts/\(number)"
    programDescriptor = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard programDescriptor >= 0 else { throw Unavailable() }
    resize(size)
  }

  deinit {
    close(programDescriptor)
    close(descriptor)
  }

  func resize(_ size: Size) {
    var size = winsize(
      ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
  }

  func session(
    ambiguous isWide: Bool = false, usesColor: Bool = true, type: String = "xterm-256color"
  ) throws -> TerminalSession {
    try TerminalSession(
      ambiguous: isWide ? .wide : .narrow, usesColor: usesColor, input: programDescriptor,
      output: programDescriptor, type: type)
  }

  /// A byte that no terminal shows and no program here writes.
  private static let mark: UInt8 = 0x05

  /// What the program has written.
  func output() -> [UInt8] {
    var mark = Self.mark
    write(programDescriptor, &mark, 1)
    var output: [UInt8] = []
    while output.last != Self.mark, let more = Self.read(descriptor) {
      output += more
    }
    return output.dropLast()
  }

  /// Sends bytes to the program, and waits until they are there.
  func send(_ text: String) {
    let bytes = Array(text.utf8)
    write(descriptor, bytes, bytes.count)
    var waiting = pollfd(fd: programDescriptor, events: Int16(POLLIN), revents: 0)
    poll(&waiting, 1, 10_000)
  }

  /// The settings that matter to a shell.
  var settings: [UInt32] {
    var settings = termios()
    tcgetattr(programDescriptor, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  private static func read(_ descriptor: Int32) -> [UInt8]? {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 10_000) > 0 else { return nil }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    return bytes.isEmpty ? nil : bytes
  }
}
