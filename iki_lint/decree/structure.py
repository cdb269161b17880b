"""Whether a tree is shaped like a decree: a fast walk, and the JSON Schema only where the walk says no.

The walk knows what `schemas/decree.schema.json` allows and nothing about what is wrong; both must always agree.
"""

from collections.abc import Callable
from typing import TypeAlias

from iki_lint.decree.problem import Problem
from iki_lint.decree.tree import Map, Node, Seq, Text
from iki_lint.decree.yaml_source import YamlDocument

Check: TypeAlias = Callable[[Node], bool]


def decree_problems(document: YamlDocument) -> list[Problem]:
    """All that is wrong with a decree before a rule can look at it, in file order.

    First what reading the YAML found. Then IKI006: not a decree at all, a missing or unknown `versi_format` (both
    fatal, and then nothing else is said of the shape), and whatever else does not fit the schema.
    """
    root = document.root
    if root is None or structure_is_sound(root):
        return list(document.problems)
    from iki_lint.decree.decree_schema import shape_problems

    return sorted([*document.problems, *shape_problems(root)], key=lambda problem: problem.start)


def structure_is_sound(root: Node) -> bool:
    """Whether the decree schema accepts the tree."""
    if not isinstance(root, Map) or not _root(root):
        return False
    return "versi_format" in root.items and ("jabatan" in root.items or "iku" in root.items)


def _fields(texts: frozenset[str], others: dict[str, Check]) -> Check:
    """A check for mappings: keys that hold any text or null, and keys with a check of their own."""

    def check(node: Node) -> bool:
        if node.__class__ is not Map:
            return False
        for key, value in node.items.items():
            if value.__class__ is Text and key in texts:
                continue
            other = others.get(key)
            if other is None or not other(value):
                return False
        return True

    return check


def _null(node: Node) -> bool:
    return isinstance(node, Text) and node.null


def _or_null(check: Check) -> Check:
    return lambda node: _null(node) or check(node)


def _list(item: Check) -> Check:
    def check(node: Node) -> bool:
        return node.__class__ is Seq and all(map(item, node.items))

    return check


def _text(node: Node) -> bool:
    return node.__class__ is Text


def _written(node: Node) -> bool:
    """A text that is neither null nor empty."""
    return isinstance(node, Text) and node.value != ""


def _string(node: Node) -> bool:
    return isinstance(node, Text) and not node.null


def _id(node: Node) -> bool:
    if not isinstance(node, Text) or node.null:
        return False
    # As the `$` of a pattern, which lets a line break at the end pass.
    bare = node.value.removesuffix("\n")
    return bare.split() == [bare]


def _one_of(*values: str) -> Check:
    return lambda node: isinstance(node, Text) and (node.null or node.value in values)


def _version(node: Node) -> bool:
    return isinstance(node, Text) and node.value == "1"


def _texts_by_key(node: Node) -> bool:
    return isinstance(node, Map) and all(map(_text, node.items.values()))


def _position(node: Node) -> bool:
    return isinstance(node, Map) and "id" in node.items and "nama" in node.items and _position_fields(node)


_some_texts = _or_null(_list(_text))
_parts = _fields(frozenset({"uraian", "pembilang", "penyebut", "pengali", "sumber_data"}), {})
_formula_rows = _list(_parts)

_indicator = _fields(
    frozenset({"nama", "formulasi", "sumber_data", "satuan", "target", "penjelasan", "kode_referensi"}),
    {
        "id": _id,
        "formulasi": lambda node: _formula_rows(node) or _parts(node),
        "target": _texts_by_key,
        "kode_referensi": _list(_text),
        "aspek": _one_of("kuantitas", "kualitas", "waktu", "biaya"),
        "polaritas": _one_of("maksimal", "minimal", "stabil"),
    },
)
_indicators = _or_null(_list(_indicator))
_plan = _fields(frozenset({"nomor", "uraian"}), {"id": _id, "mendukung": _some_texts, "indikator": _indicators})
_goal = _fields(frozenset({"sasaran"}), {"id": _id, "indikator": _indicators})
_position_fields = _fields(
    frozenset({"unit", "atasan", "tugas", "fungsi"}),
    {
        "id": _id,
        "nama": _written,
        "jenis": _one_of("struktural", "fungsional", "pelaksana"),
        "tugas": _list(_text),
        "fungsi": _list(_text),
        "rencana_kinerja": _or_null(_list(_plan)),
    },
)
_decision = _fields(
    frozenset({"nomor", "tentang", "tanggal", "tempat"}),
    {
        "periode": _or_null(_fields(frozenset({"dari", "sampai"}), {})),
        "penandatangan": _or_null(_fields(frozenset({"nama", "jabatan", "pangkat", "nip"}), {})),
        "menimbang": _some_texts,
        "mengingat": _some_texts,
        "diktum": _some_texts,
        "lampiran": _some_texts,
    },
)
_root = _fields(
    frozenset(),
    {
        "$schema": _string,
        "versi_format": _version,
        "keputusan": _or_null(_decision),
        "unit_kerja": _or_null(_fields(frozenset({"nama", "kabupaten_kota"}), {})),
        "iku": _list(_goal),
        "jabatan": _list(_position),
    },
)
