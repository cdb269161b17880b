"""What is in effect for a file, item by item, with the place that each was written at."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from iki_lint.config.selection import choice_of, is_mandatory, weight
from iki_lint.config.settings import Said, Section, Settings
from iki_lint.engine.rule import Option, Rule


class Shown(NamedTuple):
    """A setting in effect: its key (`severity.FRM003`), its value, the default where there is one, who said so (empty:
    nobody, it is the default)."""

    key: str
    value: Option | bool
    default: Option | bool | None
    origins: tuple[str, ...]


def shown(settings: Settings, rules: Sequence[Rule], asked: Section) -> Iterator[Shown]:
    """Everything that is set for a file, in the order of the keys; of the rules those for which something is set."""
    sections = settings.sections
    failing = [section.fail_on for section in sections if section.fail_on]
    yield Shown("fail_on", failing[-1].value if failing else "error", "error", _of(failing[-1:]))
    for key, group in (("aturan", settings.packs), ("plugin", settings.plugins), ("exclude", settings.exclude)):
        if group:
            yield Shown(key, tuple(said.value for said in group), (), _of(group))
    words = [said for section in sections for said in section.words]
    if words:
        yield Shown("kata", tuple(dict.fromkeys(said.value for said in words)), (), _of(words))
    for rule in rules:
        if not rule.case:
            yield from _of_rule(rule, sections, asked)


def _of_rule(rule: Rule, sections: Sequence[Section], asked: Section) -> Iterator[Shown]:
    choice = choice_of(rule, sections, asked)
    if choice.by:
        yield Shown(f"jalan.{rule.code}", choice.runs, True, _of([choice.by]))
    if is_mandatory(rule, sections) and not rule.mandatory:
        said = [each for section in sections for each in section.mandatory if weight(rule, each.value)]
        yield Shown(f"wajib.{rule.code}", True, False, _of(said))
    if not choice.runs:
        return
    if choice.severity and choice.severity_by:
        yield Shown(f"severity.{rule.code}", choice.severity, rule.severity, _of([choice.severity_by]))
    for name, option in choice.options.items():
        yield Shown(f"options.{rule.code}.{name}", option.value, rule.options[name], (str(option.origin),))


def _of(group: Sequence[Said]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(said.origin) for said in group))
