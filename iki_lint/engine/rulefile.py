"""Rule files: from YAML to rules, every error located in the file itself."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.problem import Problem
from iki_lint.decree.tree import Map, Seq, plain
from iki_lint.engine.condition_types import Vocabulary, scope_of, unknown
from iki_lint.engine.packfile import Report, read_packfile, scalar, scalar_value, scalars
from iki_lint.engine.rule import Examples, Option, Rule
from iki_lint.engine.ruleneeds import Needs, check_needs
from iki_lint.engine.ruleoption import read_options
from iki_lint.engine.rulepart import Part, read_part, texts
from iki_lint.findings import TOOL_GROUP

FIRST_LOCAL = 900
"""In a group of the built-in rules, the codes from here on are left to local packs."""

_SEEN_BY = {"rencana": ("rencana", "jabatan"), "jabatan": ("jabatan",)}
_CONDITIONAL = ("baris", "indikator", *_SEEN_BY)
"""What a condition can look at; the other targets are for checks. A plan or a post has no row."""


class Known(NamedTuple):
    """What a rule may name: facts by subject, word lists, checks, sources, and the codes of rules of other packs.

    `taken` are codes and names that are in use elsewhere, with the place; of `reserved` groups only the codes from
    `FIRST_LOCAL` on are free; `needs` is what a rule must give to the check that it names.
    """

    vocabulary: Vocabulary
    lists: Mapping[str, Any]
    checks: Collection[str]
    basis: Collection[str]
    codes: Collection[str] = ()
    taken: Mapping[str, str] = {}
    reserved: Collection[str] = ()
    needs: Mapping[str, Needs] = {}


def load_rules(files: Collection[tuple[str, bytes]], may_name: Known) -> tuple[list[Rule], list[Problem]]:
    """The rules of a pack by code, each before its cases, and all problems."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    trees: list[Map] = []
    seen: dict[str, str] = dict(may_name.taken)
    report = Report(problems)
    for path, data in files:
        loaded, root, found = _read(path, data, may_name)
        rules += loaded
        problems += found
        for text in (scalar(root, "code"), scalar(root, "name")) if root is not None else ():
            if text is not None and seen.setdefault(text.value, path) != path:
                report(text, "aturan-ganda", {"nama": text.value, "berkas": seen[text.value]})
        if root is not None:
            trees.append(root)
    known = {scalar_value(root, "code") for root in trees} | set(may_name.codes)
    for root in trees:
        for code in scalars(root, "mengalah_pada"):
            if code.value not in known:
                report(code, *unknown("aturan", code.value, known))
    return sorted(rules, key=lambda rule: rule.code), problems


def _read(path: str, data: bytes, may_name: Known) -> tuple[tuple[Rule, ...], Map | None, list[Problem]]:
    root, problems = read_packfile(path, data, "rule")
    if root is None or problems:
        return (), root, problems
    report = Report(problems)
    options = read_options(root.items.get("options"), report)
    scope = scope_of(may_name.vocabulary, options, may_name.lists)
    main = read_part(root, scope, may_name.lists, report)
    cases: dict[str, Part] = {}
    excusable = [scalar_value(case, "name") for case in _cases(root) if scalar_value(case, "wajib") == "false"]
    for case in _cases(root):
        name = scalar(case, "name")
        assert name is not None
        if name.value in cases:
            report(name, "aturan-kasus-ganda", {"nama": name.value})
        cases[name.value] = read_part(case, scope, may_name.lists, report)
        if "when" in root.items and "when" not in case.items:
            report(name, "aturan-kasus-tanpa-syarat", {"nama": name.value})
    _check_kind(root, main, may_name.checks, report)
    _check_code(root, may_name.reserved, report)
    check_needs(root, options, may_name.lists, may_name.needs, report)
    for text in scalars(root, "basis"):
        if text.value not in may_name.basis:
            report(text, *unknown("dasar", text.value, may_name.basis))
    if problems:
        return (), root, problems
    rule = _rule(root, main, options)
    made = (_case(rule, name, part)._replace(excusable=name in excusable) for name, part in cases.items())
    return (rule, *made), root, problems


def _cases(root: Map) -> list[Map]:
    node = root.items.get("kasus")
    return [item for item in node.items if isinstance(item, Map)] if isinstance(node, Seq) else []


def _rule(root: Map, part: Part, options: Mapping[str, Option]) -> Rule:
    examples: Any = plain(root.items["examples"]) if "examples" in root.items else {}
    return Rule(
        code=scalar_value(root, "code"),
        name=scalar_value(root, "name"),
        severity=scalar_value(root, "severity"),
        target=scalar_value(root, "target"),
        message=part.message,
        why=texts(root.items["why"]),
        severity_when=part.severity_when,
        when=part.when,
        check=scalar_value(root, "check") or None,
        at=part.at,
        suggestion=part.suggestion,
        basis=tuple(text.value for text in scalars(root, "basis")),
        options=options,
        yields_to=tuple(text.value for text in scalars(root, "mengalah_pada")),
        examples=Examples(tuple(examples.get("bad") or ()), tuple(examples.get("good") or ())),
        levels=part.levels,
        mandatory=scalar_value(root, "wajib") == "true",
    )


def _case(rule: Rule, name: str, part: Part) -> Rule:
    """A case takes from its rule what it does not say itself; a severity of its own stands alone."""
    return rule._replace(
        case=name,
        when=part.when,
        check=None if part.when else rule.check,
        severity=part.severity or rule.severity,
        severity_when=part.severity_when if part.severity or part.severity_when else rule.severity_when,
        at=part.at or rule.at,
        message=part.message,
        suggestion=part.suggestion or rule.suggestion,
        examples=Examples(),
        levels=part.levels or rule.levels,
    )


def _check_code(root: Map, reserved: Collection[str], report: Report) -> None:
    """The codes of built-in groups are not for local packs, but for the last hundred of each."""
    code = scalar(root, "code")
    assert code is not None
    group, number = code.value[:-3], int(code.value[-3:])
    if group in reserved and (number < FIRST_LOCAL or group == TOOL_GROUP):
        report(code, "aturan-kode-bawaan", {"kode": code.value, "kelompok": group, "mulai": str(FIRST_LOCAL)})


def _check_kind(root: Map, main: Part, checks: Collection[str], report: Report) -> None:
    """A rule has a condition or a check; only the tool's own rules may have neither. A condition must be able to see
    something of its target."""
    target = scalar(root, "target")
    assert target is not None
    if "when" in root.items and target.value not in _CONDITIONAL:
        report(target, "aturan-sasaran-tanpa-syarat", {"sasaran": target.value, "dikenal": ", ".join(_CONDITIONAL)})
    seen = _SEEN_BY.get(target.value)
    unseen = [name for name in main.when.subjects if seen and name not in seen] if main.when else []
    if unseen:
        args = {"subjek": ", ".join(unseen), "sasaran": target.value, "dikenal": ", ".join(seen or ())}
        report(root.items["when"], "aturan-subjek-kosong", args)
    check = scalar(root, "check")
    group = scalar_value(root, "code").rstrip("0123456789")
    if check is not None and "when" in root.items:
        report(check, "aturan-syarat-dan-pemeriksa")
    elif check is not None and check.value not in checks:
        report(check, *unknown("pemeriksa", check.value, checks))
    elif check is None and "when" not in root.items and group != TOOL_GROUP:
        report(root.items["code"], "aturan-tanpa-syarat")
