import Display
import Glibc
import Interface
import Terminal

/// The loop on the one thread that owns the terminal: waits for keys, signals, answers and timers, gives them
/// to `update`, hands the effects to the runner, and presents the view.
struct EventLoop: ~Copyable {
  private var state: State
  private var terminal: TerminalSession
  private var timers = TimerQueue()
  private var isRunning = true
  private let signals: SignalChannel
  private let mailbox: Mailbox
  private let runner: EffectRunner

  init(
    settings: Settings, terminal: consuming TerminalSession, signals: SignalChannel, mailbox: Mailbox,
    runner: EffectRunner
  ) {
    state = State(settings: settings)
    self.terminal = terminal
    self.signals = signals
    self.mailbox = mailbox
    self.runner = runner
  }

  /// Runs until the writer leaves or the program is told to end.
  mutating func run(_ launch: Launch) {
    receive(.started(terminal.size, launch))
    while isRunning {
      terminal.present(view(state))
      wait()
      receiveSignals()
      receiveInput()
      for message in mailbox.collect() { receive(message) }
      for timer in timers.takeDue(at: SystemClock.moment().milliseconds) { receive(.timerFired(timer)) }
    }
    terminal.leave()
  }

  private mutating func receive(_ message: Message) {
    guard isRunning else { return }
    let moment = SystemClock.moment()
    for effect in update(&state, message, at: moment) { perform(effect, at: moment) }
  }

  private mutating func perform(_ effect: Effect, at moment: Moment) {
    switch effect {
    case .startTimer(let timer, let milliseconds):
      timers.set(timer, deadline: moment.milliseconds + milliseconds)
    case .suspend:
      terminal.suspend()
      receive(.resumed(terminal.size))
    case .repaint: terminal.resized()
    case .quit: isRunning = false
    case .loadTemplates, .readEntries, .makeTemplate, .open, .save, .saveOrRescue, .check, .switchOffChecks:
      runner.run(effect)
    }
  }

  private mutating func wait() {
    let timer = timers.untilNext(at: SystemClock.moment().milliseconds)
    let input = terminal.inputTimeout.map(Int64.init)
    let timeout = [timer, input].compactMap(\.self).min() ?? -1
    var descriptors = [TerminalSession.inputDescriptor, signals.descriptor, mailbox.descriptor].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    poll(&descriptors, nfds_t(descriptors.count), Int32(clamping: timeout))
  }

  private mutating func receiveSignals() {
    for signal in signals.received() {
      switch signal {
      case .windowChanged: receive(.input(.resize(terminal.resized())))
      case .stop: receive(.suspensionRequested)
      case .continued:
        terminal.resume()
        receive(.resumed(terminal.size))
      case .terminate, .hangUp: receive(.terminationRequested)
      }
    }
  }

  private mutating func receiveInput() {
    for event in terminal.pendingEvents() { receive(.input(event)) }
    if terminal.isGone { receive(.terminationRequested) }
  }
}
