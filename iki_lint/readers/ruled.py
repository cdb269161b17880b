"""Tables drawn with lines: from the edges on a page to the cells between them.

Lengths are points, y grows upwards. A missing edge between two fields of the grid merges them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

THIN = 2.5
"""A drawn rectangle that is no thicker is a line."""
NEAR = 3.0
"""Edges that are no further apart are one: the two lines of a double border, the corners of cells."""


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float


class Edge(NamedTuple):
    """A straight line: where it lies (its x if it is vertical, else its y) and from where to where it runs."""

    at: float
    start: float
    end: float


class Slot(NamedTuple):
    """A cell of a table, merged or not, and the first of its rows (from 0)."""

    box: Box
    row: int


class Table(NamedTuple):
    """A table: the x of its columns' edges, and for each row the cells of each column.

    A column has no cell where one from the left reaches over it, and two where the row is divided more finely.
    A cell stands in each of its rows.
    """

    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[tuple[Slot, ...], ...], ...]


def tables(across: Iterable[Edge], upright: Iterable[Edge]) -> list[Table]:
    """The tables that horizontal and vertical edges make, from the top; a single frame is none."""
    parts = _connected(_merged(across), _merged(upright))
    found = [table for part in parts if (table := _table(*part))]
    return sorted(found, key=lambda table: (-table.box.top, table.box.left))


def _merged(edges: Iterable[Edge]) -> list[Edge]:
    """The edges with those made one that lie on one line and touch."""
    made: list[Edge] = []
    for level in _levels(sorted(edges)):
        level.sort(key=lambda edge: edge.start)
        at, start, end = level[0]
        for edge in level[1:]:
            if edge.start > end + NEAR:
                made.append(Edge(at, start, end))
                at, start, end = edge
            end = max(end, edge.end)
        made.append(Edge(at, start, end))
    return made


def _levels(edges: Iterable[Edge]) -> list[list[Edge]]:
    levels: list[list[Edge]] = []
    for edge in edges:
        if levels and edge.at - levels[-1][0].at <= NEAR:
            levels[-1].append(edge)
        else:
            levels.append([edge])
    return levels


def _connected(across: list[Edge], upright: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    """The edges in groups that hang together."""
    upright = sorted(upright)
    owners = list(range(len(across) + len(upright)))
    xs = [edge.at for edge in upright]
    for number, line in enumerate(across):
        for other in range(bisect_left(xs, line.start - NEAR), bisect_left(xs, line.end + NEAR)):
            if upright[other].start - NEAR <= line.at <= upright[other].end + NEAR:
                owners[_owner(owners, number)] = _owner(owners, len(across) + other)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for number, edge in enumerate([*across, *upright]):
        group = groups.setdefault(_owner(owners, number), ([], []))
        group[number >= len(across)].append(edge)
    return list(groups.values())


def _owner(owners: list[int], number: int) -> int:
    while owners[number] != number:
        owners[number] = number = owners[owners[number]]
    return number


def _table(across: list[Edge], upright: list[Edge]) -> Table | None:
    if not across or not upright:
        return None
    xs = _places(upright, across)
    ys = _places(across, upright)[::-1]
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5:
        return None
    grid = _slots(xs, ys, across, upright)
    lines = [list(dict.fromkeys(line)) for line in grid]
    most = max(map(len, lines))
    if most < 2:
        return None
    lefts = sorted({slot.box.left for line in lines if len(line) == most for slot in line})
    rows = []
    for line in lines:
        columns: list[list[Slot]] = [[] for _ in lefts]
        for slot in line:
            columns[max(bisect_left(lefts, slot.box.left + NEAR) - 1, 0)].append(slot)
        rows.append(tuple(map(tuple, columns)))
    return Table(Box(xs[0], ys[-1], xs[-1], ys[0]), (*lefts, xs[-1]), tuple(rows))


def _places(edges: Sequence[Edge], others: Sequence[Edge]) -> list[float]:
    """Where the edges lie, and the outer ends of those that cross them: a table may be open at its sides."""
    ends = (min(edge.start for edge in others), max(edge.end for edge in others))
    places = [level[0].at for level in _levels(sorted(edges))]
    if ends[0] < places[0] - 2 * NEAR:
        places.insert(0, ends[0])
    if ends[1] > places[-1] + 2 * NEAR:
        places.append(ends[1])
    return places


def _slots(xs: list[float], ys: list[float], across: list[Edge], upright: list[Edge]) -> list[list[Slot]]:
    """The cell of each field of the grid."""
    width = len(xs) - 1
    walls, floors = _by_place(xs, upright), _by_place(ys, across)
    middles = [(low + high) / 2 for high, low in pairwise(ys)], [(left + right) / 2 for left, right in pairwise(xs)]
    owners = list(range(width * (len(ys) - 1)))
    for row, y in enumerate(middles[0]):
        for column, x in enumerate(middles[1]):
            number = row * width + column
            if column + 1 < width and not _covers(walls[column + 1], y):
                owners[_owner(owners, number + 1)] = _owner(owners, number)
            if row + 2 < len(ys) and not _covers(floors[row + 1], x):
                owners[_owner(owners, number + width)] = _owner(owners, number)
    members: dict[int, list[tuple[int, int]]] = {}
    for number in range(len(owners)):
        members.setdefault(_owner(owners, number), []).append(divmod(number, width))
    grid: list[list[Slot]] = [[Slot(Box(0, 0, 0, 0), 0)] * width for _ in ys[1:]]
    for fields in members.values():
        rows, columns = [row for row, _ in fields], [column for _, column in fields]
        top, bottom, left, right = min(rows), max(rows), min(columns), max(columns)
        if (bottom - top + 1) * (right - left + 1) == len(fields):
            slot = Slot(Box(xs[left], ys[bottom + 1], xs[right + 1], ys[top]), top)
            for row, column in fields:
                grid[row][column] = slot
        else:
            # No rectangle: an edge was left out where it matters, so nothing is merged here.
            for row, column in fields:
                grid[row][column] = Slot(Box(xs[column], ys[row + 1], xs[column + 1], ys[row]), row)
    return grid


def _by_place(places: list[float], edges: Sequence[Edge]) -> list[list[Edge]]:
    return [[edge for edge in edges if abs(edge.at - place) <= NEAR] for place in places]


def _covers(edges: list[Edge], at: float) -> bool:
    return any(edge.start <= at <= edge.end for edge in edges)
