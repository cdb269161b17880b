"""The frame under a finding: the source line with carets under the exact words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from iki_lint.decree.source import Place, Source
from iki_lint.reports.escape import cell
from iki_lint.reports.palette import PLAIN, Palette

MARGIN = "    "
MOST_LINES = 3
LEAST_ROOM = 20
LONGEST = 4_000
"""So many characters of a line are measured; never more than a small part of them fits."""

CUT = "…"


class Shown(NamedTuple):
    """A source line as it is shown: its text, the columns before the carets, and how many carets there are."""

    text: str
    indent: int
    carets: int


def excerpt(source: Source, place: Place, width: int, palette: Palette = PLAIN, tone: str = "") -> Iterator[str]:
    """The lines of the frame, none wider than `width` columns (as long as `width` leaves room for some words).

    A span of more than three lines shows its first and its last one. `tone` colours the carets.
    """
    numbers = lines_of(source, place)
    gutter = max([len(str(number)) for number in numbers if number], default=1)
    room = max(width - len(MARGIN) - gutter - 3, LEAST_ROOM)
    for number in numbers:
        if number is None:
            yield f"{MARGIN}{palette.dim}{'...':>{gutter}} |{palette.reset}"
            continue
        line = discreet(source.line(number))
        text, indent, carets = window(*_near(line, *span(line, number, place)), room)
        yield f"{MARGIN}{palette.dim}{number:>{gutter}} |{palette.reset} {text}".rstrip(" ")
        if carets:
            under = f"{tone}{'^' * carets}{palette.reset if tone else ''}"
            yield f"{MARGIN}{palette.dim}{'':>{gutter}} |{palette.reset} {' ' * indent}{under}"


def discreet(line: str) -> str:
    """A line without the NIP that it may hold, which tells a date of birth; every character keeps its column."""
    found = re.search(r"\bnip\b\W{0,9}(?=\d)", line, re.IGNORECASE) if "nip" in line.lower() else None
    if found is None:
        return line
    return line[: found.end()] + re.sub(r"\d{4,}", lambda figures: "•" * len(figures[0]), line[found.end() :])


def window(line: str, start: int, end: int, room: int) -> Shown:
    """`line` in at most `room` columns, around its characters `start..end`; there are no carets when `end < start`.

    What is left out at an end is marked by an ellipsis. An empty span gets one caret.
    """
    texts: Sequence[str] = line
    edges: Sequence[int] = range(len(line) + 1)
    if not (line.isascii() and line.isprintable()):
        cells = [cell(c) for c in line]
        texts = [text for text, _ in cells]
        edges = [0, *accumulate(size for _, size in cells)]
    wanted = end >= start
    start = min(start, len(line))
    end = min(max(end, start), len(line))
    while 0 < start < len(line) and edges[start] == edges[start + 1]:
        start -= 1
    left, right = edges[start], max(edges[end], edges[start] + 1)
    if max(edges[-1], right) <= room:
        first, last = 0, len(line)
    else:
        first, last = _cut(edges, left, right, room)
    before, after = (CUT if first else ""), (CUT if last < len(line) else "")
    carets = max(min(right, edges[last]) - left, 1) if wanted else 0
    return Shown(before + "".join(texts[first:last]) + after, len(before) + left - edges[first], carets)


def _cut(edges: Sequence[int], left: int, right: int, room: int) -> tuple[int, int]:
    """The characters to show: the line's beginning if the span stands there, else the span and what is around it."""
    if right < room or left <= room // 3:
        return 0, bisect_right(edges, room - 1) - 1
    fits = right - left <= room - 2
    spare = room - 2 - (right - left) if fits else room // 4
    begin = max(min(left - spare // 2, edges[-1] - (room - 2)), 0)
    first = bisect_right(edges, edges[bisect_left(edges, begin)]) - 1
    return first, bisect_right(edges, edges[first] + room - 2) - 1


def _near(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a very long line that is around a span, and the span in it."""
    if len(line) <= LONGEST:
        return line, start, end
    first = max(0, start - LONGEST // 2)
    return line[first : first + LONGEST], start - first, end - first


def lines_of(source: Source, place: Place) -> "Sequence[int | None]":
    """The lines of a place that are shown: of more than three the first and the last, with None between them.

    There are none where the place is past the end of the text.
    """
    first, last = place.line, min(place.end_line, len(source.line_starts))
    if place.end_column == 1 and last > first:
        last -= 1
    return range(first, last + 1) if last - first < MOST_LINES else (first, None, last)


def span(line: str, number: int, place: Place) -> tuple[int, int]:
    """The part of a line that belongs to the place, without the indentation of a line that goes on."""
    end = place.end_column - 1 if number == place.end_line else len(line.rstrip())
    if number == place.line:
        return place.column - 1, max(end, place.column - 1)
    start = len(line) - len(line.lstrip())
    return (start, end) if end > start else (0, -1)
