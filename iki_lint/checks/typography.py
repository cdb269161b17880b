"""BHS006: blanks, marks and capitals that do not belong where they stand."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, NamedTuple

from iki_lint.decree.model import Position
from iki_lint.decree.prose import Prose
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.language.classes import is_active_verb
from iki_lint.patterns import pattern

MOST = 50
"""How many slips of one text are told; one that has more is broken as a whole."""

# Lists of duties end their items in a semicolon and begin them as they like.
_EVERYWHERE = frozenset({"spasi-ganda", "spasi-tanda", "tanpa-spasi"})
_BLANKS = pattern(r"[^\S\n]{2,}")
_MARK = pattern(r"[,;.](?=\s|$)")
_BEHIND = pattern(r"([,;])(?=[^\W\d_]{2})")
_TIMES = pattern(r" (X)(?= ?100 ?%)")
_CAPITAL = pattern(r" ([MD][a-z]{5,})")
_ABBREVIATED = pattern(r"\b(?:dll|dsb|dst|dkk|tsb|ybs|No|Tk|Jl|Kec|Kab|Kel|S\.\w+|M\.\w+|[A-Z])\.$|\.\s+\S")


class Slip(NamedTuple):
    """What is wrong in a text: the rule's case, the characters, and what stands there instead."""

    case: str
    start: int
    end: int
    instead: str


def marks_and_capitals(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Stray blanks, marks at the end of a cell, capitals within it, and the letter x for a multiplication sign."""
    for text, places in context.spelling.places.items():
        if not _is_suspect(text):
            continue
        for slip in islice(_slips(text), MOST):
            for prose in places:
                owner = prose.owner
                if owner is not None and (slip.case in _EVERYWHERE or not isinstance(owner, Position)):
                    yield _hit(prose, slip)


def _hit(prose: Prose, slip: Slip) -> Hit:
    written = prose.text.value[slip.start : slip.end]
    args = {"kata": written.strip() or written, "usul": slip.instead}
    edits = ((slip.start, slip.end, slip.instead),)
    return Hit(prose.owner, prose.text, prose.pointer, slip.start, slip.end, slip.case, args, edits=edits)


def _is_suspect(text: str) -> bool:
    """Whether a text has any of the signs without which there is nothing to look for."""
    if text[-1:] in ".:" or text[:1].isspace() or "," in text or ";" in text or "  " in text:
        return True
    return " M" in text or " D" in text or " ." in text or " X" in text or " x" in text or not text.isprintable()


def _slips(text: str) -> Iterator[Slip]:
    if not text.strip():
        return
    stop = len(text.rstrip())
    if text[stop - 1] in ".;:," and text[stop - 2 : stop] != ".." and not _ABBREVIATED.search(text, 0, stop):
        start = len(text[: stop - 1].rstrip())
        yield Slip("", start, stop, "")
        stop = start
    yield from _blanks(text)
    if " ," in text or " ;" in text or " ." in text:
        for found in _MARK.finditer(text, 0, stop):
            start = found.start()
            while start and text[start - 1] in " \t\u00a0":
                start -= 1
            if 0 < start < found.start():
                yield Slip("spasi-tanda", start, found.end(), found[0])
    if "," in text or ";" in text:
        for found in _BEHIND.finditer(text):
            if text[max(0, found.start() - 2) : found.start()].isalpha():
                yield Slip("tanpa-spasi", *found.span(), f"{found[1]} ")
    for found in _TIMES.finditer(text):
        yield Slip("tanda-kali", *found.span(1), "×")
    for found in _CAPITAL.finditer(text):
        if text[found.start() - 1 : found.start()].islower() and is_active_verb(found[1].lower()):
            yield Slip("kapital", *found.span(1), found[1].lower())


def _blanks(text: str) -> Iterator[Slip]:
    """Several blanks in a row, and any at the ends."""
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    if start:
        yield Slip("spasi-ganda", 0, start, "")
    if "  " in text or "\t" in text or "\u00a0" in text:
        for found in _BLANKS.finditer(text, start, stop):
            yield Slip("spasi-ganda", *found.span(), " ")
    # The line end of a YAML block is nobody's blank.
    if text[stop:].strip("\n"):
        yield Slip("spasi-ganda", stop, len(text), "")
