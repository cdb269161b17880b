"""The examples of a rule, made into decrees and checked: what `bad` must find and `good` must not.

An example is a row (`jabatan`, `rencana`, `indikator`, `formulasi`, `sumber_data`, `penjelasan`; what is not named is
missing) or, when `jabatan` is a list, the positions of a whole decree; what is wrong with a file itself is shown by the
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
            name = "contoh.txt" if "naskah" in data else "contoh.yaml"
            yield Example(rule.code, must_find, name, document(data), data.get("kutipan"), data.get("severity"))


def document(data: dict[str, Any]) -> str:
    """The text of an example: as given, or its decree as JSON (which is YAML)."""
    if text := data.get("berkas") or data.get("naskah"):
        return str(text)
    positions = data["jabatan"] if isinstance(data.get("jabatan"), list) else [_position(data)]
    return json.dumps(
        {"versi_format": 1, "jabatan": [_named(*each) for each in enumerate(positions, 1)]}, ensure_ascii=False
    )


def _position(data: dict[str, Any]) -> dict[str, Any]:
    indicator = {"nama": data.get("indikator"), **{key: data[key] for key in _ROW_KEYS if key in data}}
    plan = {"uraian": data.get("rencana", "Meningkatnya mutu pelayanan"), "indikator": [indicator]}
    return {"nama": data.get("jabatan", "JABATAN CONTOH"), "rencana_kinerja": [plan]}


def _named(number: int, position: dict[str, Any]) -> dict[str, Any]:
    """The position with an id for itself, its plans and their indicators."""
    plans = []
    for i, plan in enumerate(position.get("rencana_kinerja") or [], 1):
        indicators = [{"id": f"j{number}.{i}.{k}", **each} for k, each in enumerate(plan.get("indikator") or [], 1)]
        plans.append({"id": f"j{number}.{i}", **plan, "indikator": indicators})
    return {"id": f"j{number}", **position, "rencana_kinerja": plans}
