"""CAS006 duties of a post that none of its plans takes up."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from iki_lint.checks.cascade import is_closing
from iki_lint.decree.model import Plan, Position, field_texts
from iki_lint.decree.tree import Text
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.subjects import Subjects, value
from iki_lint.formula.items import split_items

_LEAST_WORDS = 2


def uncovered_duties(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Items of the tugas of a post that share too few words with each of its plans.

    A single sentence names the whole post: it must share nothing at all. Not asked for are the closing "other duties"
    and the mandate "to assist" the regent.
    """
    subjects = context.subjects
    for position in context.decree.positions:
        items = list(duty_items(position))
        if not items or not position.plans:
            continue
        taken_up = {_words(plan, subjects) for plan in position.plans}
        for said, text, pointer, start in items:
            duty = subjects.plan(said).meaning - context.cascade.own_words
            if len(duty) < _LEAST_WORDS or is_closing(said) or said.lower().startswith("membantu "):
                continue
            if len(items) == 1:
                missing = all(duty.isdisjoint(words) for words in chain(taken_up, _measured(position, subjects)))
            else:
                missing = all(len(duty & words) < options["batas_mirip"] * len(duty) for words in taken_up)
            if missing:
                yield Hit(position, text, pointer, start, start + len(said))


def _words(plan: Plan, subjects: Subjects) -> frozenset[str]:
    """The stems of a plan, that of its frame too: "Terisinya jabatan" takes up "pengisian jabatan"."""
    return frozenset(subjects.plan(value(plan.text)).content)


def _measured(position: Position, subjects: Subjects) -> Iterator[frozenset[str]]:
    """The stems of the indicators of a post."""
    return (frozenset(subjects.indicator(value(each.name)).content) for each in position.indicators())


def duty_items(position: Position) -> Iterator[tuple[str, Text, str, int]]:
    """The items of the tugas: the texts of the list, and the numbered parts of a text, without what parts them.

    Each as it is said, with the text that holds it, the text's pointer, and where it begins there.
    """
    texts = field_texts(position.duties)
    for number, text in enumerate(texts):
        pointer = f"{position.pointer}/tugas" + ("" if text is position.duties else f"/{number}")
        _, items = split_items(text.value)
        for start, end in items or ((0, len(text.value)),):
            said = text.value[start:end]
            if said.strip(" \t\r\n;,."):
                yield said.strip().rstrip(" \t\r\n;,."), text, pointer, start + len(said) - len(said.lstrip())
