"""Anchors and aliases within limits: an alias is the anchored node itself, shared, never a copy.

Sharing makes a small file stand for a huge tree. Everything behind the reader walks the tree as if it were written
out, so what counts is the size and depth that it would then have.
"""

from typing import Any

from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source
from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.decree.yaml_syntax import syntax_stop

MAX_DEPTH = 100
MAX_EXPANDED = 100_000


class Aliases:
    """The anchors seen so far and how much their aliases have added to the tree."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes: dict[str, Node] = {}
        self.expanded = 0
        self._measured: dict[int, tuple[Node, int, int]] = {}

    def resolve(self, event: Any, enclosing: list[Map | Seq]) -> Node | Problem:
        """The node that `*name` stands for, or the fatal problem: unknown, inside itself, too large, too deep."""
        start, end = event.start_mark.index, event.end_mark.index
        node = self.nodes.get(event.anchor)
        if node is None:
            return syntax_stop(self.source, "yaml-bintang", start, end)
        if any(node is outer for outer in enclosing):
            return Problem("IKI004", "alias-berputar", {"nama": event.anchor}, self.source, start, end, fatal=True)
        size, height = self._measure(node)
        self.expanded += size
        if self.expanded > MAX_EXPANDED:
            args = {"nama": event.anchor, "batas": str(MAX_EXPANDED)}
            return Problem("IKI004", "alias-membengkak", args, self.source, start, end, fatal=True)
        if len(enclosing) + height > MAX_DEPTH:
            return too_deep(self.source, start, end)
        return node

    def _measure(self, node: Node) -> tuple[int, int]:
        """How many nodes and how many levels of collections a node has when written out."""
        if isinstance(node, Text):
            return 1, 0
        if known := self._measured.get(id(node)):
            return known[1:]
        children = node.items.values() if isinstance(node, Map) else node.items
        size, height = 1, 0
        for child in children:
            more, deeper = self._measure(child)
            size += more
            height = max(height, deeper)
        self._measured[id(node)] = node, size, height + 1
        return size, height + 1


def too_deep(source: Source, start: int, end: int) -> Problem:
    """The fatal IKI004 for more than `MAX_DEPTH` collections inside each other."""
    return Problem("IKI004", "terlalu-dalam", {"batas": str(MAX_DEPTH)}, source, start, end, fatal=True)
