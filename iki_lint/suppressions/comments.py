"""The comments of a YAML file that speak to iki-lint. The parser drops comments, so they are found in the text."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.decree.source import BREAKS, Source
from iki_lint.decree.tree import Map, Node, Text
from iki_lint.patterns import pattern

MARK = "iki-lint:"
UNTIL = "sampai"
"""The word before the last day of a suppression."""

_SPOKEN = pattern(r"#[ \t]*iki-lint:")
_BEFORE = " \t\ufeff" + BREAKS


def may_end(text: str) -> bool:
    """Whether a file may hold a suppression with a last day."""
    return MARK in text and UNTIL in text.lower()


class Comment(NamedTuple):
    """A comment, from its `#` to the end of its line, as offsets in the file; `alone`: nothing stands before it."""

    start: int
    end: int
    alone: bool


def comments_to_us(source: Source, root: Node) -> Iterator[Comment]:
    """The comments with our mark, in file order: those of which the `#` begins a comment and stands in no scalar."""
    text = source.text
    if MARK not in text:
        return
    scalars = sorted(_scalars(root, text))
    starts = [start for start, _ in scalars]
    for found in _SPOKEN.finditer(text):
        start = found.start()
        number, column = source.position(start)
        first = source.line_starts[number - 1]
        if column > 1 and text[start - 1] not in _BEFORE:
            continue
        at = bisect_right(starts, start) - 1
        if at >= 0 and start < scalars[at][1]:
            continue
        yield Comment(start, first + len(source.line(number)), not text[first:start].strip(_BEFORE))


def _scalars(node: Node, text: str) -> Iterator[tuple[int, int]]:
    """The edges of all scalars and keys; a text behind an alias comes more than once."""
    waiting = [node]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop()
        if isinstance(each, Text):
            # Behind the sign of a block there may be a comment; its words begin on the next line.
            block = text[each.start : each.start + 1] in ("|", ">")
            yield (text.find("\n", each.start, each.end) if block else each.start), each.end
        elif id(each) not in seen:
            seen.add(id(each))
            if isinstance(each, Map):
                yield from (each.edges(key) for key in each.keys)
                waiting += each.items.values()
            else:
                waiting += each.items
