"""Conditions over rows, indicators and positions: each rule once for each distinct set of texts it looks at.

A rule's outcome depends on nothing but the cells that its condition, its `at` and its sentences name. Rules that look
at the same cells form a group; a row asks each group by the texts of these cells, and only a text not met before is
evaluated.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from iki_lint.decree.model import Indicator, Position, Row, Steps
from iki_lint.decree.tree import Text
from iki_lint.engine.fact import Phrase
from iki_lint.engine.hit import Hit
from iki_lint.engine.rule import Rule, fill, placeholders
from iki_lint.facts.subjects import Subjects, formula_key, joined_formula_key, value

Unit: TypeAlias = Row | Indicator | Position

# The cells that each subject of the condition language is made from.
CELLS: dict[str, tuple[str, ...]] = {
    "rencana": ("rencana",),
    "indikator": ("indikator",),
    "formulasi": ("formulasi",),
    "sumber": ("sumber",),
    "hitung": ("indikator", "formulasi"),
    "bukti": ("indikator", "formulasi", "sumber"),
    "turunan": ("rencana", "indikator"),
    "jabatan": ("jabatan",),
}


class Outcome(NamedTuple):
    """What one rule says of a set of texts: the cell it points at, the words in it, and the filled sentences."""

    rule: Rule
    cell: str
    start: int
    end: int | None
    message: str
    suggestion: str | None


class Cells(NamedTuple):
    """The cells of a row, an indicator or a position, as keys for facts and for looking up outcomes."""

    rencana: str
    indikator: str
    formulasi: tuple[str, str, str, str]
    sumber: str
    jabatan: Position | None


class RuleCrash(NamedTuple):
    """A rule that raised an exception while looking at a unit."""

    rule: Rule
    unit: Unit
    error: Exception


def cells_of(unit: Unit) -> Cells:
    """What the facts of a unit are made from; an indicator's formulas are taken together."""
    if isinstance(unit, Position):
        return Cells("", "", ("", "", "", ""), "", unit)
    row = unit if isinstance(unit, Row) else unit.rows[0]
    plan = row.indicator.plan
    key = formula_key(row) if isinstance(unit, Row) else joined_formula_key(unit)
    return Cells(value(plan.text), value(row.indicator.name), key, value(row.source), plan.position)


def subject(name: str, cells: Cells, subjects: Subjects) -> Any:
    """The facts that a subject's name stands for."""
    if name == "indikator":
        return subjects.indicator(cells.indikator)
    if name == "formulasi":
        return subjects.formula(cells.formulasi)
    if name == "sumber":
        return subjects.source(cells.sumber)
    if name == "hitung":
        return subjects.relation(cells.indikator, cells.formulasi)
    if name == "bukti":
        return subjects.evidence(cells.indikator, cells.formulasi, cells.sumber)
    if name == "turunan":
        return subjects.descent(cells.rencana, cells.indikator)
    if name == "rencana":
        return subjects.plan(cells.rencana)
    return subjects.position(cells.jabatan)


def evaluate(
    units: Iterable[Unit], rules: Iterable[Rule], subjects: Subjects, language: int
) -> Iterator[tuple[Unit, Outcome] | RuleCrash]:
    """Every outcome of the rules over the units, in the order of the units; a crashing rule speaks once, then rests."""
    groups = [(cells, members, {}) for cells, members in _groups(rules).items()]
    crashed: set[tuple[str, str]] = set()
    for unit in units:
        cells = cells_of(unit)
        for names, members, memo in groups:
            key = tuple([getattr(cells, name) for name in names])
            outcomes = memo.get(key)
            if outcomes is None:
                outcomes = memo[key] = []
                for rule in members:
                    if (rule.code, rule.case) in crashed:
                        continue
                    try:
                        found = _outcome(rule, cells, subjects, language)
                    except Exception as error:
                        crashed.add((rule.code, rule.case))
                        yield RuleCrash(rule, unit, error)
                    else:
                        if found is not None:
                            outcomes.append(found)
            for outcome in outcomes:
                yield unit, outcome


def severity(rule: Rule, cells: Cells, subjects: Subjects) -> str:
    """The severity of a rule at a place: the first of its conditions that holds decides."""
    for condition, level in rule.severity_when:
        if condition.function(*[subject(name, cells, subjects) for name in condition.subjects], rule.options):
            return level
    return rule.severity


def _groups(rules: Iterable[Rule]) -> dict[tuple[str, ...], list[Rule]]:
    groups: dict[tuple[str, ...], list[Rule]] = {}
    for rule in rules:
        assert rule.when is not None
        names = set(rule.when.subjects)
        names.update(path.partition(".")[0] for path in rule.at)
        for texts in (rule.message, rule.suggestion):
            for sentence in texts or ():
                names.update(name.partition(".")[0] for name, _, _ in placeholders(sentence))
        cells = tuple(sorted({cell for name in names for cell in CELLS.get(name, ())}))
        groups.setdefault(cells, []).append(rule)
    return groups


def _outcome(rule: Rule, cells: Cells, subjects: Subjects, language: int) -> Outcome | None:
    condition = rule.when
    assert condition is not None
    if not condition.function(*[subject(name, cells, subjects) for name in condition.subjects], rule.options):
        return None
    cell, start, end = _at(rule, cells, subjects)

    def value_of(path: str) -> str:
        name, _, attribute = path.partition(".")
        found = getattr(subject(name, cells, subjects), attribute)
        return found.text if isinstance(found, Phrase) else str(found)

    suggestion = fill(rule.suggestion[language], value_of) if rule.suggestion else None
    return Outcome(rule, cell, start, end, fill(rule.message[language], value_of), suggestion)


def _at(rule: Rule, cells: Cells, subjects: Subjects) -> tuple[str, int, int | None]:
    """The cell and the words that a rule points at: the first of its `at` paths that is there."""
    for path in rule.at:
        name, _, attribute = path.partition(".")
        cell = {"hitung": "formulasi", "bukti": "sumber", "turunan": "indikator"}.get(name, name)
        if not attribute:
            return cell, 0, None
        phrase = getattr(subject(name, cells, subjects), attribute)
        if phrase:
            first = phrase if isinstance(phrase, Phrase) else phrase[0]
            return cell, first.start, first.end
    return rule.at[0].partition(".")[0] if rule.at else "indikator", 0, None


def to_hit(unit: Unit, outcome: Outcome) -> Hit:
    """Where an outcome stands in the decree; a cell that is missing is shown at the nearest one that is there."""
    text, steps = _cell(unit, outcome.cell)
    return Hit(unit, text, steps, outcome.start, outcome.end)


def _cell(unit: Unit, cell: str) -> tuple[Text | None, Steps]:
    if isinstance(unit, Position):
        return unit.name, (*unit.steps, "nama")
    row = unit if isinstance(unit, Row) else unit.rows[0]
    indicator = row.indicator
    if cell == "formulasi":
        return row.formula or row.numerator, row.formula_steps
    if cell == "sumber":
        return row.source, row.source_steps
    if cell == "rencana":
        return indicator.plan.text, indicator.plan.text_steps
    if cell == "jabatan" and indicator.plan.position is not None:
        return indicator.plan.position.name, (*indicator.plan.position.steps, "nama")
    return indicator.name, (*indicator.steps, "nama")
