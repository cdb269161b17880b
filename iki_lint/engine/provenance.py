"""Where an imported decree came from: the side file `NAME.asal.json`, read when it lies beside the YAML."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

FORMAT = "iki-lint-asal/1"


class Provenance(NamedTuple):
    """`lines` gives the line in the original by id, `addresses` the place in words, `shifted` what was repaired.

    A shifted row is `digeser` (the columns were moved back by their pattern) or `mohon-periksa` (by guess).
    """

    source: str = ""
    lines: Mapping[str, int] = MappingProxyType({})
    addresses: Mapping[str, str] = MappingProxyType({})
    shifted: Mapping[str, str] = MappingProxyType({})


EMPTY = Provenance()


def read_provenance(path: str) -> Provenance:
    """The provenance of a YAML file; empty when there is none or it is not ours."""
    beside = os.path.splitext(path)[0] + ".asal.json"
    if not os.path.isfile(beside):
        return EMPTY
    import json

    try:
        with open(beside, encoding="utf-8") as file:
            return from_data(json.load(file))
    except (OSError, ValueError):
        return EMPTY


def from_data(data: Any) -> Provenance:
    """The provenance in the plain data of a side file; anything unexpected is left out."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        return EMPTY
    origin = _dict(data.get("sumber"))
    lines = {key: line for key, line in _dict(data.get("baris")).items() if isinstance(line, int)}
    addresses = {key: where for key, where in _dict(data.get("alamat")).items() if isinstance(where, str)}
    shifted = {
        str(entry.get("id")): str(entry.get("kind"))
        for entry in data.get("digeser") or ()
        if isinstance(entry, dict) and entry.get("kind") in ("digeser", "mohon-periksa")
    }
    return Provenance(str(origin.get("nama") or ""), lines, addresses, shifted)


def _dict(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
