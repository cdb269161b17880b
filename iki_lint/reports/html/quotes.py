"""Lines of the document with the exact words marked."""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.decree.source import Place, Source
from iki_lint.reports.excerpt import discreet, lines_of, span
from iki_lint.reports.html.view import CUT

AROUND = 90
"""How many characters are shown before the words, and behind them."""

MOST_MARKED = 360


class Quote(NamedTuple):
    """A line: its number (None where lines were left out), and its text before, in and behind the mark."""

    number: int | None
    before: str = ""
    marked: str = ""
    behind: str = ""


def quotes(source: Source, place: Place) -> Iterator[Quote]:
    """The lines of a place, the first and the last one where there are more than three."""
    for number in lines_of(source, place):
        if number is None:
            yield Quote(None)
            continue
        line = discreet(source.line(number))
        start, end = span(line, number, place)
        yield _quote(number, line, start, max(start, end))


def _quote(number: int, line: str, start: int, end: int) -> Quote:
    before, marked, behind = line[:start].lstrip(), line[start:end], line[end:].rstrip()
    if len(before) > AROUND:
        before = CUT + before[-AROUND:]
    if len(marked) > MOST_MARKED:
        marked = f"{marked[: MOST_MARKED // 2]} {CUT} {marked[-MOST_MARKED // 2 :]}"
    if len(behind) > AROUND:
        behind = behind[:AROUND] + CUT
    return Quote(number, before, marked, behind)
