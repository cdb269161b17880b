"""Which rules run for a file, how loud they are, and with which thresholds."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from iki_lint.config.settings import OFF, Said, SaidOption, Section
from iki_lint.engine.rule import Rule
from iki_lint.findings import SEVERITIES

EXACT = 100
"""The weight of a selector that names a rule whole; a beginning of its code weighs its length."""


def weight(rule: Rule, selector: str) -> int:
    """How exactly a selector names a rule: 0 when it does not fit, more the longer it is."""
    if not selector:
        return 0
    if selector.upper() == rule.code or selector.lower() == rule.name:
        return EXACT
    return len(selector) if rule.code.startswith(selector.upper()) else 0


class Choice(NamedTuple):
    """What is decided about a rule, each with who said so; None where nobody has said anything.

    `severity` is None where the rule's own counts.
    """

    runs: bool
    by: Said | None = None
    severity: str | None = None
    severity_by: Said | None = None
    options: Mapping[str, SaidOption] = {}


def in_effect(rules: Iterable[Rule], sections: Sequence[Section], asked: Section) -> list[Rule]:
    """The rules that run, as the sections of a configuration and what is asked for leave them."""
    if not sections and asked.select is None and not asked.ignore:
        return list(rules)
    found = []
    for rule in rules:
        choice = choice_of(rule, sections, asked)
        if not choice.runs:
            continue
        if _is_named(rule, sections):
            rule = rule._replace(mandatory=True, excusable=False)
        if choice.severity:
            rule = rule._replace(severity=choice.severity, severity_when=())
        if choice.options:
            rule = rule._replace(options={**rule.options, **{name: o.value for name, o in choice.options.items()}})
        found.append(rule)
    return found


def choice_of(rule: Rule, sections: Sequence[Section], asked: Section) -> Choice:
    """What is decided about a rule.

    A later section decides over an earlier one where it speaks, except that `select` brings nothing back that was
    ignored by a longer name. Within a section the longer selector wins, and `ignore` over `select` where both are
    equal. A mandatory rule is left out only by what is asked to be selected, and never softened.
    """
    must = is_mandatory(rule, sections)
    runs, by = _runs(rule, [asked._replace(ignore=())] if must else [*sections, asked])
    level, level_by = None, None
    options: dict[str, SaidOption] = {}
    for section in sections:
        heaviest = max(section.severity, key=lambda each: weight(rule, each[0].value), default=None)
        fits = heaviest and weight(rule, heaviest[0].value) and heaviest[1] != OFF
        if heaviest and fits and not (must and is_softer(heaviest[1], rule)):
            level, level_by = heaviest[1], heaviest[0]
        named = ((name, said) for (selector, name), said in section.options.items() if weight(rule, selector) == EXACT)
        options.update(named)
    return Choice(runs, by, level, level_by, options)


def is_mandatory(rule: Rule, sections: Iterable[Section]) -> bool:
    """Whether a rule may not be left out: its file says so (`wajib`), or the configuration does."""
    return rule.mandatory or _is_named(rule, sections)


def _is_named(rule: Rule, sections: Iterable[Section]) -> bool:
    """Whether a configuration makes a rule mandatory, with all its cases."""
    return any(_heaviest(rule, section.mandatory) for section in sections)


def is_softer(level: str, rule: Rule) -> bool:
    """Whether a severity is below what a rule may say."""
    levels = [rule.severity, *(severity for _, severity in rule.severity_when)]
    return SEVERITIES.index(level) > min(map(SEVERITIES.index, levels))


def _runs(rule: Rule, sections: Iterable[Section]) -> tuple[bool, Said | None]:
    """Whether a rule runs, and who decided that last."""
    runs, ignored = True, 0
    by: Said | None = None
    for section in sections:
        off = _heaviest(rule, (*section.ignore, *(said for said, level in section.severity if level == OFF)))
        weight_off = weight(rule, off.value) if off else 0
        chosen = 0
        if section.select is not None:
            on = _heaviest(rule, section.select)
            chosen = weight(rule, on.value) if on else 0
            if chosen >= ignored:
                runs, by = chosen > 0, on or (section.select[0] if section.select else by)
        if off and weight_off >= chosen:
            runs, by, ignored = False, off, max(ignored, weight_off)
        elif runs:
            ignored = 0
    return runs, by


def _heaviest(rule: Rule, selectors: Iterable[Said]) -> Said | None:
    """The selector that names a rule most exactly; None when none fits."""
    found = max(selectors, key=lambda said: weight(rule, said.value), default=None)
    return found if found and weight(rule, found.value) else None
