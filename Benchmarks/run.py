#!/usr/bin/env python3
"""Measures Kiseki beside nano: both in one run, taking turns, on this machine.

    run.py <kiseki> [--entries N] [--starts N] [--keys N]

Start: from fork to the output that holds the first words of the screen. Key: from writing a character to the
terminal to the read that holds its bytes in what the program paints.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import sample_journal
from terminal import Terminal

HOME_TITLE = "軌跡"


def milliseconds(seconds):
    """Median and 99th percentile."""
    ordered = sorted(seconds)
    worst = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return f"{statistics.median(ordered) * 1000:.2f}", f"{worst * 1000:.2f}"


class Contest:
    """The two programs, and a folder with what they open."""

    def __init__(self, kiseki, entries):
        self.folder = Path(tempfile.mkdtemp(prefix="kiseki-benchmark-"))
        self.kiseki = str(Path(kiseki).resolve())
        self.nano = shutil.which("nano") or sys.exit("nano is not installed")
        self.many, self.one = self.folder / "many", self.folder / "one"
        self.newest = sample_journal.make(self.many, entries)
        sample_journal.make(self.one, 1)
        self.file = next(self.one.glob("*/*.md"))
        self.file.write_text(sample_journal.entry("一本", "2026-11-20", 1000, 7), encoding="utf-8")
        self.copy = self.folder / "copy.md"
        self.copy.write_bytes(self.file.read_bytes())

    def environment(self, journal):
        return {
            "HOME": str(self.folder), "LANG": "C.UTF-8", "TERM": "xterm-256color", "PATH": "/usr/bin:/bin",
            "KISEKI_JOURNAL": str(journal), "KISEKI_LANG": "ja", "TZ": "Asia/Tokyo",
            "XDG_STATE_HOME": str(self.folder / "state"), "XDG_CONFIG_HOME": str(self.folder / "config"),
        }

    def start_kiseki(self, journal, *arguments):
        return Terminal([self.kiseki, *arguments], self.environment(journal))

    def start_nano(self):
        command = [self.nano, "--ignorercfiles", "--softwrap", str(self.copy)]
        return Terminal(command, self.environment(self.one))

    def starts(self, count):
        """Rows of the table: the journal's home beside nano with one file."""
        home, listed, nano = [], [], []
        for index in range(count + 2):
            with self.start_kiseki(self.many) as terminal:
                first, newest = terminal.wait_for(HOME_TITLE, self.newest)
            with self.start_nano() as terminal:
                (other,) = terminal.wait_for("title")
            if index >= 2:  # the first two only warm the caches
                home.append(first)
                listed.append(newest)
                nano.append(other)
        return [
            ("start to first paint", milliseconds(home), milliseconds(nano)),
            ("start to the newest entries", milliseconds(listed), milliseconds(nano)),
        ]

    def keys(self, count):
        """The row of the table for typing at the end of the first paragraph of a 3 KB entry."""
        kiseki, nano = [], []
        with self.start_kiseki(self.one, "open", "last") as ours, self.start_nano() as theirs:
            ours.wait_for("。")
            theirs.wait_for("title")
            for _ in range(self.body_line()):
                theirs.press(b"\x1b[B")
            for terminal in (ours, theirs):
                terminal.press(b"\x1b[F")
            for index, character in enumerate(self.unused_characters(count + 10)):
                times = [ours.type(character), theirs.type(character)]
                if index >= 10:
                    kiseki.append(times[0])
                    nano.append(times[1])
        return [("key to painted, 3 KB entry", milliseconds(kiseki), milliseconds(nano))]

    def body_line(self):
        """How many lines nano has to go down to where Kiseki's text begins."""
        return self.copy.read_text(encoding="utf-8").split("---\n")[1].count("\n") + 2

    def unused_characters(self, count):
        """Wide characters that the text does not hold, so that seeing one means that it was painted."""
        text = self.copy.read_text(encoding="utf-8")
        free = (chr(code) for code in range(0x4E00, 0x9FA5) if chr(code) not in text)
        return [next(free) for _ in range(count)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kiseki")
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--starts", type=int, default=20)
    parser.add_argument("--keys", type=int, default=300)
    arguments = parser.parse_args()
    contest = Contest(arguments.kiseki, arguments.entries)
    try:
        rows = contest.starts(arguments.starts) + contest.keys(arguments.keys)
    finally:
        shutil.rmtree(contest.folder, ignore_errors=True)
    size = os.path.getsize(contest.kiseki) / 1_000_000
    print(f"{arguments.entries} entries, {arguments.starts} starts, {arguments.keys} keys; milliseconds")
    print("| what | kiseki median | kiseki p99 | nano median | nano p99 |")
    print("|---|---:|---:|---:|---:|")
    for name, ours, theirs in rows:
        print(f"| {name} | {ours[0]} | {ours[1]} | {theirs[0]} | {theirs[1]} |")
    print(f"size of the binary: {size:.1f} MB")


main()
