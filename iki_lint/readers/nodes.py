"""Nodes of the located tree, made from cells."""

from collections.abc import Sequence

from iki_lint.decree.source import Source
from iki_lint.decree.tree import Breakpoints, Edges, Map, Node, Seq, Text
from iki_lint.readers.rows import Cell


def located(cell: Cell, source: Source) -> Text:
    """The cell as a text of the decree; an empty cell is a null."""
    points: Breakpoints | None = list(cell.points) if len(cell.points) > 1 else None
    return Text(cell.text, source, cell.start, cell.end, null=not cell.text, breakpoints=points)


def derived(value: str, source: Source, start: int, end: int) -> Text:
    """A value that is not written like this in the file but was read from `start..end` (a date, an id)."""
    width = max(end - start, 1)
    points = [(0, start)]
    points += [(i, start + width - 1) for i in range(1, len(value)) if i >= width or i == len(value) - 1]
    return Text(value, source, start, max(end, start), breakpoints=points)


def put(node: Map, key: str, value: Node) -> None:
    """Add a value to a mapping; its key stands where the value does."""
    node.items[key] = value
    node.keys[key] = Edges(value.start, value.end)
    node.end = max(node.end, value.end)


def sequence(source: Source, nodes: Sequence[Node], start: int) -> Seq:
    """A list of nodes; an empty one stands at `start`."""
    found = Seq(source, nodes[0].start if nodes else start)
    found.items = list(nodes)
    found.end = nodes[-1].end if nodes else found.start
    return found
