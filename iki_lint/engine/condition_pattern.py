"""Regular expressions in rule files: which are refused, because a hostile text could make them run for ever."""

import re
import warnings
from collections.abc import Iterable
from math import factorial
from typing import Any

from iki_lint.engine.condition import ConditionError
from iki_lint.engine.condition_runtime import MAX_SEARCHED

MAX_PATTERN = 200
MAX_OPEN_REPEATS = 2
MAX_CHOICES = 500
MAX_STEPS = 400_000_000
_MANY = 10


def vet_pattern(pattern: str, start: int, end: int) -> None:
    """Raise ConditionError (placed at `start..end`) unless `pattern` is sound, short and cannot backtrack for ever.

    Refused are repeats inside repeats, `(a+)+`, alternatives that may begin alike inside a repeat, `(a|ab)*`,
    back-references, more than `MAX_OPEN_REPEATS` open-ended repeats in one pattern (one more behind a `^`), and too
    many ways to divide a text among the other repeats and alternatives, `a?a?a?...`: never more than `MAX_CHOICES`,
    fewer beside open-ended repeats, so that a text costs at most some `MAX_STEPS`.
    """
    if len(pattern) > MAX_PATTERN:
        raise ConditionError(start, end, "pola-terlalu-panjang", {"batas": str(MAX_PATTERN)})
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern, re.IGNORECASE)
            items = _parsed(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        where = getattr(error, "pos", None)
        at = start if where is None else start + 1 + min(where, len(pattern) - 1)
        raise ConditionError(at, end if where is None else at + 1, "pola-rusak", {"pola": pattern}) from None
    open_repeats = _count(items, repeated=False)
    if open_repeats is None:
        raise ConditionError(start, end, "pola-bersarang", {"pola": pattern})
    anchored = any(str(argument) == "AT_BEGINNING" for _, argument in list(items)[:1])
    most = MAX_OPEN_REPEATS + anchored
    if open_repeats > most:
        raise ConditionError(start, end, "pola-terlalu-lentur", {"batas": str(most)})
    loops = open_repeats + (not anchored)
    most = min(MAX_CHOICES, MAX_STEPS * factorial(loops) // MAX_SEARCHED**loops)
    if _choices(items) > most:
        raise ConditionError(start, end, "pola-terlalu-banyak-jalan", {"batas": str(most)})


def _parsed(pattern: str) -> Iterable[tuple[Any, Any]]:
    try:
        from re import _parser as parser  # type: ignore[attr-defined]
    except ImportError:
        import sre_parse as parser
    items: Iterable[tuple[Any, Any]] = parser.parse(pattern, re.IGNORECASE)
    return items


def _count(items: Iterable[tuple[Any, Any]], repeated: bool) -> int | None:
    """How many open-ended repeats a parsed pattern holds; None when it may explode."""
    total = 0
    for operation, argument in items:
        name = str(operation)
        inner: list[Any] = []
        inside = repeated
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, body = argument
            varies = int(high) != low
            if repeated and varies:
                return None
            total += int(high) >= _MANY and varies
            inner, inside = [body], repeated or int(high) > 1
        elif name == "BRANCH":
            inner = list(argument[1])
            if repeated and not _distinct(inner):
                return None
        elif name == "SUBPATTERN":
            inner = [argument[-1]]
        elif name in ("ASSERT", "ASSERT_NOT"):
            inner = [argument[1]]
        elif name == "ATOMIC_GROUP":
            inner = [argument]
        elif name in ("GROUPREF", "GROUPREF_EXISTS"):
            return None
        for body in inner:
            found = _count(body, inside)
            if found is None:
                return None
            total += found
    return total


def _choices(items: Iterable[tuple[Any, Any]]) -> int:
    """In how many ways the closed repeats and the alternatives of a parsed pattern may be taken."""
    ways = 1
    for operation, argument in items:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            low, high, body = argument
            ways *= (int(high) - int(low) + 1 if int(high) < _MANY else 1) * _choices(body)
        elif name == "BRANCH":
            inner = [_choices(branch) for branch in argument[1]]
            ways *= max(inner) if _distinct(argument[1]) else sum(inner)
        elif name in ("SUBPATTERN", "ATOMIC_GROUP"):
            ways *= _choices(argument[-1] if name == "SUBPATTERN" else argument)
        elif name in ("ASSERT", "ASSERT_NOT"):
            ways *= _choices(argument[1])
    return ways


def _distinct(branches: list[Any]) -> bool:
    """Whether every alternative starts with a character of its own."""
    first = [branch[0] if len(branch) else None for branch in branches]
    letters = [chr(item[1]).lower() for item in first if item is not None and str(item[0]) == "LITERAL"]
    return len(letters) == len(first) == len(set(letters))
