"""Write an imported decree: the canonical YAML, and beside it where each part comes from."""

import json
import re
from typing import Any

import yaml

from iki_lint.asal import FORMAT, asal_path
from iki_lint.decree.tree import Map, Node, Text
from iki_lint.messages import say
from iki_lint.readers.importing import MOVED, Imported, Mended
from iki_lint.whole_files import write_whole

# Order of the keys in every mapping.
_TOP = ("versi_format", "keputusan", "unit_kerja", "iku", "jabatan")
_DECREE = ("nomor", "tentang", "tempat", "tanggal", "periode", "dari", "sampai")
_WORDING = ("menimbang", "mengingat", "diktum", "lampiran")
_PEOPLE = ("penandatangan", "sasaran", "nama", "pangkat", "nip", "kabupaten_kota", "jenis", "unit", "atasan")
_DUTIES = ("tugas", "fungsi", "rencana_kinerja", "uraian", "indikator")
_ROW = ("formulasi", "sumber_data", "satuan", "target", "penjelasan")
ORDER = (*_TOP, "id", *_DECREE, *_WORDING, *_PEOPLE, *_DUTIES, *_ROW)
_RANK = {key: rank for rank, key in enumerate(ORDER)}
_WHOLE = frozenset(("/versi_format", "periode/dari", "periode/sampai", "rencana_kinerja/nomor"))
# What one YAML reader or another takes for a number, a date, a time or a truth value.
_TRAP = re.compile(r"[-+.]?\d[\d_.,:/eExXoO+-]*|[yn]|yes|no|on|off|true|false|null|~", re.IGNORECASE)


class _Number(str):
    """Digits that stand for a number."""


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Keeps words that look like numbers or dates in quotes, and never makes anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: Any, value: str) -> yaml.ScalarNode:
    style = "'" if _TRAP.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)  # type: ignore[no-any-return]


def _number(dumper: Any, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:int", str(value))  # type: ignore[no-any-return]


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Number, _number)


def to_yaml(root: Map, name: str, lang: str = "id") -> str:
    """The decree as canonical YAML, imported from a file of this name: keys in the order of the contract."""
    body = yaml.dump(
        _plain(root, ""), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1 << 30, default_flow_style=False
    )
    shown = "".join(letter for letter in name if letter.isprintable())
    return f"# {say('impor-kepala', lang, berkas=shown)}\n# {say('impor-kepala-kata', lang)}\n{body}"


def _plain(node: Node, path: str) -> object:
    """The node as data for the dumper; `path` is its key and that of the mapping around it, "periode/dari"."""
    if isinstance(node, Text):
        if node.null:
            return None
        whole = path in _WHOLE and re.fullmatch(r"[1-9]\d{0,8}", node.value)
        return _Number(node.value) if whole else node.value
    if isinstance(node, Map):
        names = sorted(node.items, key=lambda name: _RANK.get(name, len(_RANK)))
        above = path.rpartition("/")[2]
        return {name: _plain(node.items[name], f"{above}/{name}") for name in names}
    return [_plain(item, path) for item in node.items]


def provenance(imported: Imported) -> str:
    """OUT.asal.json: the file, its checksum, the ledger, what was repaired, and the line (and address) of each id."""
    record = {
        "format": FORMAT,
        "sumber": {"nama": imported.name, "sha256": imported.sha256},
        "jumlah": imported.counts._asdict(),
        "buku_besar": imported.ledger,
        "digeser": [_mended(repair) for repair in imported.moved],
        "perbaikan": [_mended(repair) for repair in imported.repairs if repair.kind not in MOVED],
        "baris": {id: origin.line for id, origin in imported.origins.items()},
        "alamat": {id: origin.address for id, origin in imported.origins.items() if origin.address},
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _mended(repair: Mended) -> dict[str, object]:
    found: dict[str, object] = {"id": repair.id, "line": repair.line, "kind": repair.kind, "note": repair.note}
    return {**found, "args": repair.args} if repair.args else found


def write_import(imported: Imported, out_path: str, text: str | None = None) -> None:
    """Write OUT.yaml and OUT.asal.json; an existing pair is replaced only when both are complete.

    `text` is written instead of the decree's own YAML, which it may only extend by comments.

    Raises OSError when the folder or the files cannot be written; then neither is left behind by halves.
    """
    decree = to_yaml(imported.root, imported.name) if text is None else text
    texts = {asal_path(out_path): provenance(imported), out_path: decree}
    write_whole({path: text.encode() for path, text in texts.items()})
