"""Numbers as Indonesian decrees write them: "1.000", "81,35", "90–95 %", and "dua puluh sembilan" in words.

A point groups thousands and a comma starts the decimals. "1.5" and "1,000" say one thing in Indonesian and another
in English, so their value stays unknown.
"""

import re
from typing import NamedTuple

from iki_lint.patterns import pattern

DIGITS = r"[0-9]+(?:[.,][0-9]+)*"
PERCENT = r"(?:%|‰|persen(?!\w))"
_TO = r"(?:[-–—]|s\.?\s*[/.]?\s*d\.?(?!\w)|sampai(?:\s+dengan)?(?!\w)|hingga(?!\w))"
NUMBER = rf"{DIGITS}(?:(?:\s*{PERCENT})?\s*{_TO}\s*{DIGITS})?"

_WHOLE = pattern(rf"\s*({NUMBER})(?:\s*{PERCENT})?\s*", re.IGNORECASE)
_RANGE = pattern(rf"({DIGITS})(?:(?:\s*{PERCENT})?\s*{_TO}\s*({DIGITS}))?", re.IGNORECASE)
_INDONESIAN = pattern(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|(?![1-9][0-9]{0,2},[0-9]{3}$)[0-9]+(?:,[0-9]+)?")
_FOREIGN = pattern(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+")
_LONGEST = 24

_DIGITS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_ONES = {word: n for n, word in enumerate(_DIGITS, 1)}


class Number(NamedTuple):
    """A number or a range of two, `text` being the characters `start..end` (a percent sign is not part of them).

    `value` is None when the notation is `ambiguous`; `upper` is the second end of a range, else None.
    """

    start: int
    end: int
    text: str
    value: int | float | None
    upper: int | float | None = None
    ambiguous: bool = False


def parse_number(text: str) -> Number | None:
    """The number that `text` consists of, a percent sign allowed behind it; None when it is anything else."""
    found = _WHOLE.fullmatch(text)
    return number_at(text, *found.span(1)) if found else None


def number_at(text: str, start: int, end: int) -> Number | None:
    """The number or range that `text[start:end]` is; None for what only looks like one, as "1.2.3"."""
    found = _RANGE.fullmatch(text, start, end)
    if not found:
        return None
    sides = [side for side in found.groups() if side is not None]
    if any(len(side) > _LONGEST for side in sides):
        return None
    if not all(_INDONESIAN.fullmatch(side) for side in sides):
        ambiguous = all(_INDONESIAN.fullmatch(side) or _FOREIGN.fullmatch(side) for side in sides)
        return Number(start, end, text[start:end], None, ambiguous=True) if ambiguous else None
    values = [_value(side) for side in sides]
    return Number(start, end, text[start:end], values[0], values[1] if len(values) > 1 else None)


def _value(digits: str) -> int | float:
    """What digits in Indonesian notation are worth."""
    plain = digits.replace(".", "")
    return float(plain.replace(",", ".")) if "," in plain else int(plain)


def spelled(words: str) -> int | None:
    """The value of a number in words, "nol" to 999.999; None when the words are not such a number."""
    tokens = words.casefold().split()
    if tokens == ["nol"]:
        return 0
    if tokens[:1] == ["seribu"]:
        thousands, rest = 1, tokens[1:]
    elif "ribu" in tokens:
        at = tokens.index("ribu")
        before = _hundreds(tokens[:at])
        if before is None:
            return None
        thousands, rest = before, tokens[at + 1 :]
    else:
        return _hundreds(tokens)
    below = _hundreds(rest) if rest else 0
    return None if below is None else thousands * 1000 + below


def _hundreds(words: list[str]) -> int | None:
    """The value of 1..999 in words."""
    hundreds = 0
    if words[:1] == ["seratus"]:
        hundreds, words = 1, words[1:]
    elif words[1:2] == ["ratus"] and words[0] in _ONES:
        hundreds, words = _ONES[words[0]], words[2:]
    below = 0 if hundreds and not words else _tens(words)
    return None if below is None else hundreds * 100 + below


def _tens(words: list[str]) -> int | None:
    """The value of 1..99 in words."""
    match words:
        case ["sepuluh"]:
            return 10
        case ["sebelas"]:
            return 11
        case [one] if one in _ONES:
            return _ONES[one]
        case [one, "belas"] if one in _ONES and one != "satu":
            return 10 + _ONES[one]
        case [ten, "puluh", *rest] if ten in _ONES and (not rest or (len(rest) == 1 and rest[0] in _ONES)):
            return _ONES[ten] * 10 + sum(_ONES[one] for one in rest)
    return None
