import CTerminal

/// What the system tells the program while it runs.
package enum TerminalSignal: Hashable, Sendable, CaseIterable {
  /// The window has another size (SIGWINCH).
  case windowChanged
  /// Save and go (SIGTERM, or SIGINT or SIGQUIT from outside: Ctrl-C and Ctrl-\ are keys).
  case terminate
  /// The terminal went away (SIGHUP): save and go.
  case hangUp
  /// Leave the terminal to others and stop (SIGTSTP from outside): see `TerminalSession.suspend()`.
  case stop
  /// The process goes on after a stop that could not be told (SIGSTOP): see `TerminalSession.resume()`.
  case continued
}

/// Signals as something to wait for together with input: a descriptor that has bytes when some have come.
///
/// Once it is installed, SIGPIPE and SIGXFSZ are errors of the calls that cause them.
package struct SignalChannel: Sendable {
  /// To be polled for reading.
  package let descriptor: Int32

  /// Catches the signals. To be done before a `TerminalSession`, so that none is lost; a second time changes nothing.
  package static func install() throws(TerminalError) -> SignalChannel {
    let descriptor = kiseki_signals_install()
    guard descriptor >= 0 else { throw .noResources }
    return SignalChannel(descriptor: descriptor)
  }

  /// What has come since the last call, each once, however often it came.
  package func received() -> [TerminalSignal] {
    let flags = Int(kiseki_signals_take())
    return TerminalSignal.allCases.filter { flags & $0.flag != 0 }
  }
}

extension TerminalSignal {
  fileprivate var flag: Int {
    switch self {
    case .windowChanged: KISEKI_WINDOW_CHANGED
    case .terminate: KISEKI_TERMINATE
    case .hangUp: KISEKI_HANG_UP
    case .stop: KISEKI_STOP
    case .continued: KISEKI_CONTINUED
    }
  }
}
