"""From a decree and rules to findings: structure first, then content, then who gives way to whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from iki_lint.checks import CHECKS
from iki_lint.checks.cells import is_suspect
from iki_lint.decree.model import Indicator, Plan, Position, Row
from iki_lint.decree.source import Place
from iki_lint.decree.tree import pointer
from iki_lint.engine.context import Context
from iki_lint.engine.evaluate import Outcome, RuleCrash, Unit, cells_of, evaluate, severity, to_hit
from iki_lint.engine.hit import Hit, Subject
from iki_lint.engine.provenance import Provenance
from iki_lint.engine.rule import Rule, fill
from iki_lint.findings import Finding
from iki_lint.messages import say

CRASH = "IKI000"
_NOWHERE = Place(1 << 30, 0, 1 << 30, 0)


class _Said(NamedTuple):
    """A rule that has something to say at a place, with its filled sentences."""

    rule: Rule
    hit: Hit
    severity: str
    message: str
    suggestion: str | None


def run(context: Context, rules: Sequence[Rule], lang: str) -> list[Finding]:
    """The findings of the selected rules, sorted by place and code.

    Rows whose columns look shifted are left to the rules that run on suspect rows. Where a rule gives way to another
    one (`mengalah_pada`), both must have been selected for that to happen.
    """
    language = ("id", "en").index(lang)
    said: list[_Said] = []
    crashes: list[Finding] = []
    for rule in rules:
        if rule.check is not None and not rule.case:
            cases = {other.case: other for other in rules if other.code == rule.code}
            try:
                said += [_of_check(cases, hit, context, language) for hit in CHECKS[rule.check](context, rule.options)]
            except Exception as error:
                crashes.append(_crash(rule, None, error, lang))
    for target, units in _units(context):
        members = [rule for rule in rules if rule.when is not None and rule.target == target]
        if not members:
            continue
        for result in evaluate(units, members, context.subjects, language):
            if isinstance(result, RuleCrash):
                crashes.append(_crash(result.rule, result.unit, result.error, lang))
            else:
                said.append(_of_outcome(*result, context))
    findings = [_finding(each, context.provenance) for each in _without_yielding(said)]
    return sorted([*findings, *crashes], key=in_file_order)


def _units(context: Context) -> Iterator[tuple[str, Iterable[Unit]]]:
    """What each target of a condition stands for, suspect rows left out."""
    decree = context.decree
    suspects = {id(row) for row in decree.rows() if is_suspect(row, context.subjects)}
    rows = [row for row in decree.rows() if id(row) not in suspects] if suspects else list(decree.rows())
    yield "baris", rows
    yield "indikator", list(dict.fromkeys(row.indicator for row in rows))
    yield "jabatan", decree.positions


def _of_outcome(unit: Unit, outcome: Outcome, context: Context) -> _Said:
    rule = outcome.rule
    level = severity(rule, cells_of(unit), context.subjects) if rule.severity_when else rule.severity
    return _Said(rule, to_hit(unit, outcome), level, outcome.message, outcome.suggestion)


def _of_check(cases: dict[str, Rule], hit: Hit, context: Context, language: int) -> _Said:
    rule = cases[hit.case]
    level = rule.severity
    if rule.severity_when and isinstance(hit.subject, Row | Indicator | Position):
        level = severity(rule, cells_of(hit.subject), context.subjects)
    suggestion = fill(rule.suggestion[language], hit.args.__getitem__) if rule.suggestion else None
    return _Said(rule, hit, level, fill(rule.message[language], hit.args.__getitem__), suggestion)


def _without_yielding(said: list[_Said]) -> Iterator[_Said]:
    """What is left when each rule has given way to the rules it yields to.

    A structure rule silences others in its own cell, any other rule in the whole row.
    """
    in_row: dict[int, set[str]] = {}
    in_cell: dict[tuple[str | int, ...], set[str]] = {}
    for each in said:
        if each.rule.code.startswith("STR"):
            in_cell.setdefault(each.hit.steps, set()).add(each.rule.code)
            continue
        for unit in _neighbours(each.hit.subject):
            in_row.setdefault(id(unit), set()).add(each.rule.code)
    nobody: set[str] = set()
    for each in said:
        if each.rule.yields_to:
            louder = in_row.get(id(each.hit.subject), nobody) | in_cell.get(each.hit.steps, nobody)
            if not louder.isdisjoint(each.rule.yields_to):
                continue
        yield each


def _neighbours(subject: Subject) -> Iterator[Subject]:
    """The units that hear what is said of a subject: a row its indicator, an indicator its rows."""
    if subject is None:
        return
    yield subject
    if isinstance(subject, Row):
        yield subject.indicator
    elif isinstance(subject, Indicator):
        yield from subject.rows


def _finding(said: _Said, provenance: Provenance) -> Finding:
    rule, hit = said.rule, said.hit
    owner, position = _owner(hit.subject)
    text, place, quoted = hit.text, None, ""
    if text is not None:
        place = text.place(hit.start, hit.end)
        quoted = text.value[hit.start : hit.end]
    else:
        place = _nearest(hit.subject)
    return Finding(
        rule.code,
        rule.name,
        said.severity,
        said.message,
        pointer(*hit.steps),
        place,
        quoted,
        owner,
        position,
        said.suggestion,
        None,
        hit.related,
        rule.basis,
        _address(owner, provenance),
    )


def _owner(subject: Subject) -> tuple[str | None, str | None]:
    """The stable id a finding belongs to, and the name of the post."""
    if isinstance(subject, Row):
        subject = subject.indicator
    if isinstance(subject, Indicator):
        post = subject.plan.position
        return subject.id, post.name.value if post and post.name else None
    if isinstance(subject, Plan):
        post = subject.position
        return subject.id, post.name.value if post and post.name else None
    if isinstance(subject, Position):
        return subject.id, subject.name.value if subject.name else None
    return None, None


def _nearest(subject: Subject) -> Place | None:
    """Where something stands that has no text of its own: at the beginning of what it belongs to."""
    if isinstance(subject, Row):
        subject = subject.indicator
    if isinstance(subject, Indicator) and subject.name is not None and subject.name.value:
        return subject.name.place()
    if subject is None:
        return None
    node = subject.node
    return node.source.place(node.start, node.start)


def _address(owner: str | None, provenance: Provenance) -> str | None:
    if owner is None:
        return None
    if owner in provenance.addresses:
        return provenance.addresses[owner]
    line = provenance.lines.get(owner)
    return None if line is None else f"{provenance.source}, baris {line}"


def _crash(rule: Rule, unit: Unit | None, error: Exception, lang: str) -> Finding:
    """The finding that stands for a rule that failed: never a silent pass."""
    owner, position = _owner(unit)
    hit = to_hit(unit, Outcome(rule, "", 0, None, "", None)) if unit is not None else Hit(None, None, ())
    return Finding(
        CRASH,
        "aturan-gagal",
        "error",
        say("aturan-gagal", lang, aturan=rule.code, kesalahan=f"{type(error).__name__}: {error}"),
        pointer(*hit.steps),
        hit.text.place() if hit.text is not None else None,
        hit.text.value if hit.text is not None else "",
        owner,
        position,
    )


def in_file_order(finding: Finding) -> tuple[Place, str, str, str]:
    """The key that sorts findings by place and code; those without a place come last."""
    return finding.place or _NOWHERE, finding.code, finding.pointer, finding.message
