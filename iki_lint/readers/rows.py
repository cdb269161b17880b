"""Rows and cells: what every reader hands to the normaliser, and where each character of them stands.

A paragraph is a row with one cell. Cells are never dropped: an empty one is a cell with an empty text.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from iki_lint.decree.source import Source

Span: TypeAlias = tuple[int, int]


class Cell(NamedTuple):
    """A cleaned cell: tags gone, white space collapsed, trimmed.

    `points` maps offsets in `text` to offsets in the source, as in `tree.Text`; `start` and `end` are the edges of
    the content in the source (of the empty cell, where nothing is left). `address` says where a Word, Excel or PDF
    file holds the cell; None for a text. `covered` cells are merged into the one above, and empty.
    """

    text: str
    start: int
    end: int
    points: tuple[Span, ...]
    address: str | None = None
    covered: bool = False


class Row(NamedTuple):
    """A line of a table or, with one cell, a paragraph. `markup` bounds what is no word: tags, pipes, bold marks."""

    cells: tuple[Cell, ...]
    line: int
    markup: tuple[Span, ...] = ()


class Note(NamedTuple):
    """What a reader has to say of a row: the key of a sentence with `args`, and its line.

    `lost` when something of the row could not be read, so that the decree may not be whole.
    """

    message: str
    args: dict[str, str]
    line: int
    lost: bool = False


class Draft(NamedTuple):
    """What a reader found: the non-blank lines of `source`, each one a row, in order; and its notes on them."""

    source: Source
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


INLINE_TAG = r"</?(?:b|i|u|em|strong|span|font)(?:\s[^<>]*)?>"
BLOCK_TAG = r"</?(?:p|br|div)(?:\s[^<>]*)?/?>"
_TOKEN = re.compile(rf"(?P<inline>{INLINE_TAG})|(?P<block>{BLOCK_TAG})|(?P<space>\s+)|[^\s<]+|<", re.IGNORECASE)


def clean(raw: str, at: int, address: str | None = None, noise: Sequence[Span] = ()) -> tuple[Cell, list[Span]]:
    """The cell written as `raw` at offset `at` of the source, and the spans of its markup.

    `noise` bounds characters of `raw` that are markup of the reader's own format (bold marks, escapes).
    """
    if not noise and "<" not in raw:
        text = raw.strip()
        if " ".join(raw.split()) == text:
            start = at + len(raw) - len(raw.lstrip()) if text else at
            return Cell(text, start, start + len(text), ((0, start),), address), []
    return _clean_slowly(raw, at, address, noise)


def _clean_slowly(raw: str, at: int, address: str | None, noise: Sequence[Span]) -> tuple[Cell, list[Span]]:
    markup = [(at + start, at + end) for start, end in noise]
    text: list[str] = []
    points: list[Span] = []
    length, gap = 0, -1

    def put(piece: str, offset: int) -> None:
        nonlocal length
        if not points or points[-1][1] - points[-1][0] != offset - length:
            points.append((length, offset))
        text.append(piece)
        length += len(piece)

    end = at
    for token in _tokens(raw, noise):
        if token.lastgroup:
            if token.lastgroup != "space":
                markup.append((at + token.start(), at + token.end()))
            if token.lastgroup != "inline" and gap < 0:
                gap = at + token.start()
            continue
        if gap >= 0 and length:
            put(" ", gap)
        gap = -1
        put(token[0], at + token.start())
        end = at + token.end()
    start = points[0][1] if points else at
    return Cell("".join(text), start, end if points else at, tuple(points) or ((0, at),), address), sorted(markup)


def _tokens(raw: str, noise: Sequence[Span]) -> Iterator[re.Match[str]]:
    at = 0
    for start, end in [*noise, (len(raw), len(raw))]:
        yield from _TOKEN.finditer(raw, at, start)
        at = end


def source_offset(cell: Cell, at: int) -> int:
    """The offset in the source of character `at` of the cell's text."""
    inner, outer = next(point for point in reversed(cell.points) if point[0] <= at)
    return outer + at - inner


def part(cell: Cell, start: int, end: int | None = None) -> Cell:
    """The stretch `start..end` of a cell's text, trimmed, as a cell of its own."""
    stop = len(cell.text) if end is None else end
    piece = cell.text[start:stop]
    start += len(piece) - len(piece.lstrip())
    text = piece.strip()
    if not text:
        edge = source_offset(cell, start - 1) + 1 if start else cell.start
        return Cell("", edge, edge, ((0, edge),), cell.address)
    points = [(inner - start, outer) for inner, outer in cell.points if start < inner < start + len(text)]
    first = source_offset(cell, start)
    last = source_offset(cell, start + len(text) - 1)
    return Cell(text, first, last + 1, ((0, first), *points), cell.address)


def spans(cell: Cell, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
    """Where the words `start..end` of a cell stand in the source, one span for each unbroken stretch."""
    piece = part(cell, start, end)
    return tuple((first, last) for first, last, _ in stretches(piece.text, piece.points))


def stretches(text: str, points: Sequence[Span]) -> Iterator[tuple[int, int, str]]:
    """The unbroken stretches of a text with this offset map: where each stands in the source, and its characters."""
    stops = [*(inner for inner, _ in points[1:]), len(text)]
    for (inner, outer), stop in zip(points, stops, strict=True):
        words = text[inner:stop]
        lead = len(words) - len(words.lstrip())
        words = words.strip()
        if words:
            yield outer + lead, outer + lead + len(words), words


def join(cells: Sequence[Cell]) -> Cell:
    """The filled cells as one, a space between them."""
    filled = [cell for cell in cells if cell.text] or list(cells[:1])
    if len(filled) == 1:
        return filled[0]
    points: list[Span] = []
    length = 0
    for cell in filled:
        points += [(length + inner, outer) for inner, outer in cell.points]
        length += len(cell.text) + 1
    text = " ".join(cell.text for cell in filled)
    return Cell(text, filled[0].start, filled[-1].end, tuple(points), filled[0].address)
