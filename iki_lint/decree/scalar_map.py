"""Which character of the file made which character of a scalar.

A scalar that stands in the file as it is read needs no map. All others do: quotes with escapes, lines that are
folded into one, block scalars that lose their indentation. The scalar is read here a second time, by the rules of
YAML, from its raw slice of the file; the work is done only for scalars that a finding points into.

A folded line break or the blank that it becomes maps to the break in the file, an escape to its backslash, a doubled
single quote to the first of the two.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from iki_lint.decree.source import BREAKS
from iki_lint.decree.tree import Breakpoints, Text
from iki_lint.patterns import pattern

Pieces: TypeAlias = Iterator[tuple[int, int]]
"""Stretches of a value in order: how many characters, and the offset in the file of the first."""

_BREAK = pattern(f"\r\n|[{BREAKS}]")
# What the styles consist of; compiled when a scalar is written so, and kept by `re`.
_PLAIN = rf"(?P<gap>[ \t{BREAKS}]+)|[^ \t{BREAKS}]+"
_SINGLE = rf"(?P<gap>[ \t{BREAKS}]+)|(?P<escape>'')|[^ \t{BREAKS}']+"
_DOUBLE = (
    rf"(?P<gap>[ \t{BREAKS}]+)"
    rf"|\\(?:\r\n|[{BREAKS}])(?P<rest>[ \t{BREAKS}]*)"
    r"|(?P<escape>\\(?:x.{2}|u.{4}|U.{8}|.))"
    rf'|[^ \t{BREAKS}\\"]+'
)
_LINE = rf"(?P<blanks> *)[^{BREAKS}]*(?P<break>\r\n|[{BREAKS}])?"
_VISIBLE = f"[^ {BREAKS}]"


def breakpoints(text: Text) -> Breakpoints:
    """The offset map of any YAML scalar, from its first character in the file on."""
    raw, start = text.source.text, text.start
    style = raw[start : start + 1]
    if not text.value:
        return [(0, start)]
    if style in ("|", ">"):
        return _join(_block(text), len(text.value), start)
    if style == "'":
        return _join(_flow(_SINGLE, raw, start + 1, text.end - 1), len(text.value), start)
    if style == '"':
        return _join(_flow(_DOUBLE, raw, start + 1, text.end - 1), len(text.value), start)
    return _join(_flow(_PLAIN, raw, start, text.end), len(text.value), start)


def _join(pieces: Iterable[tuple[int, int]], length: int, start: int) -> Breakpoints:
    """One breakpoint for each piece that does not simply go on from the one before."""
    points: Breakpoints = []
    at, shift = 0, -1
    for size, offset in pieces:
        if at >= length:
            break
        if size and offset - at != shift:
            points.append((at, offset))
            shift = offset - at
        at += size
    return points or [(0, start)]


def _flow(token: str, raw: str, start: int, end: int) -> Pieces:
    """Plain and quoted scalars: words are kept, gaps with line breaks are folded."""
    for found in re.compile(token).finditer(raw, start, end):
        kind = found.lastgroup
        if kind == "escape":
            yield 1, found.start()
        elif kind == "rest":
            yield from ((1, at.start()) for at in _BREAK.finditer(raw, found.start("rest"), found.end("rest")))
        elif kind == "gap":
            yield from _gap(raw, found.start(), found.end())
        else:
            yield found.end() - found.start(), found.start()


def _gap(raw: str, start: int, end: int) -> Pieces:
    """White space between words: kept on one line, a blank for one break, one character fewer for several."""
    breaks = [found.start() for found in _BREAK.finditer(raw, start, end)]
    if not breaks:
        yield end - start, start
        return
    if len(breaks) > 1 and _folds(raw[breaks[0]]):
        del breaks[0]
    yield from ((1, at) for at in breaks)


def _block(text: Text) -> Pieces:
    """Literal and folded scalars, line by line; what chomping takes away is cut off by the caller."""
    raw = text.source.text
    folded = raw[text.start] == ">"
    header = _BREAK.search(raw, text.start)
    at = header.end() if header else len(raw)
    indent = _indent(raw, at, text)
    line_at = re.compile(_LINE).match
    pending: int | None = None
    empty: list[int] = []
    after_deeper = False
    while at < len(raw):
        line = line_at(raw, at)
        assert line is not None
        stop = line.end() if line["break"] is None else line.start("break")
        inner = min(line.start() + indent, line.end("blanks"))
        if inner == stop:
            empty.append(stop)
        elif inner < line.start() + indent:
            break
        else:
            deeper = raw[inner] in " \t"
            if pending is not None and (not folded or after_deeper or deeper or not empty or not _folds(raw[pending])):
                yield 1, pending
            yield from ((1, gap) for gap in empty)
            yield stop - inner, inner
            pending, empty, after_deeper = stop, [], deeper
        at = line.end()
    if pending is not None:
        yield 1, pending
    yield from ((1, gap) for gap in empty)


def _indent(raw: str, body: int, text: Text) -> int:
    """How many blanks each line of a block scalar loses: what its first visible character has lost."""
    inside = re.search(_VISIBLE, text.value)
    outside = re.compile(_VISIBLE).search(raw, body)
    if inside and outside:
        return _column(raw, outside.start()) - _column(text.value, inside.start())
    end = outside.start() if outside else len(raw)
    kept = max(len(line) for line in _BREAK.split(text.value))
    widest = max(len(line) for line in _BREAK.split(raw[body:end]))
    return widest - kept if kept else widest


def _column(text: str, at: int) -> int:
    """How many characters stand before `at` on its line."""
    return at - 1 - max(text.rfind(character, 0, at) for character in BREAKS)


def _folds(character: str) -> bool:
    """Whether a line break may become a blank; the Unicode line and paragraph separators never do."""
    return character in "\r\n\x85"
