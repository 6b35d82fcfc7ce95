import Glibc
import Testing

@testable import Terminal

extension ProcessTests {
  @Suite("Signals")
  struct SignalChannelTests {
    /// Sends signals to this thread, which the test library may have made deaf, and waits until they have come.
    private func send(_ signals: [Int32]) {
      var (all, earlier) = (sigset_t(), sigset_t())
      sigfillset(&all)
      pthread_sigmask(SIG_UNBLOCK, &all, &earlier)
      for signal in signals { raise(signal) }
      pthread_sigmask(SIG_SETMASK, &earlier, nil)
    }

    private func isReadable(_ descriptor: Int32) -> Bool {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, 0) == 1
    }

    @Test(
      "come as bytes to wait for",
      arguments: [
        (SIGWINCH, TerminalSignal.windowChanged), (SIGTERM, .terminate), (SIGINT, .terminate),
        (SIGQUIT, .terminate), (SIGHUP, .hangUp), (SIGTSTP, .stop), (SIGCONT, .continued),
      ])
    func each(signal: Int32, expected: TerminalSignal) throws {
      let channel = try SignalChannel.install()
      #expect(channel.received() == [] && !isReadable(channel.descriptor))
      send([signal, signal])
      #expect(isReadable(channel.descriptor))
      #expect(channel.received() == [expected])
      #expect(channel.received() == [] && !isReadable(channel.descriptor))
    }

    @Test("are not lost, however many others come")
    func flood() throws {
      let channel = try SignalChannel.install()
      send(Array(repeating: SIGWINCH, count: 100_000) + [SIGTERM])
      #expect(channel.received() == [.windowChanged, .terminate])
      #expect(!isReadable(channel.descriptor))
    }

    @Test("of a broken pipe are an error of the write")
    func brokenPipe() throws {
      _ = try SignalChannel.install()
      send([SIGPIPE, SIGXFSZ])
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      close(ends[0])
      #expect(write(ends[1], "x", 1) == -1 && errno == EPIPE)
      close(ends[1])
    }

    @Test("are caught once")
    func again() throws {
      #expect(try SignalChannel.install().descriptor == SignalChannel.install().descriptor)
    }
  }
}
