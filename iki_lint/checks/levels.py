"""LVL003 outcomes that are measured by nothing but work and products."""

from collections.abc import Iterator, Mapping
from typing import Any

from iki_lint.decree.model import Indicator, Plan, Row
from iki_lint.engine.context import Context
from iki_lint.engine.hit import Hit
from iki_lint.facts.outcome import OUTPUT, PROCESS, UNSURE, is_own_work, level_of_performance
from iki_lint.facts.subjects import Subjects, value
from iki_lint.language.classes import measure
from iki_lint.language.lexicon import words

# Those of whom an outcome may be asked; the level of a post with another name is not known.
_ANSWERABLE = frozenset({"kepala", "administrator", "pengawas", "fungsional", ""})
_BELOW = frozenset({OUTPUT, PROCESS})


def outcomes_without_outcome(context: Context, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Plans that promise a state, all of whose rows count work or products; then single indicators that do so."""
    subjects = context.subjects
    for position in context.decree.positions:
        level = subjects.position(position).tingkat
        if level not in _ANSWERABLE:
            continue
        case = "pimpinan" if level == "kepala" else ""
        for plan in position.plans:
            rows = [row for indicator in plan.indicators for row in indicator.rows]
            if any(id(row) in context.suspects for row in rows):
                continue
            promised = _promises(plan, subjects) and _only_work(plan, rows, context)
            if rows and (promised or _only_activities(plan, rows, subjects)):
                yield Hit(plan, plan.text, plan.text_pointer, case=case)
                continue
            for indicator in plan.indicators:
                if _promises_itself(indicator, subjects) and all(_level(r, subjects) in _BELOW for r in indicator.rows):
                    yield Hit(indicator, indicator.name, f"{indicator.pointer}/nama", case="formulasi")


def _only_work(plan: Plan, rows: list[Row], context: Context) -> bool:
    """Whether all rows of a plan count work and products; among these also things that the plan does not speak of."""
    subjects = context.subjects
    levels = [_level(row, subjects) for row in rows]
    unsure = [row for row, level in zip(rows, levels, strict=True) if level == UNSURE]
    if len(unsure) == len(rows) or not {*levels} <= {*_BELOW, UNSURE}:
        return False
    matter = frozenset(subjects.plan(value(plan.text)).content) - context.cascade.own_words
    counted = [subjects.indicator(value(row.indicator.name)) for row in unsure]
    return all(each.ukuran == "jumlah" and matter.isdisjoint(each.content) for each in counted)


def _only_activities(plan: Plan, rows: list[Row], subjects: Subjects) -> bool:
    """Whether a plan names anything that is to be reached, and its rows count nothing but activities and what these
    made."""
    said = subjects.plan(value(plan.text)).wording
    states = said.head in words("bingkai-hasil") and not is_own_work("".join(said.lower[1:2]))
    levels = {_level(row, subjects) for row in rows}
    return states and PROCESS in levels and levels <= _BELOW


def _promises(plan: Plan, subjects: Subjects) -> bool:
    return plan.text is not None and subjects.plan(plan.text.value).menyatakan_hasil


def _promises_itself(indicator: Indicator, subjects: Subjects) -> bool:
    return indicator.name is not None and subjects.indicator(indicator.name.value).menyatakan_hasil


def _level(row: Row, subjects: Subjects) -> str:
    """The level of what a row measures: its indicator's, or its formula's where the indicator measures nothing."""
    indicator = subjects.indicator(value(row.indicator.name))
    if indicator.measure is not None or indicator.tataran == PROCESS:
        return indicator.tataran
    formula = subjects.formula_of(row)
    if formula.rasio or not formula.tokens:
        return UNSURE
    return level_of_performance(formula.tokens, measure(formula.tokens))
