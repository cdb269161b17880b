"""What was set aside with a reason, equal decisions said once. Old findings of a baseline are only counted."""

from collections.abc import Iterable
from typing import NamedTuple

from iki_lint.findings import FileReport, Finding, Overruled
from iki_lint.messages import say
from iki_lint.reports.notes import MOST_PLACES, number


class Decision(NamedTuple):
    """Findings of one rule that were set aside for one reason, until one day."""

    reason: str
    until: str | None
    findings: tuple[Finding, ...]


def decisions(overruled: Iterable[Overruled]) -> list[Decision]:
    """The decisions, in the order of the file; without what a baseline holds."""
    found: dict[tuple[str, str, str | None], list[Finding]] = {}
    for each in overruled:
        if not each.known:
            found.setdefault((each.finding.code, each.reason, each.until), []).append(each.finding)
    return [Decision(reason, until, tuple(findings)) for (_, reason, until), findings in found.items()]


def sentence(decision: Decision, lang: str) -> str:
    """A decision in one line."""
    first = decision.findings[0]
    key = "diabaikan-baris-sampai" if decision.until else "diabaikan-baris"
    return say(
        key,
        lang,
        kode=first.code,
        nama=first.name,
        jumlah=number(len(decision.findings), lang),
        tempat=where(decision, lang),
        hari=decision.until,
        alasan=decision.reason,
    )


def where(decision: Decision, lang: str) -> str:
    """Where the findings of a decision are: their lines, or addresses; the first ones."""
    first = decision.findings[0]
    seen = dict.fromkeys(each.place.line if each.place else each.address or each.pointer for each in decision.findings)
    named = ", ".join(map(str, list(seen)[:MOST_PLACES]))
    if first.place:
        named = say("tempat-baris", lang, baris=named)
    rest = len(seen) - MOST_PLACES
    return say("tempat-lain", lang, tempat=named, lain=number(rest, lang)) if rest > 0 else named


def old_findings(report: FileReport) -> int:
    """How many findings of a file are those of a baseline."""
    return sum(each.known for each in report.overruled)
