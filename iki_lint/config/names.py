"""Do the names in a configuration exist? Rules, their options, and what may be set for them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from iki_lint.config.selection import EXACT, is_mandatory, is_softer, weight
from iki_lint.config.settings import OFF, Said, SaidOption, Section
from iki_lint.decree.problem import Problem
from iki_lint.engine.rule import Option, Rule


def wrong_names(sections: Sequence[Section], rules: Collection[Rule]) -> list[Problem]:
    """What is named and is not there, or may not be set so, in the order of the sections."""
    return [problem for section in sections for problem in _in_section(section, sections, rules)]


def unknown_rule(said: Said, rules: Iterable[Rule]) -> Problem:
    """The problem of a name that no rule has, with the likest one."""
    import difflib

    names = [name for rule in rules for name in (rule.code, rule.name)]
    guess = difflib.get_close_matches(said.value.lower(), [name.lower() for name in names], 1)
    likest = next((name for name in names if guess and name.lower() == guess[0]), "")
    key = "konfigurasi-aturan-mungkin" if likest else "konfigurasi-aturan"
    return said.origin.problem(key, aturan=said.value, mungkin=likest)


def _in_section(section: Section, sections: Sequence[Section], rules: Collection[Rule]) -> Iterator[Problem]:
    softened = [said for said, level in section.severity if level == OFF]
    for said in (*(section.select or ()), *section.ignore, *section.mandatory, *(said for said, _ in section.severity)):
        if not any(weight(rule, said.value) for rule in rules):
            yield unknown_rule(said, rules)
    for said in (*section.ignore, *softened):
        if any(weight(rule, said.value) == EXACT and is_mandatory(rule, sections) for rule in rules):
            yield said.origin.problem("konfigurasi-wajib", aturan=said.value)
    for said, level in section.severity:
        for rule in rules:
            whole = level != OFF and weight(rule, said.value) == EXACT
            if whole and is_mandatory(rule, sections) and is_softer(level, rule):
                yield said.origin.problem("konfigurasi-wajib-tingkat", aturan=said.value, tingkat=rule.severity)
                break
    for (named, name), option in section.options.items():
        yield from _option(named, name, option, rules)


def _option(named: str, name: str, said: SaidOption, rules: Collection[Rule]) -> Iterator[Problem]:
    found = [rule for rule in rules if weight(rule, named) == EXACT]
    if not found:
        yield unknown_rule(Said(named, said.origin), rules)
    elif name not in found[0].options:
        known = ", ".join(found[0].options)
        key = "konfigurasi-pengaturan" if known else "konfigurasi-tanpa-pengaturan"
        yield said.origin.problem(key, aturan=found[0].code, nama=name, dikenal=known)
    elif kind(said.value) != kind(found[0].options[name]):
        wanted = kind(found[0].options[name])
        yield said.origin.problem(f"konfigurasi-jenis-{wanted}", aturan=found[0].code, nama=name)


def kind(value: Option) -> str:
    """What a value of an option is: `angka`, `teks` or `daftar`."""
    if isinstance(value, tuple):
        return "daftar"
    return "teks" if isinstance(value, str) else "angka"
