"""The examples of a rule, made into decrees and checked: what `bad` must find and `good` must not.

An example is a row (`jabatan`, `rencana`, `indikator`, `formulasi`, `sumber_data`, `penjelasan`; what is not named is
missing), under the sasaran `iku` when it is one of the IKU; or, when `jabatan` is a list, the positions of a whole
decree with its goals (`iku`, a list); what is wrong with a file itself is shown by the
text of a YAML file (`berkas`) or of one to be imported (`naskah`). A bad one may also say which words must be quoted
(`kutipan`) and how severe the finding must be (`severity`).
"""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from iki_lint.engine.rule import Rule

_ROW_KEYS = ("formulasi", "sumber_data", "penjelasan", "satuan", "target")


class Example(NamedTuple):
    """One example as the name and text of a file, and what is expected of its rule's findings."""

    code: str
    must_find: bool
    name: str
    document: str
    quote: str | None
    severity: str | None


def examples_of(rule: Rule) -> Iterator[Example]:
    """The examples of a rule, bad ones first."""
    for must_find, group in ((True, rule.examples.bad), (False, rule.examples.good)):
        for data in group:
            yield example_of(rule.code, must_find, data)


def example_of(code: str, must_find: bool, data: dict[str, Any]) -> Example:
    """One example. Raises TypeError, ValueError or AttributeError when `data` is shaped like no decree."""
    name = "contoh.txt" if "naskah" in data else "contoh.yaml"
    return Example(code, must_find, name, document(data), data.get("kutipan"), data.get("severity"))


def document(data: dict[str, Any]) -> str:
    """The text of an example: as given, or its decree as JSON (which is YAML)."""
    if text := data.get("berkas") or data.get("naskah"):
        return str(text)
    goals = data.get("iku", [])
    positions = data.get("jabatan")
    if isinstance(goals, str):
        goals, positions = [{"sasaran": goals, "indikator": [_indicator(data)]}], []
    elif not isinstance(positions, list):
        positions = [_position(data)]
    decree: dict[str, Any] = {"versi_format": 1, "jabatan": [_named(*each) for each in enumerate(positions or [], 1)]}
    if goals:
        decree["iku"] = [_with_ids(f"s{number}", goal) for number, goal in enumerate(goals, 1)]
    return json.dumps(decree, ensure_ascii=False)


def _indicator(data: dict[str, Any]) -> dict[str, Any]:
    return {"nama": data.get("indikator"), **{key: data[key] for key in _ROW_KEYS if key in data}}


def _position(data: dict[str, Any]) -> dict[str, Any]:
    plan = {"uraian": data.get("rencana", "Meningkatnya mutu pelayanan"), "indikator": [_indicator(data)]}
    return {"nama": data.get("jabatan", "JABATAN CONTOH"), "rencana_kinerja": [plan]}


def _named(number: int, position: dict[str, Any]) -> dict[str, Any]:
    """The position with an id for itself, its plans and their indicators."""
    plans = [_with_ids(f"j{number}.{i}", plan) for i, plan in enumerate(position.get("rencana_kinerja") or [], 1)]
    return {"id": f"j{number}", **position, "rencana_kinerja": plans}


def _with_ids(id: str, plan: dict[str, Any]) -> dict[str, Any]:
    indicators = [{"id": f"{id}.{k}", **each} for k, each in enumerate(plan.get("indikator") or [], 1)]
    return {"id": id, **plan, "indikator": indicators}
