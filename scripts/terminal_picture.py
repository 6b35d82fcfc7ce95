"""Draws what a tmux pane shows as an SVG picture: every character in its cell, in a quiet window.

Reads the output of `tmux capture-pane -e -p -N`: text with SGR sequences.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

FONT = "'Noto Sans Mono CJK JP', 'Noto Sans CJK JP', 'DejaVu Sans Mono', monospace"
FONT_SIZE = 17
CELL_WIDTH = 8.5
CELL_HEIGHT = 22
BASELINE = 16.5
PADDING = 16
TITLE_BAR = 34

BACKGROUND = "#1b1e23"
FRAME = "#262a31"
FOREGROUND = "#d7dae0"
CARET = "#e3c88f"
PALETTE = [
    "#2c313a", "#e0808a", "#9cc48a", "#e3c88f", "#86b5e0", "#c59adb", "#7fc4c1", "#c9ccd3",
    "#7d8590", "#ef9fa8", "#b5d9a5", "#f0d9a8", "#a5cbee", "#d8b6ea", "#9ddbd8", "#f2f4f8",
]
SGR = re.compile(r"\x1b\[([0-9;:]*)m")
OTHER_CONTROLS = re.compile(r"\x1b(?:\[[0-9;?]*[A-LN-Za-ln-z]|[()][A-Z0-9]|[=>])|[\x0e\x0f]")


@dataclass(frozen=True)
class Look:
    """How a cell looks. Colours are SVG colours; None is the terminal's own."""

    foreground: str | None = None
    background: str | None = None
    bold: bool = False
    dim: bool = False
    italic: bool = False
    underline: bool = False
    reverse: bool = False

    def ink(self):
        colour = (self.background or BACKGROUND) if self.reverse else (self.foreground or FOREGROUND)
        return mix(colour, BACKGROUND, 0.45) if self.dim else colour

    def paper(self):
        return (self.foreground or FOREGROUND) if self.reverse else self.background


@dataclass
class Cell:
    text: str
    column: int
    columns: int
    look: Look


