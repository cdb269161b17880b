"""The located tree: what a file says and where each word of it stands.

Every reader ends here. The YAML source builds the tree from parser events, the importers build the same tree from
the cells of a table, and the decree model is made from it without knowing which of them did.

A `Text` keeps the decoded characters (`value`) and a map from offsets in `value` to offsets in the file: a list of
breakpoints `(offset in value, offset in source)`, each good until the next one. One breakpoint is enough for a plain
scalar on one line; folded, literal and quoted scalars and repaired table cells need more, and get them lazily.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from iki_lint.decree.source import BREAKS, Place, Source

_ESCAPED = {"x": 4, "u": 6, "U": 10}
"""How many characters an escape has that is longer than two."""

Breakpoints: TypeAlias = list[tuple[int, int]]

_BREAKS = tuple(BREAKS)
_outer = itemgetter(1)


class Edges(NamedTuple):
    """The offsets in the file where a key or a value starts and ends (end exclusive)."""

    start: int
    end: int


class Text:
    """One scalar: its decoded characters and where they stand in the file.

    `value` is the text as written, never converted: `1.000` stays "1.000". A YAML null is an empty `value` with
    `null` true: the label is there, its content is not. `start` and `end` bound the scalar in the file, quotes and
    block indicators included. `breakpoints` is the offset map, or a function that computes it on first use; without it
    the value stands in the file as it is, on one line.
    """

    __slots__ = ("value", "source", "start", "end", "null", "_breakpoints")

    def __init__(
        self,
        value: str,
        source: Source,
        start: int,
        end: int,
        null: bool = False,
        breakpoints: "Breakpoints | Callable[[Text], Breakpoints] | None" = None,
    ) -> None:
        self.value = value
        self.source = source
        self.start = start
        self.end = end
        self.null = null
        self._breakpoints = breakpoints

    @property
    def breakpoints(self) -> Breakpoints:
        """The offset map, sorted; `[(0, start)]` when the text stands in the file as it is."""
        found = self._breakpoints
        if found is None:
            return [(0, self.start)]
        if callable(found):
            found = self._breakpoints = found(self)
        return found

    def offset(self, at: int) -> int:
        """The offset in the file of character `at` of `value` (`len(value)`: just behind the last one)."""
        if self._breakpoints is None:
            return self.start + at
        points = self.breakpoints
        if at and at == len(self.value):
            return self._behind(at - 1)
        inner, outer = points[bisect_right(points, (at, 1 << 62)) - 1]
        return outer + at - inner

    def index(self, offset: int) -> int:
        """How many characters of `value` come from before an offset in the file: the inverse of `offset`."""
        points = self.breakpoints
        at = bisect_left(points, offset, key=_outer) - 1
        if at < 0:
            return 0
        inner, outer = points[at]
        stop = points[at + 1][0] if at + 1 < len(points) else len(self.value)
        return min(inner + offset - outer, stop)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the file to replace so that `value[start:end]` is replaced; `value` is not empty.

        A folded line break at either end goes whole: with the blanks before it and the indentation behind it.
        """
        raw = self.source.text
        first = self.offset(start)
        if start and raw.startswith(_BREAKS, first):
            first = self._behind(start - 1)
        if start == end:
            return first, first
        if end < len(self.value) and raw.startswith(_BREAKS, self.offset(end - 1)):
            return first, self.offset(end)
        return first, self._behind(end - 1)

    @property
    def verbatim(self) -> bool:
        """Whether the value stands in the file as it is, on one line."""
        return self._breakpoints is None

    def place(self, start: int = 0, end: int | None = None) -> Place:
        """Where `value[start:end]` stands; for an empty value, the scalar itself."""
        if not self.value:
            return self.source.place(self.start, self.end)
        stop = len(self.value) if end is None else end
        if self._breakpoints is None:
            offset, starts = self.start + start, self.source.line_starts
            line = bisect_right(starts, offset)
            column = offset - starts[line - 1] + 1
            return tuple.__new__(Place, (line, column, line, column + stop - start))
        first = self.offset(start)
        last = self._behind(stop - 1) if stop > start else first
        return self.source.place(first, max(first, last))

    def _behind(self, at: int) -> int:
        """The offset in the file behind character `at`, which an escape in quotes spells with several."""
        raw, first = self.source.text, self.offset(at)
        sign, letter = raw[first : first + 1], raw[first + 1 : first + 2]
        if sign == "'":
            wide = 2 if letter == "'" else 1
        elif sign == "\\" and letter not in BREAKS:
            wide = _ESCAPED.get(letter, 2)
        else:
            return first + 1
        closed = self.end - self.start > 1 and raw[self.start] in "'\"" and raw[self.end - 1] == raw[self.start]
        stop = self.offset(at + 1) if at + 1 < len(self.value) else self.end - closed
        return first + wide if first + wide <= stop else first + 1

    def __repr__(self) -> str:
        return f"Text({self.value!r}, {self.start}..{self.end})"


class Map:
    """A mapping: `items` by key in file order, and where its keys stand.

    `keys` holds the first offset of a key, or both edges of one that is not written as it reads (in quotes): most keys
    are plain words, and a large file has ten thousand of them. `edges` gives both edges of any key.
    """

    __slots__ = ("items", "keys", "source", "start", "end")

    def __init__(self, source: Source, start: int) -> None:
        self.items: dict[str, Node] = {}
        self.keys: dict[str, int | Edges] = {}
        self.source = source
        self.start = start
        self.end = start

    def edges(self, key: str) -> Edges:
        """The edges of a key in the file. Raises KeyError when the mapping has no such key."""
        found = self.keys[key]
        return found if isinstance(found, Edges) else Edges(found, found + len(key))


class Seq:
    """A sequence of nodes."""

    __slots__ = ("items", "source", "start", "end")

    def __init__(self, source: Source, start: int) -> None:
        self.items: list[Node] = []
        self.source = source
        self.start = start
        self.end = start


Node: TypeAlias = Text | Map | Seq


def pointer(*steps: str | int) -> str:
    """The JSON Pointer (RFC 6901) of a path of keys and indexes."""
    return "".join("/" + str(s).replace("~", "~0").replace("/", "~1") for s in steps)


def plain(node: Node) -> object:
    """The tree as plain data with string keys: dict, list, str, and None for null."""
    if isinstance(node, Text):
        return None if node.null else node.value
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items.items()}
    return [plain(item) for item in node.items]


def resolve(root: Node, steps: "list[str | int]") -> Node:
    """The node at a path, or its nearest existing ancestor."""
    node = root
    for step in steps:
        if isinstance(node, Map) and step in node.items:
            node = node.items[str(step)]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            break
    return node


def texts(node: Node) -> Iterator[Text]:
    """Every scalar of the tree, in file order."""
    if isinstance(node, Text):
        yield node
    else:
        for child in node.items.values() if isinstance(node, Map) else node.items:
            yield from texts(child)
