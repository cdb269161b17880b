"""Which versions of iki-lint a pack or a rule is for: `>=0.1`, or `>=0.1,<2` where both must hold."""

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Any, NamedTuple, TypeAlias

_COMPARED: dict[str, Callable[[Any, Any], bool]] = {">=": ge, "<=": le, "==": eq, ">": gt, "<": lt}
_BOUND = re.compile(r"\s*(>=|<=|==|>|<)\s*([0-9]{1,6}(?:\.[0-9]{1,6}){0,3})\s*")

Release: TypeAlias = tuple[int, ...]


class Bound(NamedTuple):
    """One side of a range."""

    operator: str
    release: Release


class RangeError(Exception):
    """A range that cannot be read: characters `start..end` of its text."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(start, end)
        self.start = start
        self.end = end


def parse_range(text: str) -> tuple[Bound, ...]:
    """The bounds of a range, all of which must hold. Raises RangeError at the first part that is none."""
    bounds, at = [], 0
    for part in text.split(","):
        found = _BOUND.fullmatch(part)
        if found is None:
            raise RangeError(at, at + len(part))
        bounds.append(Bound(found[1], release_of(found[2])))
        at += len(part) + 1
    return tuple(bounds)


def release_of(version: str) -> Release:
    """The numbers that a version begins with, trailing zeros left out: `0.1.0rc1` is 0.1."""
    found = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    numbers = [int(number) for number in found[0].split(".")] if found else []
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def fits(version: str, bounds: tuple[Bound, ...]) -> bool:
    """Whether a version lies in a range."""
    return all(_COMPARED[bound.operator](release_of(version), bound.release) for bound in bounds)
