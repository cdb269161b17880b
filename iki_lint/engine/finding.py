"""Findings from what conditions and checks have said: the place, the exact words, whose row it is."""

from iki_lint.decree.model import Indicator, Plan, Position, Row
from iki_lint.decree.source import Place
from iki_lint.decree.tree import Text
from iki_lint.engine.context import Context
from iki_lint.engine.evaluate import Outcome, severity
from iki_lint.engine.hit import Hit, Subject, fix_of
from iki_lint.engine.owner import Owner, Owners
from iki_lint.engine.provenance import EMPTY
from iki_lint.engine.rule import Rule, filled
from iki_lint.facts.subjects import Cells, Subjects
from iki_lint.findings import CRASH, Finding
from iki_lint.messages import say

_NOWHERE = Place(1 << 30, 0, 1 << 30, 0)


def finding_of_outcome(
    outcome: Outcome, unit: Row | Plan | Position, cells: Cells, owner: Owner, subjects: Subjects
) -> Finding:
    """The finding that a condition makes of a row, a plan or a position."""
    rule = outcome.rule
    text, pointer = _cell(unit, outcome.cell)
    fields = (
        rule.code,
        rule.name,
        severity(rule, cells, subjects.position(_post(unit))) if rule.severity_when else rule.severity,
        outcome.message,
        pointer,
        text.place(outcome.start, outcome.end) if text is not None else _nearest(unit),
        text.value[outcome.start : outcome.end] if text is not None else "",
        owner.id,
        owner.position,
        outcome.suggestion,
        None,
        (),
        rule.basis,
        owner.address,
        rule.mandatory and not rule.excusable,
    )
    # Thousands are made in one run: straight to the tuple, past the named constructor.
    return tuple.__new__(Finding, fields)


def finding_of_hit(rule: Rule, hit: Hit, context: Context, lang: str) -> Finding:
    """The finding that a check makes of a hit; `rule` is the case that the hit names."""
    owner = context.owners.of(hit.subject)
    cells = _cells_of(hit.subject, context) if rule.severity_when else None
    args = tuple(hit.args.items())
    text = hit.text
    place = text.place(hit.start, hit.end) if text is not None else _nearest(hit.subject)
    fields = (
        rule.code,
        rule.name,
        severity(rule, cells, cells.jabatan) if cells is not None else rule.severity,
        filled(getattr(rule.message, lang), args),
        hit.pointer,
        place,
        text.value[hit.start : hit.end] if text is not None else "",
        owner.id,
        owner.position,
        filled(getattr(rule.suggestion, lang), args) if rule.suggestion else None,
        fix_of(hit, place) if hit.edits and not context.provenance.imported else None,
        hit.related,
        rule.basis,
        owner.address,
        rule.mandatory and not rule.excusable,
    )
    return tuple.__new__(Finding, fields)


def crash_finding(rule: Rule, subject: Subject, error: Exception, lang: str) -> Finding:
    """The finding that stands for a rule that failed: never a silent pass."""
    owner = Owners(EMPTY).of(subject)
    reason = f"{type(error).__name__}: {error}"
    return Finding(
        CRASH,
        "aturan-gagal",
        "error",
        say("aturan-gagal", lang, aturan=rule.code, kesalahan=reason),
        "" if subject is None else subject.pointer if not isinstance(subject, Row) else subject.indicator.pointer,
        _nearest(subject),
        "",
        owner.id,
        owner.position,
    )


def in_file_order(finding: Finding) -> tuple[Place, str, str, str]:
    """The key that sorts findings by place and code; those without a place come last."""
    return finding.place or _NOWHERE, finding.code, finding.pointer, finding.message


def _cell(unit: Row | Plan | Position, cell: str) -> tuple[Text | None, str]:
    """The text and pointer of a cell; a formula in the good form is shown at its numerator."""
    if isinstance(unit, Position):
        return unit.name, f"{unit.pointer}/nama"
    if isinstance(unit, Plan):
        return unit.text, unit.text_pointer
    indicator = unit.indicator
    if cell == "indikator":
        return indicator.name, f"{indicator.pointer}/nama"
    if cell == "formulasi":
        return unit.formula or unit.numerator, unit.formula_pointer
    if cell == "sumber":
        return unit.source, unit.source_pointer
    if cell == "rencana":
        return indicator.plan.text, indicator.plan.text_pointer
    position = indicator.plan.position
    return (position.name, f"{position.pointer}/nama") if position else (None, indicator.pointer)


def _post(unit: Row | Plan | Position) -> Position | None:
    if isinstance(unit, Position):
        return unit
    return unit.position if isinstance(unit, Plan) else unit.indicator.plan.position


def _cells_of(subject: Subject, context: Context) -> Cells | None:
    if isinstance(subject, Row):
        return context.subjects.cells_of_row(subject)
    if isinstance(subject, Indicator):
        return context.subjects.cells_of_indicator(subject)
    if isinstance(subject, Plan):
        return context.subjects.cells_of_plan(subject)
    return context.subjects.cells_of_position(subject) if isinstance(subject, Position) else None


def _nearest(subject: Subject) -> Place | None:
    """Where something stands that has no text of its own: at the name, or the beginning, of what it belongs to."""
    if isinstance(subject, Row):
        subject = subject.indicator
    if subject is None:
        return None
    if isinstance(subject, Indicator) and subject.name is not None and subject.name.value:
        return subject.name.place()
    return subject.node.source.place(subject.node.start, subject.node.start)
