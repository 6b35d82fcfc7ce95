import CTerminal
package import Display
import Glibc
package import Typography

/// The terminal while the program has it: raw input, the alternate screen, bracketed paste.
///
/// There is at most one at a time, used by one thread. However it ends (`leave`, the end of its life, exit, a crash, a
/// signal that is acted on), the terminal is given back as it was.
package struct TerminalSession: ~Copyable {
  /// Where input comes from, to be polled.
  package static let inputDescriptor: Int32 = 0

  private var decoder: InputDecoder
  /// What was read, and not decoded yet.
  private var unread: [UInt8]
  private let beginning = ContinuousClock.now
  private let pen: ScreenPen
  /// What the terminal shows; nil if that is not known.
  private var shown: Screen?
  private var hasLeft = false

  /// The terminal's size, as far as it was asked: see `resized()`.
  package private(set) var size: Size
  /// Whether nothing will come any more, because the terminal went away. Save and go.
  package private(set) var isGone = false

  /// Takes the terminal at standard input and output.
  ///
  /// - Parameters:
  ///   - ambiguous: The width of ambiguous characters; the same as that of the screens to be shown.
  ///   - usesColor: Whether roles may be shown by colours besides weight.
  ///   - escapeWait: How long nothing follows an ESC that is the escape key.
  ///   - typed: What was read of the input before.
  package init(
    ambiguous: ColumnWidths.Ambiguous, usesColor: Bool, escapeWait: Duration, typed: [UInt8] = []
  ) throws(TerminalError) {
    try self.init(
      ambiguous: ambiguous, usesColor: usesColor, escapeWait: escapeWait, typed: typed,
      input: Self.inputDescriptor, output: 1, type: nil)
  }

  /// Takes the terminal at some descriptors, of a type other than `TERM`'s if there is one.
  init(
    ambiguous: ColumnWidths.Ambiguous, usesColor: Bool, escapeWait: Duration = InputDecoder.usualEscapeWait,
    typed: [UInt8] = [],
    input: Int32, output: Int32, type: String?
  ) throws(TerminalError) {
    let result = Self.start(
      kiseki_terminal_options(
        input: input, output: output, type: nil, ambiguous_is_wide: ambiguous == .wide, uses_color: usesColor),
      type: type)
    if let error = TerminalError(result, type: type) { throw error }
    decoder = InputDecoder(keys: .ofTerminal, escapeWait: escapeWait)
    unread = typed
    pen = ScreenPen()
    size = Size(kiseki_terminal_resize())
  }

  deinit {
    kiseki_terminal_leave()
  }
}

extension TerminalSession {
  /// Shows a screen: sends only what differs from what is shown. The terminal's cursor, always visible, is at the
  /// screen's caret, or in the last cell if it has none. What lies outside the terminal is left out.
  package mutating func present(_ screen: Screen) {
    guard screen != shown else { return }
    for row in rowsToDraw(for: screen) where row < size.rows {
      pen.draw(row < screen.size.rows ? screen.row(row) : [], row: row, columns: size.columns)
    }
    let caret = screen.caret ?? ScreenPosition(column: size.columns, row: size.rows)
    kiseki_terminal_show(
      Int32(max(0, min(caret.row, size.rows - 1))), Int32(max(0, min(caret.column, size.columns - 1))))
    shown = screen
  }

  private func rowsToDraw(for screen: Screen) -> [Int] {
    guard let shown, shown.size == screen.size else { return Array(0..<size.rows) }
    return screen.rowsDiffering(from: shown)
  }

  /// Asks for the window's size, and shows everything anew with the next screen. To be called after
  /// `TerminalSignal.windowChanged`.
  @discardableResult
  package mutating func resized() -> Size {
    size = Size(kiseki_terminal_resize())
    kiseki_terminal_forget()
    shown = nil
    return size
  }
}

extension TerminalSession {
  /// The most bytes that are read at once, so that a flood of input cannot keep the program from drawing.
  private static let mostBytes = 1 << 20

  /// What has come, without waiting. To be called when the descriptor has input, and when `inputTimeout` has passed.
  package mutating func pendingEvents() -> [InputEvent] {
    takeBackIfPossible()
    var bytes = unread
    unread = []
    while bytes.count < Self.mostBytes, let more = read() {
      bytes += more
    }
    let events = decoder.decode(bytes, at: now)
    return isGone ? events + decoder.finish() : events
  }

  /// In how many milliseconds to call `pendingEvents` even if nothing comes; nil if nothing waits for time.
  package var inputTimeout: Int32? {
    guard unread.isEmpty else { return 0 }
    return decoder.deadline.map { deadline in
      let (seconds, attoseconds) = max(.zero, deadline - now).components
      return Int32(clamping: seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
  }

  private var now: Duration { beginning.duration(to: .now) }

  private mutating func read() -> [UInt8]? {
    var result = KISEKI_READ_NOTHING
    let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, count in
      result = kiseki_terminal_read(buffer.baseAddress, buffer.count, &count)
    }
    isGone = isGone || result == KISEKI_READ_GONE
    return result == KISEKI_READ_SOME ? bytes : nil
  }
}

extension TerminalSession {
  /// Gives the terminal back as it was. `resume()` takes it again.
  package mutating func leave() {
    hasLeft = true
    kiseki_terminal_leave()
  }

  /// Leaves the terminal, stops the process as Ctrl-Z does, and takes the terminal back when it goes on. The size may
  /// be another then.
  package mutating func suspend() {
    leave()
    kiseki_terminal_stop_process()
    resume()
  }

  /// Takes the terminal back, after `leave()` or `TerminalSignal.continued`, and shows everything anew with the next
  /// screen. The size may be another then.
  ///
  /// In the background it stops first, until it is in the foreground: whom a shell brings there without having to let
  /// it go on gets no sign of it.
  package mutating func resume() {
    hasLeft = false
    kiseki_terminal_wait_in_background()
    kiseki_terminal_enter()
    resized()
  }

  /// Where nothing could stop the process in the background, it gets no sign when it comes to the foreground but input.
  private mutating func takeBackIfPossible() {
    guard !hasLeft, !kiseki_terminal_is_entered() else { return }
    resume()
  }
}

extension TerminalSession {
  private static func start(_ options: kiseki_terminal_options, type: String?) -> kiseki_start_result {
    var options = options
    guard let type else { return kiseki_terminal_start(&options) }
    return type.withCString {
      options.type = $0
      return kiseki_terminal_start(&options)
    }
  }
}

extension TerminalError {
  /// nil if the start succeeded.
  fileprivate init?(_ result: kiseki_start_result, type: String?) {
    switch result {
    case KISEKI_STARTED: return nil
    case KISEKI_NOT_A_TERMINAL: self = .notATerminal
    case KISEKI_UNKNOWN_TERMINAL:
      self = .unknownTerminal(type ?? getenv("TERM").map { String(cString: $0) } ?? "")
    case KISEKI_NO_UTF8_LOCALE: self = .noUTF8Locale
    default: self = .noResources
    }
  }
}

extension KeySequences {
  /// Those of the terminal that was taken.
  fileprivate static var ofTerminal: KeySequences {
    KeySequences(
      capabilities.map { name, key in
        let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
          count = kiseki_terminal_key_bytes(name, buffer.baseAddress, buffer.count)
        }
        return (bytes, key)
      })
  }
}

extension Size {
  fileprivate init(_ size: kiseki_size) {
    self.init(columns: Int(size.columns), rows: Int(size.rows))
  }
}
