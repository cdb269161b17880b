"""STR006: markup, labels and broken numbering left over from an export."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Position, Row, Steps, field_texts
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
                steps: Steps = (*position.steps, key, number) if isinstance(field, Seq) else (*position.steps, key)
                yield from _in_text(position, text, steps)
                yield from _in_duties(position, text, steps)
    for plan in context.decree.plans():
        yield from _in_text(plan, plan.text, plan.text_steps)
        for indicator in plan.indicators:
            yield from _in_text(indicator, indicator.name, (*indicator.steps, "nama"))
            yield from _in_text(indicator, indicator.source, (*indicator.steps, "sumber_data"))
            for row in indicator.rows:
                yield from _in_row(row)


def _in_row(row: Row) -> Iterator[Hit]:
    yield from _in_text(row, row.formula, row.formula_steps)
    if row.source is not row.indicator.source:
        yield from _in_text(row, row.source, row.source_steps)


def _in_text(subject: Subject, text: Text | None, steps: Steps) -> Iterator[Hit]:
    found = leftover(text.value) if text is not None else None
    if found:
        yield Hit(subject, text, steps, found.start, found.end, args={"kata": found.text})


def _in_duties(position: Position, text: Text, steps: Steps) -> Iterator[Hit]:
    label = _LABEL.search(text.value)
    if label and label.start():
        yield Hit(position, text, steps, label.start(), label.end(), "label", {"kata": label.group().strip()})
    previous = 0
    for item in _ITEM.finditer(text.value):
        number = int(item[1]) if item[1] else ord(item[2]) - ord("a") + 1
        if previous and number != previous + 1:
            start = item.start(1) if item[1] else item.start(2)
            word = text.value[start : item.end()]
            yield Hit(position, text, steps, start, item.end(), "penomoran", {"kata": word})
            return
        previous = number
