#!/usr/bin/env python3
"""Measures the export of many entries beside cmark: both in one run, taking turns, on this machine.

    export.py <kiseki> [--entries N] [--runs N]

kiseki reads entries, front matter and all, and writes a file for each, which the disk has confirmed; cmark gets the same
texts without front matter, once a file for each from one shell, and once all as one text, where it only parses.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import sample_journal


def seconds(command, folder, environment):
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("kiseki")
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    kiseki = str(Path(arguments.kiseki).resolve())
    cmark = shutil.which("cmark") or sys.exit("cmark is not installed")
    folder = Path(tempfile.mkdtemp(prefix="kiseki-benchmark-"))
    try:
        journal, bodies = folder / "journal", folder / "bodies"
        sample_journal.make(journal, arguments.entries)
        bodies.mkdir()
        for file in journal.glob("*/*.md"):
            text = file.read_text(encoding="utf-8").split("---\n", 2)[2]
            (bodies / file.name).write_text(text, encoding="utf-8")
        (folder / "all.md").write_text(
            "\n".join(file.read_text(encoding="utf-8") for file in sorted(bodies.glob("*.md"))), encoding="utf-8")
        environment = {**os.environ, "KISEKI_JOURNAL": str(journal), "XDG_CONFIG_HOME": str(folder / "config")}
        loop = f'for f in bodies/*.md; do {cmark} "$f" > "html/$(basename "$f").html"; done'
        contests = {
            "kiseki: html, a file each, synchronized": [kiseki, "export", "--all", "--to", "html", "--out", "out"],
            "kiseki: html, printed": [kiseki, "export", "--all", "--to", "html"],
            "kiseki: x, threads, printed": [kiseki, "export", "--all", "--to", "x"],
            "kiseki: markdown, printed": [kiseki, "export", "--all", "--to", "markdown"],
            "cmark: a process and a file each": ["sh", "-c", loop],
            "cmark: one text of all": [cmark, "all.md"],
        }
        times = {name: [] for name in contests}
        for _ in range(arguments.runs):
            for name, command in contests.items():
                shutil.rmtree(folder / "out", ignore_errors=True)
                (folder / "html").mkdir(exist_ok=True)
                times[name].append(seconds(command, folder, environment))
        print(f"{arguments.entries} entries, {(folder / 'all.md').stat().st_size / 1e6:.1f} MB, {arguments.runs} runs")
        for name, measured in times.items():
            print(f"| {name} | {statistics.median(measured):.2f} s |")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
