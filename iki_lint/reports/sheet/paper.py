"""Sizes of paper, and how the width of a page is shared by columns."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from iki_lint.reports.sheet.record import Column


class Paper(NamedTuple):
    """A sheet of paper standing upright, in millimetres."""

    name: str
    width: int
    height: int

    def page(self, landscape: bool) -> tuple[int, int]:
        """Width and height of a page."""
        return (self.height, self.width) if landscape else (self.width, self.height)


PAPERS = {"a4": Paper("A4", 210, 297), "f4": Paper("F4", 215, 330)}
SIDES, SIDES_LANDSCAPE, TOP = 18, 12, 18
"""The margins of a page in millimetres: left and right, upright or not; top and bottom."""


def shared(columns: Sequence[Column], width: int) -> list[int]:
    """The widths of columns that together fill `width`, in whole units of it."""
    total = sum(column.width for column in columns)
    edges, seen = [0], 0.0
    for column in columns:
        seen += column.width
        edges.append(round(width * seen / total))
    return [right - left for left, right in pairwise(edges)]
