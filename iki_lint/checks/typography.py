"""BHS006: blanks, marks and capitals that do not belong where they stand."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.model import Position
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.language.classes import is_active_verb

# A text without any of these has nothing to look for.
_SUSPECT = ("  ", " ,", " ;", " .", ",", ";", " X ", " x ", " M", " D", "\t", "\u00a0")
_BLANKS = re.compile(r"^\s+|\s+$|(?<=\S)[^\S\n]{2,}(?=\S)")
_BEFORE = re.compile(r"[^\S\n]+([,;.])(?=\s|$)")
_BEHIND = re.compile(r"(?<=[^\W\d_]{2})([,;])(?=[^\W\d_]{2})")
_END = re.compile(r"\s*([;:,]|(?<!\.)\.)$")
_TIMES = re.compile(r"(?<=[\w)] )[Xx](?=\s*100\s?%)")
_CAPITAL = re.compile(r"(?<=[a-z] )[MD][a-z]{5,}")
_ABBREVIATED = re.compile(r"\b(?:dll|dsb|dst|dkk|tsb|ybs|No|Tk|Jl|Kec|Kab|Kel|S\.\w+|M\.\w+|[A-Z])\.$|\.\s+\S")


class Slip(NamedTuple):
    """What is wrong in a text: the rule's case, the characters, and what stands there instead."""

    case: str
    start: int
    end: int
    instead: str


def marks_and_capitals(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Stray blanks, marks at the end of a cell, capitals within it, and the letter x for a multiplication sign."""
    known: dict[tuple[str, bool], list[Slip]] = {}
    for prose in context.spelling.texts:
        owner = prose.owner
        if owner is None:
            continue
        in_table = not isinstance(owner, Position)
        text = prose.text.value
        slips = known.get((text, in_table))
        if slips is None:
            slips = known[text, in_table] = list(_slips(text, in_table)) if _is_suspect(text) else []
        for slip in slips:
            written = text[slip.start : slip.end]
            args = {"kata": written.strip() or written, "usul": slip.instead or text[: slip.start]}
            yield Hit(owner, prose.text, prose.pointer, slip.start, slip.end, slip.case, args)


def _is_suspect(text: str) -> bool:
    return text[-1:] in ".:" or text[:1].isspace() or any(sign in text for sign in _SUSPECT)


def _slips(text: str, in_table: bool) -> Iterator[Slip]:
    if not text.strip():
        return
    end = _END.search(text.rstrip()) if in_table else None
    if end and not _ABBREVIATED.search(text.rstrip()):
        yield Slip("", end.start(), end.end(), "")
    stop = end.start() if end else len(text)
    for found in _BLANKS.finditer(text):
        edge = found.start() == 0 or found.end() == len(text)
        yield Slip("spasi-ganda", *found.span(), "" if edge else " ")
    for found in _BEFORE.finditer(text, 0, stop):
        yield Slip("spasi-tanda", *found.span(), found[1])
    for found in _BEHIND.finditer(text):
        yield Slip("tanpa-spasi", *found.span(), f"{found[1]} ")
    if not in_table:
        return
    for found in _TIMES.finditer(text):
        yield Slip("tanda-kali", *found.span(), "×")
    for found in _CAPITAL.finditer(text):
        if is_active_verb(found[0].lower()):
            yield Slip("kapital", *found.span(), found[0].lower())
