"""A program in a pseudo-terminal, with the times at which its output came."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

# What a terminal answers when it is asked where the caret is, and what it is.
ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?62;22c"}


class Terminal:
    """Starts `command`; every method that waits gives the seconds from the start of what it waited for."""

    def __init__(self, command, environment, columns=80, rows=24):
        self.started = time.perf_counter()
        self.process, self.screen = pty.fork()
        if self.process == 0:
            try:
                size = struct.pack("HHHH", rows, columns, 0, 0)
                fcntl.ioctl(0, termios.TIOCSWINSZ, size)
                os.execve(command[0], command, environment)
            finally:
                os._exit(127)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.screen)

    def read(self, timeout):
        """What has come within `timeout` seconds; empty where nothing has."""
        if not select.select([self.screen], [], [], timeout)[0]:
            return b""
        try:
            output = os.read(self.screen, 1 << 20)
        except OSError as error:
            raise RuntimeError("the program has ended") from error
        for question, answer in ANSWERS.items():
            if question in output:
                os.write(self.screen, answer)
        return output

    def wait_for(self, *texts, since=None, timeout=20):
        """Seconds from `since` (the program's start) until each of `texts` had been printed."""
        since = since or self.started
        output, seen = b"", {}
        while len(seen) < len(texts):
            part = self.read(timeout)
            now = time.perf_counter() - since
            if not part:
                missing = [text for text in texts if text not in seen]
                raise RuntimeError(f"{missing} did not come. The last output: {output[-400:]!r}")
            output += part
            for text in texts:
                if text not in seen and text.encode() in output:
                    seen[text] = now
        return [seen[text] for text in texts]

    def settle(self, quiet=0.02):
        """Reads until nothing has come for `quiet` seconds."""
        while self.read(quiet):
            pass

    def type(self, text):
        """Sends `text` and gives the seconds until it was painted."""
        self.settle()
        start = time.perf_counter()
        os.write(self.screen, text.encode())
        return self.wait_for(text, since=start)[0]

    def press(self, keys):
        os.write(self.screen, keys)
        self.settle(0.2)
