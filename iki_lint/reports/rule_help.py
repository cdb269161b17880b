"""What is to be known of a rule, beside the findings: why it speaks, what to write instead, what it rests on."""

from collections.abc import Iterator
from typing import NamedTuple

from iki_lint.catalog import Catalog
from iki_lint.engine.rule import Rule, fill
from iki_lint.messages import say

READ, QUOTED = "dibaca", "dikutip"
CITED = (READ, QUOTED)
"""Evidence that a source may be named with; what is only remembered is never named."""

GAP = "…"


class RuleHelp(NamedTuple):
    """A rule in one language: its sentence and proposal with gaps for the words of a document, why, and sources."""

    code: str
    name: str
    severity: str
    message: str
    why: str
    proposal: str | None
    sources: tuple[str, ...]


def rule_helps(catalog: Catalog, lang: str) -> Iterator[RuleHelp]:
    """The rules by code; what only a case of a rule says is left out."""
    for rule in catalog.rules:
        if not rule.case:
            proposal = getattr(rule.suggestion, lang) if rule.suggestion else None
            yield RuleHelp(
                rule.code,
                rule.name,
                rule.severity,
                with_gaps(getattr(rule.message, lang)),
                getattr(rule.why, lang),
                with_gaps(proposal) if proposal else None,
                tuple(_sources(rule, catalog, lang)),
            )


def _sources(rule: Rule, catalog: Catalog, lang: str) -> Iterator[str]:
    """What a rule rests on, each with what was read of it."""
    for key in rule.basis:
        basis = catalog.basis[key]
        if basis.evidence in CITED:
            title = basis.title if basis.evidence == READ else say("dasar-dikutip", lang, judul=basis.title)
            yield f"{title}: {getattr(basis.note, lang)}"


def with_gaps(template: str) -> str:
    """A sentence with gaps where words of a document go."""
    return fill(template, lambda _: GAP)
