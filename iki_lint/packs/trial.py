"""The examples of a pack's rules, run: what each must find, and what came of it."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from iki_lint.catalog import Packs, catalog_for
from iki_lint.config.asked import Config
from iki_lint.decree.source import Place
from iki_lint.decree.tree import Map, Node, Seq
from iki_lint.decree.yaml_source import read_yaml
from iki_lint.engine.examples import example_of
from iki_lint.engine.rule import Rule
from iki_lint.findings import CRASH, Finding
from iki_lint.linting import check_file, open_decree
from iki_lint.packs.local import load_local
from iki_lint.packs.skipped import Skipped
from iki_lint.packs.unmet import unmet

_SHOWN = 5


class Outcome(NamedTuple):
    """What came of one example: where it stands, whether its rule must speak, and the key of a sentence on what went
    wrong, empty when nothing did, with what fills it."""

    path: str
    place: Place
    must_find: bool
    key: str = ""
    args: Mapping[str, str] = {}


class RuleTrial(NamedTuple):
    """A rule with what came of its examples; `lacking` tells which kinds it has none of (`bad`, `good`)."""

    code: str
    name: str
    path: str
    place: Place
    outcomes: tuple[Outcome, ...]
    lacking: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came as expected, and there was something of both kinds."""
        return not self.lacking and not any(outcome.key for outcome in self.outcomes)


class Trial(NamedTuple):
    """A pack that was tried: its rules by code, and what was skipped because it is for other versions."""

    rules: tuple[RuleTrial, ...]
    skipped: tuple[Skipped, ...]


def try_pack(folder: str, lang: str = "id", plugins: tuple[str, ...] = ()) -> Trial:
    """Run the examples of a pack, each checked with all rules, as a decree would be. Raises PackError, PluginError."""
    pack = load_local(folder, plugins)
    config = Config(lang=lang, isolated=True, packs=Packs((folder,), plugins))
    catalog_for(*config.packs)
    files = {path: data for path, data in pack.files if path.endswith(".yaml")}
    roots = {
        os.path.join(folder, path): read_yaml(os.path.join(folder, path), data).root for path, data in files.items()
    }
    by_code = {_code(root): root for root in roots.values() if isinstance(root, Map)}
    return Trial(
        tuple(_try(rule, by_code[rule.code], config) for rule in pack.own.rules if not rule.case),
        pack.own.skipped,
    )


def _try(rule: Rule, root: Map, config: Config) -> RuleTrial:
    outcomes = []
    for kind, examples in rule.examples._asdict().items():
        for data, node in zip(examples, _nodes(root, kind), strict=True):
            key, args = _came(rule, kind == "bad", data, config)
            outcomes.append(Outcome(root.source.path, _place(node), kind == "bad", key, args))
    lacking = tuple(kind for kind, examples in rule.examples._asdict().items() if not examples)
    return RuleTrial(rule.code, rule.name, root.source.path, _place(root.items["code"]), tuple(outcomes), lacking)


def _came(rule: Rule, must_find: bool, data: dict[str, Any], config: Config) -> tuple[str, dict[str, str]]:
    """What is wrong with what an example gave; an empty key when nothing is."""
    try:
        example = example_of(rule.code, must_find, data)
    except (TypeError, ValueError, AttributeError):
        return "uji-contoh-keliru", {}
    file = check_file(example.name, config, example.document.encode())
    crashed = [finding for finding in file.findings if finding.code == CRASH]
    if not file.readable or crashed:
        return "uji-tak-terbaca", {"pesan": (crashed or [*file.findings])[0].message}
    found = [finding for finding in file.findings if finding.code == example.code]
    if not example.must_find:
        args = {"teks": found[0].text, "pesan": found[0].message} if found else {}
        return ("uji-ditemukan", args) if found else ("", {})
    decree = open_decree(example.name, example.document.encode()).decree if not found else None
    parts = unmet(rule, decree, catalog_for(*config.packs).lists) if decree else []
    if parts:
        return "uji-syarat", {"bagian": "; ".join(parts)}
    if not found:
        others = [f"{each.code} ({json.dumps(each.text, ensure_ascii=False)})" for each in _some(file.findings)]
        return "uji-tak-ditemukan", {"lain": ", ".join(others) or "-"}
    if example.quote is not None and example.quote not in [finding.text for finding in found]:
        return "uji-kutipan-lain", {"kutipan": example.quote, "ada": _joined(finding.text for finding in found)}
    if example.severity is not None and example.severity not in [finding.severity for finding in found]:
        return "uji-tingkat-lain", {"tingkat": example.severity, "ada": _joined(finding.severity for finding in found)}
    return "", {}


def _some(findings: tuple[Finding, ...]) -> list[Finding]:
    """A few findings, one of each rule."""
    return list({finding.code: finding for finding in findings}.values())[:_SHOWN]


def _joined(texts: Iterator[str]) -> str:
    return ", ".join(f'"{text}"' for text in dict.fromkeys(texts))


def _nodes(root: Map, kind: str) -> list[Node]:
    """The examples of a kind as they stand in the rule's file."""
    examples = root.items.get("examples")
    listed = examples.items.get(kind) if isinstance(examples, Map) else None
    return listed.items if isinstance(listed, Seq) else []


def _place(node: Node) -> Place:
    return node.source.place(node.start, node.end)


def _code(root: Map) -> str:
    code: Any = root.items.get("code")
    return getattr(code, "value", "")
