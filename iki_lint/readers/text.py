"""Text and Markdown files, cut into rows."""

import re

from iki_lint.decree.source import Source
from iki_lint.readers.rows import Cell, Draft, Row, Span, clean
from iki_lint.readers.unreadable import unreadable

MAX_CELLS = 100_000
"""About ten times what a large decree has."""

_HEADING = re.compile(r"\s*(#{1,6})\s+")
_PIPE = re.compile(r"(?<!\\)\|")
_BOLD = re.compile(r"\*\*")


def read(source: Source) -> Draft:
    """The non-blank lines as rows: cells between tabs or Markdown pipes, everything else a paragraph.

    Raises UnreadableDecree (IKI004) when there are more than `MAX_CELLS` cells.
    """
    rows: list[Row] = []
    bold = False
    cells = 0
    for number, at in enumerate(source.line_starts, 1):
        raw = source.line(number)
        if not raw.strip():
            continue
        cells += 1 + raw.count("\t") + raw.count("|")
        if cells > MAX_CELLS:
            args = {"baris": str(number), "batas": str(MAX_CELLS)}
            raise unreadable("IKI004", "impor-terlalu-banyak-sel", source, at, at + 1, **args)
        if raw.lstrip().startswith("|"):
            rows.append(_pipe_row(raw, at, number))
        elif "\t" in raw.strip(" \r\n\f\v"):
            rows.append(_tab_row(raw, at, number))
        else:
            noise, bold = _paragraph_noise(raw, bold)
            cell, markup = clean(raw, at, None, noise)
            rows.append(Row((cell,), number, tuple(markup)))
    return Draft(source, tuple(rows))


def _tab_row(raw: str, at: int, number: int) -> Row:
    cells: list[Cell] = []
    markup: list[Span] = []
    for piece in raw.split("\t"):
        cell, found = clean(piece, at, None, _bold_pairs(piece))
        cells.append(cell)
        markup += found
        at += len(piece) + 1
    return Row(tuple(cells), number, tuple(markup))


def _pipe_row(raw: str, at: int, number: int) -> Row:
    bars = [match.start() for match in _PIPE.finditer(raw)]
    markup = [(at + bar, at + bar + 1) for bar in bars]
    ends = bars[1:]
    if len(bars) == 1 or raw[bars[-1] + 1 :].strip():
        ends.append(len(raw))
    cells: list[Cell] = []
    for start, end in zip(bars, ends, strict=False):
        piece = raw[start + 1 : end]
        escapes = [(i, i + 1) for i in range(len(piece) - 1) if piece[i : i + 2] == "\\|"]
        cell, found = clean(piece, at + start + 1, None, sorted(escapes + _bold_pairs(piece)))
        cells.append(cell)
        markup += found
    return Row(tuple(cells), number, tuple(sorted(markup)))


def _bold_pairs(piece: str) -> list[Span]:
    marks = [match.span() for match in _BOLD.finditer(piece)] if "**" in piece else []
    return marks if len(marks) % 2 == 0 else []


def _paragraph_noise(raw: str, bold: bool) -> tuple[list[Span], bool]:
    """Heading and bold marks of a paragraph, and whether bold stays open: a bold title may span lines."""
    heading = _HEADING.match(raw)
    noise = [heading.span(1)] if heading and raw[heading.end() :].strip() else []
    marks = [match.span() for match in _BOLD.finditer(raw)] if "**" in raw else []
    if len(marks) % 2 == 0:
        return noise + marks, bold
    if not bold and raw.lstrip().startswith("**"):
        return noise + marks, True
    if bold and raw.rstrip().endswith("**"):
        return noise + marks, False
    return noise, bold
