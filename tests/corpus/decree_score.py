"""Precision and recall of the rules about plans and whole documents, over the judged decrees of decrees/*.yaml.

`python tests/corpus/decree_score.py` prints them; with `--rows` also where tool and judgement differ; files given are
scored instead. Every part of such a decree may hold `expect`: the rules that must speak there and no other may, with
"?" behind a code where a reviewer could go either way. What is found is counted once for each rule and part: a plan, a
post or the document for rules that judge these, an indicator for the others.
"""

import glob
import sys
from collections.abc import Iterator
from os.path import abspath, basename, dirname, join
from typing import Any, NamedTuple

import score
import yaml

import iki_lint

DECREES = join(dirname(abspath(__file__)), "decrees")
GROUPS = ("SAS", "TGT", "LVL", "CAS", "DUP", "DHK")
_OF_A_POST = frozenset({"LVL001", "CAS006", "DUP003"})
_OF_A_PLAN = frozenset(
    {"LVL003", "CAS002", "CAS004", "DUP002", "DUP004", "SAS001", "SAS002", "SAS003", "SAS004", "SAS005", "SAS006"}
)


class Judged(NamedTuple):
    """What is expected and found in one decree: pairs of a rule and the pointer of the part that it judges."""

    name: str
    expected: frozenset[tuple[str, str]]
    allowed: frozenset[tuple[str, str]]
    found: dict[tuple[str, str], iki_lint.Finding]
    parts: dict[str, Any]


def is_judged(code: str) -> bool:
    """Whether the judgements speak of this rule."""
    return code.startswith(GROUPS) or code == "STR010"


def read_decrees(paths: list[str]) -> list[Judged]:
    """The decrees of some files, each checked by itself."""
    found = []
    for path in paths:
        with open(path, encoding="utf-8") as stream:
            decrees = yaml.load(stream, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        found += [_judge(f"{basename(path)}:{number}", decree) for number, decree in enumerate(decrees, 1)]
    return found


def scores(decrees: list[Judged]) -> dict[str, score.Score]:
    """The score of every rule that is expected or found somewhere, by code."""
    found: dict[str, list[int]] = {}
    for decree in decrees:
        for place in decree.expected | decree.found.keys():
            counts = found.setdefault(place[0], [0, 0, 0])
            if place in decree.found and place in decree.expected:
                counts[0] += 1
            elif place in decree.found and place not in decree.allowed:
                counts[1] += 1
            elif place in decree.expected:
                counts[2] += 1
    return {code: score.Score(*found[code]) for code in sorted(found)}


def differences(decree: Judged) -> Iterator[str]:
    """Where tool and judgement differ, a line each."""
    for place in sorted(decree.expected | decree.found.keys(), key=lambda each: each[::-1]):
        code, pointer = place
        if (place in decree.found) == (place in decree.expected) or place in decree.allowed:
            continue
        finding = decree.found.get(place)
        said = f"{finding.text!r}: {finding.message}" if finding else ""
        yield f"{decree.name}{pointer} {'+' if finding else '-'}{code} {said}\n    {_shown(decree.parts.get(pointer))}"


def _judge(name: str, decree: dict[str, Any]) -> Judged:
    expected: dict[str, list[str]] = {}
    parts: dict[str, Any] = {}
    bare = _bare(decree, "", expected, parts)
    (file,) = iki_lint.check(yaml.safe_dump(bare, allow_unicode=True, sort_keys=False, width=1 << 30)).files
    places = [
        (code.rstrip("?"), _part(code.rstrip("?"), pointer), code.endswith("?"))
        for pointer, codes in expected.items()
        for code in codes
    ]
    return Judged(
        name,
        frozenset((code, pointer) for code, pointer, doubted in places if not doubted),
        frozenset((code, pointer) for code, pointer, doubted in places if doubted),
        {(each.code, _part(each.code, each.pointer)): each for each in file.findings if is_judged(each.code)},
        parts,
    )


def _bare(node: Any, pointer: str, expected: dict[str, list[str]], parts: dict[str, Any]) -> Any:
    """The node without its expectations, which are noted by the pointer of what they belong to."""
    if isinstance(node, list):
        return [_bare(each, f"{pointer}/{at}", expected, parts) for at, each in enumerate(node)]
    if not isinstance(node, dict):
        return node
    parts[pointer] = node
    if node.get("expect"):
        expected[pointer] = list(node["expect"])
    return {key: _bare(each, f"{pointer}/{key}", expected, parts) for key, each in node.items() if key != "expect"}


def _part(code: str, pointer: str) -> str:
    """The pointer of what a rule judges: of the post, the plan, the indicator, or empty for the document."""
    steps = pointer.split("/")[1:]
    if code.startswith(("DHK", "STR")) or not steps or steps[0] not in ("jabatan", "iku"):
        return ""
    if steps[0] == "jabatan":
        depth = 2 if code in _OF_A_POST else 4 if code in _OF_A_PLAN else 6
    else:
        depth = 2 if code in _OF_A_PLAN else 4
    return "/" + "/".join(step for step in steps[:depth] if step not in ("atasan", "uraian", "tugas", "nama"))


def _shown(part: Any) -> str:
    if not isinstance(part, dict):
        return ""
    keys = ("nama", "sasaran", "uraian", "formulasi", "sumber_data", "target")
    return " | ".join(str(part[key]) for key in keys if part.get(key))


def _main() -> None:
    paths = [each for each in sys.argv[1:] if each.endswith(".yaml")] or sorted(glob.glob(join(DECREES, "*.yaml")))
    decrees = read_decrees(paths)
    print(score.table(scores(decrees)))
    if "--rows" in sys.argv:
        for decree in decrees:
            print(*differences(decree), sep="\n")


if __name__ == "__main__":
    _main()
