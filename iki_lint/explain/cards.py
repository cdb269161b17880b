"""Rules with all that is known of them: their cases, severities, sources, and what their examples show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from iki_lint.catalog import Basis, Catalog
from iki_lint.config.asked import Config
from iki_lint.engine.context import context_of
from iki_lint.engine.examples import Example, examples_of
from iki_lint.engine.rule import Rule
from iki_lint.engine.run import run
from iki_lint.findings import SEVERITIES, TOOL_GROUP, Finding
from iki_lint.linting import check_file, open_decree
from iki_lint.reports.groups import group_of
from iki_lint.reports.rule_help import CITED

LIKE = 0.75
"""How much of a name must be right for a known one to be meant."""

EXPECTED = ("kutipan", "severity")
"""The keys of a bad example that are no part of its decree."""


class Card(NamedTuple):
    """A rule with its cases; `severities` are all that it can have, the heaviest first, `mends` how `fix` mends what
    its examples show: "safe", "unsafe", both or neither."""

    rule: Rule
    cases: tuple[Rule, ...]
    severities: tuple[str, ...]
    mends: tuple[str, ...]

    @property
    def group(self) -> str:
        """The letters of its code."""
        return group_of(self.rule.code)

    @property
    def mandatory(self) -> bool:
        """Whether its findings cannot be suppressed."""
        return self.rule.mandatory


class Trial(NamedTuple):
    """An example of a rule as it was written, and what the rule says of it."""

    given: Mapping[str, Any]
    findings: tuple[Finding, ...]


def cards(catalog: Catalog, chosen: Iterable[Rule]) -> list[Card]:
    """Rules of the catalogue, in the order given; their cases come with them."""
    return [card(catalog, rule) for rule in chosen if not rule.case]


def card(catalog: Catalog, rule: Rule) -> Card:
    """A rule of the catalogue with what belongs to it."""
    parts = [other for other in catalog.rules if other.code == rule.code]
    found = {part.severity for part in parts} | {severity for part in parts for _, severity in part.severity_when}
    # Conditions never mend; of a check, what it does to its own examples tells.
    shown = [finding for trial in _bad(rule, parts) for finding in trial.findings] if rule.check else []
    mends = {"safe" if finding.fix.safe else "unsafe" for finding in shown if finding.fix}
    cases = tuple(part for part in parts if part.case)
    return Card(rule, cases, tuple(sorted(found, key=SEVERITIES.index)), tuple(sorted(mends)))


def trials(catalog: Catalog, rule: Rule, lang: str) -> tuple[list[Trial], list[Trial]]:
    """The bad and the good examples of a rule, checked with all rules of the catalogue."""
    made = list(_trials(rule, catalog.rules, lang))
    return made[: len(rule.examples.bad)], made[len(rule.examples.bad) :]


def sources(catalog: Catalog, rule: Rule) -> list[tuple[str, Basis]]:
    """What a rule rests on, by key, without what is only remembered: that is never cited."""
    known = [(key, catalog.basis[key]) for key in rule.basis]
    return [(key, basis) for key, basis in known if basis.evidence in CITED]


def find(catalog: Catalog, name: str) -> Rule | None:
    """The rule with this code or name, in any letter case."""
    wanted = name.casefold()
    return next((r for r in catalog.rules if not r.case and wanted in (r.code.casefold(), r.name.casefold())), None)


def nearest(catalog: Catalog, name: str) -> list[str]:
    """Codes and names of rules that look like a name which no rule has, the likest first: at most three."""
    from difflib import get_close_matches

    known = {text.casefold(): text for rule in catalog.rules for text in (rule.code, rule.name)}
    return [known[each] for each in get_close_matches(name.casefold(), known, 3, LIKE)]


def _bad(rule: Rule, rules: Sequence[Rule]) -> list[Trial]:
    return list(_trials(rule._replace(examples=rule.examples._replace(good=())), rules, "id"))


def _trials(rule: Rule, rules: Sequence[Rule], lang: str) -> Iterator[Trial]:
    written = [*rule.examples.bad, *rule.examples.good]
    for given, example in zip(written, examples_of(rule), strict=True):
        data = {key: value for key, value in given.items() if key not in EXPECTED}
        yield Trial(data, tuple(_distinct(_findings(example, rules, lang))))


def _findings(example: Example, rules: Sequence[Rule], lang: str) -> list[Finding]:
    """What a rule says of its example, in file order."""
    data = example.document.encode()
    if example.code.startswith(TOOL_GROUP):
        found = list(check_file(example.name, Config(lang=lang, isolated=True), data).findings)
        return [finding for finding in found if finding.code == example.code]
    opened = open_decree(example.name, data, lang)
    found = list(opened.said)
    if opened.decree is not None:
        found += run(context_of(opened.decree, opened.provenance), rules, lang)
    return [finding for finding in found if finding.code == example.code]


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say different things; an example with an alias in it may say one thing of many places."""
    kept = {(each.severity, each.text, each.message): each for each in reversed(list(findings))}
    return list(reversed(kept.values()))
