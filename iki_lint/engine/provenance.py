"""Where an imported decree came from: the side file `NAME.asal.json`, read when it lies beside the YAML."""

import os
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from iki_lint.asal import FORMAT, asal_path
from iki_lint.decree.problem import Problem
from iki_lint.decree.source import Source

_MOVED = ("digeser", "mohon-periksa")


class Provenance(NamedTuple):
    """`lines` gives the line in the original by id, `addresses` the place in words, `shifted` what was repaired.

    A shifted row is `digeser` (the columns were moved back by their pattern) or `mohon-periksa` (by guess). `imported`:
    what is checked is the original itself, which no text edit can mend.
    """

    source: str = ""
    lines: Mapping[str, int] = MappingProxyType({})
    addresses: Mapping[str, str] = MappingProxyType({})
    shifted: Mapping[str, str] = MappingProxyType({})
    imported: bool = False


EMPTY = Provenance()


def read_provenance(path: str) -> Provenance | Problem:
    """The provenance of a YAML file, empty when there is no side file; IKI006 when that one is not sound."""
    beside = asal_path(path)
    if not os.path.isfile(beside):
        return EMPTY
    import json

    from iki_lint.decree.decoding import read_bytes

    try:
        return from_data(json.loads(read_bytes(beside)))
    except (OSError, ValueError, RecursionError):
        name = os.path.basename(beside)
        return Problem("IKI006", "impor-asal-rusak", {"berkas": name}, Source(path, ""), 0, 0)


def from_data(data: Any) -> Provenance:
    """The provenance in the plain data of a side file. Raises ValueError when that is not of our format."""
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("not " + FORMAT)
    origin, moved = _dict(data, "sumber", str), data.get("digeser", [])
    if not isinstance(moved, list):
        raise ValueError("digeser")
    shifted = {}
    for entry in moved:
        if not isinstance(entry, dict) or entry.get("kind") not in _MOVED:
            raise ValueError("digeser")
        # A repair above the first position belongs to no id.
        if isinstance(entry.get("id"), str):
            shifted[entry["id"]] = entry["kind"]
    return Provenance(origin.get("nama", ""), _dict(data, "baris", int), _dict(data, "alamat", str), shifted)


def _dict(data: Mapping[str, Any], key: str, kind: type) -> dict[str, Any]:
    """The mapping under `key`, whose values must be of one kind; empty where there is none."""
    found = data.get(key, {})
    if not isinstance(found, dict) or not all(isinstance(value, kind) for value in found.values()):
        raise ValueError(key)
    return found