def mix(colour, other, share):
    """`colour` with this share of `other` in it."""
    parts = [(int(colour[i:i + 2], 16), int(other[i:i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def indexed_colour(index):
    """A colour of the 256."""
    if index < 16:
        return PALETTE[index]
    if index < 232:
        levels = [0, 95, 135, 175, 215, 255]
        index -= 16
        return "#" + "".join(f"{levels[index // step % 6]:02x}" for step in (36, 6, 1))
    return "#" + f"{8 + 10 * (index - 232):02x}" * 3


def apply_sgr(look, parameters):
    """The look after an SGR sequence with these parameters."""
    codes = [int(code or 0) for code in re.split("[;:]", parameters)]
    while codes:
        code = codes.pop(0)
        if code == 0:
            look = Look()
        elif code in (1, 2, 3, 4, 7):
            name = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse"}[code]
            look = replace(look, **{name: True})
        elif code == 22:
            look = replace(look, bold=False, dim=False)
        elif code in (23, 24, 27):
            look = replace(look, **{{23: "italic", 24: "underline", 27: "reverse"}[code]: False})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            look = replace(look, foreground=PALETTE[code - 30 if code < 90 else code - 82])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            look = replace(look, background=PALETTE[code - 40 if code < 100 else code - 92])
        elif code in (38, 48):
            name = "foreground" if code == 38 else "background"
            if codes[:1] == [5] and len(codes) >= 2:
                look = replace(look, **{name: indexed_colour(codes[1])})
                codes = codes[2:]
            elif codes[:1] == [2] and len(codes) >= 4:
                look = replace(look, **{name: "#" + "".join(f"{part:02x}" for part in codes[1:4])})
                codes = codes[4:]
        elif code == 39:
            look = replace(look, foreground=None)
        elif code == 49:
            look = replace(look, background=None)
    return look


def width(character):
    """Columns that a character takes; 0 for one that joins the cell before it."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def read_rows(capture):
    """The captured rows as lists of cells. A look goes on from row to row until it is changed."""
    look = Look()
    rows = []
    for line in OTHER_CONTROLS.sub("", capture).rstrip("\n").split("\n"):
        cells, column = [], 0
        for index, piece in enumerate(SGR.split(line)):
            if index % 2:
                look = apply_sgr(look, piece)
                continue
            for character in piece:
                columns = width(character)
                if columns == 0 and cells:
                    cells[-1].text += character
                elif columns:
                    cells.append(Cell(character, column, columns, look))
                    column += columns
        rows.append(cells)
    return rows


def number(value):
    return f"{value:.2f}".rstrip("0").rstrip(".")


def runs(cells):
    """The cells of a row in runs of one look."""
    return [list(run) for _, run in groupby(cells, key=lambda cell: cell.look)]


def words(run):
    """The cells of a run that are not blank, in pieces of one width, so that no piece can drift."""
    pieces = groupby(run, key=lambda cell: (not cell.text.strip(), cell.columns, len(cell.text) > 1))
    return [list(piece) for (is_blank, _, _), piece in pieces if not is_blank]


def draw_run(run, top, left):
    """A run's paper and ink. Each word is put at its own place and stretched to its cells."""
    look, parts = run[0].look, []
    x = left + run[0].column * CELL_WIDTH
    wide = sum(cell.columns for cell in run) * CELL_WIDTH
    if look.paper():
        parts.append(
            f'<rect x="{number(x)}" y="{number(top)}" width="{number(wide)}" height="{CELL_HEIGHT}" '
            f'fill="{look.paper()}"/>')
    style = f' fill="{look.ink()}"' if look.ink() != FOREGROUND else ""
    style += ' font-weight="bold"' if look.bold else ""
    style += ' font-style="italic"' if look.italic else ""
    for word in words(run):
        start, length = left + word[0].column * CELL_WIDTH, sum(cell.columns for cell in word) * CELL_WIDTH
        parts.append(
            f'<text x="{number(start)}" y="{number(top + BASELINE)}" textLength="{number(length)}"{style}>'
            f'{escape("".join(cell.text for cell in word))}</text>')
    if look.underline:
        y = number(top + CELL_HEIGHT - 3)
        parts.append(f'<path d="M{number(x)} {y}h{number(wide)}" stroke="{look.ink()}"/>')
    return parts


def draw(capture, columns, rows, caret=None, title=""):
    """The SVG of a capture of a pane of this size, with the caret at (column, row)."""
    wide = columns * CELL_WIDTH + 2 * PADDING
    high = rows * CELL_HEIGHT + TITLE_BAR + PADDING
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(wide)}" height="{number(high)}" '
        f'viewBox="0 0 {number(wide)} {number(high)}" font-family="{FONT}" font-size="{FONT_SIZE}" '
        f'fill="{FOREGROUND}">',
        f'<rect width="{number(wide)}" height="{number(high)}" rx="9" fill="{BACKGROUND}"/>',
        f'<path d="M0 {TITLE_BAR - 6}V9a9 9 0 0 1 9-9H{number(wide - 9)}a9 9 0 0 1 9 9V{TITLE_BAR - 6}z" '
        f'fill="{FRAME}"/>',
    ]
    for index in range(3):
        parts.append(f'<circle cx="{18 + 18 * index}" cy="14" r="5" fill="{PALETTE[8]}" opacity=".55"/>')
    parts.append(
        f'<text x="{number(wide / 2)}" y="19" text-anchor="middle" font-size="13" fill="{PALETTE[8]}">'
        f"{escape(title)}</text>")
    for index, cells in enumerate(read_rows(capture)[:rows]):
        top = TITLE_BAR + index * CELL_HEIGHT
        for run in runs(cells):
            parts += draw_run(run, top, PADDING)
    if caret:
        x, y = PADDING + caret[0] * CELL_WIDTH, TITLE_BAR + caret[1] * CELL_HEIGHT
        parts.append(
            f'<rect x="{number(x)}" y="{number(y + 1)}" width="2" height="{CELL_HEIGHT - 2}" fill="{CARET}"/>')
    return "\n".join(parts + ["</svg>", ""])
