#!/usr/bin/env python3
"""Takes the pictures of the documents from the running program.

    screenshot.py <kiseki> <folder for the pictures>

Plays a few sessions in tmux, in a journal of its own (scripts/screenshot-journal) and in both languages, and
writes what the screen shows as SVG, and as PNG where rsvg-convert is installed. Times of the day are made the
same, so that a picture only changes when the program does.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import terminal_picture

COLUMNS = 84
SAMPLES = Path(__file__).parent / "screenshot-journal"
EXAMPLES = Path(__file__).parent.parent / "docs/examples"


@dataclass(frozen=True)
class Words:
    """What differs between the languages: what is typed, and what is waited for."""

    home: str
    picker: str
    filter: str
    found: str
    answer: str
    saved: str
    thread: str


WORDS = {
    "ja": Words("軌跡", "書式を選ぶ", "まなび", "何をやりましたか", "聞くだけで来た人が、いつか次の人のために一行を読む場所です。", "保存済み", "failure-project"),
    "en": Words("Kiseki", "Pick a format", "learning", "did", "A place where whoever came to listen one day reads a line for somebody new.", "Saved", "failure-trial"),
}


class Stage:
    """A terminal with the program in it, and a journal that is thrown away."""

    def __init__(self, program, language, rows, with_draft):
        self.rows = rows
        self.folder = Path(tempfile.mkdtemp(prefix="kiseki-pictures-"))
        self.language = language
        shutil.copytree(SAMPLES / language / "2026", self.folder / "journal" / "2026")
        if with_draft:
            shutil.copy(SAMPLES / language / "draft.md", self.folder / "journal/2026/2026-11-20-draft.md")
        (self.folder / "bin").mkdir()
        (self.folder / "bin/kiseki").symlink_to(program.resolve())

    def put(self, example):
        shutil.copy(example, self.folder / "journal/2026/2026-11-20-example.md")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")
        time.sleep(0.3)
        shutil.rmtree(self.folder, ignore_errors=True)

    def tmux(self, *arguments):
        command = ["tmux", "-S", str(self.folder / "tmux"), "-f", "/dev/null", "-u", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout

    def open(self, *arguments):
        environment = {
            "HOME": str(self.folder), "KISEKI_JOURNAL": str(self.folder / "journal"), "KISEKI_LANG": self.language,
            "LANG": "C.UTF-8", "PATH": f"{self.folder}/bin:/usr/bin:/bin", "TERM": "tmux-256color", "TZ": "Asia/Tokyo",
        }
        variables = [f"{name}={value}" for name, value in environment.items()]
        self.tmux(
            "start-server", ";", "set-option", "-g", "status", "off", ";",
            "new-session", "-d", "-x", str(COLUMNS), "-y", str(self.rows), "env", "-i", *variables, "kiseki", *arguments)

    def type(self, text):
        self.tmux("send-keys", "-l", "--", text)

    def press(self, *keys):
        self.tmux("send-keys", *keys)

    def wait_for(self, text):
        deadline = time.monotonic() + 20
        while text not in self.tmux("capture-pane", "-p"):
            if time.monotonic() > deadline:
                sys.exit(f"screenshot: {text!r} did not come:\n" + self.tmux("capture-pane", "-p"))
            time.sleep(0.05)

    def picture(self):
        self.settle()
        capture = re.sub(r"\b\d\d:\d\d\b", "21:04", self.tmux("capture-pane", "-e", "-p", "-N"))
        capture = capture.replace(str(self.folder), "~")
        caret = tuple(int(part) for part in self.tmux("display-message", "-p", "#{cursor_x} #{cursor_y}").split())
        return terminal_picture.draw(capture, COLUMNS, self.rows, caret, "kiseki")

    def settle(self):
        """Waits until the screen has stayed the same for a moment."""
        before = None
        while before != (before := self.tmux("capture-pane", "-e", "-p")):
            time.sleep(0.3)


def home(stage, words):
    stage.open()
    stage.wait_for(words.home)


def picker(stage, words):
    home(stage, words)
    stage.press("C-n")
    stage.wait_for(words.picker)
    stage.type(words.filter)
    stage.wait_for(words.found)


def editor(stage, words):
    stage.open("open", "last")
    stage.wait_for("##")
    stage.press("M-Up", "M-Up", "M-Up", "M-Up", "M-Down", "M-Down", "M-Down")
    stage.type(words.answer)
    stage.press("C-s")
    stage.wait_for(words.saved)


def export(stage, words):
    stage.put(EXAMPLES / f"{words.thread}.{stage.language}.md")
    stage.open("open", "2026-11-20-example")
    stage.wait_for("##")
    stage.press("C-e")
    stage.wait_for("HTML")
    stage.type("x")
    stage.wait_for("--- 1/")
    stage.press("Enter", "Down")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    converter = shutil.which("rsvg-convert")
    for language, words in WORDS.items():
        for play, rows in ((home, 18), (picker, 20), (editor, 28), (export, 26)):
            with Stage(program, language, rows, with_draft=play is editor) as stage:
                play(stage, words)
                file = folder / f"{play.__name__}.{language}.svg"
                file.write_text(stage.picture(), encoding="utf-8")
            if converter:
                subprocess.run([converter, "--zoom", "1.5", file, "-o", file.with_suffix(".png")], check=True)
            print(file)


main()
