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

_LABEL = re.compile(r"\b(?:Fungsi|Tugas|Jabatan|Formulasi|Sumber Data)\s*:\s*$")
_ITEM = re.compile(r"(?:^|[;.:]\s+)(?:(\d{1,2})\.|([a-z])\.)(?=\s)")


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
        yield Hit(subject, text, pointer, found.start, found.end, args={"kata": found.text})


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
