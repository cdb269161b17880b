"""What a rule must give to the check that it names: options, cases, and sentences that the check can fill."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.engine.condition import ConditionError
from iki_lint.engine.condition_pattern import vet_pattern
from iki_lint.engine.condition_types import option_type, unknown
from iki_lint.engine.packfile import Report, scalar, scalar_value
from iki_lint.engine.rule import Option, Rule, placeholders

COLUMNS = ("rencana", "indikator", "formulasi", "sumber_data", "satuan", "target", "penjelasan")
"""What `kolom` may name."""


class Needs(NamedTuple):
    """The options of a check with values of their types; its cases (the main one is empty) with the names that it
    fills in there; whether its word list must be one of pairs.

    Three options mean the same to every check: `daftar` names a word list, `pola` is a pattern, `kolom` columns.
    """

    options: Mapping[str, Option]
    cases: Mapping[str, frozenset[str]]
    pairs: bool = False


def needs_of(rules: Iterable[Rule]) -> dict[str, Needs]:
    """What the checks need, as told by the rules that name them already."""
    found: dict[str, Needs] = {}
    for rule in rules:
        if rule.check is not None:
            needs = found.setdefault(rule.check, Needs(dict(rule.options), {}))
            sentences = [sentence for texts in (rule.message, rule.suggestion) for sentence in texts or ()]
            names = {name for sentence in sentences for name, _, _ in placeholders(sentence)}
            found[rule.check] = needs._replace(cases={**needs.cases, rule.case: frozenset(names)})
    return found


def check_needs(
    root: Map, options: Mapping[str, Option], lists: Mapping[str, Any], needs: Mapping[str, Needs], report: Report
) -> None:
    """Report what the check of a rule lacks: an option, a case, or a name in a sentence that it knows nothing of."""
    check = scalar(root, "check")
    wanted = needs.get(check.value) if check is not None else None
    if check is None or wanted is None:
        return
    for name, value in wanted.options.items():
        given = options.get(name)
        if given is None:
            report(check, "pemeriksa-perlu-pengaturan", {"pemeriksa": check.value, "nama": name})
        elif option_type(given) != option_type(value):
            args = {"nama": name, "perlu": option_type(value), "ada": option_type(given)}
            report(_under(root, "options", name), "pengaturan-jenis-salah", args)
        else:
            _check_meaning(_under(root, "options", name), name, given, lists, wanted.pairs, report)
    cases = {"": root, **{scalar_value(case, "name"): case for case in _cases(root)}}
    for case, names in wanted.cases.items():
        if case not in cases:
            report(check, "pemeriksa-perlu-kasus", {"pemeriksa": check.value, "nama": case})
            continue
        for text in _sentences(cases[case]):
            for name, start, end in placeholders(text.value):
                if name not in names:
                    report(
                        text, *unknown("isian", text.value[start:end], [f"{{{each}}}" for each in names]), start, end
                    )


def _check_meaning(node: Node, name: str, given: Option, lists: Mapping[str, Any], pairs: bool, report: Report) -> None:
    """Report an option that names what is not there, or a pattern that cannot be used."""
    if name == "daftar" and given not in lists:
        report(node, *unknown("daftar", str(given), lists))
    elif name == "daftar" and pairs and not isinstance(lists[str(given)], Mapping):
        report(node, "daftar-perlu-pasangan", {"nama": str(given)})
    elif name == "pola":
        try:
            vet_pattern(str(given), 0, len(str(given)))
        except ConditionError as error:
            report(node, error.key, error.values)
    elif name == "kolom":
        for item in node.items if isinstance(node, Seq) else ():
            if isinstance(item, Text) and item.value not in COLUMNS:
                report(item, *unknown("kolom", item.value, COLUMNS))


def _under(root: Map, *keys: str) -> Node:
    node: Node = root
    for key in keys:
        assert isinstance(node, Map)
        node = node.items[key]
    return node


def _cases(root: Map) -> list[Map]:
    node = root.items.get("kasus")
    return [item for item in node.items if isinstance(item, Map)] if isinstance(node, Seq) else []


def _sentences(part: Map) -> list[Text]:
    texts = [part.items.get(key) for key in ("message", "suggestion")]
    return [each for text in texts if isinstance(text, Map) for each in text.items.values() if isinstance(each, Text)]
