"""STR006: markup, labels and broken numbering left over from an export."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from iki_lint.decree.model import Position, field_texts, pointer_of
from iki_lint.decree.tree import Seq, Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit, Subject
from iki_lint.facts.cell import leftover
from iki_lint.patterns import pattern

_LABEL = pattern(r"\b(?:Fungsi|Tugas|Jabatan|Formulasi|Sumber Data)\s*:\s*$")
_TAGS = pattern(r"</?[a-z][a-z0-9]*\s*/?>(?:\s*</?[a-z][a-z0-9]*\s*/?>)*", re.IGNORECASE)
_TAG = pattern(r"</?([a-z][a-z0-9]*)", re.IGNORECASE)
_ENTITY = pattern(r"&(?:nbsp|amp|lt|gt|quot);", re.IGNORECASE)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"'}
# Lists, tables and raised digits say something by their markup; other names may stand for words to be filled in.
_INLINE = frozenset({"a", "b", "em", "font", "i", "span", "strong", "u"})
_BREAKING = frozenset({"br", "div", "p"})
_MOST_EDITS = 32
_ITEM = pattern(r"(?:^|[;.:]\s+)(?:(\d{1,2})\.|([a-z])\.)(?=\s)")


def leftovers(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Left-over formatting in any cell, labels at the end of tugas, numbering that skips."""
    for position in context.decree.positions:
        for key, field in (("tugas", position.duties), ("fungsi", position.functions)):
            for number, text in enumerate(field_texts(field)):
                pointer = (
                    f"{position.pointer}/{key}/{number}" if isinstance(field, Seq) else f"{position.pointer}/{key}"
                )
                yield from _in_text(position, text, pointer)
                yield from _in_duties(position, text, pointer)
    everywhere = context.decree.cells
    dirty = {value for value in {text.value: None for _, text, _ in everywhere} if leftover(value)}
    if dirty:
        for owner, text, cell in everywhere:
            if text.value in dirty:
                yield from _in_text(owner, text, pointer_of(owner, cell))


def _in_text(subject: Subject, text: Text, pointer: str) -> Iterator[Hit]:
    found = leftover(text.value)
    if found:
        meant = _ENTITIES.get(found.text.lower())
        args = {"kata": found.text} if meant is None else {"kata": found.text, "usul": meant}
        case = "" if meant is None else "spasi" if meant == " " else "entitas"
        yield Hit(subject, text, pointer, found.start, found.end, case, args, edits=without_leftovers(text.value))


@lru_cache(maxsize=1024)
def without_leftovers(text: str) -> tuple[tuple[int, int, str], ...]:
    """The edits that free a text of all its left-over formatting; none when some of it may be content.

    A tag goes with the blanks that it would leave at an edge or twice; a tag that stands for a line break leaves one.
    """
    edits = [(found.start(), found.end(), _ENTITIES[found[0].lower()]) for found in _ENTITY.finditer(text)]
    length = len(text.rstrip())
    for run in _TAGS.finditer(text):
        tags = [tag.lower() for tag in _TAG.findall(run[0])]
        if not _INLINE.union(_BREAKING).issuperset(tags):
            return ()
        start, end = run.span()
        before = start
        while before and text[before - 1].isspace():
            before -= 1
        behind = end
        while behind < length and text[behind].isspace():
            behind += 1
        if behind >= length:
            edits.append((before, end, ""))
        elif before < start or not before:
            edits.append((start if before else 0, behind, ""))
        else:
            edits.append((start, end, "" if behind > end or _INLINE.issuperset(tags) else " "))
    return tuple(sorted(edits)) if len(edits) <= _MOST_EDITS else ()


def _in_duties(position: Position, text: Text, pointer: str) -> Iterator[Hit]:
    for start, end, case, word in _duty_defects(text.value):
        yield Hit(position, text, pointer, start, end, case, {"kata": word})


@lru_cache(maxsize=1024)
def _duty_defects(text: str) -> tuple[tuple[int, int, str, str], ...]:
    """What is wrong with a text of tugas or fungsi: start, end, the rule's case and the words."""
    found = []
    label = _LABEL.search(text)
    if label and label.start():
        found.append((label.start(), label.end(), "label", label.group().strip()))
    previous = 0
    for item in _ITEM.finditer(text):
        number = int(item[1]) if item[1] else ord(item[2]) - ord("a") + 1
        if previous and number != previous + 1:
            start = item.start(1) if item[1] else item.start(2)
            found.append((start, item.end(), "penomoran", text[start : item.end()]))
            break
        previous = number
    return tuple(found)
