"""What such a comment says: which rules, until when, and why.

    # iki-lint: abaikan FRM001, SBR001 sampai 2026-12-31 -- menunggu hasil evaluasi
    # iki-lint: abaikan-berkas BHS002 -- ejaan daerah

The reason stands behind `--` (or a dash); the last day may also be the last words of the reason.
"""

from typing import NamedTuple

from iki_lint.patterns import pattern
from iki_lint.suppressions.comments import UNTIL

HERE = "abaikan"
WHOLE_FILE = "abaikan-berkas"

_HEAD = pattern(r"#[ \t]*iki-lint:[ \t]*")
_REASON = pattern(r"(?:^|[ \t]+)(?:--+|[\u2013\u2014])(?:[ \t]+|$)")
_UNTIL = pattern(rf"[ \t,;(]*\b{UNTIL}[ \t]+(\S+?)[).,]*$", 2)
_DAY = pattern(r"(\d{4})-(\d{2})-(\d{2})")
_NAME = pattern(r"[^\s,]+")
_LAST_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Named(NamedTuple):
    """A rule as a comment names it, and where: offsets from the `#`."""

    name: str
    start: int
    end: int


class Directive(NamedTuple):
    """A comment taken apart. `wrong` is the key of the sentence that says what cannot be understood; else empty."""

    rules: tuple[Named, ...]
    reason: str
    until: str | None
    whole_file: bool
    wrong: str = ""


def read_directive(comment: str) -> Directive:
    """What a comment says, which begins with `#` and our mark. Never raises."""
    head = _HEAD.match(comment)
    begin = head.end() if head else 0
    split = _REASON.search(comment, begin)
    body = comment[begin : split.start() if split else len(comment)]
    reason = comment[split.end() :].strip() if split else ""
    word, _, rest = body.partition(" ")
    if word not in (HERE, WHOLE_FILE):
        return Directive((), reason, None, False, "abaikan-perintah")
    at = begin + len(word)
    named, day = _without_day(rest)
    if day is None:
        shorter, day = _without_day(reason)
        # Words that only look like a day belong to the reason.
        if day is not None and is_day(day):
            reason = shorter
        else:
            day = None
    rules = tuple(Named(each[0], at + 1 + each.start(), at + 1 + each.end()) for each in _NAME.finditer(named))
    wrong = ""
    if not rules:
        wrong = "abaikan-tanpa-aturan"
    elif day is not None and not is_day(day):
        wrong = "abaikan-tanggal"
    return Directive(rules, reason, day, word == WHOLE_FILE, wrong)


def is_day(text: str) -> bool:
    """Whether a text is a day as ISO writes it: 2026-12-31."""
    found = _DAY.fullmatch(text)
    if found is None:
        return False
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12 or not 1 <= day <= _LAST_DAYS[month - 1]:
        return False
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return month != 2 or day < 29 or leap


def _without_day(text: str) -> tuple[str, str | None]:
    """A text without "sampai ..." at its end, and the day that stood there."""
    found = _UNTIL.search(text)
    return (text[: found.start()], found[1]) if found else (text, None)
