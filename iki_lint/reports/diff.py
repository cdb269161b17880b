"""A unified diff between a decree and the same decree mended.

Both have the same shape: every text of the one stands beside its twin in the other, and what lies between two texts
is compared line by line. The time grows with the number of lines, however often lines repeat themselves.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from iki_lint.decree.tree import texts
from iki_lint.decree.yaml_source import read_yaml

CONTEXT = 3
"""How many unchanged lines are shown around a change."""


class Stretch(NamedTuple):
    """The lines `start..end` of the old text, from 0, and `new_start..new_end` of the new one in their place."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified_diff(path: str, old: str, new: str) -> str:
    """The diff, which `patch` understands; empty when nothing is different. Lines end in LF; a CR stays in its line."""
    before, after = _lines(old), _lines(new)
    hunks = _hunks(_changes(before, after, _twins(path, old, new)))
    parts = [part for hunk in hunks for part in _written(hunk, before, after)]
    return "".join([f"--- {path}\n+++ {path}\n", *parts]) if parts else ""


def _lines(text: str) -> list[str]:
    """The lines with their LF; no other character ends a line of a diff."""
    lines = [line + "\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _twins(path: str, old: str, new: str) -> list[tuple[int, int]]:
    """Lines of both texts where the same text of the decree begins, in order."""
    places = []
    for text in (old, new):
        document = read_yaml(path, text.encode())
        ends = list(accumulate(len(line) + 1 for line in document.source.text.split("\n")))
        found = texts(document.root) if document.root is not None else ()
        places.append([bisect_right(ends, each.start) for each in found])
    twins = [(0, 0)]
    for one, other in zip(*places, strict=False):
        if one > twins[-1][0] and other > twins[-1][1]:
            twins.append((one, other))
    return twins


def _changes(before: list[str], after: list[str], twins: list[tuple[int, int]]) -> Iterator[Stretch]:
    """The stretches that differ, in order."""
    for (start, new_start), (end, new_end) in pairwise([*twins, (len(before), len(after))]):
        if end - start == new_end - new_start:
            for at in range(end - start):
                if before[start + at] != after[new_start + at]:
                    yield Stretch(start + at, start + at + 1, new_start + at, new_start + at + 1)
            continue
        while start < end and new_start < new_end and before[start] == after[new_start]:
            start, new_start = start + 1, new_start + 1
        while start < end and new_start < new_end and before[end - 1] == after[new_end - 1]:
            end, new_end = end - 1, new_end - 1
        yield Stretch(start, end, new_start, new_end)


def _hunks(changes: Iterator[Stretch]) -> list[list[Stretch]]:
    """Changes that are shown together: those that follow one another at once as one, the others with lines between."""
    hunks: list[list[Stretch]] = []
    for change in changes:
        last = hunks[-1][-1] if hunks else None
        if last is None or change.start - last.end > 2 * CONTEXT:
            hunks.append([change])
        elif change.start == last.end:
            hunks[-1][-1] = Stretch(last.start, change.end, last.new_start, change.new_end)
        else:
            hunks[-1].append(change)
    return hunks


def _written(hunk: list[Stretch], before: list[str], after: list[str]) -> Iterator[str]:
    first, last = hunk[0], hunk[-1]
    lead = min(CONTEXT, first.start)
    tail = min(CONTEXT, len(before) - last.end)
    at = first.start - lead
    old, new = _range(at, last.end + tail), _range(first.new_start - lead, last.new_end + tail)
    yield f"@@ -{old} +{new} @@\n"
    for change in hunk:
        yield from _marked(" ", before[at : change.start])
        yield from _marked("-", before[change.start : change.end])
        yield from _marked("+", after[change.new_start : change.new_end])
        at = change.end
    yield from _marked(" ", before[at : last.end + tail])


def _range(start: int, end: int) -> str:
    """Lines as the header of a hunk counts them: from 1; a single line without its number, none by the line before."""
    size = end - start
    return f"{start + 1}" if size == 1 else f"{start + (size > 0)},{size}"


def _marked(sign: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{sign}{line}" if line.endswith("\n") else f"{sign}{line}\n\\ No newline at end of file\n"
