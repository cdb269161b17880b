"""From a decree and rules to findings: structure first, then content, then who gives way to whom."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from iki_lint.checks import CHECKS, Check
from iki_lint.decree.model import Indicator, Row
from iki_lint.engine.context import Context
from iki_lint.engine.evaluate import Conditions, Outcome
from iki_lint.engine.finding import crash_finding, finding_of_hit, finding_of_outcome, in_file_order
from iki_lint.engine.rule import Rule
from iki_lint.facts.subjects import Cells, texts_of
from iki_lint.findings import Finding


class _Structure(NamedTuple):
    """What the checks have said: the findings, and the codes by the cell they point at."""

    findings: list[Finding]
    codes: dict[str, set[str]]


def run(context: Context, rules: Sequence[Rule], lang: str, checks: Mapping[str, Check] = {}) -> list[Finding]:
    """The findings of the selected rules, sorted by place and code; `checks` are those that are not built in.

    Rows whose columns look shifted are left to the structure checks. Where a rule gives way to another one
    (`mengalah_pada`), both must have been selected for that to happen.
    """
    structure = _run_checks(context, rules, lang, checks)
    findings = structure.findings
    findings += _run_on_rows(context, rules, lang, structure)
    findings += _run_on_plans(context, rules, lang)
    findings += _run_on_positions(context, rules, lang)
    return sorted(findings, key=in_file_order)


def _run_checks(context: Context, rules: Sequence[Rule], lang: str, checks: Mapping[str, Check]) -> _Structure:
    """The Python checks, each with the cases of its rule."""
    findings: list[Finding] = []
    codes: dict[str, set[str]] = {}
    covered: dict[str, set[str]] = {}
    for rule in rules:
        if rule.check is None or rule.case:
            continue
        cases = {other.case: other for other in rules if other.code == rule.code}
        try:
            check = CHECKS.get(rule.check) or checks[rule.check]
            for hit in check(context, rule.options):
                findings.append(finding_of_hit(cases[hit.case], hit, context, lang))
                codes.setdefault(hit.pointer, set()).add(rule.code)
                if hit.covers:
                    covered.setdefault(rule.code, set()).update(hit.covers)
        except MemoryError:
            raise
        except Exception as error:
            findings.append(crash_finding(rule, None, error, lang))
    return _Structure(_outspoken(findings, rules, covered), codes)


def _outspoken(findings: list[Finding], rules: Sequence[Rule], covered: dict[str, set[str]]) -> list[Finding]:
    """What is left when each check has given way to what another one says of the same words, or of the whole cell."""
    yielding = {rule.code: rule.yields_to for rule in rules if rule.check and rule.yields_to}
    heard = {code for codes in yielding.values() for code in codes}
    taken = {(finding.pointer, finding.code, finding.place) for finding in findings if finding.code in heard}
    if not taken:
        return findings
    return [
        finding
        for finding in findings
        if finding.code not in yielding
        or not any(
            (finding.pointer, code, finding.place) in taken or finding.pointer in covered.get(code, ())
            for code in yielding[finding.code]
        )
    ]


def _run_on_rows(context: Context, rules: Sequence[Rule], lang: str, structure: _Structure) -> list[Finding]:
    """The conditions over rows and over indicators, side by side, because each may give way to the other."""
    findings: list[Finding] = []
    subjects = context.subjects
    on_rows = Conditions([r for r in rules if r.when and r.target == "baris"], lang)
    on_indicators = Conditions([r for r in rules if r.when and r.target == "indikator"], lang)
    # Rows with equal texts say the same in every position, unless a rule looks at the position or its level.
    matters: dict[object, object] = {}
    alone: dict[object, tuple[Cells, list[Outcome]]] = {}
    for indicator in context.decree.indicators():
        rows = indicator.rows
        if context.suspects:
            rows = [row for row in rows if id(row) not in context.suspects]
        if len(indicator.rows) == 1 and rows:
            row = rows[0]
            position = indicator.plan.position
            if position not in matters:
                post = subjects.position(position)
                matters[position] = on_rows.looks_at(post), on_indicators.looks_at(post)
            key = (texts_of(row), matters[position])
            known = alone.get(key)
            if known is None:
                cells = subjects.cells_of_row(row)
                known = cells, _louder(on_indicators.outcomes(cells) + on_rows.outcomes(cells))
                alone[key] = known
            cells, outcomes = known
            if outcomes:
                findings += _findings(row, cells, outcomes, context, structure)
        elif rows:
            findings += _of_shared_indicator(indicator, rows, on_indicators, on_rows, context, structure)
        if on_rows.crashes or on_indicators.crashes:
            for rule, error in on_rows.crashes + on_indicators.crashes:
                findings.append(crash_finding(rule, indicator, error, lang))
            on_rows.crashes.clear()
            on_indicators.crashes.clear()
    return findings


def _of_shared_indicator(
    indicator: Indicator,
    rows: list[Row],
    on_indicators: Conditions,
    on_rows: Conditions,
    context: Context,
    structure: _Structure,
) -> Iterator[Finding]:
    """An indicator with several formula rows: what is said of it is said once, what is said of a row for each."""
    cells = context.subjects.cells_of_indicator(indicator)
    own = on_indicators.outcomes(cells)
    each = [(row, context.subjects.cells_of_row(row)) for row in rows]
    said = [(row, row_cells, on_rows.outcomes(row_cells)) for row, row_cells in each]
    everything = own + [outcome for _, _, outcomes in said for outcome in outcomes]
    yield from _findings(indicator.rows[0], cells, _louder(own, everything), context, structure)
    for row, row_cells, outcomes in said:
        yield from _findings(row, row_cells, _louder(outcomes, own + outcomes), context, structure)


def _run_on_plans(context: Context, rules: Sequence[Rule], lang: str) -> Iterator[Finding]:
    """The conditions over plans, each said once for a plan however many indicators it has."""
    subjects = context.subjects
    conditions = Conditions([r for r in rules if r.when and r.target == "rencana"], lang)
    known: dict[object, tuple[Cells, list[Outcome]]] = {}
    for plan in context.decree.plans():
        if plan.text is None:
            continue
        key = (plan.text.value, conditions.looks_at(subjects.position(plan.position)))
        if key not in known:
            cells = subjects.cells_of_plan(plan)
            known[key] = cells, _louder(conditions.outcomes(cells))
            for rule, error in conditions.crashes:
                yield crash_finding(rule, plan, error, lang)
            conditions.crashes.clear()
        cells, outcomes = known[key]
        if outcomes:
            owner = context.owners.of(plan)
            for outcome in outcomes:
                yield finding_of_outcome(outcome, plan, cells, owner, subjects)


def _run_on_positions(context: Context, rules: Sequence[Rule], lang: str) -> Iterator[Finding]:
    conditions = Conditions([r for r in rules if r.when and r.target == "jabatan"], lang)
    for position in context.decree.positions:
        cells = context.subjects.cells_of_position(position)
        owner = context.owners.of(position)
        for outcome in _louder(conditions.outcomes(cells)):
            yield finding_of_outcome(outcome, position, cells, owner, context.subjects)
        for rule, error in conditions.crashes:
            yield crash_finding(rule, position, error, lang)
        conditions.crashes.clear()


def _louder(outcomes: list[Outcome], heard: list[Outcome] | None = None) -> list[Outcome]:
    """What is left when each rule has given way to the rules it yields to, among all that is heard."""
    codes = {outcome.rule.code for outcome in (outcomes if heard is None else heard)}
    return [outcome for outcome in outcomes if codes.isdisjoint(outcome.rule.yields_to)]


def _findings(
    row: Row, cells: Cells, outcomes: list[Outcome], context: Context, structure: _Structure
) -> list[Finding]:
    owner = context.owners.of(row)
    findings = []
    for outcome in outcomes:
        rule = outcome.rule
        finding = finding_of_outcome(outcome, row, cells, owner, context.subjects)
        # A structure rule silences in its own cell only.
        in_cell = structure.codes.get(finding.pointer) if rule.yields_to else None
        if in_cell is None or in_cell.isdisjoint(rule.yields_to):
            findings.append(finding)
    return findings
